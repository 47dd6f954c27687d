/** Finds dates among other words: in a dateline, a byline or an address. */
import { type DateRole, roleInWords } from './date-words.ts';
import { inGregorian } from './other-calendars.ts';

const NAME = '\\p{L}[\\p{L}\\p{M}]{1,14}';
const YEAR = '(?:19|20)\\d\\d';
/** The formats of a day. Whether the day exists, dates.ts decides. */
const DAY = [
  `${YEAR}[-./] ?[01]?\\d[-./] ?[0-3]?\\d`,
  `[0-3]?\\d[./-] ?[01]?\\d[./-] ?(?:${YEAR}|\\d\\d)`,
  `[0-3]?\\d(?:st|nd|rd|th|er|º|ª)?[.,]? ?-?(?:(?:de|del|of|d[’'])? ?)?${NAME}[.,]? ?-?(?:(?:de|del) )?${YEAR}`,
  `${NAME}\\.? [0-3]?\\d(?:st|nd|rd|th)?,? ${YEAR}`,
  `[0-3]?\\d ?\\| ?[01]?\\d ?\\| ?${YEAR}`,
  `${YEAR} ?[年년] ?\\d{1,2} ?[月월] ?\\d{1,2} ?[日일]?`,
].join('|');
const CLOCK =
  '(?:T|[\\s,|•·–/-]{0,3}(?:(?:um|at|à|a las|alle|kl|klo|ore|às|om|o)\\.? ?)?)(?:오[전후] ?)?[0-2]?\\d(?:[:h][0-5]\\d(?::[0-5]\\d)?|\\.[0-5]\\d(?= ?uhr))';
const MERIDIEM_AND_ZONE =
  '(?: ?[ap]\\.? ?m\\b\\.?)?(?: ?(?:uhr|hrs?|hs)\\b)?(?: ?(?:Z\\b|(?:UTC|GMT)?[+-]\\d\\d:?\\d\\d|[A-Z]{2,4}\\b))?';
const DATE = new RegExp(`(?<![\\d./-])(${DAY})(?!\\d)(${CLOCK}${MERIDIEM_AND_ZONE})?`, 'giu');
/** Max length of a text that is read, in characters. */
const MAX_LENGTH = 2_000;
/** Max length of the words before a date that are read, in characters. */
const MAX_WORDS_LENGTH = 40;

/** A date in a text, as written, with its time; and what the words before it say of it. */
export interface WrittenDate {
  readonly written: string;
  readonly role: DateRole | undefined;
}

/** Returns the dates in a text, in their order. */
export const datesWithRoles = (text: string): WrittenDate[] =>
  matchesIn(text).map(({ written, before }) => ({ written, role: roleInWords(before) }));

/** Returns the dates in a text as written, each with its time. The dates of changes come last. */
export function datesIn(text: string): string[] {
  const dates = matchesIn(text);
  if (dates.length < 2) return dates.map(({ written }) => written);
  const isChange = ({ before }: DateMatch): boolean => roleInWords(before) === 'changed';
  return [...dates.filter((date) => !isChange(date)), ...dates.filter(isChange)].map(({ written }) => written);
}

interface DateMatch {
  readonly written: string;
  /** The words between the date before and this one. */
  readonly before: string;
}

function matchesIn(text: string): DateMatch[] {
  const head = inGregorian(text.slice(0, MAX_LENGTH));
  let end = 0;
  return [...head.matchAll(DATE)].map((match) => {
    const before = head.slice(Math.max(end, match.index - MAX_WORDS_LENGTH), match.index);
    end = match.index + match[0].length;
    const written = `${match[1] ?? ''}${(match[2] ?? '').replace(/^[\s,|•·–/-]+/, ' ')}`;
    return { written: written.replace(/^(.*?\d)T(?=\d)/, '$1 ').replace(/ ?\| ?/g, '.'), before };
  });
}

/** Returns the day in an address's path: `/2026/11/23/`, `/2026-11-23-ferry`, `/20261123/`, `/23-11-2026`. */
export function dayInAddress(url: string): string | undefined {
  const path = pathOf(url);
  const ordered = DAY_FIRST_TO_LAST.exec(path) ?? TIMESTAMP.exec(path);
  if (ordered !== null) return [ordered[1], ordered.at(-2), ordered.at(-1)].join('-');
  const reversed = DAY_LAST_TO_FIRST.exec(path);
  return reversed === null ? undefined : `${reversed[4]}-${reversed[3]}-${reversed[1]}`;
}

/** Returns the month in an address's path: `/2026/11/ferry` → `2026-11`. */
export function monthInAddress(url: string): string | undefined {
  const found = /\/((?:19|20)\d\d)[/-](0[1-9]|1[0-2])\//.exec(pathOf(url));
  return found === null ? undefined : `${found[1]}-${found[2]}`;
}

/** The path of an address. The address of an archived page starts with the archive's own date. */
function pathOf(url: string): string {
  const { pathname } = new URL(url);
  return pathname.slice(Math.max(0, pathname.lastIndexOf('/http')));
}

const [YYYY, MM, DD] = ['((?:19|20)\\d\\d)', '(0[1-9]|1[0-2])', '(0[1-9]|[12]\\d|3[01])'];
const DAY_FIRST_TO_LAST = new RegExp(`(?<!\\d)${YYYY}([/_.-]?)${MM}\\2${DD}(?!\\d)`);
const DAY_LAST_TO_FIRST = new RegExp(`(?<!\\d)${DD}([/_.-])${MM}\\2${YYYY}(?!\\d)`);
/** A number that starts with a time, to the minute: `A2026112312450001`. */
const TIMESTAMP = new RegExp(`(?<!\\d)${YYYY}${MM}${DD}(?:[01]\\d|2[0-3])[0-5]\\d\\d*(?!\\d)`);
