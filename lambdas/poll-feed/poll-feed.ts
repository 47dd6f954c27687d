/** One poll of one feed: a polite conditional fetch, what is new in it to the Items queue, and when to come back. */

import { compact } from '../core/compact.ts';
import { type CadenceHints, nextPollAt } from '../core/feed/cadence.ts';
import { maxAgeOf, retryAtOf } from '../core/feed/http-hints.ts';
import { parseFeed } from '../core/feed/parse-feed.ts';
import { compareWithSeen, MOST_ITEMS } from '../core/feed/seen-set.ts';
import type { Feed, FeedItem, PollSummary } from '../core/feed/types.ts';
import { contentId } from '../core/hash.ts';
import type { ItemMessage, PollMessage } from '../core/messages.ts';
import type { FeedStore, FetchedState, Fetcher, FetchOutcome, ItemQueue } from '../core/ports.ts';

const ACCEPT =
  'application/atom+xml, application/rss+xml, application/rdf+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5';

export interface PollFeedDependencies {
  readonly feeds: FeedStore;
  readonly items: ItemQueue;
  readonly fetch: Fetcher;
  readonly floorMinutes: number;
  readonly now: () => Date;
}

/** `stale`: the message is a duplicate, or the feed was removed or paused; nothing was fetched. */
export type PollOutcome = PollSummary | { readonly outcome: 'stale' };

/** What a fetch came to, before anything is written. */
type Result = Pick<PollSummary, 'outcome' | 'detail' | 'reason'> & {
  readonly newItems?: readonly FeedItem[];
  readonly changedItems?: readonly FeedItem[];
  readonly state?: FetchedState;
  readonly hints?: Omit<CadenceHints, 'floorMinutes'>;
};

export const pollFeed =
  ({ feeds, items, fetch, floorMinutes, now }: PollFeedDependencies) =>
  async (message: PollMessage): Promise<PollOutcome> => {
    const feed = await feeds.get(message.feedId);
    if (feed === undefined || feed.status !== 'active' || feed.nextPollAt !== message.nextPollAt)
      return { outcome: 'stale' };

    const fetched = await fetch(
      compact({ url: feed.url, accept: ACCEPT, etag: feed.etag, lastModified: feed.lastModified }),
    );
    const at = now();
    const result = await read(feed, fetched, at);
    const newItems = result.newItems ?? [];
    const changedItems = result.changedItems ?? [];

    // Items before state: when we die in between, the poll is done again and the same messages come twice, never not at all.
    await items.send([...newItems, ...changedItems].map((item) => itemMessage(feed, item, at, result.state)));

    const { outcome, detail } = result;
    const summary: PollSummary = compact({
      at: at.toISOString(),
      outcome,
      detail,
      reason: result.reason,
      newItems: newItems.length,
      changedItems: changedItems.length,
    });
    const next = outcome === 'gone' ? undefined : nextPollAt(outcome, feed, { floorMinutes, ...result.hints }, at);
    const recorded = await feeds.recordPoll(feed, { summary, next, state: result.state });
    return recorded ? summary : { outcome: 'stale' };
  };

async function read(feed: Feed, fetched: FetchOutcome, at: Date): Promise<Result> {
  if (fetched.kind === 'failed') return { outcome: 'failed', reason: fetched.reason, detail: fetched.detail };
  const { status, headers } = fetched;
  if (status === 304) return { outcome: 'unchanged', detail: 'Not modified (304).', hints: hintsOf(fetched, at) };
  if (status === 410)
    return { outcome: 'gone', reason: 'gone', detail: 'The publisher says the feed is gone for good (410).' };
  if (status !== 200) {
    const detail = `The publisher answered with status ${status}.`;
    return { outcome: 'failed', reason: `http-${status}`, detail, hints: compact({ retryAt: retryAtOf(headers, at) }) };
  }

  const validators = compact({ etag: headers['etag'], lastModified: headers['last-modified'] });
  const bodyHash = contentId(Buffer.from(fetched.body).toString('latin1'));
  if (bodyHash === feed.bodyHash) {
    const state = compact({ ...known(feed), ...validators, bodyHash, seen: feed.seen });
    return { outcome: 'unchanged', detail: 'The same document as last time.', state, hints: hintsOf(fetched, at) };
  }

  const parsed = await parseFeed(fetched.body, compact({ contentType: headers['content-type'], baseUrl: fetched.url }));
  if (parsed.kind === 'failed') return { outcome: 'failed', reason: parsed.reason, detail: parsed.detail };
  const { title, siteUrl, language, items } = parsed.document;
  const { newItems, changedItems, seen } = compareWithSeen(items, feed.seen);
  const news = newItems.length + changedItems.length;
  const changedAt = news > 0 ? at.toISOString() : undefined;
  const state = compact({
    ...known(feed),
    ...compact({ title, siteUrl, language }),
    ...validators,
    bodyHash,
    seen,
    changedAt,
  });
  const detail =
    news > 0
      ? `${newItems.length} new and ${changedItems.length} changed of ${items.length} items.`
      : 'A new document without news.';
  const tooMany = items.length > MOST_ITEMS ? ` Only the first ${MOST_ITEMS} items are read.` : '';
  return {
    outcome: news > 0 ? 'changed' : 'unchanged',
    detail: detail + tooMany,
    newItems,
    changedItems,
    state,
    hints: hintsOf(fetched, at),
  };
}

const known = ({ title, siteUrl, language }: Feed): FetchedState => compact({ title, siteUrl, language });

const hintsOf = (
  { headers }: Extract<FetchOutcome, { kind: 'response' }>,
  at: Date,
): Omit<CadenceHints, 'floorMinutes'> => compact({ maxAgeSeconds: maxAgeOf(headers), retryAt: retryAtOf(headers, at) });

function itemMessage(
  { feedId, url }: Feed,
  item: FeedItem,
  foundAt: Date,
  state: FetchedState | undefined,
): ItemMessage {
  const { title, language } = state ?? {};
  return { version: 1, feed: compact({ feedId, url, title, language }), item, foundAt: foundAt.toISOString() };
}
