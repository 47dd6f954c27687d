/** Dates that software writes in forms of its own, each in several variants. */
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../../../lambdas/core/feed/dates/dates.ts';

const EVENING = '2026-11-23T20:04:05.000Z';
const NOON = '2026-05-01T03:00:00.000Z';

describe('a date is read', () => {
  it.each([
    ['with a zone behind the year', 'Mon Nov 23 15:04:05 2026 EST', EVENING],
    ['with an offset behind the year', 'Mon Nov 23 15:04:05 2026 -0500', EVENING],
    ['with a named offset behind the year', 'Mon Nov 23 15:04:05 2026 GMT-0500', EVENING],
    ['with a zone behind the year, on a clock of twelve hours', 'Nov 23 3:04:05 PM 2026 EST', EVENING],
    ['with an offset in seconds', '2026-11-23T15:04:05-05:00:00', EVENING],
    ['with an offset behind a colon', '2026-11-23T15:04:05:-0500', EVENING],
    ['with two signs', 'Mon, 23 Nov 2026 15:04:05 --0500', EVENING],
    ['with its offset twice', '2026-11-23 15:04:05 -0500 -0500', EVENING],
    ['with an offset behind a day that follows the clock', '15:04:05 23.11.2026 -0500', EVENING],
    ['with the monotonic clock of Go', '2026-11-23 15:04:05 -0500 EST m=+0.0001', EVENING],
    ['with the monotonic clock of Go without a known zone', '2026-11-23 20:04:05 +0000 UTC m=-1.5e+09', EVENING],
    ['with an hour alone before an offset', 'Mon, 23 Nov 2026 15 -0500', '2026-11-23T20:00:00.000Z'],
    [
      'in the British order with an American zone, if the day is beyond the twelfth',
      '23/11/2026 15:04:05 EST',
      EVENING,
    ],
    ['with dashes in the British order with an American zone', '23-11-2026 15:04:05 EST', EVENING],
    ['in the American order with a year of two digits', '11/23/26 20:04:05', EVENING],
    ['with the day of the week within', '23 Monday, Nov 2026 20:04:05', EVENING],
    ['behind numbers in the place of the day of the week', '026, 23 Nov 2026 20:04:05 GMT', EVENING],
    ['behind a number of the day of the week', '1, 23 Nov 2026 20:04:05 +0000', EVENING],
    ['behind a pattern that was not replaced', '%a, 23 Nov 2026 20:04:05 +0000', EVENING],
    ['behind a rest of the day of the week', 'Mon2, 23-Nov-2026 15:04:05 EST', EVENING],
    ['behind a comma alone', ', 23 Nov 2026 20:04:05 GMT', EVENING],
    ['with a Japanese month by number', '金, 01 5月 2026 12:00:00 +0900', NOON],
    ['with a Japanese month by number first', '5月 01, 2026 12:00:00 +0900', NOON],
    ['with a Chinese month in words', '周五, 1 五月 2026 11:00:00 +0800', NOON],
    ['with a Chinese month of two characters', '星期二, 1 十二月 2026 11:00:00 +0800', '2026-12-01T03:00:00.000Z'],
    ['with a Korean month by number', '금, 01 5월 2026 12:00:00 +0900', NOON],
    ['with a Vietnamese month', 'Thứ Sáu, 1 tháng 5, 2026 10:00 +0700', NOON],
    ['with a short Vietnamese month', 'T6, 01 thg 5 2026 10:00:00 +0700', NOON],
    ['with a short Thai month', 'ศ., 01 พ.ค. 2026 10:00:00 +0700', NOON],
    ['in Hebrew', 'יום ו׳, 01 מאי 2026 06:00:00 +0300', NOON],
    ['in Bengali digits', '০১ মে ২০২৬', '2026-05-01T00:00:00.000Z'],
    ['in Swedish', 'den 23 augusti 2026', '2026-08-23T00:00:00.000Z'],
    ['in Bulgarian', '23 ноември 2026', '2026-11-23T00:00:00.000Z'],
    ['in Serbian', '23. новембар 2026', '2026-11-23T00:00:00.000Z'],
    ['in Thai', '23 พฤศจิกายน 2026', '2026-11-23T00:00:00.000Z'],
    ['in Urdu', '23 نومبر 2026', '2026-11-23T00:00:00.000Z'],
    ['in Persian', '23 نوامبر 2026', '2026-11-23T00:00:00.000Z'],
    ['in French with an hour alone', '23 novembre 2026 à 14 h', '2026-11-23T14:00:00.000Z'],
  ])('%s: “%s”', (_, raw, expected) => {
    expect(isoDate(raw)).toBe(expected);
  });
});

describe('a date is not read', () => {
  it.each([
    ['if its order is open', '05/11/2026 15:04 CET'],
    ['if its order is open and the year short', '05/11/26'],
    ['if its first or last part may be the short year', '27/11/23'],
    ['if it has two months', '5 March, 12 April 2026'],
    ['if its month has no such number', '水, 01 13月 2026'],
    ['if only a month and a year stand behind a comma', '5, 23'],
  ])('%s: “%s”', (_, raw) => {
    expect(isoDate(raw)).toBeUndefined();
  });
});
