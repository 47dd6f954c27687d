import type { PageOutcome } from './page-fetcher.ts';

/** The result of one message: of an item, or of a recheck. */
export type IngestOutcome =
  | { readonly outcome: 'published' | 'revised' | 'appeared' | 'unchanged'; readonly articleId: string }
  /** The article's page is gone; or the page was gone and is there again. */
  | { readonly outcome: 'retracted' | 'restored'; readonly articleId: string }
  /** The message is older than the state of its item that was ingested last. */
  | { readonly outcome: 'stale'; readonly articleId: string }
  /** The page may be there in a while: nothing was stored, and the message is to be tried again after so many seconds. */
  | { readonly outcome: 'postponed'; readonly reason: string; readonly seconds: number }
  /** Somebody has deleted the article from the table. Its claims keep it from coming back until they expire. */
  | { readonly outcome: 'deleted'; readonly articleId: string };

export const postponed = ({ reason, seconds }: Extract<PageOutcome, { kind: 'later' }>): IngestOutcome => ({
  outcome: 'postponed',
  reason,
  seconds,
});
