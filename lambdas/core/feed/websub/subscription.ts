/**
 * The websub room: from a feed that names a hub to polls that follow the hub's announcements. The steps in order, with
 * their files (https://www.w3.org/TR/websub/, docs/decisions/websub.md):
 *
 * 1. `hub-headers.ts`: the headers of a feed → its hub and topic; a document may name them too.
 * 2. `subscription.ts`, this file: the feed after a poll → a hub to ask or to leave (`subscriptionStep`).
 * 3. `callback-path.ts`: a subscription → the address that the hub calls. `hub-client.ts`: a request to the hub → accepted, or the reason why not; `subscription-store.ts` keeps the
 *    agreement.
 * 4. `callback-path.ts`: the address of a call → whether we made it. `hub-signature.ts`: a call of the hub → whether it was signed with our secret.
 * 5. `subscription.ts`: an announcement → when the feed is polled (`pollAfterAnnouncement`).
 * 6. `subscription.ts`: a poll without news → a later poll, because the hub will announce news (`nextPollWithHub`).
 *
 * `poll-feed/keep-subscription.ts` runs steps 2 and 3, `websub-callback.ts` steps 4 and 5, `poll-feed.ts` step 6.
 */
import { compact } from '../../compact.ts';
import type { FeedHub } from '../document/feed-document.ts';
import type { Feed, PollSummary, Subscription } from '../record/feed.ts';
import type { NextPoll } from '../record/feed-store.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** The lease that we ask for: ten days, as in WebSub's example; the hub decides. */
export const HUB_LEASE_SECONDS = 864_000;
/** The time between two requests to a hub that hasn't confirmed, and min time until another hub is asked. */
const RETRY_MS = DAY_MS;
/** The time between two requests for one renewal. */
const RENEWAL_RETRY_MS = HOUR_MS;
/** The time until a scheduled poll of a feed with a hub, in case the hub is silent. */
const SAFETY_POLL_MS = DAY_MS;
/** How long a hub that missed news is not relied upon. */
const DISTRUST_MS = 7 * DAY_MS;
/** Min time between two polls that a hub announces. */
const ANNOUNCEMENT_SPACING_MS = 60_000;
/** A poll this long after an announcement may find news that the announcement meant. */
const ANNOUNCEMENT_REACH_MS = HOUR_MS;

export interface SubscriptionStep {
  /** To be stored, and then asked for. */
  readonly ask?: Subscription;
  /** To be given up. */
  readonly leave?: Subscription;
}

/**
 * Returns what to ask of which hub after a poll.
 *
 * @param feed as it was before the poll, with the hub that it names now
 * @param foundNews whether the poll has brought any
 * @param random an unguessable text of at most 200 characters, another each time
 */
export function subscriptionStep(feed: Feed, foundNews: boolean, at: Date, random: () => string): SubscriptionStep {
  const { hub, subscription } = feed;
  const requestedAt = at.toISOString();
  if (hub === undefined || subscription === undefined || !isAt(hub, subscription)) {
    // A feed that names another hub at each poll would otherwise make us call hubs at each poll.
    if (subscription !== undefined && at.getTime() < Date.parse(subscription.requestedAt) + RETRY_MS) return {};
    const ask = hub && withSecret({ ...hub, token: random(), requestedAt }, random);
    return compact({ ask, leave: subscription });
  }
  const { problem: _, secret, ...rest } = subscription;
  const agreement = withSecret(rest, () => secret ?? random());
  // A hub that missed news may have forgotten us.
  if (foundNews && hasMissed(feed, at)) return { ask: { ...agreement, requestedAt, missedAt: requestedAt } };
  return at.getTime() < asksAgainAt(subscription, at) ? {} : { ask: { ...agreement, requestedAt } };
}

const isAt = (hub: FeedHub, { url, topic }: FeedHub): boolean => hub.url === url && hub.topic === topic;

/** A secret would cross the network in the clear on its way to a hub without HTTPS. */
const withSecret = (agreement: Omit<Subscription, 'secret'>, secret: () => string): Subscription =>
  agreement.url.startsWith('https:') ? { ...agreement, secret: secret() } : agreement;

export const isLive = ({ leaseUntil = '' }: Subscription, at: Date): boolean => leaseUntil > at.toISOString();

/** Returns when to ask the hub again, in milliseconds since 1970. A lease is renewed when half of it has passed. */
function asksAgainAt(subscription: Subscription, at: Date): number {
  const asked = Date.parse(subscription.requestedAt);
  const { confirmedAt, leaseUntil } = subscription;
  if (confirmedAt === undefined || leaseUntil === undefined || !isLive(subscription, at)) return asked + RETRY_MS;
  const confirmed = Date.parse(confirmedAt);
  const halfTime = (confirmed + Date.parse(leaseUntil)) / 2;
  return asked > confirmed ? Math.max(halfTime, asked + RENEWAL_RETRY_MS) : halfTime;
}

/** Whether the poll that is due answers an announcement. */
export const isAnnounced = ({ subscription, nextPollAt }: Feed): boolean => subscription?.announcedAt === nextPollAt;

/**
 * Returns the next poll of a feed whose hub announces its news: once a day, and in time to renew the lease.
 *
 * After a poll that found news, or that the hub announced, the poll schedule holds: the publisher may have shown an
 * older copy, and a second announcement close to the first makes no poll. One more scheduled poll finds the rest.
 */
export function nextPollWithHub(next: NextPoll, feed: Feed, outcome: PollSummary['outcome'], at: Date): NextPoll {
  const { hub, subscription } = feed;
  if (subscription === undefined || !isReliedUpon(subscription, at)) return next;
  // A hub that the feed names no more may be left to its silence.
  if (hub === undefined || !isAt(hub, subscription)) return next;
  if (outcome !== 'unchanged' || isAnnounced(feed)) return next;
  const renewalAt = Math.max(asksAgainAt(subscription, at), next.at.getTime());
  const safetyPollAt = Math.min(at.getTime() + safetyMs(feed), renewalAt);
  if (safetyPollAt <= next.at.getTime()) return next;
  return { ...next, at: new Date(safetyPollAt), reason: 'The hub announces news; this is a look in case it does not.' };
}

/** The feed's longest interval, if that is set and shorter. */
const safetyMs = ({ longestMinutes = Infinity }: Feed): number => Math.min(longestMinutes * 60_000, SAFETY_POLL_MS);

/** Whether the hub is expected to announce all news. */
const isReliedUpon = (subscription: Subscription, at: Date): boolean =>
  isLive(subscription, at) && !isDistrusted(subscription, at);

const isDistrusted = ({ missedAt }: Subscription, at: Date): boolean =>
  missedAt !== undefined && at.getTime() - Date.parse(missedAt) < DISTRUST_MS;

/**
 * Whether a scheduled poll has found news that the hub should have announced. The hub has missed nothing if the poll
 * before was earlier than the subscription, or if an announcement shortly before that poll may have meant this news.
 */
function hasMissed({ subscription, nextPollAt, lastPoll }: Feed, at: Date): boolean {
  if (subscription?.confirmedAt === undefined || lastPoll === undefined) return false;
  if (!isReliedUpon(subscription, at)) return false;
  const { confirmedAt, announcedAt } = subscription;
  const mayMeanThis =
    announcedAt !== undefined && Date.parse(announcedAt) > Date.parse(lastPoll.at) - ANNOUNCEMENT_REACH_MS;
  return announcedAt !== nextPollAt && confirmedAt < lastPoll.at && !mayMeanThis;
}

/**
 * Returns when to poll after an announcement; undefined if a poll that is planned or under way, or the poll after, will
 * do.
 */
export function pollAfterAnnouncement(feed: Feed, now: Date): Date | undefined {
  const planned = Date.parse(feed.nextPollAt);
  const earliest = feed.lastPoll === undefined ? 0 : Date.parse(feed.lastPoll.at) + ANNOUNCEMENT_SPACING_MS;
  const at = Math.max(now.getTime(), earliest);
  const isUnderWay = isAnnounced(feed) && now.getTime() - planned < ANNOUNCEMENT_SPACING_MS;
  const isSoon = planned > now.getTime() && planned <= at;
  return isUnderWay || isSoon || isSentAway(feed, now) ? undefined : new Date(at);
}

/** Whether the publisher has asked to be left alone: its `Retry-After` wins over the hub. */
const isSentAway = ({ lastPoll, nextPollAt }: Feed, now: Date): boolean =>
  (lastPoll?.reason === 'http-429' || lastPoll?.reason === 'http-503') && Date.parse(nextPollAt) > now.getTime();
