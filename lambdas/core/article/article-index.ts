import type { Article } from './record/article.ts';

/** An article as the indexes show it. */
export type IndexedArticle = Pick<Article, 'articleId' | 'url'>;

export interface ArticleIndex {
  /** The articles that were first seen within an hour, in their order. @param hour `2026-11-23T08`, in UTC */
  firstSeenIn(hour: string): AsyncIterable<IndexedArticle>;
}
