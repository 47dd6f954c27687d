/** One poll of one feed: a polite conditional fetch, what is new in it to the Items queue, and when to come back. */

import { compact } from '../core/compact.ts';
import type { FeedItem } from '../core/feed/document/feed-document.ts';
import { addressAfter } from '../core/feed/polling/feed-address.ts';
import { coolDownOf } from '../core/feed/polling/host-cool-down.ts';
import { type Note, notesOn } from '../core/feed/polling/notes.ts';
import { afterCoolDown, nextPollAt } from '../core/feed/polling/poll-schedule.ts';
import { readAnswer } from '../core/feed/polling/read-answer.ts';
import { validatorsToSend } from '../core/feed/polling/validators.ts';
import type { Feed, PollSummary } from '../core/feed/record/feed.ts';
import type { FeedStore, FetchedState } from '../core/feed/record/feed-store.ts';
import { addedUrlOf, hostOf } from '../core/feed/record/feed-url.ts';
import { nextPollWithHub } from '../core/feed/websub/subscription.ts';
import type { ItemMessage, PollMessage } from '../core/queues/messages.ts';
import type { ItemQueue } from '../core/queues/queues.ts';
import type { Fetcher } from '../core/web/fetcher.ts';
import { keepSubscription, type SubscriptionDependencies } from './keep-subscription.ts';

const ACCEPT =
  'application/atom+xml, application/rss+xml, application/rdf+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5';

export interface PollFeedDependencies {
  readonly feeds: FeedStore;
  readonly items: ItemQueue;
  readonly fetch: Fetcher;
  readonly floorMinutes: number;
  /** To subscribe at the hubs that feeds name. @default no hub is asked */
  readonly hubs?: SubscriptionDependencies | undefined;
  readonly now: () => Date;
}

/**
 * Two without a fetch. `stale`: the message is a duplicate, or the feed was removed or paused. `postponed`: its host
 * has asked to be left alone.
 */
export type PollOutcome =
  | (PollSummary & { readonly noted: readonly Note[] })
  | { readonly outcome: 'stale' }
  | { readonly outcome: 'postponed'; readonly detail: string };

export const pollFeed =
  ({ feeds, items, fetch, floorMinutes, hubs, now }: PollFeedDependencies) =>
  async (message: PollMessage): Promise<PollOutcome> => {
    const { feed, coolDownUntil } = await feeds.find(message.feedId, message.host);
    if (feed === undefined || feed.status !== 'active' || feed.nextPollAt !== message.nextPollAt)
      return { outcome: 'stale' };

    const begun = now();
    if (coolDownUntil !== undefined && coolDownUntil > begun) {
      const next = afterCoolDown(coolDownUntil, feed, begun);
      return (await feeds.postpone(feed, next)) ? { outcome: 'postponed', detail: next.reason } : { outcome: 'stale' };
    }

    const validators = validatorsToSend(feed, begun);
    // A delta is the difference to the document that the ETag names (RFC 3229 §10.5.3).
    const delta = validators.etag !== undefined;
    const fetched = await fetch({ url: feed.url, accept: ACCEPT, ...validators, delta });
    const at = now();
    const answer = await readAnswer(feed, validators, fetched, at);
    const { schedule, retryAt, state, newItems, changedItems } = answer;
    const redirects = fetched.kind === 'response' ? fetched.redirects : undefined;
    const address = addressAfter(feed, redirects ?? [], answer.proof, at);

    const coolDown = fetched.kind === 'response' ? coolDownOf(fetched.status, retryAt, at) : undefined;
    if (fetched.kind === 'response' && coolDown !== undefined) await feeds.coolDown(hostOf(fetched.url), coolDown);

    // Items before state: when we die in between, the poll is done again and the same messages come twice, never not at all.
    await items.send([...newItems, ...changedItems].map((item) => itemMessage(feed, item, at, state)));

    const summary: PollSummary = {
      at: at.toISOString(),
      ...answer.summary,
      detail: `${answer.summary.detail}${address.url === feed.url ? '' : ` It is polled at ${address.url} from now on.`}`,
      newItems: newItems.length,
      changedItems: changedItems.length,
    };
    const hints = compact({ floorMinutes, retryAt, publisher: (state ?? feed).publisherHints });
    const byRhythm = schedule && nextPollAt(schedule, { ...feed, ...state }, hints, at);
    // Where WebSub was switched off, what was agreed is worth nothing: hubs call in vain.
    const next = hubs && byRhythm ? nextPollWithHub(byRhythm, feed, answer.summary.outcome, at) : byRhythm;
    const recorded = await feeds.recordPoll(feed, { summary, next, state, address });
    if (!recorded) return { outcome: 'stale' };
    if (hubs !== undefined && next !== undefined && state !== undefined) {
      await keepSubscription(hubs)(compact({ ...feed, hub: state.hub }), newItems.length > 0, at);
    }
    return { ...summary, noted: notesOn(feed, state, at) };
  };

function itemMessage(feed: Feed, item: FeedItem, foundAt: Date, state: FetchedState | undefined): ItemMessage {
  const { title, language } = state ?? {};
  const { feedId, pages } = feed;
  return {
    version: 1,
    feed: compact({ feedId, url: addedUrlOf(feed), title, language, pages }),
    item,
    foundAt: foundAt.toISOString(),
  };
}
