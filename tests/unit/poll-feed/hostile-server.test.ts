/** Real batches of poll messages against a real server that means harm. */

import type { SQSRecord } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { guardedLookup } from '../../../lambdas/adapters/http/address-guard.ts';
import { processFifoBatch } from '../../../lambdas/adapters/sqs/batch.ts';
import { parsePollMessage } from '../../../lambdas/core/queues/messages.ts';
import { pollFeed } from '../../../lambdas/poll-feed/poll-feed.ts';
import { noCredentials } from '../../fakes/credentials.ts';
import { feed } from '../../fakes/feed.ts';
import { fakeFeedStore } from '../../fakes/feed-store.ts';
import { fakeResolve, fetcher } from '../../fakes/fetching.ts';
import { consumerOf } from '../../fakes/fifo-queue.ts';
import { HOSTILITIES, hostileServer } from '../../fakes/hostile-server.ts';
import { loopbackServer } from '../../fakes/loopback-server.ts';
import { feedsInProcess } from '../../fakes/readers.ts';

/** Max length of a body, in bytes: the default of poll-feed. */
const LIMIT = 15 * 1024 * 1024;
const NOW = new Date('2026-11-23T08:00:00.000Z');

const SLOW = new Set(HOSTILITIES.flatMap(({ path, reason }) => (reason === 'timeout' ? path : [])));

const pollRecord = (feedId: string): SQSRecord => ({
  messageId: feedId,
  receiptHandle: feedId,
  body: JSON.stringify({ version: 1, feedId, nextPollAt: feed().nextPollAt }),
  attributes: {
    MessageGroupId: feedId,
    ApproximateReceiveCount: '1',
    SentTimestamp: '0',
    SenderId: 'schedule-polls',
    ApproximateFirstReceiveTimestamp: '0',
  },
  messageAttributes: {},
  md5OfBody: '',
  eventSource: 'aws:sqs',
  eventSourceARN: 'arn:aws:sqs:eu-central-1:123456789012:polls.fifo',
  awsRegion: 'eu-central-1',
});

/** Polls a feed for each path, in one batch, as the Lambda does. */
async function pollAll(paths: readonly string[]) {
  const { origin } = await loopbackServer(hostileServer);
  const resolve = fakeResolve('8.8.8.8', '127.0.0.1');
  resolve('rebinding.example', { all: true }, () => {}); // somebody has checked the name before, and found it public
  const store = fakeFeedStore(paths.map((path) => feed({ feedId: path, url: origin + path })));
  const sent: (string | undefined)[] = [];
  const fetcherWith = (timeoutMs: number) =>
    fetcher([origin], { maxBytes: LIMIT, timeoutMs, lookup: guardedLookup(resolve) });
  const [impatient, patient] = [fetcherWith(300), fetcherWith(15_000)];
  const poll = pollFeed({
    read: feedsInProcess,
    credentials: noCredentials,
    feeds: store,
    items: { send: async (messages) => void sent.push(...messages.map(({ item }) => item.guid)) },
    fetch: (request) => (SLOW.has(request.url.slice(origin.length)) ? impatient : patient)(request),
    floorMinutes: 5,
    backfillPagesDays: 7,
    now: () => NOW,
  });
  const Records = paths.map(pollRecord);
  const context = { getRemainingTimeInMillis: () => 60_000 };
  const { batchItemFailures } = await processFifoBatch(
    { Records },
    context,
    consumerOf(async (record) => {
      await poll(parsePollMessage(record.body));
      return 'done';
    }),
  );
  return { store, sent, batchItemFailures };
}

/** Calls `work`, and returns the most bytes that buffers held meanwhile beyond those that they held before. */
async function mostHeld(work: () => Promise<unknown>): Promise<number> {
  const held = (): number => process.memoryUsage().arrayBuffers;
  const before = held();
  let most = 0;
  const timer = setInterval(() => (most = Math.max(most, held() - before)), 1);
  await work();
  clearInterval(timer);
  return Math.max(most, held() - before);
}

describe('a hostile publisher', () => {
  it.each(HOSTILITIES)('a publisher with $what ends in a failure by the name of $reason', async ({ path, reason }) => {
    const { store } = await pollAll([path]);
    expect(store.feeds.get(path)?.lastPoll).toMatchObject({
      outcome: 'failed',
      reason,
      detail: expect.stringMatching(/\S/),
    });
  });

  it('hostile publishers hold up nobody else: the other feeds of the batch are polled, and no message fails', async () => {
    const paths = HOSTILITIES.flatMap(({ path }) => [path, `/good-after${path}`]);
    const { store, sent, batchItemFailures } = await pollAll(paths);
    expect(batchItemFailures).toEqual([]);
    expect(sent).toEqual(HOSTILITIES.map(() => 'a'));
    const outcomes = paths.map((path) => store.feeds.get(path)?.lastPoll?.outcome);
    expect(outcomes).toEqual(HOSTILITIES.flatMap(() => ['failed', 'changed']));
  });

  // The bombs would fill a hundred megabytes. The server lives in this process, so its bytes are counted with ours.
  it.each(['/gzip-bomb', '/zstd-bomb', '/nested-bomb', '/endless-body'])(
    'a publisher with %s makes us hold less than three times the largest body',
    async (path) => {
      await pollAll([path]);
      expect(await mostHeld(() => pollAll([path]))).toBeLessThan(3 * LIMIT);
    },
  );
});
