/**
 * Dates of other calendars → dates of the Gregorian one, within a text: `۳ آذر ۱۴۰۵`, `24 พ.ย. 2569`, `令和8年11月24日`,
 * `民國115年11月24日`. Also the two-word months of the Levant, which dates.ts doesn't read.
 */
import { asciiDigits } from '../../feed/dates/ascii-digits.ts';

/** Months of the Solar Hijri calendar, in Iran and in Afghanistan. */
const PERSIAN_MONTHS = [
  'فروردین|حمل',
  'اردیبهشت|ثور',
  'خرداد|جوزا',
  'تیر|سرطان',
  'مرداد|امرداد|اسد',
  'شهریور|سنبله',
  'مهر|میزان',
  'آبان|ابان|عقرب',
  'آذر|اذر|قوس',
  'دی|جدی',
  'بهمن|دلو',
  'اسفند|حوت',
].map((names) => names.split('|'));
const PERSIAN = new RegExp(
  `(?<![\\d/.-])(\\d{1,2}) (?:م )?(${PERSIAN_MONTHS.flat().join('|')})(?:\\s?ماه)?[,،]? (1[34]\\d\\d)(?!\\d)`,
  'g',
);
const PERSIAN_NUMBERS = /(?<![\d/.-])(1[34]\d\d)[/.-](0?[1-9]|1[0-2])[/.-](0?[1-9]|[12]\d|3[01])(?!\d)/g;
/** First Gregorian year of an era's year 1, less 1. */
const ERAS: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 昭和: 1925, 民國: 1911, 民国: 1911 };
const ERA = /(令和|平成|昭和|民[國国])\s?(\d{1,3}|元)\s?年/g;
const THAI_MONTH =
  /(?<!\d)(\d{1,2}) ([\u0E00-\u0E7F][\u0E00-\u0E7F.]{1,14}),? (?:พ\.?ศ\.? ?)?(2[456]\d\d|[67]\d)(?!\d)/g;
const THAI_NUMBERS = /(?<![\d/.-])(\d{1,2}[/.-]\d{1,2}[/.-])(2[56]\d\d)(?!\d)/g;
const LEVANTINE: readonly (readonly [RegExp, string])[] = [
  [/تشرين ال(?:أ|ا)ول/g, 'اكتوبر'],
  [/تشرين الثاني/g, 'نوفمبر'],
  [/كانون ال(?:أ|ا)ول/g, 'ديسمبر'],
  [/كانون الثاني/g, 'يناير'],
];
/** Whether a text may hold such a date: letters of those scripts, other digits, or a year of the Persian calendar. */
const CANDIDATE = /[年\u0600-\u06FF\u0E00-\u0E7F]|(?<!\d)1[34]\d\d[/.-]\d|[/.-]2[56]\d\d(?!\d)/;

/** Returns the text with ASCII digits, and its dates in the Gregorian calendar. */
export function inGregorian(text: string): string {
  const digits = asciiDigits(text);
  if (!CANDIDATE.test(digits)) return digits;
  const western = digits
    .replace(ERA, (_, era: string, year: string) => `${(ERAS[era] ?? 0) + (year === '元' ? 1 : Number(year))}年`)
    .replace(PERSIAN, (written, day, month, year) => isoDay(year, monthOf(month), day) ?? written)
    .replace(PERSIAN_NUMBERS, (written, year, month, day) => isoDay(year, Number(month), day) ?? written)
    .replace(THAI_MONTH, (_, day: string, month: string, year: string) => `${day} ${month} ${gregorianYear(year)}`)
    .replace(THAI_NUMBERS, (_, day: string, year: string) => `${day}${gregorianYear(year)}`);
  return LEVANTINE.reduce((rest, [month, name]) => rest.replace(month, name), western);
}

/** A Buddhist year, in two digits or four. */
const gregorianYear = (year: string): number => (year.length === 2 ? 2500 : 0) + Number(year) - 543;

const monthOf = (name: string): number => PERSIAN_MONTHS.findIndex((names) => names.includes(name)) + 1;

const PERSIAN_CALENDAR = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', {
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  timeZone: 'UTC',
});
const DAY_MS = 86_400_000;

/** `1405, 9, 3` → `2026-11-24`; undefined for a day that the Persian calendar doesn't have. */
function isoDay(year: string, month: number, day: string): string | undefined {
  const daysBefore = month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30;
  const guess = Date.UTC(Number(year) + 621, 2, 21) + (daysBefore + Number(day) - 1) * DAY_MS;
  const wanted = `${month}/${Number(day)}/${Number(year)}`;
  const time = [0, -1, 1].map((days) => guess + days * DAY_MS).find((each) => persianDay(each) === wanted);
  return time === undefined ? undefined : new Date(time).toISOString().slice(0, 10);
}

/** `9/3/1405`, without the era that the format adds. */
const persianDay = (time: number): string => {
  const parts = new Map(PERSIAN_CALENDAR.formatToParts(time).map(({ type, value }) => [type, value]));
  return `${parts.get('month')}/${parts.get('day')}/${parts.get('year')}`;
};
