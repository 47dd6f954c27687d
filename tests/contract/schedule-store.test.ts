import { describe, expect, it } from 'vitest';
import { scheduleTable } from '../../lambdas/adapters/dynamodb/schedule-table.ts';
import type { ScheduleState, ScheduleStore } from '../../lambdas/core/feed/record/feed-store.ts';
import { fakeScheduleStore } from '../fakes/feed-store.ts';
import { localServices } from './local-services.ts';

const services = localServices();
const table = (): ScheduleStore => {
  const { documents, output } = services().deployment;
  return scheduleTable(documents, output('FeedsTableName'));
};
const UNTIL = '2026-11-23T08:00:00.000Z';
const state: Omit<ScheduleState, 'runs'> = {
  sweptAt: UNTIL,
  sentUntil: UNTIL,
  unfinished: { until: UNTIL, behind: { feedId: 'a', dueShard: 3, availableAt: UNTIL } },
};

describe.each<[string, () => ScheduleStore]>([
  ['in memory', fakeScheduleStore],
  ['in DynamoDB', table],
])('the state of the schedule %s', (_, subject) => {
  it('is empty before the first run, is replaced by each run, and not by a run that has read an earlier state', async () => {
    const store = subject();
    const first = await store.read();
    expect(first).toEqual({ runs: 0 });
    await store.replace(first, { ...first, ...state });
    const second = await store.read();
    expect(second).toEqual({ runs: 1, ...state });
    await store.replace(first, { runs: 0, sentUntil: 'late' });
    expect(await store.read()).toEqual(second);
    await store.replace(second, { runs: 1, sentUntil: UNTIL });
    expect(await store.read()).toEqual({ runs: 2, sentUntil: UNTIL });
  });
});
