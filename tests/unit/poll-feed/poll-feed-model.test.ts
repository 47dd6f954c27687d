/**
 * Whatever a publisher does between two polls, and wherever a poll dies, the articles are the stories that its documents have
 * shown: each once, in the last edition that was shown.
 */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FeedStore } from '../../../lambdas/core/feed/record/feed-store.ts';
import type { ItemMessage } from '../../../lambdas/core/queues/messages.ts';
import { pollFeed } from '../../../lambdas/poll-feed/poll-feed.ts';
import { noCredentials } from '../../fakes/credentials.ts';
import { feed } from '../../fakes/feed.ts';
import { fakeFeedStore } from '../../fakes/feed-store.ts';
import { ingestWorld } from '../../fakes/ingest-world.ts';
import { editionIn, type Habit, publisher, titleOf } from '../../fakes/publisher.ts';
import { feedsInProcess } from '../../fakes/readers.ts';
import { fakeWeb } from '../../fakes/web.ts';

type Delivery =
  | 'once'
  | 'twice'
  | 'dies before it sends'
  | 'dies while it sends'
  | 'dies before it records'
  | 'server fails';
interface Step {
  readonly habit: Habit;
  readonly choice: number;
  readonly delivery: Delivery;
}

const HOUR = 3_600_000;
const START = Date.parse('2026-11-23T08:00:00.000Z');
const died = new Error('The function died.');

/** The habits of one publisher. Together some changes could not be recognised, such as a new address for an edited story. */
const PUBLISHERS = {
  'makes up guids': ['publish', 'publish', 'edit', 'reorder', 'rest', 'rename', 'rename'],
  'moves its site': ['publish', 'publish', 'edit', 'reorder', 'rest', 'secure', 'move'],
  'gives no guids': ['publish', 'publish', 'reorder', 'rest', 'secure', 'move'],
} satisfies Record<string, Habit[]>;
type Kind = keyof typeof PUBLISHERS;

const stepsOf = (kind: Kind) =>
  fc.array(
    fc.record<Step>({
      habit: fc.constantFrom<Habit>(...PUBLISHERS[kind]),
      choice: fc.nat(1_000),
      delivery: fc.constantFrom<Delivery>(
        ...(['once', 'once', 'once', 'twice', 'dies before it sends'] as const),
        ...(['dies while it sends', 'dies before it records', 'server fails'] as const),
      ),
    }),
    { minLength: 1, maxLength: 25 },
  );

async function run(kind: Kind, all: readonly Step[]) {
  const site = publisher({ hasGuids: kind !== 'gives no guids' });
  const store = fakeFeedStore([feed()]);
  const sent: ItemMessage[] = [];
  const answers: Parameters<typeof fakeWeb>[0] = {};
  const expected = new Map<string, number>();
  let clock = START;
  let deaths: Delivery | undefined;
  const feeds: FeedStore = {
    ...store,
    async recordPoll(...poll) {
      if (deaths === 'dies before it records') throw died;
      return store.recordPoll(...poll);
    },
  };
  const items = {
    async send(messages: readonly ItemMessage[]) {
      if (deaths === 'dies before it sends') throw died;
      sent.push(...(deaths === 'dies while it sends' ? messages.slice(0, messages.length / 2) : messages));
      if (deaths === 'dies while it sends') throw died;
    },
  };
  const { fetch } = fakeWeb(answers);
  const poll = pollFeed({
    read: feedsInProcess,
    credentials: noCredentials,
    feeds,
    items,
    fetch,
    floorMinutes: 5,
    backfillPagesDays: 7,
    now: () => new Date(clock),
  });

  for (const { habit, choice, delivery } of all) {
    site.act(habit, choice);
    clock += HOUR;
    const message = { version: 1, feedId: 'feed-a', nextPollAt: store.feeds.get('feed-a')?.nextPollAt ?? '' } as const;
    const url = feed().url;
    answers[url] = delivery === 'server fails' ? { status: 500 } : { body: site.document() };
    if (delivery.startsWith('dies')) {
      deaths = delivery;
      await poll(message).catch((error: unknown) => expect(error).toBe(died));
      deaths = undefined;
    }
    await poll(message); // as SQS delivers it again
    if (delivery === 'twice') expect(await poll(message)).toEqual({ outcome: 'stale' });
    if (delivery !== 'server fails') for (const story of site.shown()) expected.set(titleOf(story), story.edition);
  }
  return { sent, expected, deaths: all.filter(({ delivery }) => delivery.startsWith('dies')).length };
}

describe.each(Object.keys(PUBLISHERS) as Kind[])('a publisher that %s', (kind) => {
  it('the articles are the stories of its documents, each once, in the last edition', async () => {
    await fc.assert(
      fc.asyncProperty(stepsOf(kind), async (all) => {
        const { sent, expected } = await run(kind, all);
        const { articles, ingest } = ingestWorld();
        for (const message of sent) await ingest(message);
        const stored = [...articles.articles.values()].map(({ title, text }) => [title, editionIn(text)]);
        expect(stored.toSorted()).toEqual([...expected].toSorted());
      }),
    );
  });
});

describe.each(['moves its site', 'gives no guids'] as const)('a publisher that %s', (kind) => {
  it('no edition is sent twice, unless a poll died', async () => {
    await fc.assert(
      fc.asyncProperty(stepsOf(kind), async (all) => {
        const { sent, deaths } = await run(kind, all);
        const times = new Map<string, number>();
        for (const { item } of sent) {
          const key = `${item.title} ${editionIn(item.summary)}`;
          times.set(key, (times.get(key) ?? 0) + 1);
        }
        expect(Math.max(0, ...times.values())).toBeLessThanOrEqual(1 + deaths);
      }),
    );
  });
});
