import type { Appearance, Article } from '../core/article/record/article.ts';

/** A field that may be too large for the table. The Bodies bucket then has its value, under `textKey` or `htmlKey`. */
export type OverflowedField = 'text' | 'html';

interface ArticleEventBase {
  /**
   * Identifies the event, the same at each delivery. The stream delivers each event at least once, and the events of one
   * article in order. A consumer that remembers the ids can handle each event once.
   */
  readonly eventId: string;
  readonly articleId: string;
  /** The fields of `article` (of `previous`, if the article was removed) whose values are in the Bodies bucket; mostly none. */
  readonly overflow: readonly OverflowedField[];
  /** When DynamoDB wrote the change: ISO 8601, to the second. */
  readonly at: string;
}

/** The article is new. */
export interface ArticlePublished extends ArticleEventBase {
  readonly type: 'published';
  readonly article: Article;
}

/** The article's content changed: `article.revision` is greater than `previous.revision`. */
export interface ArticleRevised extends ArticleEventBase {
  readonly type: 'revised';
  readonly article: Article;
  readonly previous: Article;
}

/** Another feed or address carried the article. If the content changed as well, a `revised` event says so. */
export interface ArticleAppeared extends ArticleEventBase {
  readonly type: 'appeared';
  readonly article: Article;
  readonly previous: Article;
  /** The new appearances. */
  readonly appearances: readonly Appearance[];
}

/** The article's page is gone (404 or 410): `article.retractedAt` says since when. The content stays as it was. */
export interface ArticleRetracted extends ArticleEventBase {
  readonly type: 'retracted';
  readonly article: Article;
  readonly previous: Article;
}

/** The article's page is there again, with the same content. If the content is different, the event is `revised`. */
export interface ArticleRestored extends ArticleEventBase {
  readonly type: 'restored';
  readonly article: Article;
  readonly previous: Article;
}

/** The article left the table. */
export interface ArticleRemoved extends ArticleEventBase {
  readonly type: 'removed';
  /** `expired`: its retention ended (TTL). `deleted`: somebody deleted it. */
  readonly reason: 'expired' | 'deleted';
  readonly previous: Article;
}

export type ArticleEvent =
  | ArticlePublished
  | ArticleRevised
  | ArticleAppeared
  | ArticleRetracted
  | ArticleRestored
  | ArticleRemoved;
