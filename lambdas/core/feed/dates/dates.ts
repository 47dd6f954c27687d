/**
 * Dates as publishers write them → instants in UTC, in these steps:
 * 1. dates.ts, this file: `Date.parse` reads the strict forms of nearly all feeds. It reads no other form, because it
 *    takes "Issue 5" for a day in 2001, and a date without a zone for one in the machine's zone.
 * 2. ascii-digits.ts: other digits → ASCII digits; this file: one case, one kind of sign and space, no accents.
 * 3. date-clock.ts: text → clock, zone (time-zones.ts), and the rest, which is the day.
 * 4. date-day.ts: the rest → day, with the months of date-names.ts.
 *
 * An ambiguous date is not read: the time at which a poll first saw the item is nearer to the truth than a guess.
 */
import { cut } from '../../words.ts';
import { asciiDigits } from './ascii-digits.ts';
import { clockAndDate } from './date-clock.ts';
import { type Day, dayOf } from './date-day.ts';
import { offsetAt } from './time-zones.ts';

/** Max length of a date, in characters; JavaScript's `Date.toString()` with the name of a zone has up to 75. */
const MAX_LENGTH = 100;
/**
 * Software without a date writes the epoch, in whatever zone, so the first day of 1970 is no date, nor any earlier day.
 */
const MIN_TIME = Date.UTC(1970, 0, 2);
const MAX_TIME = Date.UTC(9999, 11, 31);
/**
 * How far a date of publication may lie ahead, in milliseconds. A date without a zone, read as UTC, may be 14 hours
 * ahead; the rest of the day is for wrong clocks. A date further ahead is a mistake, or that of an event.
 */
export const FUTURE_TOLERANCE_MS = 24 * 3_600_000;

/**
 * The strict forms of nearly all feeds, which `Date.parse` reads ten times as fast as the steps below. It is exact in
 * them if the month surely has the day.
 */
const CLOCK = '(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d';
const RFC_3339 = new RegExp(
  `^(?:19|20)\\d\\d-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30))T${CLOCK}(?:\\.\\d{1,9})?(?:Z|[+-](?:0\\d|1[0-4]):[0-5]\\d)$`,
);
const MONTH = '(?:Jan|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';
const RFC_822 = new RegExp(
  `^(?:[A-Z][a-z]{2}, )?(?:(?:0?[1-9]|1\\d|2[0-8]) (?:Feb|${MONTH})|(?:29|30) ${MONTH}) (?:19|20)\\d\\d ${CLOCK} (?:GMT|[+-](?:0\\d|1[0-4])[0-5]\\d)$`,
);

export interface FeedDate {
  /** ISO 8601 in UTC, with milliseconds. */
  readonly instant: string;
  /** False when the date names no zone that is known, and so was taken as UTC. */
  readonly zoneKnown: boolean;
  /**
   * The date names a time of day, a day (`instant` is its midnight), or only a week, month or year (`instant` is its
   * start).
   */
  readonly precision: 'time' | 'day' | 'period';
}

/**
 * Returns undefined when the text is no date, when it is ambiguous, or when it lies before 1970-01-02 or after 9999.
 */
export function parseFeedDate(raw: string | undefined): FeedDate | undefined {
  const trimmed = raw?.trim();
  if (trimmed === undefined || trimmed.length > MAX_LENGTH) return undefined;
  if (RFC_3339.test(trimmed) || RFC_822.test(trimmed)) return dated(Date.parse(trimmed), true, 'time');
  const text = plain(trimmed);
  return epoch(text) ?? inWords(text);
}

/**
 * A publisher's date as ISO 8601 in UTC; undefined when it can't be read. A date without a time zone is taken as UTC.
 */
export const isoDate = (raw: string | undefined): string | undefined => parseFeedDate(raw)?.instant;

/** A date as the publisher wrote it, shortened to `MAX_LENGTH`. */
export const rawDate = (raw: string | undefined): string | undefined => cut(raw?.trim() ?? '', MAX_LENGTH) || undefined;

export interface PublishedAt {
  /** ISO 8601: the publisher's date, or the time at which we first saw the item. */
  readonly at: string;
  /** Why `at` is not the publisher's date. */
  readonly assumed?: 'missing' | 'invalid' | 'future';
}

/**
 * The time of publication: the first candidate that can be read and doesn't lie in the future, else `firstSeen`.
 *
 * @param candidates dates as written, the most trusted first
 * @param firstSeen ISO 8601
 * @param heard the time at which we read the candidates, ISO 8601: the future begins there
 */
export function publishedAt(
  candidates: readonly (string | undefined)[],
  firstSeen: string,
  heard = firstSeen,
): PublishedAt {
  const present = candidates.filter((each) => each !== undefined && each.trim() !== '');
  const dates = present.map(isoDate).filter((date) => date !== undefined);
  const latest = Date.parse(heard) + FUTURE_TOLERANCE_MS;
  const at = dates.find((date) => Date.parse(date) <= latest);
  if (at !== undefined) return { at };
  if (dates.length > 0) return { at: firstSeen, assumed: 'future' };
  return { at: firstSeen, assumed: present.length > 0 ? 'invalid' : 'missing' };
}

/**
 * The text in lower case, with ASCII digits and hyphens, single spaces and no accents: `Août` and `aout` are one month.
 */
const plain = (text: string): string =>
  asciiDigits(text)
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/ı/g, 'i')
    .replace(/[‐-―−]/g, '-')
    .replace(/\s+/g, ' ');

/** Seconds or milliseconds since 1970, if they make a day from 2001 to 2033. Other numbers may be anything. */
function epoch(text: string): FeedDate | undefined {
  const digits = /^(1\d{9})(?:(\d{3})|\.\d{1,9})?$/.exec(text);
  return digits === null ? undefined : dated(Number(digits[1]) * 1000 + Number(digits[2] ?? 0), true, 'time');
}

function inWords(text: string): FeedDate | undefined {
  const read = clockAndDate(text);
  if (read === undefined) return undefined;
  const { clock, zone, date } = read;
  const day = dayOf(date, { monthFirst: zone?.american === true });
  if (day === undefined) return undefined;
  const precision = precisionOf(day, clock);
  if (precision === undefined) return undefined;
  const local = day.time + (clock ?? 0);
  return dated(local - offsetAt(zone, local), zone?.known === true, precision);
}

/** Undefined for a clock beside a week, month or year, which make no date together. */
function precisionOf({ exact }: Day, clock: number | undefined): FeedDate['precision'] | undefined {
  if (clock === undefined) return exact ? 'day' : 'period';
  return exact ? 'time' : undefined;
}

const dated = (time: number, zoneKnown: boolean, precision: FeedDate['precision']): FeedDate | undefined =>
  time >= MIN_TIME && time <= MAX_TIME ? { instant: new Date(time).toISOString(), zoneKnown, precision } : undefined;
