/** Articles as a table for people: a list by first seen, or the report of a run. */
import { clip, minute, table } from '../output.ts';
import { SHORT_ID } from '../short-id.ts';

/** What the indexes of Articles carry. */
export interface ArticleRow {
  readonly articleId: string;
  readonly firstSeenAt: string;
  readonly title: string;
  readonly url?: string;
  readonly siteName?: string;
  readonly publishedAt?: string;
  readonly language?: string;
  readonly wordCount: number;
  readonly revision: number;
}

/** With `feeds`, the row of a report: its articles were all seen just now, so that column is not there. */
type Row = ArticleRow & { readonly feeds?: number; readonly retractedAt?: string };

export function articleTable(rows: readonly Row[]): string {
  const isReport = rows.some(({ feeds }) => feeds !== undefined);
  const withRetractions = rows.some(({ retractedAt }) => retractedAt !== undefined);
  return table(
    [
      ...['article', ...(isReport ? [] : ['first seen (UTC)'])],
      ...['title', 'site', 'published (UTC)', 'words', 'lang', 'rev', ...(isReport ? ['feeds'] : [])],
      ...(withRetractions ? ['retracted (UTC)'] : []),
    ],
    rows.map(({ articleId, firstSeenAt, title, siteName = '–', language = '–', feeds = 0, ...row }) => [
      ...[articleId.slice(0, SHORT_ID), ...(isReport ? [] : [minute(firstSeenAt)])],
      ...[clip(title, isReport ? 56 : 40), clip(siteName, isReport ? 24 : 18), minute(row.publishedAt)],
      ...[row.wordCount, language, row.revision, ...(isReport ? [feeds] : [])],
      ...(withRetractions ? [minute(row.retractedAt)] : []),
    ]),
  );
}
