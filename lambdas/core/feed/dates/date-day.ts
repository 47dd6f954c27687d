/** The day that a date names, without its clock and zone. */
import { isFiller, monthNamed } from './date-names.ts';

export interface Day {
  /** Midnight in UTC of the day, or of the first day of the year, month or week; in milliseconds since 1970. */
  readonly time: number;
  /** The date names a day, and not only a year, month or week. */
  readonly exact: boolean;
}

interface Hints {
  /** The month stands before the day, as the date's zone says. */
  readonly monthFirst: boolean;
}

/** The years that a number of four digits can mean. */
const MIN_YEAR = 1970;
const MAX_YEAR = 2100;

/** @param text in lower case. @returns undefined when the text names no day, or may name two */
export function dayOf(text: string, hints: Hints): Day | undefined {
  const trimmed = text.trim();
  return wholeDay(trimmed, hints) ?? dayBehindComma(trimmed, hints);
}

const BEHIND_COMMA = /^([^,]{0,20}),\s*(\d{1,2}[\s.-]+\p{L}[\p{L}\p{M}]*(?:\.[\p{L}\p{M}]+)*[\s,.-]+\d{2,4})$/u;

/** A whole date behind a day of the week of which only a rest can be read, or none: `026, 26 Mar 2023`. */
function dayBehindComma(text: string, hints: Hints): Day | undefined {
  const [, before, date] = BEHIND_COMMA.exec(text) ?? [];
  const hasMonth = before?.match(/\p{L}+/gu)?.some((word) => monthNamed(word) !== undefined);
  const found = date === undefined || hasMonth ? undefined : wholeDay(date.trim(), hints);
  return found?.exact ? found : undefined;
}

function wholeDay(trimmed: string, hints: Hints): Day | undefined {
  const words = trimmed.match(/\d+|\p{L}[\p{L}\p{M}]*/gu)?.filter((word) => !isFiller(word)) ?? [];
  if (!/^[\s.,;:/'’_-]*$/.test(trimmed.replace(/[\d\p{L}\p{M}]/gu, ''))) return undefined;
  return (
    isoWeek(trimmed) ??
    isoMonthOfCentury(trimmed) ??
    dayOfWords(words, trimmed, hints) ??
    dayOfWords(withoutFirst(words), trimmed, hints) ??
    dayOfWords(withoutLast(words), trimmed, hints) ??
    dayOfWords(withoutSecond(words), trimmed, hints)
  );
}

/** The words without the day of the week, before, behind or within a whole date, in whatever language. */
const withoutFirst = (words: readonly string[]): readonly string[] =>
  words.length === 4 && !isNumber(words[0]) ? words.slice(1) : [];
const withoutLast = (words: readonly string[]): readonly string[] =>
  words.length === 4 && !isNumber(words[3]) ? words.slice(0, 3) : [];

const withoutSecond = (words: readonly string[]): readonly string[] =>
  words.length === 4 && !isNumber(words[1]) && !isNumber(words[2]) ? words.toSpliced(1, 1) : [];

function dayOfWords(words: readonly string[], text: string, hints: Hints): Day | undefined {
  const [a = '', b = '', c = ''] = words;
  const shape = words.map((word) => (isNumber(word) ? 'n' : 'w')).join('');
  switch (shape) {
    case 'n':
      return oneNumber(a);
    case 'nn':
      return /^\d+[-/.]\d+\.?$/.test(text) ? twoNumbers(a, b) : undefined;
    case 'nnn':
      return threeNumbers(words, text, hints);
    case 'nwn':
      return a.length === 4 ? day(a, monthNamed(b), c) : day(year(c), monthNamed(b), a);
    case 'wnn':
      return day(year(c), monthNamed(a), b);
    case 'wn':
      return b.length === 4 ? inexact(day(b, monthNamed(a), 1)) : undefined;
    default:
      return undefined;
  }
}

/** The compact forms of ISO 8601 (2000, §5.2), except six digits that may also be a year and a month. */
function oneNumber(digits: string): Day | undefined {
  switch (digits.length) {
    case 4:
      return isYear(digits) ? inexact(day(digits, 1, 1)) : undefined;
    case 5:
      return ordinalDay(year(digits.slice(0, 2)), digits.slice(2));
    case 6:
      return isYearAndMonth(digits) ? undefined : day(year(digits.slice(0, 2)), digits.slice(2, 4), digits.slice(4));
    case 7:
      return ordinalDay(digits.slice(0, 4), digits.slice(4));
    case 8:
      return day(digits.slice(0, 4), digits.slice(4, 6), digits.slice(6));
    default:
      return undefined;
  }
}

const isYearAndMonth = (digits: string): boolean =>
  isYear(digits.slice(0, 4)) && day(digits.slice(0, 4), digits.slice(4), 1) !== undefined;

function twoNumbers(a: string, b: string): Day | undefined {
  if (a.length !== 4) return undefined;
  return b.length === 3 ? ordinalDay(a, b) : inexact(day(a, b, 1));
}

/** Only dots, a leading year, and a day beyond the twelfth settle the order by themselves. */
function threeNumbers([a = '', b = '', c = '']: readonly string[], text: string, hints: Hints): Day | undefined {
  if (a.length === 4) return day(a, b, c);
  if (/^\D*\d+\. ?\d/.test(text)) return day(year(c), b, a);
  if (hints.monthFirst) return day(year(c), a, b) ?? day(year(c), b, a);
  if (c.length <= 2 && /^\D*\d\d-\d\d-\d\d\D*$/.test(text)) return day(year(a), b, c);
  return c.length > 2 || day(year(a), b, c) === undefined ? inEitherOrder(a, b, year(c)) : undefined;
}

/** Undefined when the British and the American order give different days. */
function inEitherOrder(a: string, b: string, inYear: string): Day | undefined {
  const [british, american] = [day(inYear, b, a), day(inYear, a, b)];
  if (british === undefined || american === undefined) return british ?? american;
  return british.time === american.time ? british : undefined;
}

/** `2026-W48`, `2026-W48-1`, `2026W481` (ISO 8601-1 §5.2.3). Week 1 has the year's fourth of January. */
function isoWeek(text: string): Day | undefined {
  const found = /^(\d{4})-?w(\d{2})(?:-?([1-7]))?$/.exec(text);
  if (found === null || Number(found[2]) < 1 || Number(found[2]) > 53) return undefined;
  const fourth = Date.UTC(Number(found[1]), 0, 4);
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY_MS;
  const days = (Number(found[2]) - 1) * 7 + Number(found[3] ?? 1) - 1;
  return { time: monday + days * DAY_MS, exact: found[3] !== undefined };
}

/** `-03-12`: a year and month of this century (ISO 8601:2000 §5.2.1.3). */
function isoMonthOfCentury(text: string): Day | undefined {
  const found = /^-(\d\d)-?(\d\d)$/.exec(text);
  return found?.[1] === undefined || found[2] === undefined ? undefined : inexact(day(year(found[1]), found[2], 1));
}

function ordinalDay(inYear: string, number: string): Day | undefined {
  const time = Date.UTC(Number(inYear), 0, Number(number));
  return new Date(time).getUTCFullYear() === Number(inYear) ? { time, exact: true } : undefined;
}

/** Undefined for a day that the calendar doesn't have. */
function day(
  inYear: string | undefined,
  month: string | number | undefined,
  ofMonth: string | number,
): Day | undefined {
  if (inYear?.length !== 4 || month === undefined || String(ofMonth).length > 2 || String(month).length > 2)
    return undefined;
  const time = Date.UTC(Number(inYear), Number(month) - 1, Number(ofMonth));
  const date = new Date(time);
  const isReal = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(ofMonth);
  return isReal ? { time, exact: true } : undefined;
}

/** A year of two or three digits as RFC 5322 §4.3 reads it: up to 49 is this century; three digits count from 1900. */
function year(digits: string): string {
  if (digits.length === 3) return digits.startsWith('1') ? String(1900 + Number(digits)) : '';
  if (digits.length !== 2) return digits;
  return `${Number(digits) < 50 ? '20' : '19'}${digits}`;
}

const inexact = (found: Day | undefined): Day | undefined => found && { ...found, exact: false };
const isNumber = (word: string | undefined): boolean => /^\d/.test(word ?? '');
const isYear = (digits: string): boolean => Number(digits) >= MIN_YEAR && Number(digits) <= MAX_YEAR;

const DAY_MS = 86_400_000;
