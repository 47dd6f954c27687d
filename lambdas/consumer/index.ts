/** The public API for consumers of the Articles stream. */
export type { Appearance, Article, ArticleImage } from '../core/article/record/article.ts';
export type {
  ArticleAppeared,
  ArticleEvent,
  ArticlePublished,
  ArticleRemoved,
  ArticleRestored,
  ArticleRetracted,
  ArticleRevised,
  OverflowedField,
} from './article-events.ts';
export { decodeArticle } from './decode-article.ts';
export { decodeArticleEvents, decodeArticleRecord } from './decode-article-events.ts';
