import { describe, expect, it } from 'vitest';
import { SendError } from '../../../lambdas/core/errors.ts';
import type { Feed } from '../../../lambdas/core/feed/record/feed.ts';
import type { PollMessage } from '../../../lambdas/core/queues/messages.ts';
import { type SchedulePollsDependencies, schedulePolls } from '../../../lambdas/schedule-polls/schedule-polls.ts';
import { feed } from '../../fakes/feed.ts';
import { fakeFeedStore, fakeScheduleStore } from '../../fakes/feed-store.ts';

const EIGHT = Date.parse('2026-11-23T08:00:00.000Z');
const DUE = '2026-11-23T07:59:00.000Z';
const at = (minute: number): Date => new Date(EIGHT + minute * 60_000);
const LEASE_MINUTES = 15;

const feeds = (count: number, fields: Partial<Feed> = {}): Feed[] =>
  Array.from({ length: count }, (_, index) =>
    feed({ feedId: `feed-${index}`, url: `https://site-${index}.example/rss`, nextPollAt: DUE, ...fields }),
  );

type Sent = { readonly message: PollMessage; readonly url: string };

/** The queue drops what it has had within five minutes, as SQS does. */
function world(initial: readonly Feed[], overrides: Partial<SchedulePollsDependencies> = {}) {
  const store = fakeFeedStore(initial);
  const rounds = fakeScheduleStore();
  const lastSent = new Map<string, number>();
  const queue: string[] = [];
  const requests: Sent[][] = [];
  const run = (minute: number, other: Partial<SchedulePollsDependencies> = {}) => {
    const now = at(minute);
    return schedulePolls({
      feeds: store,
      rounds,
      polls: {
        async send(messages) {
          requests.push([...messages]);
          for (const { message } of messages) {
            const id = `${message.feedId} ${message.nextPollAt}`;
            if (now.getTime() - (lastSent.get(id) ?? 0) < 300_000) continue;
            lastSent.set(id, now.getTime());
            queue.push(message.feedId);
          }
        },
      },
      leaseSeconds: LEASE_MINUTES * 60,
      feedsAtOnce: 3,
      now: () => now,
      hasTime: () => true,
      ...overrides,
      ...other,
    })();
  };
  const polled = (feedId: string, nextMinute: number): void => {
    const nextPollAt = at(nextMinute).toISOString();
    store.feeds.set(feedId, { ...feed({ feedId }), nextPollAt, availableAt: nextPollAt });
  };
  return { run, store, rounds, queue, requests, polled };
}

/** True for so many looks. */
const timeFor = (looks: number) => () => looks-- > 0;

describe('a run of the schedule', () => {
  it('a run sends the poll of each feed that is due', async () => {
    const { run, requests } = world(feeds(2));
    expect(await run(0)).toEqual({ sent: 2, complete: true });
    expect(requests).toEqual([
      [
        {
          message: { version: 1, feedId: 'feed-0', nextPollAt: DUE, host: 'site-0.example' },
          url: 'https://site-0.example/rss',
        },
        {
          message: { version: 1, feedId: 'feed-1', nextPollAt: DUE, host: 'site-1.example' },
          url: 'https://site-1.example/rss',
        },
      ],
    ]);
  });

  it.each<[string, Partial<Feed>]>([
    ['a run ignores a feed that is not due yet', { nextPollAt: '2026-11-23T08:00:00.001Z' }],
    ['a run ignores a feed that is paused', { status: 'paused' }],
    ['a run ignores a feed that is gone', { status: 'gone' }],
  ])('%s', async (_, fields) => {
    const { run, queue } = world(feeds(1, fields));
    expect(await run(0)).toEqual({ sent: 0, complete: true });
    expect(queue).toEqual([]);
  });

  it('a run polls a feed that is due at this very moment', async () => {
    expect(await world(feeds(1, { nextPollAt: at(0).toISOString() })).run(0)).toMatchObject({ sent: 1 });
  });

  it('a run sends in batches, and a smaller last batch', async () => {
    const { run, requests } = world(feeds(7));
    expect(await run(0)).toMatchObject({ sent: 7 });
    expect(requests.map(({ length }) => length)).toEqual([3, 3, 1]);
  });

  it('a run writes nothing if no feed is due', async () => {
    const { run, rounds } = world([]);
    await run(0);
    expect(await rounds.read()).toEqual({ runs: 0 });
  });
});

describe('a feed that was sent and is not polled', () => {
  it('a feed is left alone once its due time is some minutes ago', async () => {
    const { run, queue } = world(feeds(1));
    const sent = [];
    for (let minute = 0; minute < LEASE_MINUTES; minute++) sent.push((await run(minute)).sent);
    expect(sent.slice(0, 5)).toEqual([1, 1, 1, 0, 0]);
    expect(queue).toEqual(['feed-0']);
  });

  it('a feed is sent again when its lease ends, and polled by whichever message comes first', async () => {
    const { run, queue } = world(feeds(1));
    for (let minute = 0; minute <= LEASE_MINUTES; minute++) await run(minute);
    expect(queue).toEqual(['feed-0', 'feed-0']);
  });

  it('a feed is sent by the next run if the index shows it two minutes late', async () => {
    const { run, queue, polled } = world(feeds(1));
    await run(0);
    polled('feed-late', -2);
    await run(1);
    expect(queue).toEqual(['feed-0', 'feed-late']);
  });

  it('a feed is sent at the next sweep if the index shows it later than that', async () => {
    const { run, queue, polled } = world(feeds(1));
    await run(0);
    polled('feed-late', -10);
    for (let minute = 1; minute < LEASE_MINUTES; minute++) await run(minute);
    expect(queue).toEqual(['feed-0']);
    await run(LEASE_MINUTES);
    expect(queue).toContain('feed-late');
  });

  it('a feed is sent at once when a clock that was an hour fast is right again, and rounds go on from there', async () => {
    const { run, queue, polled, rounds } = world(feeds(1));
    await run(60);
    polled('feed-0', 5);
    expect(await run(6)).toMatchObject({ sent: 1 });
    expect(queue).toEqual(['feed-0', 'feed-0']);
    expect(await rounds.read()).toMatchObject({ sweptAt: at(6).toISOString(), sentUntil: at(6).toISOString() });
  });

  it('a feed that is due again is sent again', async () => {
    const { run, queue, polled } = world(feeds(1));
    await run(0);
    polled('feed-0', 5);
    for (let minute = 1; minute < 8; minute++) await run(minute);
    expect(queue).toEqual(['feed-0', 'feed-0']);
  });
});

describe('a run that has no time left', () => {
  it('a run without time stops, and the next run goes on behind the last feed that was sent', async () => {
    const { run, queue, requests } = world(feeds(8));
    expect(await run(0, { hasTime: timeFor(3) })).toEqual({ sent: 6, complete: false });
    expect(await run(1)).toEqual({ sent: 2 + 8, complete: true });
    expect(new Set(queue).size).toBe(8);
    expect(queue).toHaveLength(8);
    expect(requests[2]?.map(({ message }) => message.feedId)).toEqual(['feed-6', 'feed-7']);
  });

  it('a run without time from its start sends nothing', async () => {
    const { run, requests } = world(feeds(2));
    expect(await run(0, { hasTime: () => false })).toEqual({ sent: 0, complete: false });
    expect(requests).toEqual([]);
  });

  it('a run that dies is done again by the next run', async () => {
    const { run, queue, rounds } = world(feeds(3));
    const dying = { ...rounds, replace: () => Promise.reject(new Error('killed')) };
    await expect(run(0, { rounds: dying })).rejects.toThrow('killed');
    expect(await run(1)).toEqual({ sent: 3, complete: true });
    expect(queue).toHaveLength(3);
  });
});

describe('100,000 feeds that are due at once', () => {
  it('100,000 feeds are each queued once, by five runs and one that runs beside another', async () => {
    const { run, queue } = world(feeds(100_000), { feedsAtOnce: 200 });
    const part = () => ({ hasTime: timeFor(101) });
    const outcomes = [...(await Promise.all([run(0, part()), run(0, part())]))];
    for (let minute = 1; minute < 5; minute++) outcomes.push(await run(minute, part()));
    expect(outcomes.map(({ sent }) => sent)).toEqual(Array.from({ length: 6 }, () => 20_000));
    expect(new Set(queue).size).toBe(100_000);
    expect(queue).toHaveLength(100_000);
  });
});

describe('a queue that refuses', () => {
  it('a queue that refuses some messages makes the run fail, the others are sent, and the next run sends all again', async () => {
    const { run, queue, requests } = world(feeds(7));
    const picky = {
      async send(messages: readonly Sent[]) {
        requests.push([...messages]);
        if (requests.length === 1) throw new SendError('polls', [{ position: 1, reason: 'busy' }]);
      },
    };
    await expect(run(0, { polls: picky })).rejects.toThrow(SendError);
    expect(requests.map(({ length }) => length)).toEqual([3, 3, 1]);
    expect(await run(1)).toMatchObject({ sent: 7 });
    expect(queue).toContain('feed-1');
  });

  it('a feed whose message was refused is sent by the next run, however long it has been due', async () => {
    const { run, requests } = world(feeds(1, { nextPollAt: at(-60).toISOString() }));
    const refusing = { send: () => Promise.reject(new SendError('polls', [{ position: 0, reason: 'busy' }])) };
    await expect(run(0, { polls: refusing })).rejects.toThrow(SendError);
    expect(await run(1)).toMatchObject({ sent: 1 });
    expect(requests).toHaveLength(1);
  });

  it('a refusal in a run without time doesn’t keep the feeds behind it waiting, and is made up for after them', async () => {
    const { run, requests } = world(feeds(7, { nextPollAt: at(-60).toISOString() }));
    const refusing = { send: () => Promise.reject(new SendError('polls', [{ position: 1, reason: 'busy' }])) };
    await expect(run(0, { polls: refusing, hasTime: timeFor(2) })).rejects.toThrow(SendError);
    await run(1);
    const sent = requests.map((each) => each.map(({ message }) => message.feedId.replace('feed-', '')).join(' '));
    expect(sent).toEqual(['3 4 5', '6', '0 1 2', '3 4 5', '6']);
  });

  it('a queue that fails as a whole makes the run fail, and the next run sends the same', async () => {
    const { run, queue } = world(feeds(2));
    const refusing = { send: () => Promise.reject(new Error('refused')) };
    await expect(run(0, { polls: refusing })).rejects.toThrow('refused');
    expect(await run(1)).toMatchObject({ sent: 2 });
    expect(queue).toEqual(['feed-0', 'feed-1']);
  });
});
