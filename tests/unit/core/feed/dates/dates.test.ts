import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { isoDate, parseFeedDate } from '../../../../../lambdas/core/feed/dates/dates.ts';

/** The module of `isoDate`, for a process of its own: only a process can be in another time zone. */
const DATES = new URL('../../../../../lambdas/core/feed/dates/dates.ts', import.meta.url).href;

const dates: [string, string | undefined, string | undefined][] = [
  ['RFC 822 as RSS has it', 'Mon, 23 Nov 2026 08:00:00 GMT', '2026-11-23T08:00:00.000Z'],
  ['RFC 822 with an offset', 'Mon, 23 Nov 2026 08:00:00 +0100', '2026-11-23T07:00:00.000Z'],
  ['RFC 822 with an American zone', '23 Nov 2026 08:00 EST', '2026-11-23T13:00:00.000Z'],
  ['RFC 822 without a zone, which is UTC', 'Mon, 23 Nov 2026 08:00:00', '2026-11-23T08:00:00.000Z'],
  ['RFC 3339 as Atom has it', '2026-11-23T08:00:00Z', '2026-11-23T08:00:00.000Z'],
  ['RFC 3339 with fractions and an offset', '2026-11-23T08:00:00.25+05:30', '2026-11-23T02:30:00.250Z'],
  ['ISO 8601 with an offset without colon', '2026-11-23T08:00:00-0500', '2026-11-23T13:00:00.000Z'],
  ['ISO 8601 without a zone, which is UTC', '2026-11-23T08:00:00', '2026-11-23T08:00:00.000Z'],
  ['ISO 8601 with a space instead of the T', '2026-11-23 08:00:00', '2026-11-23T08:00:00.000Z'],
  ['a day', '2026-11-23', '2026-11-23T00:00:00.000Z'],
  ['a day in words', 'November 23, 2026', '2026-11-23T00:00:00.000Z'],
  ['an afternoon in words', 'November 23, 2026 8:00 PM', '2026-11-23T20:00:00.000Z'],
  ['a date with white space around it', ' 2026-11-23T08:00:00Z\n', '2026-11-23T08:00:00.000Z'],
  [
    'a date as JavaScript prints it',
    'Mon Nov 23 2026 08:00:00 GMT+0100 (Central European Time)',
    '2026-11-23T07:00:00.000Z',
  ],
  ['no date', undefined, undefined],
  ['an empty string', '', undefined],
  ['words', 'soon', undefined],
  ['a day that no month has', '2026-13-45', undefined],
  ['a date before the epoch', '1969-12-31T23:59:59Z', undefined],
  ['the first date that counts', '1970-01-02T00:00:00Z', '1970-01-02T00:00:00.000Z'],
  ['a millisecond before the first date that counts', '1970-01-01T23:59:59.999Z', undefined],
  ['a date in the far future', '9999-12-30', '9999-12-30T00:00:00.000Z'],
  ['the last date that counts', '9999-12-31', '9999-12-31T00:00:00.000Z'],
  ['a date after the last date that counts', '9999-12-31 00:01', undefined],
  ['a date with a year of five digits', '+010000-01-01T00:00:00Z', undefined],
];

describe('a date of a usual form', () => {
  it.each(dates)('%s, “%s”, is read as %s', (_, raw, expected) => {
    expect(isoDate(raw)).toBe(expected);
  });

  it.each([
    ['America/New_York', 300],
    ['Asia/Kolkata', -330],
  ])('is read alike on a machine in %s', (zone, offset) => {
    const raws = dates.map(([, raw = null]) => raw);
    const script = `import { isoDate } from ${JSON.stringify(DATES)};
      const instants = ${JSON.stringify(raws)}.map((raw) => isoDate(raw ?? undefined) ?? null);
      console.log(JSON.stringify([new Date(0).getTimezoneOffset(), ...instants]));`;
    const env = { ...process.env, TZ: zone };
    const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], { env, encoding: 'utf8' });
    expect(JSON.parse(output)).toEqual([offset, ...dates.map(([, , expected = null]) => expected)]);
  });
});

/** Each of these is 2026-11-23 08:00:00 UTC. */
const AT_EIGHT = '2026-11-23T08:00:00.000Z';

describe('RFC 822 in a broken form', () => {
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
  ])('RFC 822 %s is read: “%s”', (_, raw) => {
    expect(isoDate(raw)).toBe(AT_EIGHT);
  });
});

describe('a form that nearly all feeds use', () => {
  it.each([
    ['Sat, 28 Feb 2026 23:59:59 GMT', 'Sat, 28 Feb  2026 23:59:59 GMT'],
    ['1 Jan 1999 00:00:00 -0330', 'Fri, 1 Jan 1999 00:00:00 -03:30'],
    ['Mon, 23 Nov 2026 08:00:00 -0000', 'Mon, 23 Nov 2026 08:00:00 -00:00'],
    ['2026-02-28T23:59:59+14:00', '2026-02-28 23:59:59 +14:00'],
    ['2026-11-23T08:00:00.123456Z', '2026-11-23 08:00:00.123456Z'],
  ])('“%s” is read like the rare form “%s”', (usual, rare) => {
    expect(parseFeedDate(usual)).toEqual(parseFeedDate(rare));
    expect(parseFeedDate(usual)?.zoneKnown).toBe(true);
  });

  it.each(['Mon, 30 Feb 2026 08:00:00 GMT', '2026-02-29T08:00:00Z', 'Thu, 01 Jan 1970 00:00:00 GMT'])(
    '“%s” is no date',
    (raw) => {
      expect(parseFeedDate(raw)).toBeUndefined();
    },
  );
});

describe('a number', () => {
  it.each([
    ['of ten digits is seconds since 1970', '1795420800', AT_EIGHT],
    ['of thirteen digits is milliseconds since 1970', '1795420800250', '2026-11-23T08:00:00.250Z'],
    ['with a fraction is seconds since 1970', '1795420800.25', AT_EIGHT],
    ['with an endless fraction is no date', '1795420800.1234567891', undefined],
    ['that is small is no date', '86400', undefined],
    ['that may be a day and an hour is no date', '2024010203', undefined],
    ['of fourteen digits is no date', '17954208002500', undefined],
    ['of eleven digits is no date', '17954208002', undefined],
    ['behind a letter is no date', 'x1795420800', undefined],
  ])('%s: “%s”', (_, raw, expected) => {
    const found = expected && { instant: expected, zoneKnown: true, precision: 'time' };
    expect(parseFeedDate(raw)).toEqual(found);
  });
});

it('a date may be a hundred characters long', () => {
  expect(isoDate(`2026-11-23 08:00 (${'x'.repeat(100 - 18 - 1)})`)).toBe(AT_EIGHT);
});

describe('a text that names no day', () => {
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
    `2026-11-23 (${'x'.repeat(88)})`,
  ])('“%s” is no date', (raw) => {
    expect(parseFeedDate(raw)).toBeUndefined();
  });

  it.each(['(', '1', ' ', '1:', 'a.', '+', '[(', '1 ', '年', '\u0301'])('a megabyte of “%s” is no date', (part) => {
    expect(parseFeedDate(`2${part.repeat(1_000_000)}x`)).toBeUndefined();
  });
});
