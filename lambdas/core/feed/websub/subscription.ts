/** When to ask a hub, and how much its word is worth (https://www.w3.org/TR/websub/; docs/decisions/websub.md). */
import { compact } from '../../compact.ts';
import type { Feed, PollSummary, Subscription } from '../record/feed.ts';
import type { NextPoll } from '../record/feed-store.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** What we ask for: ten days, the lease that WebSub gives as its example; the hub decides. */
export const HUB_LEASE_SECONDS = 864_000;
/** Between two requests to a hub that hasn't confirmed; a renewal may be asked for again sooner. */
const RETRY_MS = DAY_MS;
const RENEWAL_RETRY_MS = HOUR_MS;
/** A look of our own, in case the hub falls silent. */
const SAFETY_POLL_MS = DAY_MS;
/** A hub that didn't announce what was there is not relied upon for this long. */
const DISTRUST_MS = 7 * DAY_MS;
/** Between two polls by the hub's word, however often it speaks. */
const ANNOUNCEMENT_SPACING_MS = 60_000;

export interface SubscriptionStep {
  /** To be stored, and then asked for. */
  readonly ask?: Subscription;
  /** To be given up. */
  readonly leave?: Subscription;
}

/**
 * @param feed as it was before the poll, with the hub that it names now
 * @param foundNews whether the poll has brought any
 * @param random an unguessable text of at most 200 characters, another one each time
 */
export function subscriptionStep(feed: Feed, foundNews: boolean, at: Date, random: () => string): SubscriptionStep {
  const { hub, subscription: held } = feed;
  if (hub === undefined) return compact({ leave: held });
  const requestedAt = at.toISOString();
  if (held?.url !== hub.url || held.topic !== hub.topic) {
    return compact({ ask: { ...hub, token: random(), secret: random(), requestedAt }, leave: held });
  }
  const { problem: _, ...rest } = held;
  // It may have forgotten us, so it is asked again.
  if (foundNews && hasMissed(feed, at)) return { ask: { ...rest, requestedAt, missedAt: requestedAt } };
  return at.getTime() < asksAgainAt(held, at) ? {} : { ask: { ...rest, requestedAt } };
}

export const isLive = ({ leaseUntil = '' }: Subscription, at: Date): boolean => leaseUntil > at.toISOString();

/** A lease is renewed when half of it has passed. */
function asksAgainAt(subscription: Subscription, at: Date): number {
  const asked = Date.parse(subscription.requestedAt);
  const { confirmedAt, leaseUntil } = subscription;
  if (confirmedAt === undefined || leaseUntil === undefined || !isLive(subscription, at)) return asked + RETRY_MS;
  const confirmed = Date.parse(confirmedAt);
  const halfTime = (confirmed + Date.parse(leaseUntil)) / 2;
  return asked > confirmed ? Math.max(halfTime, asked + RENEWAL_RETRY_MS) : halfTime;
}

/** Whether the poll answers an announcement. */
export const isAnnounced = ({ subscription, nextPollAt }: Feed): boolean => subscription?.announcedAt === nextPollAt;

/**
 * The next poll of a feed whose hub announces its news: once a day, and in time to renew the lease.
 *
 * Not after a poll that found news or that the hub has asked for: the publisher may have shown a copy of before, and a
 * second announcement close to the first is not followed. One more look at the feed's own rhythm finds what that left.
 */
export function nextPollWithHub(next: NextPoll, feed: Feed, outcome: PollSummary['outcome'], at: Date): NextPoll {
  const { subscription } = feed;
  if (subscription === undefined || !isLive(subscription, at) || isDistrusted(subscription, at)) return next;
  if (outcome !== 'unchanged' || isAnnounced(feed)) return next;
  const safety = Math.min(at.getTime() + SAFETY_POLL_MS, Math.max(asksAgainAt(subscription, at), next.at.getTime()));
  if (safety <= next.at.getTime()) return next;
  return { ...next, at: new Date(safety), reason: 'The hub announces news; this is a look in case it does not.' };
}

const isDistrusted = ({ missedAt }: Subscription, at: Date): boolean =>
  missedAt !== undefined && at.getTime() - Date.parse(missedAt) < DISTRUST_MS;

/**
 * Whether a poll of our own has found what the hub should have announced. Not when the poll before was earlier than the
 * subscription, nor when there was an announcement within the hour before that poll: it may have meant this. Once is enough
 * while the hub is distrusted.
 */
function hasMissed({ subscription, nextPollAt, lastPoll }: Feed, at: Date): boolean {
  if (subscription?.confirmedAt === undefined || lastPoll === undefined) return false;
  if (!isLive(subscription, at) || isDistrusted(subscription, at)) return false;
  const { confirmedAt, announcedAt } = subscription;
  const spokeLately = announcedAt !== undefined && Date.parse(announcedAt) > Date.parse(lastPoll.at) - HOUR_MS;
  return announcedAt !== nextPollAt && confirmedAt < lastPoll.at && !spokeLately;
}

/** When to poll after an announcement; undefined when a poll that is yet to come, or its follower, will see what it means. */
export function pollAfterAnnouncement(feed: Feed, now: Date): Date | undefined {
  const planned = Date.parse(feed.nextPollAt);
  const wait = feed.lastPoll === undefined ? 0 : Date.parse(feed.lastPoll.at) + ANNOUNCEMENT_SPACING_MS;
  const at = Math.max(now.getTime(), wait);
  const isUnderWay = isAnnounced(feed) && now.getTime() - planned < ANNOUNCEMENT_SPACING_MS;
  const isSoon = planned > now.getTime() && planned <= at;
  // `Retry-After` is the publisher's own word, and wins over the hub's.
  const isSentAway = /^http-(?:429|503)$/.test(feed.lastPoll?.reason ?? '') && planned > now.getTime();
  return isUnderWay || isSoon || isSentAway ? undefined : new Date(at);
}
