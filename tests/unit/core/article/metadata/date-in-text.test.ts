import { describe, expect, it } from 'vitest';
import { datesIn, dayInAddress } from '../../../../../lambdas/core/article/metadata/date-in-text.ts';
import { pageDate } from '../../../../../lambdas/core/article/metadata/page-dates.ts';

const read = (text: string) => datesIn(text).map((written) => pageDate(written)?.at);
const DAY = '2026-11-23T00:00:00.000Z';
const AT_NINE = '2026-11-23T09:05:00.000Z';

describe('a date is found', () => {
  it.each([
    ['between words', 'Port Town, 23.11.2026: the ferry', DAY],
    ['in English', 'Published on November 23, 2026 by Ada Quay', DAY],
    ['in British English', 'Posted 23rd November 2026', DAY],
    ['in German', 'Veröffentlicht am 23. November 2026', DAY],
    ['in French', 'Publié le 23 novembre 2026', DAY],
    ['in Spanish', 'Lunes, 23 de noviembre de 2026', DAY],
    ['in Italian', 'lunedì 23 novembre 2026', DAY],
    ['in Turkish', 'Yayınlanma: 23 Kasım 2026', DAY],
    ['in Russian', 'Опубликовано 23 ноября 2026', DAY],
    ['in Arabic', 'نشر في 23 نوفمبر 2026', DAY],
    ['in Hindi, with its own digits', 'प्रकाशित २३ नवंबर २०२६', DAY],
    ['in Chinese', '发布于2026年11月23日', DAY],
    ['in numbers, the year first', 'Updated? No: 2026-11-23', DAY],
    ['with its time', 'Posted: 23.11.2026, 09:05', AT_NINE],
    ['with its time in words', 'am 23.11.2026 um 9:05 Uhr', AT_NINE],
    ['with its time behind a stroke', '23 November 2026 • 9:05am', AT_NINE],
    ['with its zone', 'Nov 23, 2026, 10:05 +0100', AT_NINE],
    ['with a T', 'on 2026-11-23T09:05', AT_NINE],
  ])('%s', (_, text, expected) => {
    expect(read(text)[0]).toBe(expected);
  });

  it.each([
    ['that of a change behind the other', 'Updated 24 November 2026, published 23 November 2026', DAY],
    ['that of a change, in German', 'Aktualisiert am 24.11.2026 – Erstveröffentlichung 23.11.2026', DAY],
  ])('%s', (_, text, expected) => {
    expect(read(text)[0]).toBe(expected);
  });

  it.each(['Issue 5 of 2026', '11.23.4567', '1-800-555-2026', 'phone 2026 11', ''])('but not in “%s”', (text) => {
    expect(read(text).filter(Boolean)).toEqual([]);
  });

  it.each(['1', '1.', '1 a ', 'a 1 ', ': ', 'updated '])('and a megabyte of “%s” comes to an end', (part) => {
    expect(() => datesIn(part.repeat(500_000))).not.toThrow();
  });
});

describe('the day in an address', () => {
  it.each([
    ['/2026/11/23/ferry', '2026-11-23'],
    ['/news/2026-11-23-ferry', '2026-11-23'],
    ['/20261123/ferry', '2026-11-23'],
    ['/ferry-23-11-2026', '2026-11-23'],
    ['/article/A2026112309050001234', '2026-11-23'],
    ['/web/20270101000000/https://harbour.example/2026/11/23/ferry', '2026-11-23'],
    ['/web/20270101000000/https://harbour.example/ferry', undefined],
    ['/2026/11/ferry', undefined],
    ['/2026/13/45/ferry', undefined],
    ['/ferry-1202611231', undefined],
    ['/?d=2026-11-23', undefined],
  ])('%s: %s', (path, expected) => {
    expect(dayInAddress(`https://archive.example${path}`)).toBe(expected);
  });
});

describe('a date of a page', () => {
  it.each<[string, string, string | undefined, string | undefined, string | undefined]>([
    ['with a time and a zone', '2026-11-23T10:05:00+01:00', undefined, AT_NINE, 'time'],
    ['with a time alone', '2026-11-23 09:05', undefined, AT_NINE, 'local-time'],
    ['of a day', '23.11.2026', undefined, DAY, 'day'],
    ['of a month is none', 'November 2026', undefined, undefined, undefined],
    ['that may be two days is none', '03/11/2026', undefined, undefined, undefined],
    ['that may be two days is none in the United States', '03/11/2026', 'en-US', undefined, undefined],
    ['has its day first in Britain', '03/11/2026', 'en-GB', '2026-11-03T00:00:00.000Z', 'day'],
    ['has its day first in Spain', '03/11/2026 09:05', 'es', '2026-11-03T09:05:00.000Z', 'local-time'],
  ])('%s', (_, raw, language, at, precision) => {
    expect(pageDate(raw, language)).toEqual(at === undefined ? undefined : { at, precision });
  });
});
