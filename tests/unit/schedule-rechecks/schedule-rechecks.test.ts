import { describe, expect, it } from 'vitest';
import type { Article } from '../../../lambdas/core/article/record/article.ts';
import { DeadlineError, MessageError, SendError } from '../../../lambdas/core/errors.ts';
import { parseScheduledRun, type RecheckMessage } from '../../../lambdas/core/queues/messages.ts';
import {
  type ScheduleRechecksDependencies,
  scheduleRechecks,
} from '../../../lambdas/schedule-rechecks/schedule-rechecks.ts';
import { article } from '../../fakes/article.ts';
import { fakeArticleIndex } from '../../fakes/article-index.ts';

const seenAt = (firstSeenAt: string, fields: Partial<Article> = {}): Article =>
  article({ articleId: `of ${firstSeenAt}`, firstSeenAt, ...fields });
const TEN = { scheduledTime: '2026-11-24T10:00:00Z' };

function world(articles: readonly Article[], overrides: Partial<ScheduleRechecksDependencies> = {}) {
  const sent: RecheckMessage[] = [];
  const batches: number[] = [];
  const rechecks = {
    async send(messages: readonly RecheckMessage[]) {
      batches.push(messages.length);
      sent.push(...messages);
    },
  };
  const run = scheduleRechecks({
    articles: fakeArticleIndex(articles),
    rechecks,
    afterHours: 24,
    hasTime: () => true,
    ...overrides,
  });
  return { sent, batches, run, ids: () => sent.map(({ recheck }) => recheck.articleId) };
}

describe('the hour of a run', () => {
  const ends = [
    '2026-11-23T08:59:59.999Z',
    '2026-11-23T09:00:00.000Z',
    '2026-11-23T09:59:59.999Z',
    '2026-11-23T10:00:00.000Z',
  ];

  it.each<[string, string, number, readonly string[]]>([
    ['a run takes the articles of the hour that ended a day before', '2026-11-24T10:00:00Z', 24, ends.slice(1, 3)],
    ['a run that is due late in the hour takes the same articles', '2026-11-24T10:59:59Z', 24, ends.slice(1, 3)],
    ['a run an hour later takes the articles of the next hour', '2026-11-24T11:00:00Z', 24, ends.slice(3)],
    ['a run after an hour takes the articles of the hour before its own', '2026-11-23T11:00:00Z', 1, ends.slice(1, 3)],
    ['a run after a week takes the articles of a week before', '2026-11-30T10:00:00Z', 168, ends.slice(1, 3)],
    ['a run at midnight takes articles of the day before', '2026-11-24T00:00:00Z', 13, ends.slice(3)],
  ])('%s', async (_, scheduledTime, afterHours, expected) => {
    const { run, ids } = world(
      ends.map((each) => seenAt(each)),
      { afterHours },
    );
    await run({ scheduledTime });
    expect(ids()).toEqual(expected.map((each) => `of ${each}`));
  });

  it('the runs of a day together take each article once', async () => {
    const minutes = Array.from({ length: 24 * 60 }, (_, n) => new Date(Date.UTC(2026, 10, 23, 0, n)).toISOString());
    const { run, ids } = world(minutes.map((each) => seenAt(each)));
    for (let hour = 1; hour <= 24; hour++)
      await run({ scheduledTime: new Date(Date.UTC(2026, 10, 24, hour)).toISOString() });
    expect(ids()).toEqual(minutes.map((each) => `of ${each}`));
  });
});

describe('a run', () => {
  it('a run sends each article with its address, by whose host the queue groups', async () => {
    const { run, sent } = world([
      seenAt('2026-11-23T09:15:00.000Z', { articleId: 'a', url: 'https://harbour.example/1' }),
    ]);
    expect(await run(TEN)).toEqual({ hour: '2026-11-23T09', sent: 1, passedOver: 0 });
    expect(sent).toEqual([{ version: 1, recheck: { articleId: 'a', url: 'https://harbour.example/1' } }]);
  });

  it('a run ignores an article without an address', async () => {
    const { url: _, ...nowhere } = seenAt('2026-11-23T09:15:00.000Z');
    const { run, batches } = world([nowhere]);
    expect(await run(TEN)).toMatchObject({ sent: 0, passedOver: 1 });
    expect(batches).toEqual([]);
  });

  const many = Array.from({ length: 250 }, (_, n) => seenAt('2026-11-23T09:15:00.000Z', { articleId: `${n}` }));

  it('a run sends in batches, and a smaller last batch', async () => {
    const { run, batches } = world(many);
    expect(await run(TEN)).toMatchObject({ sent: 250 });
    expect(batches).toEqual([100, 100, 50]);
  });

  it('a run without time fails, so that it is done again as a whole', async () => {
    let looks = 0;
    const { run, batches } = world(many, { hasTime: () => ++looks <= 2 });
    await expect(run(TEN)).rejects.toThrow(DeadlineError);
    expect(batches).toEqual([100, 100]);
    await expect(world(many, { hasTime: () => true }).run(TEN)).resolves.toMatchObject({ sent: 250 });
  });

  it('a run fails if the queue refuses a message', async () => {
    const rechecks = { send: () => Promise.reject(new SendError('items', [{ position: 1, reason: 'busy' }])) };
    await expect(world(many, { rechecks }).run(TEN)).rejects.toThrow(SendError);
  });
});

describe('the event of a run', () => {
  it('an event says when its run was due', () => {
    expect(parseScheduledRun(TEN)).toEqual(TEN);
  });

  it.each([
    ['an event of a schedule without an input is refused', { time: '2026-11-24T10:00:00Z', source: 'aws.scheduler' }],
    ['an event whose time is not filled in is refused', { scheduledTime: '<aws.scheduler.scheduled-time>' }],
    ['a missing event is refused', undefined],
  ])('%s', (_, event) => {
    expect(() => parseScheduledRun(event)).toThrow(MessageError);
  });
});
