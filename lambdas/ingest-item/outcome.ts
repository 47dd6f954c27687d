import type { PageOutcome } from './page-fetcher.ts';

/** What an item, or a second look at an article, came to. */
export type IngestOutcome =
  | { readonly outcome: 'published' | 'revised' | 'appeared' | 'unchanged'; readonly articleId: string }
  /** The article's page is gone, or was and is there again. */
  | { readonly outcome: 'retracted' | 'restored'; readonly articleId: string }
  /** The message is older than what was ingested of its item already. */
  | { readonly outcome: 'stale'; readonly articleId: string }
  /** Its page may be there in a while: nothing was stored, and the message is to be tried again in so many seconds. */
  | { readonly outcome: 'postponed'; readonly reason: string; readonly seconds: number }
  /** The article was deleted from the table; its claims keep it from coming back until they expire. */
  | { readonly outcome: 'deleted'; readonly articleId: string };

export const postponed = ({ reason, seconds }: Extract<PageOutcome, { kind: 'later' }>): IngestOutcome => ({
  outcome: 'postponed',
  reason,
  seconds,
});
