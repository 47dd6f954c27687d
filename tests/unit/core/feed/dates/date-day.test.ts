import { describe, expect, it } from 'vitest';
import { isoDate, parseFeedDate } from '../../../../../lambdas/core/feed/dates/dates.ts';

describe('a day of ISO 8601', () => {
  it.each([
    ['1970-02', '1970-02-01'],
    ['2026', '2026-01-01'],
    ['2100', '2100-01-01'],
    ['2026-11', '2026-11-01'],
    ['2026/11', '2026-11-01'],
    ['2026.11.', '2026-11-01'],
    ['20261123', '2026-11-23'],
    ['2026/11/23', '2026-11-23'],
    ['2026-W48', '2026-11-23'],
    ['2026W48', '2026-11-23'],
    ['2026-W48-1', '2026-11-23'],
    ['2026W487', '2026-11-29'],
    ['2026-W01-1', '2025-12-29'],
    ['2027-W01-1', '2027-01-04'],
    ['2028-W01-1', '2028-01-03'],
    ['2026-W53-1', '2026-12-28'],
    ['2026-001', '2026-01-01'],
    ['2026-327', '2026-11-23'],
    ['2026-365', '2026-12-31'],
    ['2024-366', '2024-12-31'],
    ['2026327', '2026-11-23'],
    ['26-11-23', '2026-11-23'],
    ['261123', '2026-11-23'],
    ['26327', '2026-11-23'],
    ['-26-11', '2026-11-01'],
    ['-2611', '2026-11-01'],
    ['2024-02-29', '2024-02-29'],
    ['196911', undefined],
    ['201113', '2020-11-13'],
    ['210112', '2021-01-12'],
  ])('is read: “%s” is %s', (raw, expected) => {
    expect(isoDate(raw)?.slice(0, 10)).toBe(expected);
  });

  it.each([
    ['a year before 1970', '1969'],
    ['a year after 2100', '2101'],
    ['six digits that may be a year and a month', '201112'],
    ['a day beyond the year', '2026-366'],
    ['day zero of a year', '2026-000'],
    ['seven digits that are no day of a year', '9999999'],
    ['week 54', '2026-W54'],
    ['week zero', '2026-W00'],
    ['an eighth day of a week', '2026-W48-8'],
    ['a week behind a word', 'x2026-W48'],
    ['a week before a word', '2026-W48x'],
    ['29 February in a common year', '2023-02-29'],
    ['month 13', '2026-13-01'],
    ['month 13 of a century', '-26-13'],
    ['a month with three digits', '2026-011-03'],
    ['a day with three digits', '2026-11-023'],
    ['a month and a time', '2026-11 08:00'],
    ['a year and a time', '2026 08:00'],
    ['a week and a time', '2026-W48 08:00'],
    ['a year and a month with a space between', '2026 11'],
    ['a month and a year', '11-2026'],
    ['three digits', '327'],
    ['nine digits', '202611230'],
  ])('is not read: %s, “%s”', (_, raw) => {
    expect(isoDate(raw)).toBeUndefined();
  });
});

describe('a day in numbers', () => {
  it.each([
    ['is day first with dots', '05.11.2026', '2026-11-05'],
    ['is day first with dots and spaces', '5. 11. 2026', '2026-11-05'],
    ['is day first with dots and a short year', '5.11.26', '2026-11-05'],
    ['is day first when the other order is no date', '23/11/2026', '2026-11-23'],
    ['is month first when the other order is no date', '11/23/2026 08:00', '2026-11-23'],
    ['is day first with hyphens when the other order is no date', '23-11-2026', '2026-11-23'],
    ['is read when both orders mean the same day', '11/11/2026', '2026-11-11'],
    ['is month first beside an American zone', '11/05/2026 08:00 EST', '2026-11-05'],
    ['is month first beside an American zone, with a short year', '11/05/26 08:00 EST', '2026-11-05'],
    ['is day first behind a day of the week', 'Mon 05.11.2026', '2026-11-05'],
    ['is year first behind a day of the week, with a short year', 'Mon, 26-11-05', '2026-11-05'],
    ['is year first before a day of the week, with a short year', '26-11-05 Mon', '2026-11-05'],
    ['is day first before a day of the week', '05.11.2026 Mon', '2026-11-05'],
  ])('%s: “%s”', (_, raw, expected) => {
    expect(isoDate(raw)?.slice(0, 10)).toBe(expected);
  });

  it.each([
    ['the order is open', '05/11/2026'],
    ['the order is open and the year short', '23/11/26'],
    ['the order is open beside a zone that is not American', '05/11/2026 08:00 CET'],
    ['the year is short and one part has one digit', '26-11-5'],
    ['the month has no such day', '31.02.2026'],
    ['both orders are no date', '31/13/2026'],
    ['a fourth number follows a month', '23 Nov 2026 7'],
    ['a remark divides a number', '2026(x)1123'],
    ['a fourth number follows', '05.11.2026.7'],
    ['other signs stand between the numbers', '2026*11*23'],
    ['a word stands between the numbers', '23 x 11 2026'],
    ['two words stand before the numbers', 'x y 23.11.2026'],
  ])('is not read when %s: “%s”', (_, raw) => {
    expect(isoDate(raw)).toBeUndefined();
  });
});

describe('a day with the name of its month', () => {
  it.each([
    ['23 Nov 2026', '2026-11-23'],
    ['2026 Nov 23', '2026-11-23'],
    ['Nov 23, 2026', '2026-11-23'],
    ['Nov 23rd 2026', '2026-11-23'],
    ['23 Nov 26', '2026-11-23'],
    ['Nov 23, 26', '2026-11-23'],
    ['2 Jan 49', '2049-01-02'],
    ['2 Jan 50', undefined],
    ['2 Jan 99', '1999-01-02'],
    ['2 Jan 04', '2004-01-02'],
    ['2 Jan 126', '2026-01-02'],
    ['2 Jan 226', undefined],
    ['Nov 2026', '2026-11-01'],
    ['Nov 26', undefined],
    ['23 Nov', undefined],
    ['23 Nov 20261', undefined],
    ['23 Nov 02026', undefined],
    ['023 Nov 2026', undefined],
    ['Nov 32, 2026', undefined],
    ['Mon Nov 2026', undefined],
    ['Nov', undefined],
    ['Mon, 23 Nov 2026', '2026-11-23'],
    ['23 Nov 2026, Mon', '2026-11-23'],
    ['Mon, 23 Nov 2026 Mon', undefined],
  ])('“%s” is %s', (raw, expected) => {
    expect(isoDate(raw)?.slice(0, 10)).toBe(expected);
  });
});

describe('the precision of a date', () => {
  it.each([
    ['2026-11-23 12:00', 'time'],
    ['Mon, 23 Nov 2026 12:00:00 GMT', 'time'],
    ['1795435200', 'time'],
    ['23. November 2026', 'day'],
    ['2026-W48-1', 'day'],
    ['2026-327', 'day'],
    ['2026-W48', 'period'],
    ['2026-11', 'period'],
    ['-26-11', 'period'],
    ['November 2026', 'period'],
    ['2026', 'period'],
  ])('“%s” is exact to the %s', (raw, precision) => {
    expect(parseFeedDate(raw)?.precision).toBe(precision);
  });
});
