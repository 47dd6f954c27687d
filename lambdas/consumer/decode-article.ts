import type { Article } from '../core/article/record/article.ts';
import { fromRecord } from '../core/article/record/record.ts';

/**
 * An item of the Articles table, or of Revisions, as an article; undefined when it is none. Attributes that it doesn't know
 * it passes over.
 *
 * @param item as the document client gives it: plain values, not `{ S: … }`.
 */
export const decodeArticle = (item: Readonly<Record<string, unknown>> | undefined): Article | undefined =>
  fromRecord(item);
