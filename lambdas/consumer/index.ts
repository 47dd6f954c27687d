/**
 * The public API for consumers of the Articles table and its stream (docs/consuming.md). To read an event:
 *
 * 1. Lambda delivers a batch of stream records. `decodeArticleEvents` returns the events of the batch, `decodeArticleRecord` the
 *    events of one record (decode-article-events.ts).
 * 2. Switch on the event's `type` (article-events.ts): `published`, `revised`, `appeared`, `retracted`, `restored` or `removed`.
 *    Pass over unknown types: later versions may add some.
 * 3. Read `article`, the state after the change, and `previous`, the state before it (core/article/record/article.ts).
 *    `published` has no `previous`, `removed` has no `article`.
 * 4. Fetch the fields that `overflow` names from the Bodies bucket.
 *
 * For articles that are stored already, read the table: `decodeArticle` decodes one item (decode-article.ts).
 */
export type { Appearance, Article, ArticleImage } from '../core/article/record/article.ts';
export type { ArticleRights } from '../core/rights/rights.ts';
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
