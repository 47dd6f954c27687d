/** Takes the clock and the zone out of a date; the rest is the day. */
import { monthNamed, withMonthNames } from './date-names.ts';
import { KOREAN_ZONE, UNKNOWN_ZONE, type Zone, zoneNamed, zoneOffset } from './time-zones.ts';

export interface ClockAndDate {
  /** Milliseconds since midnight, up to a day and a second; absent when the date has no clock. */
  readonly clock?: number;
  readonly zone?: Zone;
  /** The rest of the text. */
  readonly date: string;
}

/** Hours, minutes, seconds and their fraction; behind a sign stands an offset from UTC instead. */
const CLOCK = /(?<![\d+-])(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,:](\d{1,9})\d*)?)?(?!\d|:(?![+-]))/;
/** An offset may have seconds, two signs, or a colon before it. */
const OFFSET = /^:? ?\(?\p{L}{0,5} ?([+-])\1?(\d{1,2}):?(\d{2})?(?::\d{2})?(?![\d:])/u;
const NAME = /^ ?\(?(\p{L}{1,5}|[a-z]+\/[a-z_/]+)\)?(?![\p{L}\d])/u;
/** A year between a clock and its zone, as in `Mon Nov 27 15:04:05 2023 EST`. */
const YEAR_BEFORE_ZONE = /^ \d{4}(?= )/;
/** An offset behind a day that follows the clock. */
const OFFSET_BEHIND = /(?<=\d) ([+-])(\d{2}):?(\d{2})$/;
const OFFSET_OF_DAY = /(?<=\d) ?([+-])(\d{2}):(\d{2})$/;
const NAME_OF_DAY = /(?<=\d) ?([a-z]{1,4})$/;
/** `[Europe/Paris]` (RFC 9557 §3.1), `(Central European Time)`, `(月)`. */
const REMARKS = /\([^()]*\)|\[[^[\]]*\]/g;
/** Words behind a clock in some languages. */
const O_CLOCK = /^ ?(?:uhr|uur|hrs?|hs?|horas|ч)\b\.?/;

/** @param text in lower case, with single spaces. @returns undefined when the day has no such clock */
export function clockAndDate(text: string): ClockAndDate | undefined {
  const spelled = spellOut(text);
  const found = CLOCK.exec(spelled);
  if (found === null) return zoneOfDay(spelled.replace(REMARKS, ' ').trim());
  const { meridiem, before, after } = takeMeridiem(
    spelled.slice(0, found.index),
    spelled.slice(found.index + found[0].length).replace(O_CLOCK, ''),
  );
  const clock = milliseconds(found, meridiem);
  if (clock === undefined) return undefined;
  const languageZone = /[오년]/.test(text) ? KOREAN_ZONE : undefined;
  const { zone = languageZone, rest } = takeZone(after);
  const date = `${before.replace(/(?<=\d)t$/, '').replace(REMARKS, ' ')} ${rest.replace(REMARKS, ' ')}`;
  return { clock, date, ...(zone && { zone }) };
}

/** One spelling of each form: hours and minutes with letters and dots, digits in one run, East Asian units. */
const spellOut = (text: string): string =>
  withMonthNames(text)
    .replace(MONOTONIC, '')
    .replace(
      /^(\d{4})(\d\d)(\d\d)[t ]?(\d\d)(\d\d)(\d\d)?(?![\d:])/,
      (_, y, m, d, h, min, s = '00') => `${y}-${m}-${d} ${h}:${min}:${s}`,
    )
    .replace(/[年년]/g, '-')
    .replace(/(?<=\d)[日일号號]/g, ' ')
    .replace(/上午|午前|오전/g, ' am ')
    .replace(/下午|午後|午后|오후/g, ' pm ')
    .replace(
      /(\d{1,2})[時时点點시] ?(?:(\d{1,2})[分분])? ?(?:(\d{1,2})[秒초])?/,
      (_, h, m = '00', s = '00') => `${h}:${m}:${s}`,
    )
    .replace(/(?<=\d) ?([ap])\.? ?m\b\.?/g, ' $1m')
    .replace(/(?<=\d) ?π\. ?μ\.?/g, ' am')
    .replace(/(?<=\d) ?μ\. ?μ\.?/g, ' pm')
    .replace(/(?<![\d:.-])(\d{1,2}) (?=[ap]m\b)/, '$1:00 ')
    .replace(/\b(\d{1,2}) ?h ?(\d{2})\b/, '$1:$2')
    .replace(/(?<![\d:.])(\d{1,2}) ?h(?![\p{L}\d:])/u, '$1:00')
    .replace(/(?<=\d{4} )(\d{2})(?= [+-]\d{4}$)/, '$1:00')
    .replace(/\b(\d{1,2})\.(\d{2})(?= uhr\b)/, '$1:$2')
    .replace(/(?<=\bklo?\.? |\d{4},? )(\d{1,2})\.(\d{2})$/, '$1:$2')
    .replace(/(?<=\dt)(\d{2})(?=z$|[+-]\d|$)/, '$1:00');

/** The monotonic clock behind a time of Go (`Time.String`). */
const MONOTONIC = / m=[+-][\d.]+(?:e[+-]?\d+)?$/;

type Meridiem = 'am' | 'pm';

interface AroundClock {
  readonly meridiem?: Meridiem;
  readonly before: string;
  readonly after: string;
}

/** Takes `am` or `pm` out of the texts before and behind a clock. */
function takeMeridiem(before: string, after: string): AroundClock {
  const behind = /^ ([ap]m)\b/.exec(after);
  if (behind !== null) return { meridiem: behind[1] as Meridiem, before, after: after.slice(behind[0].length) };
  const ahead = /(?:^| )([ap]m) *$/.exec(before);
  if (ahead !== null) return { meridiem: ahead[1] as Meridiem, before: before.slice(0, ahead.index), after };
  return { before, after };
}

/**
 * Milliseconds since midnight; undefined when the day has no such clock. Second 60, a leap second, is read as the next
 * second.
 */
function milliseconds(found: RegExpExecArray, meridiem: Meridiem | undefined): number | undefined {
  const [hours = 0, minutes = 0, seconds = 0] = found.slice(1, 4).map((digits) => Number(digits ?? 0));
  const fraction = Math.floor(Number(`0.${found[4] ?? 0}`) * 1000);
  if (minutes > 59 || seconds > 60 || hours > maxHours(minutes + seconds, meridiem)) return undefined;
  return (hourOfDay(hours, meridiem) * 60 + minutes) * 60_000 + seconds * 1000 + fraction;
}

/** `24:00` ends a day (ISO 8601-1 §4.3.8). `13:00 PM` is a slip, `13:00 AM` is no clock. */
function maxHours(minutesAndSeconds: number, meridiem: Meridiem | undefined): number {
  if (meridiem === 'am') return 12;
  return meridiem === undefined && minutesAndSeconds === 0 ? 24 : 23;
}

function hourOfDay(hours: number, meridiem: Meridiem | undefined): number {
  if (meridiem === 'pm' && hours < 12) return hours + 12;
  return meridiem === 'am' && hours === 12 ? 0 : hours;
}

interface ZoneAndRest {
  readonly zone?: Zone;
  readonly rest: string;
}

/**
 * The zone behind a clock: an offset, or else a word that is no month. A word that we don't know is the unknown zone.
 */
function takeZone(after: string): ZoneAndRest {
  const [year] = YEAR_BEFORE_ZONE.exec(after) ?? [];
  if (year !== undefined) {
    const behind = takeZone(after.slice(year.length));
    return { ...behind, rest: `${year} ${behind.rest}` };
  }
  const offset = OFFSET.exec(after);
  if (offset !== null) return { zone: offsetZone(offset), rest: withoutRepeatedZone(after.slice(offset[0].length)) };
  const [written = '', name] = NAME.exec(after) ?? [];
  if (name === undefined || monthNamed(name) !== undefined) return takeOffsetBehind(after);
  return { zone: zoneNamed(name) ?? UNKNOWN_ZONE, rest: after.slice(written.length) };
}

function takeOffsetBehind(after: string): ZoneAndRest {
  const offset = OFFSET_BEHIND.exec(after);
  return offset === null ? { rest: after } : { zone: offsetZone(offset), rest: after.slice(0, offset.index) };
}

/** The text behind an offset without the same zone once more: `+0100 CET`, `+0100 (CET)`, `+0530 +0530`. */
function withoutRepeatedZone(text: string): string {
  const rest = text.replace(/^\)/, '').replace(/^ [+-]\d{2,4}$/, '');
  const name = NAME.exec(rest)?.[1];
  return name !== undefined && zoneNamed(name) !== undefined ? rest.replace(NAME, '') : rest;
}

/** A zone behind a day without a clock (XML Schema, `date`). */
function zoneOfDay(text: string): { readonly zone?: Zone; readonly date: string } {
  const offset = OFFSET_OF_DAY.exec(text);
  if (offset !== null) return { zone: offsetZone(offset), date: text.slice(0, offset.index) };
  const name = NAME_OF_DAY.exec(text);
  const zone = name?.[1] === undefined ? undefined : zoneNamed(name[1]);
  return zone === undefined ? { date: text } : { zone, date: text.slice(0, name?.index) };
}

const offsetZone = ([, sign = '', hours = '', minutes]: RegExpExecArray): Zone => zoneOffset(sign, hours, minutes);
