import type { Appearance, Article } from '../core/article/record/article.ts';

/**
 * What an article has that may be too large for the table. It then lies in the Bodies bucket under `textKey` or
 * `htmlKey`.
 */
export type OverflowedField = 'text' | 'html';

interface ArticleEventBase {
  /**
   * The same for every delivery of one event, and for no other: remember it to handle each event once. The stream
   * delivers at least once, in order for one article.
   */
  readonly eventId: string;
  readonly articleId: string;
  /** The fields that `article` (or `previous`, if it was removed) has in the Bodies bucket instead; mostly empty. */
  readonly overflow: readonly OverflowedField[];
  /** When DynamoDB wrote the change, to the second, ISO 8601. */
  readonly at: string;
}

/** A piece of news that was not known before. */
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

/** Another feed or address carried the article; its content is as it was. */
export interface ArticleAppeared extends ArticleEventBase {
  readonly type: 'appeared';
  readonly article: Article;
  readonly previous: Article;
  /** The appearances that are new. */
  readonly appearances: readonly Appearance[];
}

/** The article's page is gone (404 or 410), and so `article.retractedAt` is there. What the article says stays as it was. */
export interface ArticleRetracted extends ArticleEventBase {
  readonly type: 'retracted';
  readonly article: Article;
  readonly previous: Article;
}

/** The page that was gone is there again and says the same. When it says something else, the event is `revised`. */
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
