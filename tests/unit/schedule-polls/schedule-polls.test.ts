import { describe, expect, it } from 'vitest';
import { SendError } from '../../../lambdas/core/errors.ts';
import type { Feed } from '../../../lambdas/core/feed/record/feed.ts';
import type { FeedStore } from '../../../lambdas/core/feed/record/feed-store.ts';
import type { PollMessage } from '../../../lambdas/core/queues/messages.ts';
import { type SchedulePollsDependencies, schedulePolls } from '../../../lambdas/schedule-polls/schedule-polls.ts';
import { feed } from '../../fakes/feed.ts';
import { type FakeFeedStore, fakeFeedStore } from '../../fakes/feed-store.ts';

const NOW = new Date('2026-11-23T08:00:00.000Z');
const DUE = '2026-11-23T07:59:00.000Z';
const LEASE_END = '2026-11-23T08:02:00.000Z';

const feeds = (count: number, fields: Partial<Feed> = {}): Feed[] =>
  Array.from({ length: count }, (_, index) =>
    feed({ feedId: `feed-${index}`, url: `https://site-${index}.example/rss`, nextPollAt: DUE, ...fields }),
  );

function world(initial: readonly Feed[], overrides: Partial<SchedulePollsDependencies> = {}) {
  const store: FakeFeedStore = fakeFeedStore(initial);
  const sent: { message: PollMessage; url: string }[] = [];
  const batches: number[] = [];
  const log: string[] = [];
  const dependencies: SchedulePollsDependencies = {
    feeds: {
      ...store,
      async lease(due, until) {
        log.push('lease');
        return store.lease(due, until);
      },
    },
    polls: {
      async send(messages) {
        log.push('send');
        batches.push(messages.length);
        sent.push(...messages);
      },
    },
    leaseSeconds: 120,
    concurrency: 3,
    now: () => NOW,
    hasTime: () => true,
    ...overrides,
  };
  return { store, sent, batches, log, schedule: schedulePolls(dependencies) };
}

describe('a run of the schedule', () => {
  it('a run leases each feed that is due, and sends its poll', async () => {
    const { store, sent, schedule } = world(feeds(2));
    expect(await schedule()).toEqual({ sent: 2, lost: 0, complete: true });
    expect(sent).toEqual([
      {
        message: { version: 1, feedId: 'feed-0', nextPollAt: DUE, host: 'site-0.example' },
        url: 'https://site-0.example/rss',
      },
      {
        message: { version: 1, feedId: 'feed-1', nextPollAt: DUE, host: 'site-1.example' },
        url: 'https://site-1.example/rss',
      },
    ]);
    expect([...store.feeds.values()].map(({ availableAt }) => availableAt)).toEqual([LEASE_END, LEASE_END]);
  });

  it('a run leases before it sends, because a message that is sent twice costs a publisher a poll', async () => {
    const { log, schedule } = world(feeds(2));
    await schedule();
    expect(log).toEqual(['lease', 'lease', 'send']);
  });

  it.each<[string, Partial<Feed>]>([
    ['a run ignores a feed that is not due yet', { nextPollAt: '2026-11-23T08:00:00.001Z' }],
    ['a run ignores a feed that is paused', { status: 'paused' }],
    ['a run ignores a feed that is gone', { status: 'gone' }],
  ])('%s', async (_, fields) => {
    const { sent, schedule } = world(feeds(1, fields));
    expect(await schedule()).toEqual({ sent: 0, lost: 0, complete: true });
    expect(sent).toEqual([]);
  });

  it('a run polls a feed that is due at this very moment', async () => {
    const { schedule } = world(feeds(1, { nextPollAt: NOW.toISOString() }));
    expect(await schedule()).toMatchObject({ sent: 1 });
  });

  it('a run sends in batches, and a smaller last batch', async () => {
    const { batches, schedule } = world(feeds(7));
    expect(await schedule()).toMatchObject({ sent: 7 });
    expect(batches.filter((size) => size > 0)).toEqual([3, 3, 1]);
  });

  it('a run does not send a feed that another run leased first', async () => {
    const store = fakeFeedStore(feeds(3));
    const raced: FeedStore = {
      ...store,
      async *due(now) {
        for await (const each of store.due(now)) {
          if (each.feedId === 'feed-1') await store.lease(each, new Date(LEASE_END));
          yield each;
        }
      },
    };
    const { sent, schedule } = world([], { feeds: raced });
    expect(await schedule()).toEqual({ sent: 2, lost: 1, complete: true });
    expect(sent.map(({ message }) => message.feedId)).toEqual(['feed-0', 'feed-2']);
  });

  it('two runs at once send each feed once', async () => {
    const { store, sent, schedule } = world(feeds(10));
    const polls = { send: async (messages: typeof sent) => void sent.push(...messages) };
    const other = world([], { feeds: store, polls: polls as SchedulePollsDependencies['polls'] });
    const outcomes = await Promise.all([schedule(), other.schedule()]);
    expect(sent.map(({ message }) => message.feedId).toSorted()).toEqual(feeds(10).map(({ feedId }) => feedId));
    expect(outcomes.reduce((sum, { sent: count }) => sum + count, 0)).toBe(10);
  });
});

describe('a run that has no time left', () => {
  it('a run without time stops, says so, and leaves the rest due for the next run', async () => {
    let looks = 0;
    const { store, sent, schedule } = world(feeds(8), { hasTime: () => ++looks <= 5 });
    expect(await schedule()).toEqual({ sent: 3, lost: 0, complete: false });
    expect(sent).toHaveLength(3);
    const due = [...store.feeds.values()].filter(({ availableAt }) => availableAt === DUE);
    expect(due).toHaveLength(5);

    const next = world([], { feeds: store });
    expect(await next.schedule()).toEqual({ sent: 5, lost: 0, complete: true });
  });

  it('a run without time from its start sends nothing', async () => {
    const { log, schedule } = world(feeds(2), { hasTime: () => false });
    expect(await schedule()).toEqual({ sent: 0, lost: 0, complete: false });
    expect(log).toEqual([]);
  });
});

describe('100,000 feeds that are due at once', () => {
  it('100,000 feeds are each sent once, by runs that overlap and that stop when their time is up', async () => {
    const store = fakeFeedStore(feeds(100_000));
    const sent: string[] = [];
    const run = (leases: number) => {
      let looks = 0;
      return world([], {
        feeds: store,
        polls: { send: async (messages) => void sent.push(...messages.map(({ message }) => message.feedId)) },
        concurrency: 50,
        hasTime: () => ++looks <= leases,
      }).schedule();
    };
    const outcomes = [...(await Promise.all([run(30_000), run(30_000)])), await run(30_000), await run(Infinity)];
    expect(outcomes.map(({ complete }) => complete)).toEqual([false, false, false, true]);
    expect(new Set(sent).size).toBe(100_000);
    expect(sent).toHaveLength(100_000);
    expect(await run(Infinity)).toEqual({ sent: 0, lost: 0, complete: true });
  });
});

describe('a queue that refuses', () => {
  it('a queue that refuses some messages makes the run fail, and their feeds are due again at once', async () => {
    const picky = { send: () => Promise.reject(new SendError('polls', [{ position: 1, reason: 'busy' }])) };
    const { store, schedule } = world(feeds(3), { polls: picky });
    await expect(schedule()).rejects.toThrow(SendError);
    const next = world([], { feeds: store });
    expect(await next.schedule()).toMatchObject({ sent: 1 });
    expect(next.sent.map(({ message }) => message.feedId)).toEqual(['feed-1']);
  });

  it('a queue that fails as a whole makes the run fail, and its feeds come back when their lease ends', async () => {
    const refusing = { send: () => Promise.reject(new Error('refused')) };
    const { store, schedule } = world(feeds(2), { polls: refusing });
    await expect(schedule()).rejects.toThrow('refused');
    const later = world([], { feeds: store, now: () => new Date(LEASE_END) });
    expect(await later.schedule()).toMatchObject({ sent: 2 });
    expect(later.sent.map(({ message }) => message.nextPollAt)).toEqual([DUE, DUE]);
  });
});
