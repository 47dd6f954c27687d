import { describe, expect, it } from 'vitest';
import { FUTURE_TOLERANCE_MS, publishedAt, rawDate } from '../../../../../lambdas/core/feed/dates/dates.ts';

const FIRST_SEEN = '2026-11-23T12:00:00.000Z';
const AT_EIGHT = '2026-11-23T08:00:00.000Z';
const later = (ms: number) => new Date(Date.parse(FIRST_SEEN) + ms).toISOString();

describe('the time of publication', () => {
  it.each<[string, (string | undefined)[], ReturnType<typeof publishedAt>]>([
    ['is the publisher’s date', ['Mon, 23 Nov 2026 08:00:00 GMT'], { at: AT_EIGHT }],
    ['is when the item was first seen, if no date is there', [undefined], { at: FIRST_SEEN, assumed: 'missing' }],
    ['is when the item was first seen, if the date is empty', [' \n'], { at: FIRST_SEEN, assumed: 'missing' }],
    [
      'is when the item was first seen, if the date is unreadable',
      ['yesterday'],
      { at: FIRST_SEEN, assumed: 'invalid' },
    ],
    ['is when the item was first seen, if the date is ahead', ['2027-11-23'], { at: FIRST_SEEN, assumed: 'future' }],
    ['may be a day ahead', [later(FUTURE_TOLERANCE_MS)], { at: later(FUTURE_TOLERANCE_MS) }],
    ['may not be more than a day ahead', [later(FUTURE_TOLERANCE_MS + 1)], { at: FIRST_SEEN, assumed: 'future' }],
    ['is the first of two dates', ['2026-11-22', '2026-11-21'], { at: '2026-11-22T00:00:00.000Z' }],
    ['is the second date if the first is missing', [undefined, '2026-11-21'], { at: '2026-11-21T00:00:00.000Z' }],
    ['is the second date if the first is ahead', ['2062-11-22', '2026-11-21'], { at: '2026-11-21T00:00:00.000Z' }],
  ])('%s', (_, candidates, expected) => {
    expect(publishedAt(candidates, FIRST_SEEN)).toEqual(expected);
  });

  it('may be later than the item was first seen, when the publisher has changed the date since', () => {
    const [heard, changed] = [later(30 * FUTURE_TOLERANCE_MS), later(29 * FUTURE_TOLERANCE_MS)];
    expect(publishedAt([changed], FIRST_SEEN, heard)).toEqual({ at: changed });
  });
});

it('a date may be ahead by 24 hours', () => {
  expect(FUTURE_TOLERANCE_MS).toBe(86_400_000);
});

it.each([
  ['is trimmed', ' Mon, 23 Nov \n', 'Mon, 23 Nov'],
  ['is cut after 100 characters', 'x'.repeat(200), 'x'.repeat(100)],
  ['is absent when the publisher’s date is empty', ' ', undefined],
  ['is absent when the publisher has no date', undefined, undefined],
])('the raw date %s', (_, raw, expected) => {
  expect(rawDate(raw)).toBe(expected);
});
