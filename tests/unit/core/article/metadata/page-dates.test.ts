import { describe, expect, it } from 'vitest';
import {
  isNotBefore,
  mostExact,
  type PageDate,
  pageDate,
  stampDate,
  visibleChange,
  visibleDate,
} from '../../../../../lambdas/core/article/metadata/page-dates.ts';
import type { PlacedDate } from '../../../../../lambdas/core/article/metadata/page-scan.ts';

const DAY = '2026-11-23T00:00:00.000Z';
const AT_NINE = '2026-11-23T09:05:00.000Z';

describe('one date of a page', () => {
  it.each<[string, string | undefined, string | undefined, string | undefined, PageDate['precision'] | undefined]>([
    ['a time with a zone is exact', '2026-11-23T10:05:00+01:00', undefined, AT_NINE, 'time'],
    ['a time without a zone is taken as UTC', '2026-11-23 09:05', undefined, AT_NINE, 'local-time'],
    ['a time of an older server of Microsoft is exact', '/Date(1795424700000)/', undefined, AT_NINE, 'time'],
    ['a day is at midnight', '23.11.2026', undefined, DAY, 'day'],
    ['a month is no date', 'November 2026', undefined, undefined, undefined],
    ['a missing date is no date', undefined, 'de', undefined, undefined],
    ['an ambiguous day is no date', '03/11/2026', undefined, undefined, undefined],
    ['an ambiguous day is no date in the United States', '03/11/2026', 'en-US', undefined, undefined],
    ['an ambiguous day is no date in English', '03/11/2026', 'en', undefined, undefined],
    ['an ambiguous day has its day first in Britain', '03/11/2026', 'en-GB', '2026-11-03T00:00:00.000Z', 'day'],
    ['an ambiguous day has its day first in Spain', '03/11/2026 09:05', 'es', '2026-11-03T09:05:00.000Z', 'local-time'],
    ['an ambiguous day with hyphens has its day first', '3-1-2026', 'de', '2026-01-03T00:00:00.000Z', 'day'],
    ['an ambiguous day may follow some words', 'le 03/11/2026', 'fr', '2026-11-03T00:00:00.000Z', 'day'],
    ['an ambiguous day far behind isn’t read', `${'x'.repeat(21)}03/11/2026`, 'fr', undefined, undefined],
    ['a longer number is no year', '03/11/20261', 'fr', undefined, undefined],
  ])('%s', (_, raw, language, at, precision) => {
    expect(pageDate(raw, language)).toEqual(at === undefined ? undefined : { at, precision });
  });
});

describe('several dates of the publication', () => {
  const dates = {
    day: { at: DAY, precision: 'day' },
    time: { at: AT_NINE, precision: 'time' },
    localTime: { at: '2026-11-23T10:05:00.000Z', precision: 'local-time' },
    nextDay: { at: '2026-11-24T09:05:00.000Z', precision: 'time' },
    sameDay: { at: DAY, precision: 'day' },
    half: { at: '2026-11-23T09:35:30.000Z', precision: 'time' },
    farZone: { at: '2026-11-23T20:05:00.000Z', precision: 'local-time' },
    tooFarZone: { at: '2026-11-23T23:20:00.000Z', precision: 'local-time' },
    otherMinute: { at: '2026-11-23T10:06:00.000Z', precision: 'local-time' },
  } as const satisfies Record<string, PageDate>;
  type Name = keyof typeof dates;
  it.each<[string, readonly Name[], Name | undefined]>([
    ['no date gives none', [], undefined],
    ['the first exact time wins', ['time', 'nextDay'], 'time'],
    ['a day yields to a time of that day', ['day', 'time'], 'time'],
    ['a day yields to a time without a zone', ['day', 'localTime'], 'localTime'],
    ['a day doesn’t yield to a time of another day', ['day', 'nextDay'], 'day'],
    ['a day doesn’t yield to the same day', ['day', 'sameDay'], 'day'],
    ['a day yields to a time behind a third date', ['day', 'nextDay', 'time'], 'time'],
    ['a time without a zone yields to the same time with a zone', ['localTime', 'time'], 'time'],
    ['a time without a zone yields to the same time in a far zone', ['farZone', 'time'], 'time'],
    ['a time without a zone doesn’t yield beyond 14 hours', ['tooFarZone', 'time'], 'tooFarZone'],
    ['a time without a zone doesn’t yield to another minute', ['otherMinute', 'time'], 'otherMinute'],
    ['a time without a zone doesn’t yield to other seconds', ['localTime', 'half'], 'localTime'],
    ['a time without a zone doesn’t yield to a day', ['localTime', 'day'], 'localTime'],
  ])('%s', (_, given, expected) => {
    const found = mostExact(given.map((name) => ({ name, value: dates[name] })));
    expect(found?.name).toBe(expected);
  });

  it.each([
    ['a time without a zone yields to the same time 14 hours apart', '2026-11-23T23:05:00.000Z', 'time'],
    ['a time without a zone doesn’t yield beyond 14 hours by a second', '2026-11-23T23:05:00.999Z', 'local-time'],
    ['a time without a zone yields to one 999 milliseconds apart', '2026-11-23T09:05:00.999Z', 'time'],
    ['a time without a zone doesn’t yield to one a second apart', '2026-11-23T09:05:01.000Z', 'local-time'],
  ])('%s', (_, at, precision) => {
    expect(mostExact([{ value: { at, precision: 'local-time' } }, { value: dates.time }])?.value.precision).toBe(
      precision,
    );
  });
});

describe('the date near the headline', () => {
  const date = (at: number, text = '2026-11-23', kind: PlacedDate['kind'] = 'time'): PlacedDate => ({ at, text, kind });
  const other = (at: number, kind: PlacedDate['kind'] = 'time') => date(at, '2026-11-22', kind);
  const long = `${'x'.repeat(50)} 2026-11-23`;
  it.each<[string, readonly PlacedDate[], number | undefined, string | undefined]>([
    ['a page without dates has none', [], 10, undefined],
    ['the nearest date wins', [other(30), date(20)], 10, '2026-11-23'],
    ['the nearest date wins in any order', [date(20), other(30)], 10, '2026-11-23'],
    ['a date above the headline counts as twice as far', [other(95), date(109)], 100, '2026-11-23'],
    ['a near date above the headline wins', [other(95), date(111)], 100, '2026-11-22'],
    ['an unreadable date is skipped', [date(11, 'today'), other(12)], 10, '2026-11-22'],
    ['a date among words is read', [date(11, 'Port Town, 23 November 2026', 'text')], 10, '2026-11-23'],
    ['a marked date may be 1,000 nodes away', [date(1010)], 10, '2026-11-23'],
    ['a marked date isn’t 1,001 nodes away', [date(1011)], 10, undefined],
    ['a date in a named element may be 1,000 nodes away', [date(1010, '2026-11-23', 'named')], 10, '2026-11-23'],
    ['a date in a named element isn’t 1,001 nodes away', [date(1011, '2026-11-23', 'named')], 10, undefined],
    ['an unmarked date may be 600 nodes away', [date(610, '2026-11-23', 'text')], 10, '2026-11-23'],
    ['an unmarked date isn’t 601 nodes away', [date(611, '2026-11-23', 'text')], 10, undefined],
    ['a marked date wins over an unmarked one 24 nodes nearer', [other(20, 'text'), date(44)], 10, '2026-11-23'],
    ['an unmarked date wins over a marked one 26 nodes farther', [other(20, 'text'), date(46)], 10, '2026-11-22'],
    ['a labelled date counts at any distance', [date(900, 'Published: 2026-11-23', 'text')], 10, '2026-11-23'],
    [
      'a labelled date counts as at most 40 nodes away',
      [other(51), date(900, 'Published: 2026-11-23', 'text')],
      10,
      '2026-11-23',
    ],
    [
      'a date nearer than 40 nodes wins over a labelled one',
      [other(49), date(900, 'Published: 2026-11-23')],
      10,
      '2026-11-22',
    ],
    ['a near labelled date counts by its distance', [other(20), date(19, 'Published: 2026-11-23')], 10, '2026-11-23'],
    ['a label must be near its number', [date(1900, `Published ${'x'.repeat(21)} 2026-11-23`)], 10, undefined],
    ['a label must be a word', [date(1900, 'unpublished 2026-11-23')], 10, undefined],
    ['without a headline a short line counts', [date(900, '2026-11-23 | Message', 'text')], undefined, '2026-11-23'],
    ['without a headline a line of 60 characters counts', [date(9, long.slice(1), 'text')], undefined, '2026-11-23'],
    ['without a headline a longer line doesn’t count', [date(9, long, 'text')], undefined, undefined],
    ['without a headline a marked date comes before a line', [other(9, 'text'), date(900)], undefined, '2026-11-23'],
    ['without a headline the first marked date wins', [date(700), other(800)], undefined, '2026-11-23'],
  ])('%s', (_, dates, headline, expected) => {
    expect(visibleDate(dates, headline)?.at.slice(0, 10)).toBe(expected);
  });

  it.each<[string, PlacedDate, string | undefined]>([
    ['an unmarked date of another day than the address doesn’t count', date(11, '2026-11-23', 'text'), undefined],
    ['a labelled date counts against the address', date(11, 'Published: 2026-11-23', 'text'), '2026-11-23'],
    ['a date in a named element counts against the address', date(11, '2026-11-23', 'named'), '2026-11-23'],
    ['an unmarked date of the address’s day counts', date(11, '22.11.2026', 'text'), '2026-11-22'],
  ])('%s', (_, placed, expected) => {
    expect(visibleDate([placed], 10, undefined, { day: '2026-11-22' })?.at.slice(0, 10)).toBe(expected);
  });

  it.each<[string, string, string | undefined]>([
    ['the publication counts behind a change', 'Updated 24.11.2026, published 23.11.2026', '2026-11-23'],
    ['a change alone doesn’t count', 'Updated 24.11.2026', undefined],
    ['a change in Russian alone doesn’t count', 'Обновлено: 24.11.2026', undefined],
    ['a date of reception doesn’t count', 'Received 1 August 2026', undefined],
    ['the publication counts behind a reception', 'Received 1 August 2026; Published 23 November 2026', '2026-11-23'],
    ['the publication counts in Japanese', '投稿日 2026年11月23日 更新日 2026年11月25日', '2026-11-23'],
    ['the publication counts in Persian', 'تاریخ انتشار: ۲ آذر ۱۴۰۵', '2026-11-23'],
    ['a date in a sentence doesn’t count', 'On 12 March 1999 the outer arm sank in a storm.', undefined],
    ['a date in a quoted sentence doesn’t count', '“It sank on 12 March 1999, in a storm.”', undefined],
    [
      'a date in a Chinese sentence doesn’t count',
      '1999年3月12日，码头的外臂在一场没有任何人预料到的冬季风暴中折断沉没了。',
      undefined,
    ],
    ['a date in a Hindi sentence doesn’t count', '12 मार्च 1999 को बाहरी भुजा तूफ़ान में डूब गई थी।', undefined],
    ['a date in a long line doesn’t count', `23.11.2026 ${'x'.repeat(101)}`, undefined],
    ['a date in a short line with a full stop counts', 'Port Town, 23.11.2026.', '2026-11-23'],
    ['a date with bars counts', '23 | 11 | 2026', '2026-11-23'],
  ])('%s', (_, text, expected) => {
    expect(visibleDate([date(11, text, 'text')], 10)?.at.slice(0, 10)).toBe(expected);
  });

  it('a marked date in a sentence counts', () => {
    expect(visibleDate([date(11, 'It was on 12 March 1999 that the arm sank.', 'named')], 10)?.at.slice(0, 10)).toBe(
      '1999-03-12',
    );
  });

  it.each<[string, string, string | undefined]>([
    ['a date of the address’s month counts at any distance', '2026-11', '2026-11-23'],
    ['a date of another month doesn’t count at any distance', '2026-10', undefined],
  ])('%s', (_, month, expected) => {
    expect(visibleDate([date(900, '23.11.2026', 'text')], 10, undefined, { month })?.at.slice(0, 10)).toBe(expected);
  });

  it('an ambiguous day is read in the page’s language', () => {
    expect(visibleDate([date(11, '03/11/2026')], 10, 'en-GB')?.at).toBe('2026-11-03T00:00:00.000Z');
    expect(visibleDate([date(11, '03/11/2026')], 10)).toBeUndefined();
  });
});

describe('the stamp behind the running text', () => {
  const stamp = (at: number, text = 'Zuletzt geändert: 23.11.2026'): PlacedDate => ({ at, text, kind: 'text' });
  it.each<[string, PlacedDate, readonly number[], string | undefined]>([
    ['a change behind the last paragraph counts', stamp(40), [20, 30], '2026-11-23'],
    ['a change before the last paragraph doesn’t count', stamp(25), [20, 30], undefined],
    ['a change before the last of four paragraphs counts', stamp(45), [20, 30, 40, 50], '2026-11-23'],
    ['a change before two of four paragraphs doesn’t count', stamp(35), [20, 30, 40, 50], undefined],
    ['a change may be 100 nodes behind the last paragraph', stamp(130), [30], '2026-11-23'],
    ['a change isn’t 101 nodes behind the last paragraph', stamp(131), [30], undefined],
    ['another date behind the last paragraph is no stamp', stamp(40, '23.11.2026'), [30], undefined],
    ['a page without running text has no stamp', stamp(40), [], undefined],
  ])('%s', (_, date, paragraphs, expected) => {
    expect(stampDate([date], paragraphs)?.at.slice(0, 10)).toBe(expected);
  });
});

describe('a change', () => {
  const day = (date: string): PageDate => ({ at: `${date}T00:00:00.000Z`, precision: 'day' });
  const time = (at: string): PageDate => ({ at, precision: 'time' });
  it.each<[string, PageDate, PageDate | undefined, boolean]>([
    ['a change without a publication counts', day('2026-11-23'), undefined, true],
    ['a change after the publication counts', time('2026-11-23T10:00:00.000Z'), time(AT_NINE), true],
    ['a change at the publication counts', time(AT_NINE), time(AT_NINE), true],
    ['a change before the publication doesn’t count', time('2026-11-23T09:00:00.000Z'), time(AT_NINE), false],
    ['a change on the day of the publication counts', day('2026-11-23'), time(AT_NINE), true],
    ['a change on the day before doesn’t count', day('2026-11-22'), time(AT_NINE), false],
    ['a time on the day of a publication counts', time(DAY), day('2026-11-23'), true],
    [
      'a time on the day before a publication doesn’t count',
      time('2026-11-22T23:59:00.000Z'),
      day('2026-11-23'),
      false,
    ],
  ])('%s', (_, change, publication, expected) => {
    expect(isNotBefore(change, publication)).toBe(expected);
  });
});

describe('the visible date of a change', () => {
  const date = (at: number, text = '2026-11-23', kind: PlacedDate['kind'] = 'time'): PlacedDate => ({ at, text, kind });
  it.each<[string, readonly PlacedDate[], string | undefined]>([
    ['a date behind “updated” is a change', [date(20, 'Updated: 23 November 2026', 'text')], '2026-11-23'],
    ['a date that its element calls a change’s is one', [{ ...date(20), role: 'changed' }], '2026-11-23'],
    ['a date of publication is no change', [date(20, 'Published: 23 November 2026', 'text')], undefined],
    [
      'a date in a sentence is no change',
      [date(20, 'The list was updated on 23 November 2026 by the office.', 'text')],
      undefined,
    ],
    ['the nearest change counts', [date(90, 'Updated 2026-11-24'), date(20, 'Updated 2026-11-23')], '2026-11-23'],
  ])('%s', (_, dates, expected) => {
    expect(visibleChange(dates, 10)?.at.slice(0, 10)).toBe(expected);
  });
});
