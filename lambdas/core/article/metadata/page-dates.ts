/** Dates of a page, each with what is known of it. */
import { type FeedDate, parseFeedDate } from '../../feed/dates/dates.ts';
import type { DatePrecision } from '../record/article.ts';
import { datesIn } from './date-in-text.ts';
import type { PlacedDate } from './page-scan.ts';

export interface PageDate {
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly precision: DatePrecision;
}

/** Reads one date; a mere year or month is none. @param language BCP 47: outside of the United States the day stands first. */
export function pageDate(raw: string | undefined, language?: string): PageDate | undefined {
  const date = parseFeedDate(raw) ?? parseFeedDate(dayFirst(raw, language));
  return date === undefined || date.precision === 'period'
    ? undefined
    : { at: date.instant, precision: precisionOf(date) };
}

export const precisionOf = ({ precision, zoneKnown }: FeedDate): DatePrecision =>
  precision === 'time' ? (zoneKnown ? 'time' : 'local-time') : 'day';

/** `03/11/2026` may be two days, unless the language tells; with dots there is no doubt. */
function dayFirst(raw: string | undefined, language: string | undefined): string | undefined {
  const found = /^\D{0,20}(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?!\d)/.exec(raw ?? '');
  if (raw === undefined || found === null || language === undefined || /^en(?:-US)?$/i.test(language)) return undefined;
  return `${found[1]}.${found[2]}.${found[3]}${raw.slice(found[0].length)}`;
}

/**
 * The publication out of several dates for it, the most trusted first: the first, or one that says the same more
 * exactly: the time of the day, or the zone of the time.
 */
export function mostExact<T extends { readonly value: PageDate }>(dates: readonly T[]): T | undefined {
  const [first] = dates;
  if (first === undefined || first.value.precision === 'time') return first;
  const isMoreExact = ({ value }: T): boolean =>
    first.value.precision === 'day'
      ? value.precision !== 'day' && value.at.startsWith(first.value.at.slice(0, 10))
      : value.precision === 'time' && isZoneApart(value.at, first.value.at);
  return dates.find(isMoreExact) ?? first;
}

/** Whether two times are the same on the clocks of two zones: apart by quarters of an hour, and no more than 14 hours. */
function isZoneApart(one: string, other: string): boolean {
  const apart = Math.abs(Date.parse(one) - Date.parse(other));
  return apart <= 14 * 3_600_000 && apart % 900_000 < 1000;
}

/** Nodes between a headline and the dateline that belongs to it; a text that nothing marks as a date must stand nearer. */
const MAX_DISTANCE = { time: 300, named: 300, text: 150 } as const;
/** How much nearer a marked date may seem. */
const PENALTY = { time: 0, named: 0, text: 25 } as const;
/** Without a headline the first date in a short line, in characters, is better than none. */
const MAX_DATELINE_LENGTH = 60;
const UNPLACED = 300;
/** A date that is called that of publication, wherever it stands. */
const LABELLED = 40;
const LABEL =
  /(?:^|\s)(?:datum|date|veröffentlicht|erschienen|erstellt|published|posted|publié|publicado|pubblicato|gepubliceerd|publicerad|udgivet|publisert|julkaistu|opublikowano|yayınlanma|опубликовано|дата|등록|입력)[^\d]{0,20}\d/iu;

/**
 * The date that the reader sees by the headline. A text that nothing marks as a date may be the article's own ("sank on
 * 12 March 1999"), so it gives way to the day in the address.
 *
 * @param headline where that stands; undefined when it isn't known.
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

/**
 * Undefined when a date is too far away. What stands above the headline counts double: it may as well belong to
 * something else.
 */
function distanceOf({ at, kind, text }: PlacedDate, headline: number | undefined): number | undefined {
  const nodes = headline === undefined ? 0 : at >= headline ? at - headline : 2 * (headline - at);
  if (LABEL.test(text)) return Math.min(nodes, LABELLED);
  if (headline === undefined && kind === 'text') return text.length <= MAX_DATELINE_LENGTH ? UNPLACED : undefined;
  return nodes <= MAX_DISTANCE[kind] ? nodes + PENALTY[kind] : undefined;
}

/** A change before the publication is none; days are compared where one of both is no more. */
export function isNotBefore(change: PageDate, publication: PageDate | undefined): boolean {
  if (publication === undefined) return true;
  const length = change.precision === 'day' || publication.precision === 'day' ? 10 : undefined;
  return change.at.slice(0, length) >= publication.at.slice(0, length);
}
