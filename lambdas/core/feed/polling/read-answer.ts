/**
 * The polling room: from a publisher's answer to the new items, the state that the feed keeps, and the next poll.
 * `poll-feed.ts` runs these steps in order:
 *
 * 1. `validators.ts`: the feed → `If-None-Match` and `If-Modified-Since` of the request, or none as a test.
 * 2. `read-answer.ts`, this file: the status and headers → a `FeedAnswer` (`feed-answer.ts`), by the table in
 *    `readResponse`.
 * 3. `read-document.ts`, in the reader's process (`feed-operations.ts`): the body of a 200 or 226 → the new and changed
 *    items and the feed's state, with `compare-items.ts` and `seen-set.ts` (which items are new), `mean-gap.ts`, `fetched-state.ts`, `poll-detail.ts`.
 * 4. `host-cool-down.ts`: a 429 or 503 → until when all feeds of the host wait.
 * 5. `feed-address.ts`: the redirects and what the answer proves → the address of the next poll.
 * 6. `poll-schedule.ts`: the outcome and `publisher-hints.ts` → when the feed is polled next, and why.
 * 7. `notes.ts`: the feed before and after → metrics.
 *
 * `problems.ts` and `silence.ts` tell people what is wrong with a feed.
 *
 * `Retry-After` becomes a moment once, in `readAnswer`; steps 4 and 6 both start from that moment. Pages have their own
 * reading of the header, in ingest-item/page-fetcher.ts (`pauseSeconds`).
 */
import { bytesId } from '../../hash.ts';
import type { Reader } from '../../reading/reader.ts';
import { afterRedirect } from '../../web/after-redirect.ts';
import { isBotWall } from '../../web/bot-wall.ts';
import type { FetchOutcome, FetchResponse } from '../../web/fetcher.ts';
import { retryAtOf } from '../../web/http-hints.ts';
import type { Feed } from '../record/feed.ts';
import {
  type DocumentToRead,
  type FeedAnswer,
  failedAnswer,
  type PollResponse,
  unchangedAnswer,
} from './feed-answer.ts';
import type { FeedOperations } from './feed-operations.ts';
import { hintsAfter, stateOf, withoutValidators } from './fetched-state.ts';
import { type Validators, validatorsOf } from './validators.ts';

export interface AnswerToRead {
  /** The feed as it was before the poll. */
  readonly feed: Feed;
  /** The validators that the request carried. */
  readonly sent: Validators;
  readonly fetched: FetchOutcome;
  /** When the answer came. */
  readonly at: Date;
}

/** @param read the reader of documents */
export async function readAnswer(toRead: AnswerToRead, read: Reader<FeedOperations>): Promise<FeedAnswer> {
  const { feed, sent, fetched, at } = toRead;
  if (fetched.kind === 'failed') return failedAnswer(fetched.reason, fetched.detail);
  const retryAt = retryAtOf(fetched.headers, at);
  const answer = await readResponse({ feed, sent, response: fetched, retryAt, at }, read);
  const { outcome, detail } = answer.summary;
  if (outcome !== 'failed' && outcome !== 'gone') return answer;
  return { ...answer, summary: { ...answer.summary, detail: afterRedirect(detail, fetched.redirects) } };
}

async function readResponse(poll: PollResponse, read: Reader<FeedOperations>): Promise<FeedAnswer> {
  const { feed, response } = poll;
  const { status, headers, body } = response;

  if (status === 304) return notModified(poll);
  if (status === 410) return gone();
  if (isBotWall(headers)) return botWall(poll);
  if (status !== 200 && !isDelta(response)) return otherStatus(poll);
  const bodyHash = bytesId(body);
  // Some servers send a 226 to whom has no document yet. Without a hash the feed would count as never read, at each poll.
  if (status !== 200) return readBy(read, { ...poll, isDelta: true, bodyHash: feed.bodyHash ?? bodyHash });
  const isKnown = bodyHash === feed.bodyHash && feed.seen !== undefined;
  return isKnown ? sameBody(poll) : readBy(read, { ...poll, isDelta: false, bodyHash });
}

async function readBy(read: Reader<FeedOperations>, document: DocumentToRead): Promise<FeedAnswer> {
  const reading = await read('readDocument', document);
  return reading.kind === 'read' ? reading.value : failedAnswer('too-costly', reading.detail, document.retryAt);
}

function notModified({ feed, response: { headers }, retryAt, at }: PollResponse): FeedAnswer {
  if (feed.seen === undefined)
    return failedAnswer('http-304', 'The publisher says "not modified" (304) of what it has never shown.', retryAt);
  const state = {
    ...stateOf(feed),
    ...validatorsOf(headers),
    publisherHints: hintsAfter(feed.publisherHints, headers, at),
  };
  return unchangedAnswer('Not modified (304).', 'not-modified', state, retryAt);
}

function gone(): FeedAnswer {
  const detail = 'The publisher says the feed is gone for good (410).';
  return {
    summary: { outcome: 'gone', reason: 'gone', detail },
    schedule: undefined,
    proof: 'no-feed',
    newItems: [],
    changedItems: [],
  };
}

const botWall = ({ response: { status }, retryAt }: PollResponse): FeedAnswer =>
  failedAnswer('bot-wall', `Between us and the feed stands a wall against robots (status ${status}).`, retryAt);

/** Whether the response holds items to be added to those of before (RFC 3229 §10.5.3), and no other kind of delta. */
const isDelta = ({ status, headers }: FetchResponse): boolean =>
  status === 226 && /(?:^|[\s,])feed(?:$|[\s,;])/i.test(headers['im'] ?? '');

/**
 * Statuses that may be answers to the validators: a header that is malformed, untrue or too large (RFC 9110, RFC 6585).
 */
const REFUSES_VALIDATORS: ReadonlySet<number> = new Set([400, 412, 417, 431]);

/** Statuses of a server that knows nobody, or doesn't let this one in (RFC 9110 §15.5.2, §15.5.4). */
const REFUSES_CREDENTIALS: ReadonlySet<number> = new Set([401, 403]);

function otherStatus({ feed, response: { status }, retryAt }: PollResponse): FeedAnswer {
  const { credentials } = feed;
  const isRefused = credentials !== undefined && REFUSES_CREDENTIALS.has(status);
  const refusal = isRefused ? `: it refuses the credentials "${credentials}"` : '';
  const answer = failedAnswer(`http-${status}`, `The publisher answered with status ${status}${refusal}.`, retryAt);
  return REFUSES_VALIDATORS.has(status) ? { ...answer, state: withoutValidators(stateOf(feed)) } : answer;
}

/** The bytes of the last document, from a server that ignores the validators or was sent none. */
function sameBody({ feed, response: { headers }, retryAt, at }: PollResponse): FeedAnswer {
  const state = {
    ...withoutValidators(stateOf(feed)),
    ...validatorsOf(headers),
    publisherHints: hintsAfter(feed.publisherHints, headers, at),
  };
  return unchangedAnswer('The same document as last time.', 'feed', state, retryAt);
}
