/**
 * Dates as publishers write them. `Date.parse` is asked for two strict forms only: elsewhere it reads "Issue 5" as a day in
 * 2001, and a date without a zone in that of the machine. What can be read in two ways is not read at all: the time at which
 * a poll first saw the item is nearer to the truth than a guess.
 */
import { asciiDigits } from './ascii-digits.ts';
import { clockAndDate } from './date-clock.ts';
import { dayOf } from './date-day.ts';
import { offsetAt } from './time-zones.ts';

/** Characters; JavaScript's own `Date.toString()` with the name of a zone has up to 75. */
const MAX_LENGTH = 100;
/** Software that has no date writes the epoch, in whatever zone: its first day (and, of course, all before) is none. */
const MIN_TIME = Date.UTC(1970, 0, 2);
const MAX_TIME = Date.UTC(9999, 11, 31);
/**
 * A date that has no zone, or an untrue one, is up to 14 hours early when read as UTC; the rest of a day is left for clocks
 * that are wrong. What lies further ahead is an event that is announced or a mistake, not the time of a publication.
 */
export const FUTURE_TOLERANCE_MS = 24 * 3_600_000;

/**
 * The strict forms of nearly all feeds, read ten times as fast by the engine itself, which is exact in them as long as the
 * day is one that the month surely has.
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
  /** False when the date names no zone, or none that is known, and so was taken as UTC. */
  readonly zoneKnown: boolean;
  /** What the date says: a time of day, a day (then at midnight), or only the week, month or year that `instant` begins. */
  readonly precision: 'time' | 'day' | 'period';
}

/** Reads one date; undefined when it is none, when it is ambiguous, or when it lies before 1970-01-02 or after 9999. */
export function parseFeedDate(raw: string | undefined): FeedDate | undefined {
  const trimmed = raw?.trim() ?? '';
  if (trimmed === '' || trimmed.length > MAX_LENGTH) return undefined;
  if (RFC_3339.test(trimmed) || RFC_822.test(trimmed)) return dated(Date.parse(trimmed), true, 'time');
  const text = plain(trimmed);
  return epoch(text) ?? inWords(text);
}

/** A publisher's date as ISO 8601 in UTC, or undefined when it can't be read. One without a time zone is taken as UTC. */
export const isoDate = (raw: string | undefined): string | undefined => parseFeedDate(raw)?.instant;

/** A date as the publisher wrote it, short enough to be kept beside what was read. */
export const rawDate = (raw: string | undefined): string | undefined => raw?.trim().slice(0, MAX_LENGTH) || undefined;

export interface PublishedAt {
  /** ISO 8601: the publisher's date, or when we first saw the item. */
  readonly at: string;
  /** Why `at` is not the publisher's date. */
  readonly assumed?: 'missing' | 'invalid' | 'future';
}

/**
 * When something was published: by the first comparedArticle that can be read and doesn't lie in the future, else when it was seen.
 *
 * @param candidates dates as written, the most trusted first.
 * @param firstSeen ISO 8601.
 * @param heard when the candidates spoke, ISO 8601: the future begins there.
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
  return { at: firstSeen, assumed: dates.length > 0 ? 'future' : present.length > 0 ? 'invalid' : 'missing' };
}

/** Lower case, ASCII digits and signs where Unicode has others, and no accents: `Août` and `aout` are one month. */
const plain = (text: string): string =>
  asciiDigits(text)
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/ı/g, 'i')
    .replace(/[‐-―−]/g, '-')
    .replace(/\s+/g, ' ');

/**
 * Seconds or milliseconds since 1970, if that makes a day from 2001 to 2033; other numbers of ten digits may be
 * anything.
 */
function epoch(text: string): FeedDate | undefined {
  const digits = /^(1\d{9})(?:(\d{3})|\.\d{1,9})?$/.exec(text);
  return digits === null ? undefined : dated(Number(digits[1]) * 1000 + Number(digits[2] ?? 0), true, 'time');
}

function inWords(text: string): FeedDate | undefined {
  const read = clockAndDate(text);
  if (read === undefined) return undefined;
  const { clock, zone, date } = read;
  const day = dayOf(date, { monthFirst: zone?.american === true });
  if (day === undefined || (clock !== undefined && !day.exact)) return undefined;
  const local = day.time + (clock ?? 0);
  const precision = clock !== undefined ? 'time' : day.exact ? 'day' : 'period';
  return dated(local - offsetAt(zone, local), zone?.known === true, precision);
}

const dated = (time: number, zoneKnown: boolean, precision: FeedDate['precision']): FeedDate | undefined =>
  time >= MIN_TIME && time <= MAX_TIME ? { instant: new Date(time).toISOString(), zoneKnown, precision } : undefined;
