/** An article as the item that announces it: the other comparedArticle when its page is read once more. */
import { compact } from '../compact.ts';
import type { ItemMessage } from '../queues/messages.ts';
import { ownPage } from './identity/own-page.ts';
import type { Article, ArticleContent, MetadataField } from './record/article.ts';
import { escapeHtml } from './text/article-html.ts';

/**
 * What the article says has the weight of the feed's word: it yields to what the page declares, and not to what the page
 * only shows. So an unchanged page comes to the same content, whichever of both had said it at first.
 */
export function articleToItem(article: Article): ItemMessage {
  const { title, authors, agencies = [], tags, publishedAssumed, modifiedAt, siteName, language } = article;
  const words = article.excerpt === undefined ? undefined : escapeHtml(article.excerpt);
  const item = {
    url: ownPage(article),
    title,
    // An excerpt that is the start of the text is made anew.
    summary: isStartOf(article.excerpt, article.text) ? undefined : words,
    content: words,
    authors: [...authors, ...agencies].map((name) => ({ name })),
    publishedAt: publishedAssumed === undefined ? article.publishedAt : undefined,
    updatedAt: modifiedAt,
    categories: tags,
    imageUrl: article.image?.url,
  };
  return {
    version: 1,
    feed: compact({
      feedId: article.feedId,
      url: article.appearances[0]?.feedUrl ?? '',
      title: siteName,
      language,
    }),
    item: compact(item),
    // A date that lay in the future when the article was stored isn't believed because time has passed: it is an event's.
    foundAt: article.revisedAt,
  };
}

const isStartOf = (excerpt: string | undefined, text = ''): boolean =>
  excerpt !== undefined && text.replace(/\s+/g, ' ').trim().startsWith(excerpt.replace(/…$/, ''));

/** The content with each field that the item had from the article as the article has it, and with who said it at first. */
export function restoreOwnFields(content: ArticleContent, article: Article): ArticleContent {
  const echoed = (Object.keys(content.provenance ?? {}) as MetadataField[]).filter(
    (field) => content.provenance?.[field] === 'feed',
  );
  const fields = echoed.flatMap((field) => [field, ...(PRECISIONS[field] ?? [])]);
  const ofArticle = <T extends object>(names: readonly (keyof T)[], from: T | undefined): Partial<T> =>
    Object.fromEntries(names.map((name) => [name, from?.[name]])) as Partial<T>;
  return compact({
    ...content,
    ...ofArticle<Article>(fields, article),
    url: article.url,
    publishedRaw: article.publishedRaw,
    publishedAssumed: content.publishedAssumed && article.publishedAssumed,
    provenance: compact({
      ...content.provenance,
      ...ofArticle(echoed, article.provenance),
      url: article.provenance?.url,
    }),
  }) as unknown as ArticleContent;
}

/** What is said of a field beside it. */
const PRECISIONS: Partial<Record<MetadataField, readonly (keyof ArticleContent)[]>> = {
  publishedAt: ['publishedPrecision'],
  modifiedAt: ['modifiedPrecision'],
};
