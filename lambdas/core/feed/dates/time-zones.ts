/** Time zones as feeds name them. */

export interface Zone {
  /** Minutes east of UTC, in standard time if the name stands for both standard and summer time. */
  readonly minutes: number;
  /** The date names the zone, by a name or an offset that we know. */
  readonly known: boolean;
  /** The name is one that Americans use, who write the month before the day. */
  readonly american?: boolean;
  /** The name stands for standard and summer time, as in `ET`. */
  readonly seasonal?: boolean;
}

/**
 * Min distance from UTC that is refused, in minutes. RFC 5322 §3.3 allows up to 99:59, but no clock is two days ahead.
 */
const TOO_FAR = 48 * 60;

/**
 * Hours east of UTC by name: the American names of RFC 822 §5.1, and the names that newsrooms use. An ambiguous name
 * means the zone with more feeds: `CST` is Chicago's, `IST` India's, `BST` Britain's summer time.
 */
const NAMES =
  'ut:0 utc:0 gmt:0 z:0 wet:0 west:1 bst:1 cet:1 met:1 mez:1 cest:2 mest:2 mesz:2 eet:2 sast:2 cat:2 eest:3 msk:3 мск:3 ' +
  'trt:3 eat:3 ast:-4 adt:-3 est:-5 edt:-4 cst:-6 cdt:-5 mst:-7 mdt:-6 pst:-8 pdt:-7 akst:-9 akdt:-8 hst:-10 nst:-3.5 ' +
  'ndt:-2.5 brt:-3 art:-3 clt:-4 pkt:5 ist:5.5 npt:5.75 wib:7 ict:7 hkt:8 sgt:8 pht:8 myt:8 awst:8 jst:9 kst:9 ' +
  'acst:9.5 acdt:10.5 aest:10 aedt:11 nzst:12 nzdt:13';
const SEASONAL = 'at:-4 et:-5 ct:-6 mt:-7 pt:-8';
const AMERICAN = /^(?:a|e|c|m|p|ak)[sd]?t$/;

const entries = (text: string): [string, number][] =>
  text
    .split(' ')
    .map((entry) => [entry.slice(0, entry.indexOf(':')), Number(entry.slice(entry.indexOf(':') + 1)) * 60]);
const seasonal = new Map(entries(SEASONAL));
const names = new Map([...entries(NAMES), ...seasonal]);

/** A zone by its name in lower case; undefined when we know no such zone. */
export function zoneNamed(name: string): Zone | undefined {
  const minutes = names.get(name);
  if (minutes === undefined) return undefined;
  return { minutes, known: true, american: AMERICAN.test(name), seasonal: seasonal.has(name) };
}

/** The zone of a date whose zone we don't know, such as a letter of RFC 822, whose signs were wrong (RFC 5322 §4.3). */
export const UNKNOWN_ZONE: Zone = { minutes: 0, known: false };
/** The zone of a date in Korean that names no zone: Korea has only one. */
export const KOREAN_ZONE: Zone = { minutes: 540, known: false };

/** A zone by its offset from UTC; the unknown zone when the offset is too far or its minutes are more than 59. */
export function zoneOffset(sign: string, hours: string, minutes = '0'): Zone {
  const distance = Number(hours) * 60 + Number(minutes);
  if (Number(minutes) > 59 || distance >= TOO_FAR) return UNKNOWN_ZONE;
  return { minutes: sign === '-' ? -distance : distance, known: true };
}

/** Milliseconds to subtract from a local time. */
export const offsetAt = (zone: Zone | undefined, local: number): number =>
  zone === undefined ? 0 : (zone.minutes + (zone.seasonal && isAmericanSummer(local) ? 60 : 0)) * 60_000;

/**
 * From the second Sunday of March to the first of November, at two o'clock (Energy Policy Act of 2005, §110; since
 * 2007).
 */
function isAmericanSummer(local: number): boolean {
  const year = new Date(local).getUTCFullYear();
  return local >= sunday(year, 2, 8) && local < sunday(year, 10, 1);
}

/** Two o'clock on the first Sunday on or after a day of a month, in milliseconds since 1970. */
function sunday(year: number, month: number, day: number): number {
  const weekday = new Date(Date.UTC(year, month, day)).getUTCDay();
  return Date.UTC(year, month, day + ((7 - weekday) % 7), 2);
}
