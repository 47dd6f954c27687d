import { compact } from '../../compact.ts';
import { feedHeaderRights } from '../../rights/header-rights.ts';
import { strictest } from '../../rights/strictest.ts';
import type { ResponseHeaders } from '../../web/fetcher.ts';
import type { FeedDocument, FeedItem } from '../document/feed-document.ts';
import { parseFeed } from '../document/parse-feed.ts';
import type { Feed, Gap } from '../record/feed.ts';
import type { FetchedState } from '../record/feed-store.ts';
import { hubInHeaders } from '../websub/hub-headers.ts';
import { compareItems, type ItemComparison } from './compare-items.ts';
import { type DocumentToRead, type FeedAnswer, failedAnswer, type PollResponse } from './feed-answer.ts';
import { hintsAfter } from './fetched-state.ts';
import { meanGapMinutes } from './mean-gap.ts';
import { pollDetail } from './poll-detail.ts';
import type { ScheduleOutcome } from './poll-schedule.ts';
import type { SeenComparison } from './seen-set.ts';
import { distrustAfter, validatorsOf } from './validators.ts';

/** Of more possible gaps the earliest are forgotten. */
const MAX_GAPS = 10;

/** Reads the document in a response, and compares its items with those that the feed had before. */
export async function readDocument({ isDelta, bodyHash, ...poll }: DocumentToRead): Promise<FeedAnswer> {
  const { feed, retryAt } = poll;
  const { headers, body, url } = poll.response;
  const parsed = await parseFeed(body, compact({ contentType: headers['content-type'], baseUrl: url }));
  if (parsed.kind === 'failed') return failedAnswer(parsed.reason, parsed.detail, retryAt);

  const { document } = parsed;
  const compared = compareItems(feed, withRights(document.items, headers, url), isDelta);
  const { comparison } = compared;
  const { newItems, changedItems, isReplaced } = comparison;
  const meanGap = isDelta ? undefined : meanGapMinutes(document.items);
  const state = compact({
    ...stateAfter(poll, document, compared),
    bodyHash,
    meanGapMinutes: meanGap ?? feed.meanGapMinutes,
  });
  return compact({
    summary: {
      outcome: hasNews(comparison) ? 'changed' : 'unchanged',
      detail: pollDetail(document, comparison, feed, state),
    },
    schedule: scheduleOutcome(feed, comparison),
    proof: isReplaced || document.items.length === 0 ? 'no-feed' : 'feed',
    retryAt,
    state,
    newItems,
    changedItems,
  } as const);
}

/** The headers of a feed speak for the texts in it. Its robots rules don't: they keep the feed itself out of indexes. */
function withRights(items: readonly FeedItem[], headers: ResponseHeaders, url: string): readonly FeedItem[] {
  const ofFeed = feedHeaderRights(headers, url);
  return ofFeed === undefined
    ? items
    : items.map((item) => compact({ ...item, rights: strictest([item.rights, ofFeed]) }));
}

/** The state after a poll that read this document. An absent field is forgotten. */
function stateAfter(
  { feed, sent, response: { headers, url }, at }: PollResponse,
  document: FeedDocument,
  { identity, comparison }: ItemComparison,
): FetchedState {
  const validators = validatorsOf(headers);
  const isNews = hasNews(comparison);
  return compact({
    title: document.title ?? feed.title,
    siteUrl: document.siteUrl ?? feed.siteUrl,
    language: document.language ?? feed.language,
    etag: validators.etag,
    lastModified: validators.lastModified,
    seen: comparison.seen,
    identity,
    lastChangedAt: isNews ? at.toISOString() : feed.lastChangedAt,
    publisherHints: hintsAfter(document.hints, headers, at),
    hub: hubInHeaders(headers, url) ?? document.hub,
    gaps: comparison.isReplaced ? [...(feed.gaps ?? []), gapBefore(feed, at)].slice(-MAX_GAPS) : feed.gaps,
    repaired: document.repaired,
    leftOut: document.leftOut,
    distrustedUntil: (isNews ? distrustAfter(feed, sent, validators, at) : undefined) ?? feed.distrustedUntil,
  });
}

const hasNews = ({ newItems, changedItems }: SeenComparison): boolean => newItems.length + changedItems.length > 0;

function scheduleOutcome({ seen }: Feed, comparison: SeenComparison): ScheduleOutcome {
  if (seen === undefined) return { kind: 'first' };
  return hasNews(comparison) ? { kind: 'changed', share: comparison.share } : { kind: 'unchanged' };
}

const gapBefore = ({ lastPoll, addedAt }: Feed, at: Date): Gap => ({
  after: lastPoll?.at ?? addedAt,
  before: at.toISOString(),
});
