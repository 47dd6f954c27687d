import { compact } from '../../compact.ts';
import { isPassing } from '../../web/failure-weight.ts';
import type { FetchResponse } from '../../web/fetcher.ts';
import type { FeedItem } from '../document/feed-document.ts';
import type { Feed, PollSummary } from '../record/feed.ts';
import type { FetchedState } from '../record/feed-store.ts';
import type { AddressProof } from './feed-address.ts';
import type { ScheduleOutcome } from './poll-schedule.ts';
import type { Validators } from './validators.ts';

/** One response to the poll of a feed. */
export interface PollResponse {
  /** The feed as it was before the poll. */
  readonly feed: Feed;
  /** The validators that the request carried. */
  readonly sent: Validators;
  readonly response: FetchResponse;
  /** `Retry-After`, as the moment that it names. */
  readonly retryAt: Date | undefined;
  /** When the response came. */
  readonly at: Date;
}

/** The meaning of a publisher's answer for the feed, before anything is written. */
export interface FeedAnswer {
  readonly summary: Pick<PollSummary, 'outcome' | 'detail' | 'reason'>;
  /** Undefined if the feed is not to be polled again. */
  readonly schedule: ScheduleOutcome | undefined;
  readonly retryAt?: Date;
  /** What the answer proves of the address that gave it. */
  readonly proof: AddressProof;
  /** Undefined if the feed's state stays as it is. */
  readonly state?: FetchedState;
  readonly newItems: readonly FeedItem[];
  readonly changedItems: readonly FeedItem[];
}

export function failedAnswer(reason: string, detail: string, retryAt?: Date): FeedAnswer {
  const proof = isPassing(reason) ? 'nothing' : 'no-feed';
  return compact({
    summary: { outcome: 'failed', reason, detail },
    schedule: { kind: 'failed', reason },
    proof,
    retryAt,
    newItems: [],
    changedItems: [],
  } as const);
}

/** The answer of a publisher whose document is the one that the last poll read. */
export function unchangedAnswer(
  detail: string,
  proof: AddressProof,
  state: FetchedState,
  retryAt: Date | undefined,
): FeedAnswer {
  return compact({
    summary: { outcome: 'unchanged', detail },
    schedule: { kind: 'unchanged' },
    proof,
    retryAt,
    state,
    newItems: [],
    changedItems: [],
  } as const);
}

export interface DocumentToRead extends PollResponse {
  /** Whether the document holds only what is to be added to the one before (RFC 3229). */
  readonly isDelta: boolean;
  /** Of this document, or, if it is a delta, of the last whole document if there was one. */
  readonly bodyHash: string;
}
