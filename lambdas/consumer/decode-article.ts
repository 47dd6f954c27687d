import type { Article } from '../core/article/record/article.ts';
import { fromRecord } from '../core/article/record/record.ts';

/**
 * Returns an item of the Articles or Revisions table as an article; undefined if the item is no article. The decoder passes
 * over unknown attributes.
 *
 * @param item as the document client returns it: plain values, not `{ S: … }`
 */
export const decodeArticle = (item: Readonly<Record<string, unknown>> | undefined): Article | undefined =>
  fromRecord(item);
