import { describe, expect, it } from 'vitest';
import { pageDate } from '../../../../../lambdas/core/article/metadata/page-dates.ts';
import { datesIn } from '../../../../../lambdas/core/article/wording/date-in-text.ts';
import { inGregorian } from '../../../../../lambdas/core/article/wording/other-calendars.ts';

const day = (text: string) => {
  const [written = text] = datesIn(text);
  return pageDate(written)?.at.slice(0, 10);
};

describe('a date of another calendar', () => {
  it.each([
    ['a Persian date with a month’s name', 'سه‌شنبه ۳ آذر ۱۴۰۵ ساعت ۱۰:۳۰', '2026-11-24'],
    ['a Persian date with the word for month', '۳ آذر ماه ۱۴۰۵', '2026-11-24'],
    ['a Persian date with ASCII digits', '3 آذر 1405', '2026-11-24'],
    ['a Persian date in numbers', '۱۴۰۵/۰۹/۰۳', '2026-11-24'],
    ['a Persian date with hyphens', '1405-09-03', '2026-11-24'],
    ['a Dari date', '۳ قوس ۱۴۰۵', '2026-11-24'],
    ['the Persian new year', '۱ فروردین ۱۴۰۴', '2025-03-21'],
    ['the last day of a Persian leap year', '۳۰ اسفند ۱۴۰۳', '2025-03-20'],
    ['a Persian date of the Gregorian calendar', '۲۴ نوامبر ۲۰۲۶', '2026-11-24'],
    ['a Thai date', '24 พฤศจิกายน 2569', '2026-11-24'],
    ['a Thai date with Thai digits', '๒๔ พฤศจิกายน ๒๕๖๙', '2026-11-24'],
    ['a Thai date with its era', '24 พฤศจิกายน พ.ศ. 2569', '2026-11-24'],
    ['a Thai date with a short month', '24 พ.ย. 2569', '2026-11-24'],
    ['a Thai date with a short year', '24 พ.ย. 69', '2026-11-24'],
    ['a Thai date in numbers', '24/11/2569', '2026-11-24'],
    ['a Reiwa date', '令和8年11月24日', '2026-11-24'],
    ['a Heisei date', '平成31年4月30日', '2019-04-30'],
    ['the first year of Reiwa', '令和元年5月1日', '2019-05-01'],
    ['a date of Taiwan', '民國115年11月24日', '2026-11-24'],
    ['a Chinese date', '2026年11月24日 10:30', '2026-11-24'],
    ['a Chinese date with full-width digits', '２０２６年１１月２４日', '2026-11-24'],
    ['a Korean date', '2026년 11월 24일', '2026-11-24'],
    ['an Egyptian date', '٢٤ نوفمبر ٢٠٢٦', '2026-11-24'],
    ['a Levantine date', '٢٤ تشرين الثاني ٢٠٢٦', '2026-11-24'],
    ['a Levantine date of January', '24 كانون الثاني 2026', '2026-01-24'],
    ['a Hindi date', '२४ नवंबर २०२६', '2026-11-24'],
    ['a Bengali date', '২৪ নভেম্বর ২০২৬', '2026-11-24'],
  ])('%s is read', (_, text, expected) => {
    expect(day(text)).toBe(expected);
  });

  it.each([
    ['a day that the Persian calendar doesn’t have', '۳۰ اسفند ۱۴۰۴', '30 اسفند 1404'],
    ['a number that only looks like a Persian year', 'Hall 1405, room 3', 'Hall 1405, room 3'],
    ['a Thai text without a date', 'ห้อง 2569', 'ห้อง 2569'],
  ])('%s stays', (_, text, expected) => {
    expect(inGregorian(text)).toBe(expected);
  });
});
