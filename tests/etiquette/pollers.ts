/** Those who are scored: Wireroom, by its own use cases, queues' rules and fetcher; and one without manners. */
import type { SQSEvent } from 'aws-lambda';
import { createFetcher } from '../../lambdas/adapters/http/http-fetch.ts';
import { pacedFetcher } from '../../lambdas/adapters/http/paced-fetcher.ts';
import { processFifoBatch } from '../../lambdas/adapters/sqs/batch.ts';
import { hostOf } from '../../lambdas/core/feed/record/feed-url.ts';
import { parsePollMessage } from '../../lambdas/core/queues/messages.ts';
import { pollFeed } from '../../lambdas/poll-feed/poll-feed.ts';
import { schedulePolls } from '../../lambdas/schedule-polls/schedule-polls.ts';
import { feed } from '../fakes/feed.ts';
import { fakeFeedStore } from '../fakes/feed-store.ts';
import type { HostClocks } from './host-clocks.ts';

/** What is polled, and where time is told. */
export interface Task {
  readonly feedUrls: readonly string[];
  /** Origins on loopback that may be visited. */
  readonly origins: readonly string[];
  readonly clocks: HostClocks;
}

export interface Poller {
  /** Does what is to be done in this minute. */
  minute(): Promise<void>;
  /** When there is something to do next, in milliseconds since 1970. */
  nextAt(): number;
}

/** How long each request takes in simulated time. */
const REQUEST_MS = 200;

export function wireroom({ feedUrls, origins, clocks }: Task): Poller {
  const start = new Date(clocks.minute()).toISOString();
  const store = fakeFeedStore(
    feedUrls.map((url, n) => feed({ feedId: `feed-${n}`, url, addedAt: start, nextPollAt: start })),
  );
  const fetch = createFetcher({
    userAgent: 'Wireroom/0.1.0 (+https://operator.example/bot)',
    timeoutMs: 30_000,
    maxBytes: 15 * 1024 * 1024,
    allowedOrigins: origins.flatMap((origin) => [origin, origin.replace('http:', 'https:')]),
  });

  /** The poller as it works at one host, where time goes on while it waits. */
  const pollerAt = (host: string) => {
    const now = () => clocks.at(host);
    const paced = pacedFetcher(
      async (request) => {
        const outcome = await fetch(request);
        clocks.wait(host, REQUEST_MS);
        return outcome;
      },
      { spacingMs: 1_000, allowedOrigins: [], now, sleep: async (ms) => clocks.wait(host, ms) },
    );
    const items = { send: async () => {} };
    return pollFeed({ feeds: store, items, fetch: paced, floorMinutes: 5, now: () => new Date(now()) });
  };
  const pollers = new Map<string, ReturnType<typeof pollerAt>>();

  return {
    async minute() {
      const Records: { messageId: string; body: string; attributes: { MessageGroupId: string } }[] = [];
      const schedule = schedulePolls({
        feeds: store,
        polls: {
          async send(messages) {
            for (const { message, url } of messages) {
              // As queues.ts: the group is the host, so that it is visited by one at a time.
              const attributes = { MessageGroupId: hostOf(url) };
              Records.push({ messageId: message.feedId, body: JSON.stringify(message), attributes });
            }
          },
        },
        leaseSeconds: 900,
        concurrency: 50,
        now: () => new Date(clocks.minute()),
        hasTime: () => true,
      });
      await schedule();
      const context = { getRemainingTimeInMillis: () => Number.POSITIVE_INFINITY };
      const { batchItemFailures } = await processFifoBatch(
        { Records } as unknown as SQSEvent,
        context,
        0,
        async (record) => {
          const message = parsePollMessage(record.body);
          const host = message.host ?? '';
          const poll = pollers.get(host) ?? pollerAt(host);
          pollers.set(host, poll);
          await poll(message);
          return 'done';
        },
      );
      if (batchItemFailures.length > 0) throw new Error(`${batchItemFailures.length} polls failed by our own fault.`);
    },
    nextAt: () =>
      Math.min(
        ...[...store.feeds.values()].flatMap(({ status, nextPollAt }) =>
          status === 'active' ? Date.parse(nextPollAt) : [],
        ),
      ),
  };
}

/** Everything at once, every four minutes, as if it had never been there, and each time by another name. */
export function rude({ feedUrls, clocks }: Task): Poller {
  let round = 0;
  let last = Number.NEGATIVE_INFINITY;
  return {
    async minute() {
      last = clocks.minute();
      const headers = { 'user-agent': `Mozilla/5.0 (${++round})`, cookie: 'visitor=1' };
      await Promise.all(
        feedUrls.map((url) =>
          fetch(url, { headers }).then(
            (answer) => answer.arrayBuffer(),
            () => {},
          ),
        ),
      );
    },
    nextAt: () => last + 4 * 60_000,
  };
}
