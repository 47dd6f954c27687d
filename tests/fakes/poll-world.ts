import type { KeptCredentials } from '../../lambdas/core/feed/credentials/kept-credentials.ts';
import type { Feed } from '../../lambdas/core/feed/record/feed.ts';
import type { FeedStore } from '../../lambdas/core/feed/record/feed-store.ts';
import { hostOf } from '../../lambdas/core/feed/record/feed-url.ts';
import type { ItemMessage, PollMessage } from '../../lambdas/core/queues/messages.ts';
import type { FetchOutcome } from '../../lambdas/core/web/fetcher.ts';
import { pollFeed } from '../../lambdas/poll-feed/poll-feed.ts';
import { noCredentials } from './credentials.ts';
import { feed } from './feed.ts';
import { fakeFeedStore } from './feed-store.ts';
import { feedsInProcess } from './readers.ts';
import { type Answer, fakeWeb } from './web.ts';

export const URL = 'https://harbour.example/rss';
export const START = new Date('2026-11-23T08:00:00.000Z');

export const rss = (...stories: string[]): string =>
  `<rss version="2.0"><channel><title>Harbour Post</title><link>https://harbour.example/</link><language>en</language>${stories.join('')}</channel></rss>`;
export const story = (id: string, text = `Text of ${id}.`): string =>
  `<item><guid>${id}</guid><link>https://harbour.example/${id}</link><title>${id}</title><description>${text}</description></item>`;

/** A feed and its publisher. Each `poll` comes an hour after the previous poll, and answers the current due time. */
export function world(
  initial: Partial<Feed> = {},
  decorate: (store: FeedStore) => FeedStore = (store) => store,
  credentials: (now: () => Date) => KeptCredentials = () => noCredentials,
) {
  const store = fakeFeedStore([feed(initial)]);
  const answers: Record<string, Answer | FetchOutcome> = {};
  const web = fakeWeb(answers);
  const sent: ItemMessage[][] = [];
  let clock = START.getTime();
  const now = () => new Date(clock);
  const poll = pollFeed({
    read: feedsInProcess,
    credentials: credentials(now),
    feeds: decorate(store),
    items: { send: async (messages) => void sent.push([...messages]) },
    fetch: web.fetch,
    floorMinutes: 5,
    backfillPagesDays: 7,
    now,
  });
  const state = () => store.feeds.get('feed-a');
  const due = (): PollMessage => ({
    version: 1,
    feedId: 'feed-a',
    nextPollAt: state()?.nextPollAt ?? '',
    host: hostOf(state()?.url ?? URL),
  });
  return {
    store,
    state,
    sent,
    requests: web.requests,
    due,
    deliver: poll,
    async poll(answer?: Answer | FetchOutcome) {
      if (answer !== undefined) answers[URL] = answer;
      clock += 3_600_000;
      return poll(due());
    },
    guids: () => sent.flat().map(({ item }) => item.guid),
  };
}
