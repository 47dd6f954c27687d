/** Reads and compares the dates of a page. */
import { type FeedDate, parseFeedDate } from '../../feed/dates/dates.ts';
import type { DatePrecision } from '../record/article.ts';
import { datesIn, datesWithRoles } from '../wording/date-in-text.ts';
import { inGregorian } from '../wording/other-calendars.ts';
import type { PlacedDate } from './page-scan.ts';

export interface PageDate {
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly precision: DatePrecision;
}

/** Reads a date; undefined if it is only a month or a year. @param language BCP 47: tells whether `03/11` is a day in March. */
export function pageDate(raw: string | undefined, language?: string): PageDate | undefined {
  const written = raw === undefined ? undefined : inGregorian(raw.slice(0, MAX_LENGTH)).replace(MICROSOFT_DATE, '$1');
  const date = parseFeedDate(written) ?? parseFeedDate(dayFirst(written, language));
  return date === undefined || date.precision === 'period'
    ? undefined
    : { at: date.instant, precision: precisionOf(date) };
}

/** `/Date(1795510800000)/`, as older servers of Microsoft write a time. */
const MICROSOFT_DATE = /^\/Date\((\d{9,14})(?:[+-]\d{4})?\)\/$/;
/** Max length of a date that is read, in characters. */
const MAX_LENGTH = 200;

export const precisionOf = ({ precision, zoneKnown }: FeedDate): DatePrecision =>
  precision === 'time' ? (zoneKnown ? 'time' : 'local-time') : 'day';

/** `03/11/2026` → `03.11.2026`, if the language puts the day first. Without a language the date stays ambiguous. */
function dayFirst(raw: string | undefined, language: string | undefined): string | undefined {
  const found = /^\D{0,20}(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?!\d)/.exec(raw ?? '');
  if (raw === undefined || found === null || language === undefined || /^en(?:-US)?$/i.test(language)) return undefined;
  return `${found[1]}.${found[2]}.${found[3]}${raw.slice(found[0].length)}`;
}

/**
 * Returns the first date, or a later one that gives the same more exactly: the time of the same day, or the zone of the
 * same time.
 */
export function mostExact<T extends { readonly value: PageDate }>(dates: readonly T[]): T | undefined {
  const [first] = dates;
  if (first === undefined || first.value.precision === 'time') return first;
  const isMoreExact = ({ value }: T): boolean =>
    first.value.precision === 'day'
      ? value.precision !== 'day' && value.at.startsWith(first.value.at.slice(0, 10))
      : value.precision === 'time' && differByZone(value.at, first.value.at);
  return dates.find(isMoreExact) ?? first;
}

/** Whether two times may be one time in two zones: zones differ by quarters of an hour, up to 14 hours. */
function differByZone(one: string, other: string): boolean {
  const difference = Math.abs(Date.parse(one) - Date.parse(other));
  return difference <= 14 * 3_600_000 && difference % 900_000 < 1000;
}

/** Max number of nodes between a headline and its date. An unmarked text must be nearer. */
const MAX_DISTANCE = { time: 1000, named: 1000, text: 600 } as const;
/** Nodes that are added to the distance of an unmarked text. */
const PENALTY = { time: 0, named: 0, text: 25 } as const;
/** Max length of a line that may be a dateline if the page has no headline, in characters. */
const MAX_DATELINE_LENGTH = 60;
/** The distance of such a line, in nodes. */
const UNPLACED = 300;
/** The max distance of a date that is labelled as the publication, in nodes. */
const LABELLED = 40;

interface Candidate {
  readonly at: PageDate;
  readonly distance: number;
  readonly isNear: boolean;
  /** The page marks the date as one, or says that it is the publication's. */
  readonly isMarked: boolean;
}

/**
 * Returns the date nearest to the headline, unless words or markup say that it is no date of publication. An unmarked date
 * within a sentence is the story's ("sank on 12 March 1999"), and so is one of another day than the address.
 *
 * @param headline the headline's place; undefined if the page has none.
 * @param address `day`: `2026-11-23`; `month`: `2026-11`. A date of the address's month counts at any distance.
 */
export function visibleDate(
  dates: readonly PlacedDate[],
  headline: number | undefined,
  language?: string,
  address: { readonly day?: string | undefined; readonly month?: string | undefined } = {},
): PageDate | undefined {
  const candidates = dates
    .flatMap((date) => candidateOf(date, headline, language) ?? [])
    .sort((a, b) => a.distance - b.distance);
  const near = candidates.filter(({ isNear }) => isNear);
  const { day, month } = address;
  const found = near.find(({ at, isMarked }) => isMarked || day === undefined || at.at.startsWith(day));
  return (found ?? candidates.find(({ at }) => month !== undefined && at.at.startsWith(month)))?.at;
}

/** Returns the date nearest to the headline that the page calls the date of a change: `Updated: 23 November 2026`. */
export function visibleChange(
  dates: readonly PlacedDate[],
  headline: number | undefined,
  language?: string,
): PageDate | undefined {
  const changes = dates.flatMap((date) => {
    const changed = datesWithRoles(date.text).find(({ role }) => (role ?? date.role) === 'changed');
    const at = changed && pageDate(changed.written, language);
    return at === undefined || isSentence(date.text) ? [] : [{ at, ...placeOf(date, headline, false) }];
  });
  return changes.filter(({ isNear }) => isNear).sort((a, b) => a.distance - b.distance)[0]?.at;
}

function candidateOf(date: PlacedDate, headline: number | undefined, language?: string): Candidate | undefined {
  const dates = datesWithRoles(date.text);
  const found = [{ written: date.text, role: dates[0]?.role }, ...dates]
    .map(({ written, role }) => ({
      at: pageDate(written, language),
      isLabelled: role === 'published',
      role: role ?? date.role,
    }))
    .filter(({ at, role }) => at !== undefined && role !== 'changed' && role !== 'other');
  const { at, isLabelled = false, role } = found.find((each) => each.isLabelled) ?? found[0] ?? {};
  const isMarked = role === 'published' || date.kind !== 'text';
  if (at === undefined || (!isMarked && isSentence(date.text))) return undefined;
  return { at, ...placeOf(date, headline, isLabelled), isMarked };
}

/** Max length of the words beside a dateline's dates, in characters. */
const MAX_WORDS_LENGTH = 100;
/** Min number of letters in a sentence; half of it in Chinese and Japanese. */
const MIN_LETTERS = 12;

/** Whether a line with a date is one of the article's own sentences. */
function isSentence(line: string): boolean {
  const words = datesIn(line).reduce((rest, written) => rest.replace(written, ''), line);
  const letters = words.match(/\p{L}/gu)?.length ?? 0;
  const minLetters = UNSPACED.test(words) ? MIN_LETTERS / 2 : MIN_LETTERS;
  return words.length > MAX_WORDS_LENGTH || (letters >= minLetters && ENDS_SENTENCE.test(line));
}

const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/u;
const ENDS_SENTENCE = /[\p{Sentence_Terminal}…][\p{Pe}\p{Pf}"']{0,3}$/u;

/** Nodes between the headline and a date, twice as many if the date is above the headline; and whether that is near. */
function placeOf(
  { at, kind, text }: PlacedDate,
  headline: number | undefined,
  isLabelled: boolean,
): Pick<Candidate, 'distance' | 'isNear'> {
  const nodes = headline === undefined ? 0 : at >= headline ? at - headline : 2 * (headline - at);
  if (isLabelled) return { distance: Math.min(nodes, LABELLED), isNear: true };
  if (headline === undefined && kind === 'text')
    return { distance: UNPLACED, isNear: text.length <= MAX_DATELINE_LENGTH };
  return { distance: nodes + PENALTY[kind], isNear: nodes <= MAX_DISTANCE[kind] };
}

/** Max number of nodes between a paragraph and the stamp behind it. */
const MAX_STAMP_DISTANCE = 100;
/** Min share of the page's paragraphs that stand before a stamp; a few may follow in the foot of the page. */
const MIN_BEFORE = 0.75;

/** Returns the date of the stamp behind the running text, which many pages have as their only date: "Last change: 24.11.2026". */
export function stampDate(
  dates: readonly PlacedDate[],
  paragraphs: readonly number[],
  language?: string,
): PageDate | undefined {
  const isBehindText = ({ at }: PlacedDate): boolean => {
    const before = paragraphs.filter((place) => place < at);
    const isNear = at - (before.at(-1) ?? -Infinity) <= MAX_STAMP_DISTANCE;
    return isNear && before.length >= paragraphs.length * MIN_BEFORE;
  };
  return dates
    .filter(isBehindText)
    .flatMap(({ text }) => datesWithRoles(text))
    .filter(({ role }) => role === 'changed')
    .map(({ written }) => pageDate(written, language))
    .find((date) => date !== undefined);
}

/** Whether a change isn't before the publication. If one of them has no time, days are compared. */
export function isNotBefore(change: PageDate, publication: PageDate | undefined): boolean {
  if (publication === undefined) return true;
  const length = change.precision === 'day' || publication.precision === 'day' ? 10 : undefined;
  return change.at.slice(0, length) >= publication.at.slice(0, length);
}
