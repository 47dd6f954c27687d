import { expect, it } from 'vitest';
import { meanGapMinutes } from '../../../../../lambdas/core/feed/polling/mean-gap.ts';
import { item } from '../../../../fakes/messages.ts';

const at = (...minutes: number[]): (string | undefined)[] =>
  minutes.map((minute) => new Date(Date.parse('2026-11-23T08:00:00Z') + minute * 60_000).toISOString());

it.each<[string, (string | undefined)[], number | undefined]>([
  ['the gap of evenly spaced items is their distance', at(0, 30, 60), 30],
  ['the gap of unevenly spaced items is the mean of their distances', at(0, 10, 100), 50],
  ['the order of the items does not matter', at(60, 0, 30), 30],
  ['items at the same moment have a gap of 0', at(0, 0, 0), 0],
  ['items without a date do not count', [...at(0, 30), undefined, ...at(60)], 30],
  ['items with a date that cannot be read do not count', [...at(0, 30), 'some day', ...at(60)], 30],
  ['two dates make no gap', at(0, 30), undefined],
  ['two dates make no gap though a third cannot be read', [...at(0, 30), 'some day'], undefined],
  ['a document without items has no gap', [], undefined],
  [
    'only the 20 newest items count',
    [...at(-100_000, -200_000), ...at(...Array.from({ length: 20 }, (_, n) => n * 7))],
    7,
  ],
])('%s', (_, dates, gap) => {
  const items = dates.map((publishedAt, n) =>
    item({ guid: `${n}`, ...(publishedAt !== undefined && { publishedAt }) }),
  );
  expect(meanGapMinutes(items)).toBe(gap);
});
