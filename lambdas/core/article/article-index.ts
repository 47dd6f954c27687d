import type { Article } from './record/article.ts';

/** The attributes of an article that an index returns. */
export type IndexedArticle = Pick<Article, 'articleId' | 'url'>;

export interface ArticleIndex {
  /** Returns the articles that were first seen within an hour, the oldest first. @param hour `2026-11-23T08`, in UTC */
  firstSeenIn(hour: string): AsyncIterable<IndexedArticle>;
}
