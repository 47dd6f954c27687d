/** The clock and the zone of a date, taken out of it; what is left is the day. */
import { monthNamed } from './date-names.ts';
import { KOREAN_ZONE, UNKNOWN_ZONE, type Zone, zoneNamed, zoneOffset } from './time-zones.ts';

export interface ClockAndDate {
  /** Milliseconds since midnight, up to a day and a second; absent when the date has no time. */
  readonly clock?: number;
  readonly zone?: Zone;
  /** All that is neither. */
  readonly date: string;
}

/** Hours, minutes, seconds and their fraction; not behind a sign, where an offset from UTC stands. */
const CLOCK = /(?<![\d+-])(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,:](\d{1,9})\d*)?)?(?![\d:])/;
const OFFSET = /^ ?\(?\p{L}{0,5} ?([+-])(\d{1,2}):?(\d{2})?(?![\d:])/u;
const NAME = /^ ?\(?(\p{L}{1,5}|[a-z]+\/[a-z_/]+)\)?(?![\p{L}\d])/u;
const OFFSET_OF_DAY = /(?<=\d) ?([+-])(\d{2}):(\d{2})$/;
const NAME_OF_DAY = /(?<=\d) ?([a-z]{1,4})$/;
/** `[Europe/Paris]` (RFC 9557 §3.1), `(Central European Time)`, `(月)`. */
const REMARKS = /\([^()]*\)|\[[^[\]]*\]/g;
/** What stands behind a time in some languages. */
const O_CLOCK = /^ ?(?:uhr|uur|hrs?|hs?|horas|ч)\b\.?/;

/** @param text in lower case, with single spaces. @returns undefined when the time is none. */
export function clockAndDate(text: string): ClockAndDate | undefined {
  const spelled = spellOut(text);
  const found = CLOCK.exec(spelled);
  const inLanguage = /[오년]/.test(text) ? KOREAN_ZONE : undefined;
  if (found === null) {
    const { zone = inLanguage, date } = zoneOfDay(spelled.replace(REMARKS, ' ').trim());
    return { ...(zone && { zone }), date };
  }
  const { meridiem, before, after } = takeMeridiem(
    spelled.slice(0, found.index),
    spelled.slice(found.index + found[0].length).replace(O_CLOCK, ''),
  );
  const clock = milliseconds(found, meridiem);
  if (clock === undefined) return undefined;
  const { zone = inLanguage, rest } = takeZone(after);
  const date = `${before.replace(/(?<=\d)t$/, '').replace(REMARKS, ' ')} ${rest.replace(REMARKS, ' ')}`;
  return { clock, ...(zone && { zone }), date };
}

/** One spelling for what has several: hours and minutes with letters and dots, digits in one run, East Asian units. */
const spellOut = (text: string): string =>
  text
    .replace(
      /^(\d{4})(\d\d)(\d\d)[t ]?(\d\d)(\d\d)(\d\d)?(?![\d:])/,
      (_, y, m, d, h, min, s = '00') => `${y}-${m}-${d} ${h}:${min}:${s}`,
    )
    .replace(/[年년]/g, '-')
    .replace(/[月월](?=[ \d])/g, '-')
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
    .replace(/\b(\d{1,2})\.(\d{2})(?= uhr\b)/, '$1:$2')
    .replace(/(?<=\bklo?\.? |\d{4},? )(\d{1,2})\.(\d{2})$/, '$1:$2')
    .replace(/(?<=\dt)(\d{2})(?=z$|[+-]\d|$)/, '$1:00');

function takeMeridiem(before: string, after: string): { meridiem?: string; before: string; after: string } {
  const behind = /^ ?([ap]m)\b/.exec(after);
  if (behind?.[1] !== undefined) return { meridiem: behind[1], before, after: after.slice(behind[0].length) };
  const ahead = /(?:^| )([ap]m) *$/.exec(before);
  if (ahead?.[1] !== undefined) return { meridiem: ahead[1], before: before.slice(0, ahead.index), after };
  return { before, after };
}

/** `24:00` ends a day (ISO 8601-1 §4.3.8), second 60 is a leap second or read as the next one, `13:00 PM` a slip. */
function milliseconds(found: RegExpExecArray, meridiem: string | undefined): number | undefined {
  const [hours = 0, minutes = 0, seconds = 0] = found.slice(1, 4).map((digits) => Number(digits ?? 0));
  const fraction = Math.floor(Number(`0.${found[4] ?? 0}`) * 1000);
  if (minutes > 59 || seconds > 60 || (meridiem === 'am' && hours > 12)) return undefined;
  if (hours > 24 || (hours === 24 && (minutes > 0 || seconds > 0 || meridiem !== undefined))) return undefined;
  const shift = meridiem === 'pm' && hours < 12 ? 12 : meridiem === 'am' && hours === 12 ? -12 : 0;
  return ((hours + shift) * 60 + minutes) * 60_000 + seconds * 1000 + fraction;
}

/** The zone behind a time. A word that is no zone of ours, and no month, is one that we don't know. */
function takeZone(after: string): { zone?: Zone; rest: string } {
  const offset = OFFSET.exec(after);
  if (offset?.[1] !== undefined && offset[2] !== undefined) {
    const rest = after.slice(offset[0].length).replace(/^\)/, '');
    const name = NAME.exec(rest)?.[1];
    const repeated = name !== undefined && zoneNamed(name) !== undefined;
    return { zone: zoneOffset(offset[1], offset[2], offset[3]), rest: repeated ? rest.replace(NAME, '') : rest };
  }
  const name = NAME.exec(after);
  if (name?.[1] === undefined || monthNamed(name[1]) !== undefined) return { rest: after };
  return { zone: zoneNamed(name[1]) ?? UNKNOWN_ZONE, rest: after.slice(name[0].length) };
}

/** A day may have a zone too (XML Schema `date`). */
function zoneOfDay(text: string): { zone?: Zone; date: string } {
  const offset = OFFSET_OF_DAY.exec(text);
  if (offset?.[1] !== undefined && offset[2] !== undefined) {
    return { zone: zoneOffset(offset[1], offset[2], offset[3]), date: text.slice(0, offset.index) };
  }
  const name = NAME_OF_DAY.exec(text);
  const zone = name?.[1] === undefined ? undefined : zoneNamed(name[1]);
  return zone === undefined ? { date: text } : { zone, date: text.slice(0, name?.index) };
}
