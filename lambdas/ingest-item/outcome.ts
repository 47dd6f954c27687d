import type { PageOutcome } from './page-fetcher.ts';

/** The result of one message, whether the message is an item or a recheck. */
export type IngestOutcome =
  | { readonly outcome: 'published' | 'revised' | 'appeared' | 'unchanged'; readonly articleId: string }
  /** The article's page is gone, or is there again. */
  | { readonly outcome: 'retracted' | 'restored'; readonly articleId: string }
  /** A later state of the item has been ingested already. */
  | { readonly outcome: 'stale'; readonly articleId: string }
  /** The page may be available later. Nothing was stored; the message is to be tried again after so many seconds. */
  | { readonly outcome: 'postponed'; readonly reason: string; readonly seconds: number }
  /** Somebody has deleted the article from the table. The article's claims keep it from coming back until they expire. */
  | { readonly outcome: 'deleted'; readonly articleId: string };

export const postponed = ({ reason, seconds }: Extract<PageOutcome, { kind: 'later' }>): IngestOutcome => ({
  outcome: 'postponed',
  reason,
  seconds,
});
