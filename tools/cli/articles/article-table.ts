/** Articles as a table for people: the list of `articles list`, or the report of a run. */
import { clip, minute, table } from '../output.ts';
import { SHORT_ID } from '../short-id.ts';

/** The attributes that the indexes of Articles carry. */
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

/** `feeds` marks the row of a run's report. A report has no first-seen column, because the run saw all its articles. */
type Row = ArticleRow & { readonly feeds?: number; readonly retractedAt?: string; readonly labels?: readonly string[] };

interface Column {
  readonly head: string;
  readonly cell: (row: Row) => string | number;
}

export function articleTable(rows: readonly Row[]): string {
  const isReport = rows.some(({ feeds }) => feeds !== undefined);
  const hasRetractions = rows.some(({ retractedAt }) => retractedAt !== undefined);
  const hasLabels = rows.some(({ labels }) => labels !== undefined);
  const firstSeen: Column = { head: 'first seen (UTC)', cell: (row) => minute(row.firstSeenAt) };
  const feeds: Column = { head: 'feeds', cell: (row) => row.feeds ?? 0 };
  const retracted: Column = { head: 'retracted (UTC)', cell: (row) => minute(row.retractedAt) };
  const labelled: Column = { head: 'labels', cell: ({ labels }) => clip(labels?.join(', ') ?? '–', 40) };
  const columns: readonly Column[] = [
    { head: 'article', cell: (row) => row.articleId.slice(0, SHORT_ID) },
    ...(isReport ? [] : [firstSeen]),
    { head: 'title', cell: (row) => clip(row.title, isReport ? 56 : 40) },
    { head: 'site', cell: (row) => clip(row.siteName ?? '–', isReport ? 24 : 18) },
    { head: 'published (UTC)', cell: (row) => minute(row.publishedAt) },
    { head: 'words', cell: (row) => row.wordCount },
    { head: 'lang', cell: (row) => row.language ?? '–' },
    { head: 'rev', cell: (row) => row.revision },
    ...(isReport ? [feeds] : []),
    ...(hasRetractions ? [retracted] : []),
    ...(hasLabels ? [labelled] : []),
  ];
  return table(
    columns.map(({ head }) => head),
    rows.map((row) => columns.map(({ cell }) => cell(row))),
  );
}
