import { composeArticle } from '../core/article/compose-article.ts';
import type { Identity } from '../core/article/identity/identity.ts';
import { checkedLanguage } from '../core/article/language.ts';
import type { ArticleContent } from '../core/article/record/article.ts';
import { compact } from '../core/compact.ts';
import type { ItemMessage } from '../core/queues/messages.ts';
import type { AvailablePage } from './page-fetcher.ts';

/** Returns the content that an item and its page make together. @param firstSeenAt ISO 8601, for an article without a date */
export async function composeContent(
  { item, feed, foundAt }: ItemMessage,
  { url }: Identity,
  page: AvailablePage,
  firstSeenAt: string,
): Promise<ArticleContent> {
  const { title, language } = feed;
  const reading = page.kind === 'page' ? page.reading : undefined;
  const pageFailure = page.kind === 'none' ? page.reason : undefined;
  const content = composeArticle(item, reading, compact({ title, language, url, firstSeenAt, foundAt, pageFailure }));
  return compact({ ...content, language: await checkedLanguage(content.language, content.text ?? '') });
}
