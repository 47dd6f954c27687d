import { compact } from '../compact.ts';
import type { FeedItem } from '../feed/document/feed-document.ts';
import { domainOf } from '../web/domain.ts';
import type { ResponseHeaders } from '../web/fetcher.ts';
import { composeArticle } from './compose-article.ts';
import type { FeedContext } from './feed-context.ts';
import type { Claimable } from './identity/fingerprints.ts';
import { type Identity, pageFingerprints } from './identity/identity.ts';
import type { Likeness } from './identity/near-duplicate.ts';
import { isSameNewsNearby } from './identity/near-news.ts';
import { isSameText } from './identity/same-news.ts';
import { checkedLanguage } from './language.ts';
import { type PageReading, readPage } from './read-page.ts';
import type { Article, ArticleContent } from './record/article.ts';
import type { HostBlocks } from './text/repeated-blocks.ts';

/** The operations of `ingest-item` on what strangers wrote: they run behind the wall (docs/decisions/wall.md). */
export const articleOperations = {
  readPage: ({ body, contentType, url, hostBlocks, headers }: PageToRead): PageReading =>
    readPage(body, contentType, url, hostBlocks, undefined, headers),

  async compose({ item, reading, context }: ArticleToCompose): Promise<ArticleContent> {
    const composed = composeArticle(item, reading, context);
    const content = compact({ ...composed, domain: await domainOf(composed.url) });
    if (context.languageSetting !== undefined) return content;
    return compact({ ...content, language: await checkedLanguage(content.language, content.text ?? '') });
  },

  pageFingerprints: ({ content, identity }: ContentToIdentify): Claimable[] => pageFingerprints(content, identity),

  isSameText: ({ article, content, feedId }: ArticlesToCompare): boolean => isSameText(article, content, feedId),
  isSameNewsNearby: ({ article, content, feedId, likeness }: ArticlesToCompare & { readonly likeness: Likeness }) =>
    isSameNewsNearby(article, content, feedId, likeness),
};

export type ArticleOperations = typeof articleOperations;

export interface PageToRead {
  readonly body: Uint8Array;
  readonly contentType?: string;
  readonly url: string;
  readonly hostBlocks: HostBlocks;
  /** Those of the response that speak of its use (rights/rights-headers.ts). */
  readonly headers?: ResponseHeaders;
}

export interface ArticleToCompose {
  readonly item: FeedItem;
  /** Absent if the page wasn't read; `context.pageFailure` says why. */
  readonly reading?: PageReading;
  readonly context: FeedContext;
}

export interface ContentToIdentify {
  readonly content: Pick<ArticleContent, 'url' | 'text'>;
  readonly identity: Partial<Pick<Identity, 'url'>>;
}

export interface ArticlesToCompare {
  readonly article: Article;
  readonly content: ArticleContent;
  /** The feed that brought the content. */
  readonly feedId: string;
}
