import { describe, expect, it } from 'vitest';
import { pageDate } from '../../../../../lambdas/core/article/metadata/page-dates.ts';
import { datesIn, dayInAddress } from '../../../../../lambdas/core/article/wording/date-in-text.ts';

const read = (text: string) => datesIn(text).map((written) => pageDate(written)?.at);
const DAY = '2026-11-23T00:00:00.000Z';
const AT_NINE = '2026-11-23T09:05:00.000Z';

describe('a date in a text', () => {
  it.each([
    ['a date is found between words', 'Port Town, 23.11.2026: the ferry', DAY],
    ['a date is found in English', 'Published on November 23, 2026 by Ada Quay', DAY],
    ['a date is found in American English with a short month', 'Nov. 23rd, 2026', DAY],
    ['a date is found in British English', 'Posted 23rd November 2026', DAY],
    ['a date is found in German', 'Veröffentlicht am 23. November 2026', DAY],
    ['a date is found in French', 'Publié le 23 novembre 2026', DAY],
    ['a date is found in Spanish', 'Lunes, 23 de noviembre de 2026', DAY],
    ['a date is found in Italian', 'lunedì 23 novembre 2026', DAY],
    ['a date is found in Turkish', 'Yayınlanma: 23 Kasım 2026', DAY],
    ['a date is found in Russian', 'Опубликовано 23 ноября 2026', DAY],
    ['a date is found in Arabic', 'نشر في 23 نوفمبر 2026', DAY],
    ['a date is found in Hindi digits', 'प्रकाशित २३ नवंबर २०२६', DAY],
    ['a date is found in Chinese', '发布于2026年11月23日', DAY],
    ['a date is found in Korean', '2026년 11월 23일', DAY],
    ['a date in numbers is found with the year first', 'Updated? No: 2026-11-23', DAY],
    ['a date with blanks after its dots is found', 'am 23. 11. 2026', DAY],
    ['a date with hyphens and a short month is found', '23-Nov-2026', DAY],
    ['a time after a comma is found', 'Posted: 23.11.2026, 09:05', AT_NINE],
    ['a German time is found', 'am 23.11.2026 um 9:05 Uhr', AT_NINE],
    ['a German time with a dot is found', 'am 23.11.2026, 9.05 Uhr', AT_NINE],
    ['a French time is found', 'le 23 novembre 2026 à 9h05', AT_NINE],
    ['an American time after a bullet is found', '23 November 2026 • 9:05am', AT_NINE],
    ['an afternoon is found', 'November 23, 2026 at 9:05 p.m. by Ada', '2026-11-23T21:05:00.000Z'],
    ['a zone is found', 'Nov 23, 2026, 10:05 +0100', AT_NINE],
    ['a zone’s name is found', 'Nov 23, 2026 10:05 CET by Ada', AT_NINE],
    ['a zone after GMT is found', '23.11.2026 10:05 GMT+01:00', AT_NINE],
    ['seconds are found', '23.11.2026 09:05:30', '2026-11-23T09:05:30.000Z'],
    ['a time after a T is found', 'on 2026-11-23T09:05', AT_NINE],
  ])('%s', (_, text, expected) => {
    expect(read(text)[0]).toBe(expected);
  });

  it.each([
    ['the date of a change comes last', 'Updated 24 November 2026, published 23 November 2026', DAY],
    ['the date of a change comes last in German', 'Aktualisiert am 24.11.2026 – Erstveröffentlichung 23.11.2026', DAY],
    ['a date far behind the word for a change is no change', `Updated ${'x'.repeat(26)} 23.11.2026, 24.11.2026`, DAY],
    ['a date behind another number is no change', 'Updated 2 times 23.11.2026, 24.11.2026', DAY],
  ])('%s', (_, text, expected) => {
    expect(read(text)[0]).toBe(expected);
  });

  it('all dates of a text are found, those of changes last and in order', () => {
    expect(datesIn('Updated 24.11.2026, updated 25.11.2026, published 23.11.2026, 9:05')).toEqual([
      '23.11.2026 9:05',
      '24.11.2026',
      '25.11.2026',
    ]);
  });

  it.each([
    ['a number and a year are no date', 'Issue 5 of 2026'],
    ['a longer number is no year', '11.23.4567'],
    ['a year with another digit behind it is no year', '23.11.20261'],
    ['a phone number is no date', '1-800-555-2026'],
    ['a day with a digit before it is no day', '123.11.2026'],
    ['an empty text has no date', ''],
  ])('%s', (_, text) => {
    expect(read(text).filter(Boolean)).toEqual([]);
  });

  it('a text is read to its first 2,000 characters', () => {
    const date = '23.11.2026';
    expect(datesIn(`${' '.repeat(1_990)}${date}`)).toEqual([date]);
    expect(datesIn(`${' '.repeat(1_991)}${date}`)).toEqual([]);
  });

  it.each(['1', '1.', '1 a ', 'a 1 ', ': ', 'updated '].map((part) => [`500,000 times “${part}” don’t throw`, part]))(
    '%s',
    (_, part) => {
      expect(() => datesIn(part.repeat(500_000))).not.toThrow();
    },
  );
});

describe('the day in an address', () => {
  it.each([
    ['parts of a path are a day', '/2026/11/23/ferry', '2026-11-23'],
    ['a slug begins with a day', '/news/2026-11-23-ferry', '2026-11-23'],
    ['eight digits are a day', '/20261123/ferry', '2026-11-23'],
    ['a slug ends with a day in reverse', '/ferry-23-11-2026', '2026-11-23'],
    ['a number begins with a time', '/article/A2026112309050001234', '2026-11-23'],
    ['a number is exactly a time', '/202611230905', '2026-11-23'],
    [
      'an archive’s own date doesn’t count',
      '/web/20270101000000/https://harbour.example/2026/11/23/ferry',
      '2026-11-23',
    ],
    ['an archived address may have no day', '/web/20270101000000/https://harbour.example/ferry', undefined],
    ['a year and a month are no day', '/2026/11/ferry', undefined],
    ['a month beyond twelve is no day', '/2026/13/45/ferry', undefined],
    ['different separators are no day', '/2026/11-23/ferry', undefined],
    ['different separators in reverse are no day', '/23/11-2026/ferry', undefined],
    ['a longer number is no day', '/ferry-1202611231', undefined],
    ['a longer number in reverse is no day', '/ferry-23-11-20261', undefined],
    ['a longer day in reverse is no day', '/ferry-123-11-2026', undefined],
    ['a number with an impossible hour is no day', '/202611232905', undefined],
    ['a number within a longer number is no day', '/1202611230905', undefined],
    ['a parameter is no day', '/?d=2026-11-23', undefined],
  ])('%s', (_, path, expected) => {
    expect(dayInAddress(`https://archive.example${path}`)).toBe(expected);
  });
});
