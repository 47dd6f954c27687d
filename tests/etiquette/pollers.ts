/** The pollers that are scored: Wireroom, with its use cases, its queues' rules and its fetcher; and a rude poller. */

import type { SQSRecord } from 'aws-lambda';
import { createFetcher } from '../../lambdas/adapters/http/http-fetch.ts';
import { pacedFetcher } from '../../lambdas/adapters/http/paced-fetcher.ts';
import { processFifoBatch } from '../../lambdas/adapters/sqs/batch.ts';
import { hostOf } from '../../lambdas/core/feed/record/feed-url.ts';
import { parsePollMessage } from '../../lambdas/core/queues/messages.ts';
import { pollFeed } from '../../lambdas/poll-feed/poll-feed.ts';
import { schedulePolls } from '../../lambdas/schedule-polls/schedule-polls.ts';
import { sqsRecord } from '../../tools/local/event-sources/sqs-record.ts';
import { noCredentials } from '../fakes/credentials.ts';
import { feed } from '../fakes/feed.ts';
import { fakeFeedStore, fakeScheduleStore } from '../fakes/feed-store.ts';
import { consumerOf } from '../fakes/fifo-queue.ts';
import { feedsInProcess } from '../fakes/readers.ts';
import type { HostClocks } from './host-clocks.ts';

/** The feeds to poll, and the clocks. */
export interface Task {
  readonly feedUrls: readonly string[];
  /** Origins on the loopback interface that may be visited. */
  readonly origins: readonly string[];
  readonly clocks: HostClocks;
}

export interface Poller {
  /** Makes the polls of this minute. */
  minute(): Promise<void>;
  /** The time of the next poll, in milliseconds since 1970. */
  nextAt(): number;
}

/** Duration of each request in simulated time. */
const REQUEST_MS = 200;

export function wireroom({ feedUrls, origins, clocks }: Task): Poller {
  const start = new Date(clocks.minute()).toISOString();
  const store = fakeFeedStore(
    feedUrls.map((url, n) => feed({ feedId: `feed-${n}`, url, addedAt: start, nextPollAt: start })),
  );
  const rounds = fakeScheduleStore();
  const fetch = createFetcher({
    userAgent: 'Wireroom/0.1.0 (+https://operator.example/bot)',
    timeoutMs: 30_000,
    maxBytes: 15 * 1024 * 1024,
    allowedOrigins: origins.flatMap((origin) => [origin, origin.replace('http:', 'https:')]),
  });

  /** The poller of one host. The host's time advances while the poller waits. */
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
    return pollFeed({
      read: feedsInProcess,
      credentials: noCredentials,
      feeds: store,
      items,
      fetch: paced,
      floorMinutes: 5,
      backfillPagesDays: 7,
      now: () => new Date(now()),
    });
  };
  const pollers = new Map<string, ReturnType<typeof pollerAt>>();

  return {
    async minute() {
      const Records: SQSRecord[] = [];
      const schedule = schedulePolls({
        feeds: store,
        polls: {
          async send(messages) {
            for (const { message, url } of messages) {
              // As in queues.ts, the message group is the host, so that polls of a host never overlap.
              const Attributes = { MessageGroupId: hostOf(url) };
              const sent = { MessageId: message.feedId, Body: JSON.stringify(message), Attributes };
              Records.push(sqsRecord(sent, '', ''));
            }
          },
        },
        rounds,
        leaseSeconds: 900,
        feedsAtOnce: 50,
        now: () => new Date(clocks.minute()),
        hasTime: () => true,
      });
      await schedule();
      const context = { getRemainingTimeInMillis: () => Number.POSITIVE_INFINITY };
      const { batchItemFailures } = await processFifoBatch(
        { Records },
        context,
        consumerOf(async (record) => {
          const message = parsePollMessage(record.body);
          const host = message.host ?? '';
          const poll = pollers.get(host) ?? pollerAt(host);
          pollers.set(host, poll);
          await poll(message);
          return 'done';
        }),
      );
      if (batchItemFailures.length > 0) throw new Error(`${batchItemFailures.length} polls failed because of a bug.`);
    },
    nextAt: () =>
      Math.min(
        ...[...store.feeds.values()].flatMap(({ status, nextPollAt }) =>
          status === 'active' ? Date.parse(nextPollAt) : [],
        ),
      ),
  };
}

/** Requests all feeds at once every four minutes, without validators, and each time with another User-Agent. */
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
