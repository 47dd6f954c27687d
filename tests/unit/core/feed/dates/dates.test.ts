import { afterEach, describe, expect, it } from 'vitest';
import {
  FUTURE_TOLERANCE_MS,
  isoDate,
  parseFeedDate,
  publishedAt,
  rawDate,
} from '../../../../../lambdas/core/feed/dates/dates.ts';

const zoneOfThisMachine = process.env['TZ'];
afterEach(() => {
  if (zoneOfThisMachine === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zoneOfThisMachine;
});

const dates: [string, string | undefined, string | undefined][] = [
  ['RFC 822 as RSS has it', 'Mon, 23 Nov 2026 08:00:00 GMT', '2026-11-23T08:00:00.000Z'],
  ['RFC 822 with an offset', 'Mon, 23 Nov 2026 08:00:00 +0100', '2026-11-23T07:00:00.000Z'],
  ['RFC 822 with an American zone', '23 Nov 2026 08:00 EST', '2026-11-23T13:00:00.000Z'],
  ['RFC 822 without a zone is UTC', 'Mon, 23 Nov 2026 08:00:00', '2026-11-23T08:00:00.000Z'],
  ['RFC 3339 as Atom has it', '2026-11-23T08:00:00Z', '2026-11-23T08:00:00.000Z'],
  ['RFC 3339 with fractions and an offset', '2026-11-23T08:00:00.25+05:30', '2026-11-23T02:30:00.250Z'],
  ['ISO 8601 with an offset without colon', '2026-11-23T08:00:00-0500', '2026-11-23T13:00:00.000Z'],
  ['ISO 8601 without a zone is UTC', '2026-11-23T08:00:00', '2026-11-23T08:00:00.000Z'],
  ['a space instead of the T', '2026-11-23 08:00:00', '2026-11-23T08:00:00.000Z'],
  ['a day', '2026-11-23', '2026-11-23T00:00:00.000Z'],
  ['a day in words', 'November 23, 2026', '2026-11-23T00:00:00.000Z'],
  ['an afternoon in words', 'November 23, 2026 8:00 PM', '2026-11-23T20:00:00.000Z'],
  ['white space around it', ' 2026-11-23T08:00:00Z\n', '2026-11-23T08:00:00.000Z'],
  ['how JavaScript prints it', 'Mon Nov 23 2026 08:00:00 GMT+0100 (Central European Time)', '2026-11-23T07:00:00.000Z'],
  ['nothing', undefined, undefined],
  ['an empty string', '', undefined],
  ['words', 'soon', undefined],
  ['a day that no month has', '2026-13-45', undefined],
  ['before the epoch', '1969-12-31T23:59:59Z', undefined],
  ['after the last four-digit year', '+010000-01-01T00:00:00Z', undefined],
];

describe.each(['UTC', 'America/New_York', 'Asia/Kolkata'])('a date, read on a machine in %s', (zone) => {
  it.each(dates)('%s', (_, raw, expected) => {
    process.env['TZ'] = zone;
    expect(isoDate(raw)).toBe(expected);
  });
});

it('the machines above really are in different zones', () => {
  process.env['TZ'] = 'Asia/Kolkata';
  expect(new Date(0).getTimezoneOffset()).toBe(-330);
});

/** Each of these is 2026-11-23 08:00:00 UTC. */
const AT_EIGHT = '2026-11-23T08:00:00.000Z';

describe('RFC 822 in its broken forms is read', () => {
  it.each([
    ['without the day of the week', '23 Nov 2026 08:00:00 GMT'],
    ['with an odd day of the week', 'Mond, 23 Nov 2026 08:00:00 GMT'],
    ['with a wrong day of the week', 'Sun, 23 Nov 2026 08:00:00 GMT'],
    ['with the whole names', 'Monday, 23 November 2026 08:00:00 GMT'],
    ['without the space behind the comma', 'Mon,23 Nov 2026 08:00:00 GMT'],
    ['without the comma', 'Mon 23 Nov 2026 08:00:00 GMT'],
    ['with a comma too many', 'Mon, 23 Nov, 2026 08:00:00 GMT'],
    ['with a comma before the time', 'Mon, 23 Nov 2026, 08:00:00 GMT'],
    ['with a dot behind the month', 'Mon., 23 Nov. 2026 08:00:00 GMT'],
    ['with hyphens (RFC 850)', 'Monday, 23-Nov-26 08:00:00 GMT'],
    ['with all parts in one', '23Nov2026 08:00:00 GMT'],
    ['without seconds', 'Mon, 23 Nov 2026 08:00 GMT'],
    ['with one digit in the hour', 'Mon, 23 Nov 2026 8:00:00 GMT'],
    ['with one digit in each part', 'Mon, 23 Nov 2026 8:0:0 GMT'],
    ['with spaces', 'Mon,  23   Nov 2026  08:00:00   GMT'],
    ['in capitals', 'MON, 23 NOV 2026 08:00:00 GMT'],
    ['with the month first', 'Mon, Nov 23, 2026 08:00:00 GMT'],
    ['with an ordinal number', 'Monday 23rd of November 2026 08:00:00 GMT'],
    ['with the year first', '2026 Nov 23 08:00:00 GMT'],
    ['with the time first', '08:00:00 GMT, Monday 23 November 2026'],
    ['as asctime prints it', 'Mon Nov 23 08:00:00 2026'],
    ['as `date` prints it', 'Mon Nov 23 09:00:00 CET 2026'],
    ['as social networks print it', 'Mon Nov 23 08:00:00 +0000 2026'],
    ['as web servers log it', '23/Nov/2026:08:00:00 +0000'],
    ['with a comment', 'Mon, 23 Nov 2026 09:00:00 +0100 (CET)'],
    ['with the zone in parentheses', 'Mon, 23 Nov 2026 09:00:00 (CET)'],
    ['with the zone said twice', 'Mon, 23 Nov 2026 09:00:00 +0100 CET'],
    ['with a year of two digits', 'Mon, 23 Nov 26 08:00:00 GMT'],
    ['with a year counted from 1900', 'Mon, 23 Nov 126 08:00:00 GMT'],
    ['on the clock of twelve hours', 'Mon, 23 Nov 2026 8:00 a.m. GMT'],
    ['with typographic dashes', '23–Nov–2026 08:00:00 GMT'],
  ])('%s', (_, raw) => {
    expect(isoDate(raw)).toBe(AT_EIGHT);
  });

  it.each([
    ['49', '2049-01-02'],
    ['50', undefined],
    ['99', '1999-01-02'],
    ['04', '2004-01-02'],
  ])('a year of %s is of the century that RFC 5322 says', (digits, expected) => {
    expect(isoDate(`2 Jan ${digits}`)?.slice(0, 10)).toBe(expected);
  });
});

describe('the forms that nearly all feeds use are read like the rare ones', () => {
  it.each([
    ['Sat, 28 Feb 2026 23:59:59 GMT', 'Sat, 28 Feb  2026 23:59:59 GMT'],
    ['1 Jan 1999 00:00:00 -0330', 'Fri, 1 Jan 1999 00:00:00 -03:30'],
    ['Mon, 23 Nov 2026 08:00:00 -0000', 'Mon, 23 Nov 2026 08:00:00 -00:00'],
    ['2026-02-28T23:59:59+14:00', '2026-02-28 23:59:59 +14:00'],
    ['2026-11-23T08:00:00.123456Z', '2026-11-23 08:00:00.123456Z'],
  ])('%s', (usual, rare) => {
    expect(parseFeedDate(usual)).toEqual(parseFeedDate(rare));
    expect(parseFeedDate(usual)?.zoneKnown).toBe(true);
  });

  it.each(['Mon, 30 Feb 2026 08:00:00 GMT', '2026-02-29T08:00:00Z', 'Thu, 01 Jan 1970 00:00:00 GMT'])('%s', (raw) => {
    expect(parseFeedDate(raw)).toBeUndefined();
  });
});

describe('ISO 8601 in its rarer forms', () => {
  it.each([
    ['2026', '2026-01-01'],
    ['2026-11', '2026-11-01'],
    ['20261123', '2026-11-23'],
    ['2026/11/23', '2026-11-23'],
    ['2026-W48', '2026-11-23'],
    ['2026-W48-1', '2026-11-23'],
    ['2026W487', '2026-11-29'],
    ['2026-W01-1', '2025-12-29'],
    ['2026-327', '2026-11-23'],
    ['2026327', '2026-11-23'],
    ['26-11-23', '2026-11-23'],
    ['261123', '2026-11-23'],
    ['26327', '2026-11-23'],
    ['-26-11', '2026-11-01'],
    ['-2611', '2026-11-01'],
    ['201112', undefined],
    ['2026-366', undefined],
    ['2026-W54', undefined],
    ['2023-02-29', undefined],
    ['2024-02-29', '2024-02-29'],
    ['9999999', undefined],
    ['2026-11 08:00', undefined],
    ['2026 08:00', undefined],
  ])('%s', (raw, expected) => {
    expect(isoDate(raw)?.slice(0, 10)).toBe(expected);
  });

  it.each(['20261123T080000Z', '20261123T0800Z', '20261123 08:00:00', '20261123080000', '202611230800'])(
    '%s',
    (raw) => {
      expect(isoDate(raw)).toBe(AT_EIGHT);
    },
  );
});

describe('a day in numbers', () => {
  it.each([
    ['is day first with dots', '05.11.2026', '2026-11-05'],
    ['is day first with dots and a short year', '5.11.26', '2026-11-05'],
    ['is told by the number that is no month', '23/11/2026', '2026-11-23'],
    ['is told by it in the American order', '11/23/2026 08:00', '2026-11-23'],
    ['is told by it with hyphens', '23-11-2026', '2026-11-23'],
    ['is the same day in both orders', '11/11/2026', '2026-11-11'],
    ['is month first beside an American zone', '11/05/2026 08:00 EST', '2026-11-05'],
    ['is not guessed', '05/11/2026', undefined],
    ['is not guessed with a short year', '23/11/26', undefined],
    ['is no day', '31.02.2026', undefined],
  ])('%s', (_, raw, expected) => {
    expect(isoDate(raw)?.slice(0, 10)).toBe(expected);
  });
});

describe('a number is a time since 1970', () => {
  it.each([
    ['in seconds', '1795420800', AT_EIGHT],
    ['in milliseconds', '1795420800250', '2026-11-23T08:00:00.250Z'],
    ['but not a small one', '86400', undefined],
    ['nor one that may be a day and an hour', '2024010203', undefined],
    ['nor a large one', '17954208002500', undefined],
  ])('%s', (_, raw, expected) => {
    expect(isoDate(raw)).toBe(expected);
  });
});

describe('is no date:', () => {
  it.each([
    'Issue 5',
    'Issue 2026',
    'Volume 12, Number 3',
    'version 1.2.3',
    '5 marbles 2026',
    '23 Nov',
    'Monday',
    '08:00',
    '12',
    '2026-11-23 and more',
    'Nov 32, 2026',
    '30 Feb 2026',
    '0000-00-00 00:00:00',
    '0001-01-01T00:00:00Z',
    'Thu, 01 Jan 1970 00:00:00 GMT',
    'Thu, 01 Jan 1970 01:00:00 +0100',
    '__proto__ 5 2026',
    '5 constructor 2026',
    'today',
    '{{ date }}',
    'NaN-NaN-NaN',
    'Invalid Date',
    '-1',
    '2026-11-23<script>',
  ])('%s', (raw) => {
    expect(parseFeedDate(raw)).toBeUndefined();
  });

  it.each(['(', '1', ' ', '1:', 'a.', '+', '[(', '1 ', '年', '\u0301'])('a megabyte of “%s”', (part) => {
    expect(parseFeedDate(`2${part.repeat(1_000_000)}x`)).toBeUndefined();
  });
});

describe('the time of publication', () => {
  const FIRST_SEEN = '2026-11-23T12:00:00.000Z';
  const later = (ms: number) => new Date(Date.parse(FIRST_SEEN) + ms).toISOString();

  it.each<[string, (string | undefined)[], ReturnType<typeof publishedAt>]>([
    ['is the publisher’s', ['Mon, 23 Nov 2026 08:00:00 GMT'], { at: AT_EIGHT }],
    ['is when it was first seen without a date', [undefined], { at: FIRST_SEEN, assumed: 'missing' }],
    ['is the same with an empty one', [' \n'], { at: FIRST_SEEN, assumed: 'missing' }],
    ['is the same with an unreadable one', ['yesterday'], { at: FIRST_SEEN, assumed: 'invalid' }],
    ['is the same with one in the future', ['2027-11-23'], { at: FIRST_SEEN, assumed: 'future' }],
    ['may be a little ahead', [later(FUTURE_TOLERANCE_MS)], { at: later(FUTURE_TOLERANCE_MS) }],
    ['may be no more ahead', [later(FUTURE_TOLERANCE_MS + 1)], { at: FIRST_SEEN, assumed: 'future' }],
    ['is told by the first comparedArticle', ['2026-11-22', '2026-11-21'], { at: '2026-11-22T00:00:00.000Z' }],
    ['is told by the next when one is silent', [undefined, '2026-11-21'], { at: '2026-11-21T00:00:00.000Z' }],
    ['is told by the next when one errs', ['2062-11-22', '2026-11-21'], { at: '2026-11-21T00:00:00.000Z' }],
  ])('%s', (_, candidates, expected) => {
    expect(publishedAt(candidates, FIRST_SEEN)).toEqual(expected);
  });

  it('may be later than it was first seen, when the publisher has changed it since', () => {
    const [heard, changed] = [later(30 * FUTURE_TOLERANCE_MS), later(29 * FUTURE_TOLERANCE_MS)];
    expect(publishedAt([changed], FIRST_SEEN, heard)).toEqual({ at: changed });
  });
});

it.each([
  [' Mon, 23 Nov \n', 'Mon, 23 Nov'],
  ['x'.repeat(200), 'x'.repeat(100)],
  [' ', undefined],
  [undefined, undefined],
])('the raw date is kept, and short', (raw, expected) => {
  expect(rawDate(raw)).toBe(expected);
});
