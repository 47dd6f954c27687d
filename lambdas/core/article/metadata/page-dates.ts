/** Reads and compares the dates of a page. */
import { type FeedDate, parseFeedDate } from '../../feed/dates/dates.ts';
import type { DatePrecision } from '../record/article.ts';
import { datesIn } from './date-in-text.ts';
import type { PlacedDate } from './page-scan.ts';

export interface PageDate {
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly precision: DatePrecision;
}

/** Reads a date; undefined if it is only a month or a year. @param language BCP 47: tells whether `03/11` is a day in March. */
export function pageDate(raw: string | undefined, language?: string): PageDate | undefined {
  const date = parseFeedDate(raw) ?? parseFeedDate(dayFirst(raw, language));
  return date === undefined || date.precision === 'period'
    ? undefined
    : { at: date.instant, precision: precisionOf(date) };
}

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
const MAX_DISTANCE = { time: 300, named: 300, text: 150 } as const;
/** Nodes that are added to the distance of an unmarked text. */
const PENALTY = { time: 0, named: 0, text: 25 } as const;
/** Max length of a line that may be a dateline if the page has no headline, in characters. */
const MAX_DATELINE_LENGTH = 60;
/** The distance of such a line, in nodes. */
const UNPLACED = 300;
/** The max distance of a date that is labelled as the publication, in nodes. */
const LABELLED = 40;
const LABEL =
  /(?:^|\s)(?:datum|date|veröffentlicht|erschienen|erstellt|published|posted|publié|publicado|pubblicato|gepubliceerd|publicerad|udgivet|publisert|julkaistu|opublikowano|yayınlanma|опубликовано|дата|등록|입력)[^\d]{0,20}\d/iu;

/**
 * Returns the date nearest to the headline. An unmarked text may belong to the article's own words ("sank on 12 March
 * 1999"), so its date doesn't count if the address has another day.
 *
 * @param headline the headline's place; undefined if the page has none.
 * @param addressDay `2026-11-23`
 */
export function visibleDate(
  dates: readonly PlacedDate[],
  headline: number | undefined,
  language?: string,
  addressDay?: string,
): PageDate | undefined {
  const near = dates
    .map((date) => ({ date, distance: distanceOf(date, headline) }))
    .filter(({ distance }) => distance !== undefined)
    .sort((a, b) => (a.distance ?? 0) - (b.distance ?? 0));
  for (const { date } of near) {
    const read = [date.text, ...datesIn(date.text)]
      .map((raw) => pageDate(raw, language))
      .find((each) => each !== undefined);
    const isMarked = date.kind !== 'text' || LABEL.test(date.text);
    if (read !== undefined && (isMarked || addressDay === undefined || read.at.startsWith(addressDay))) return read;
  }
  return undefined;
}

/** Nodes between the headline and a date, twice as many if the date is above the headline; undefined if it is too far. */
function distanceOf({ at, kind, text }: PlacedDate, headline: number | undefined): number | undefined {
  const nodes = headline === undefined ? 0 : at >= headline ? at - headline : 2 * (headline - at);
  if (LABEL.test(text)) return Math.min(nodes, LABELLED);
  if (headline === undefined && kind === 'text') return text.length <= MAX_DATELINE_LENGTH ? UNPLACED : undefined;
  return nodes <= MAX_DISTANCE[kind] ? nodes + PENALTY[kind] : undefined;
}

/** Whether a change isn't before the publication. If one of them has no time, days are compared. */
export function isNotBefore(change: PageDate, publication: PageDate | undefined): boolean {
  if (publication === undefined) return true;
  const length = change.precision === 'day' || publication.precision === 'day' ? 10 : undefined;
  return change.at.slice(0, length) >= publication.at.slice(0, length);
}
