import type { ArticleOperations } from '../core/article/article-operations.ts';
import type { ArticleStore } from '../core/article/article-store.ts';
import type { Claim, Claimable } from '../core/article/identity/fingerprints.ts';
import type { Identity } from '../core/article/identity/identity.ts';
import type { ItemMessage } from '../core/queues/messages.ts';
import type { Reader } from '../core/reading/reader.ts';
import type { IngestOutcome } from './outcome.ts';
import type { PageOutcome } from './page-fetcher.ts';

/** One attempt to ingest one message. */
export interface IngestContext {
  readonly articles: ArticleStore;
  readonly read: Reader<ArticleOperations>;
  readonly message: ItemMessage;
  readonly identity: Identity;
  /** Reads the item's page. All attempts at one message share one fetch. */
  readonly readPage: () => Promise<PageOutcome>;
  /** Days until an article expires; 0 if it never does. */
  readonly articleRetentionDays: number;
  readonly begunAt: Date;
  readonly now: () => Date;
}

/** The claims that an item may make for its article, and the claims among them that articles hold already. */
export interface ClaimLookup {
  readonly wanted: readonly Claimable[];
  /** By fingerprint. */
  readonly held: ReadonlyMap<string, Claim>;
}

/** `lost-race`: another writer was quicker, and a new attempt finds what that writer wrote. */
export type AttemptOutcome = IngestOutcome | 'lost-race';
