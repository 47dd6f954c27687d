/**
 * What a publisher's answer says of its feed: the items that are new, what to remember, and what it means for the
 * cadence.
 */

import { compact } from '../../compact.ts';
import { contentId } from '../../hash.ts';
import { isGuarded } from '../../web/bot-wall.ts';
import { failureWeight } from '../../web/failure-weight.ts';
import type { FetchOutcome, ResponseHeaders } from '../../web/fetcher.ts';
import { lifetimeOf, retryAtOf } from '../../web/http-hints.ts';
import type { FeedDocument, FeedItem } from '../document/feed-document.ts';
import { tellGuidsApart } from '../document/item-identity.ts';
import { parseFeed } from '../document/parse-feed.ts';
import type { Feed, Gap, PollSummary, PublisherHints } from '../record/feed.ts';
import { type FetchedState, fetchedStateKeys } from '../record/feed-store.ts';
import { hubInHeaders } from '../websub/hub-headers.ts';
import type { AddressProof } from './feed-address.ts';
import type { ScheduleOutcome } from './poll-schedule.ts';
import { meanGapMinutes } from './rhythm.ts';
import { compareWithSeen, type SeenComparison } from './seen-set.ts';
import { distrustAfter, type Validators, validatorsOf } from './validators.ts';

/** More of a document than this under new guids: the publisher makes them up at each poll. */
const FLAPPING_SHARE = 0.05;
const MAX_GAPS = 10;

/** What an answer comes to, before anything is written. */
export interface FeedAnswer {
  readonly summary: Pick<PollSummary, 'outcome' | 'detail' | 'reason'>;
  /** Undefined: the feed is not to be polled again. */
  readonly schedule: ScheduleOutcome | undefined;
  readonly retryAt?: Date;
  /** Whether this was the feed, for those who wonder if it has moved. */
  readonly proof: AddressProof;
  /** Undefined: what is known of the document stays as it is. */
  readonly state?: FetchedState;
  readonly newItems: readonly FeedItem[];
  readonly changedItems: readonly FeedItem[];
}

/** @param sent the validators that the request carried */
export async function readAnswer(feed: Feed, sent: Validators, fetched: FetchOutcome, at: Date): Promise<FeedAnswer> {
  if (fetched.kind === 'failed') return failed(fetched.reason, fetched.detail);
  const { status, headers, body } = fetched;
  const retryAt = retryAtOf(headers, at);
  if (status === 304) {
    if (feed.seen === undefined)
      return failed('http-304', 'The publisher says "not modified" (304) of what it has never shown.', retryAt);
    const state = {
      ...stateOf(feed),
      ...validatorsOf(headers),
      publisherHints: hintsOf(feed.publisherHints, headers, at),
    };
    return unchanged('Not modified (304).', 'not-modified', state, retryAt);
  }
  if (status === 410) {
    const detail = 'The publisher says the feed is gone for good (410).';
    const summary = { outcome: 'gone', reason: 'gone', detail } as const;
    return { summary, schedule: undefined, proof: 'no-feed', newItems: [], changedItems: [] };
  }
  if (isGuarded(headers)) {
    return failed('bot-wall', `Between us and the feed stands a wall against robots (status ${status}).`, retryAt);
  }
  // Items to be added to what we hold (RFC 3229 §10.5.3), and nothing else that a 226 may be.
  const isDelta = status === 226 && /(?:^|[\s,])feed(?:$|[\s,;])/i.test(headers['im'] ?? '');
  if (status !== 200 && !isDelta) {
    const answer = failed(`http-${status}`, `The publisher answered with status ${status}.`, retryAt);
    return REFUSES_VALIDATORS.has(status) ? { ...answer, state: withoutValidators(stateOf(feed)) } : answer;
  }

  const validators = validatorsOf(headers);
  const bodyHash = contentId(Buffer.from(body).toString('latin1'));
  if (bodyHash === feed.bodyHash && !isDelta) {
    const state = {
      ...withoutValidators(stateOf(feed)),
      ...validators,
      publisherHints: hintsOf(feed.publisherHints, headers, at),
    };
    return unchanged('The same document as last time.', 'feed', state, retryAt);
  }

  const parsed = await parseFeed(body, compact({ contentType: headers['content-type'], baseUrl: fetched.url }));
  if (parsed.kind === 'failed') return failed(parsed.reason, parsed.detail);
  const { document } = parsed;
  const { identity, difference } = identify(feed, document.items, isDelta);
  const { newItems, changedItems, seen, share, isReplaced } = difference;
  const news = newItems.length + changedItems.length;
  const state = compact({
    ...compact({ title: feed.title, siteUrl: feed.siteUrl, language: feed.language }),
    ...compact({ title: document.title, siteUrl: document.siteUrl, language: document.language }),
    ...validators,
    bodyHash: isDelta ? feed.bodyHash : bodyHash,
    seen,
    identity,
    lastChangedAt: news > 0 ? at.toISOString() : feed.lastChangedAt,
    publisherHints: hintsOf(document.hints, headers, at),
    meanGapMinutes: (isDelta ? undefined : meanGapMinutes(document.items)) ?? feed.meanGapMinutes,
    hub: hubInHeaders(headers, fetched.url) ?? document.hub,
    gaps: isReplaced ? [...(feed.gaps ?? []), gapOf(feed, at)].slice(-MAX_GAPS) : feed.gaps,
    repaired: document.repaired,
    leftOut: document.leftOut,
    distrustedUntil: (news > 0 ? distrustAfter(feed, sent, validators, at) : undefined) ?? feed.distrustedUntil,
  });
  const rhythm: ScheduleOutcome = news > 0 ? { kind: 'changed', share } : { kind: 'unchanged' };
  const summary = {
    outcome: news > 0 ? ('changed' as const) : ('unchanged' as const),
    detail: describe(document, difference, feed, state),
  };
  const schedule: ScheduleOutcome = feed.seen === undefined ? { kind: 'first' } : rhythm;
  const proof: AddressProof = isReplaced || document.items.length === 0 ? 'no-feed' : 'feed';
  return compact({ summary, schedule, proof, retryAt, state, newItems, changedItems });
}

/** Guids that change though the items don't are given up for the URLs, once and for all. */
function identify(
  feed: Feed,
  documentItems: readonly FeedItem[],
  isDelta: boolean,
): { readonly identity: Feed['identity']; readonly difference: SeenComparison } {
  const items = tellGuidsApart(documentItems);
  const compare = (by: Feed['identity']): SeenComparison =>
    compareWithSeen(
      compact({ items: by === 'url' ? items.map(withoutGuid) : items, isDelta, since: feed.lastPoll?.at }),
      feed.seen,
    );
  const difference = compare(feed.identity);
  const { renamed, isReplaced } = difference;
  const flaps = renamed > FLAPPING_SHARE * items.length || (isReplaced && wasReplaced(feed));
  return feed.identity === undefined && flaps
    ? { identity: 'url', difference: compare('url') }
    : { identity: feed.identity, difference };
}

/**
 * Whether nothing was left of the document at the last two polls either: guids and texts that are others each time look
 * so.
 */
function wasReplaced({ gaps = [], lastPoll }: Feed): boolean {
  const [last, lastButOne] = [gaps.at(-1), gaps.at(-2)];
  return last !== undefined && last.before === lastPoll?.at && lastButOne?.before === last.after;
}

function withoutGuid(item: FeedItem): FeedItem {
  const { guid: _, ...rest } = item;
  return item.url === undefined || item.urlIsShared ? item : rest;
}

function describe(
  { items, repaired, leftOut = 0 }: FeedDocument,
  difference: SeenComparison,
  feed: Feed,
  state: FetchedState,
): string {
  const { newItems, changedItems, isReplaced } = difference;
  const count =
    newItems.length + changedItems.length > 0
      ? `${newItems.length} new and ${changedItems.length} changed of ${items.length + leftOut} items.`
      : 'A new document without news.';
  return [
    count,
    leftOut > 0 ? `Only the newest ${items.length} are read.` : '',
    repaired ? 'It is not well-formed, and was repaired.' : '',
    isReplaced ? 'None of them was there last time: some may have been missed in between.' : '',
    state.identity !== feed.identity
      ? 'Its guids change though its items do not: they are known by their URLs now.'
      : '',
    state.distrustedUntil !== feed.distrustedUntil
      ? 'A 304 had hidden them: its validators are not used for a week.'
      : '',
  ]
    .filter(Boolean)
    .join(' ');
}

const gapOf = ({ lastPoll, addedAt }: Feed, at: Date): Gap => ({
  after: lastPoll?.at ?? addedAt,
  before: at.toISOString(),
});

/** The headers replace what earlier headers asked (a 304 updates them, RFC 9111 §3.2), and the document's word stays. */
function hintsOf(publisherHints: PublisherHints | undefined, headers: ResponseHeaders, at: Date): PublisherHints {
  const lifetime = lifetimeOf(headers, at);
  return compact({ ...publisherHints, maxAgeSeconds: lifetime ?? publisherHints?.maxAgeSeconds });
}

/** Statuses that may mean the validators: a header that is malformed, untrue or too large. */
const REFUSES_VALIDATORS: ReadonlySet<number> = new Set([400, 412, 417, 431]);

const withoutValidators = ({ etag: _, lastModified: __, ...state }: FetchedState): FetchedState => state;

const stateOf = (feed: Feed): FetchedState =>
  compact(Object.fromEntries(fetchedStateKeys.map((key) => [key, feed[key]])) as FetchedState);

function failed(reason: string, detail: string, retryAt?: Date): FeedAnswer {
  return compact({
    summary: { outcome: 'failed', reason, detail } as const,
    schedule: { kind: 'failed', reason } as const,
    // What usually mends itself says nothing of the address.
    proof: failureWeight(reason) < 1 ? ('nothing' as const) : ('no-feed' as const),
    retryAt,
    newItems: [],
    changedItems: [],
  });
}

function unchanged(detail: string, proof: AddressProof, state: FetchedState, retryAt: Date | undefined): FeedAnswer {
  return compact({
    summary: { outcome: 'unchanged', detail } as const,
    schedule: { kind: 'unchanged' } as const,
    proof,
    retryAt,
    state,
    newItems: [],
    changedItems: [],
  });
}
