import { describe, expect, it } from 'vitest';
import type { FeedRegistry } from '../../../../lambdas/adapters/dynamodb/feed-registry.ts';
import type { Feed } from '../../../../lambdas/core/feed/record/feed.ts';
import type { InvokeResult } from '../../../../tools/local/functions/function-instance.ts';
import type { LocalRuntime } from '../../../../tools/local/runtime.ts';
import { runCycle } from '../../../../tools/start/cycle.ts';
import { RunRecorder } from '../../../../tools/start/run-recorder.ts';
import { feed } from '../../../fakes/feed.ts';

const done: InvokeResult = { outcome: 'success', payload: null };
const died: InvokeResult = { outcome: 'crash', errorType: 'Runtime.ExitError', message: 'killed', trace: [] };

/** Runs a cycle. At each firing, the schedule polls the feeds of the next round, and ends as the round says. */
async function cycle(
  feeds: readonly Feed[],
  rounds: readonly { readonly polls: readonly string[]; readonly ends: InvokeResult }[],
) {
  const stored = new Map(feeds.map((each) => [each.feedId, each]));
  const madeDue: string[][] = [];
  let round: string[] = [];
  const registry = {
    get: async (feedId) => stored.get(feedId),
    makeDue: async (feedId) => round.push(feedId) > 0,
  } as Partial<FeedRegistry> as FeedRegistry;
  const runtime = {
    async fireSchedules() {
      const { polls, ends } = rounds[madeDue.push(round) - 1] ?? { polls: [], ends: done };
      round = [];
      const lastPoll = {
        at: new Date().toISOString(),
        outcome: 'unchanged',
        detail: '',
        newItems: 0,
        changedItems: 0,
      } as const;
      for (const feedId of polls) stored.set(feedId, feed({ feedId, lastPoll }));
      return [ends];
    },
    async idle() {},
  } as Partial<LocalRuntime> as LocalRuntime;
  const progress = { step() {}, begin() {}, end() {} };
  const feedIds = feeds.map(({ feedId }) => feedId);
  await runCycle({ title: '', feedIds, registry, runtime, recorder: new RunRecorder(), progress });
  return madeDue;
}

const three = ['a', 'b', 'c'].map((feedId) => feed({ feedId }));

describe('a cycle', () => {
  it('a cycle ends when every feed has been polled', async () => {
    expect(await cycle(three, [{ polls: ['a', 'b', 'c'], ends: done }])).toEqual([['a', 'b', 'c']]);
  });

  it('a cycle makes a feed due again when its poll was lost with a function that died', async () => {
    const rounds = [
      { polls: ['a'], ends: died },
      { polls: [], ends: died },
      { polls: ['b', 'c'], ends: done },
    ];
    expect(await cycle(three, rounds)).toEqual([
      ['a', 'b', 'c'],
      ['b', 'c'],
      ['b', 'c'],
    ]);
  });

  it('a cycle gives up a feed when a successful schedule does not get it polled', async () => {
    const rounds = [
      { polls: ['a', 'b'], ends: done },
      { polls: [], ends: done },
    ];
    expect(await cycle(three, rounds)).toEqual([['a', 'b', 'c'], ['c']]);
  });

  it('a cycle polls no feed that is paused, or whose publisher asked us to wait', async () => {
    const lastPoll = {
      at: '2026-11-23T08:00:00.000Z',
      outcome: 'failed',
      reason: 'http-429',
      detail: '',
      newItems: 0,
      changedItems: 0,
    } as const;
    const waiting = feed({ feedId: 'w', lastPoll, nextPollAt: '2999-01-01T00:00:00.000Z' });
    expect(await cycle([waiting, feed({ feedId: 'p', status: 'paused' })], [])).toEqual([]);
  });
});
