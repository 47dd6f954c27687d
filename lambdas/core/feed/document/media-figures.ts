/** The sizes and durations of files, as publishers write them. */

/** Max duration that is believed, in seconds: a week. */
const MAX_SECONDS = 604_800;
/** `PT1H2M3.5S` (ISO 8601, as schema.org's `duration`); some write it in feeds, too. */
const ISO_DURATION = /^P(?:(\d{1,3})D)?T?(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,7})(?:[.,]\d{1,9})?S)?$/i;
/** `45 min`, `90 seconds` */
const COUNTED = /^(\d{1,6})\s{0,3}(s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?)\.?$/i;

/** Bytes; undefined if the number makes no sense. Publishers write 0 for what they don't know. */
export function bytesIn(written: string | undefined): number | undefined {
  const bytes = /^\s{0,9}(\d{1,15})\s{0,9}$/.exec(written ?? '')?.[1];
  return Number(bytes) > 0 ? Number(bytes) : undefined;
}

/**
 * Whole seconds; undefined if the duration can't be read or makes no sense. Reads a number of seconds, `MM:SS`, `HH:MM:SS` with
 * whatever follows (Apple), ISO 8601, and `45 min`.
 */
export function secondsIn(written: string | undefined): number | undefined {
  const text = written?.trim().slice(0, MAX_LENGTH) ?? '';
  const seconds = Math.round(clockSeconds(text) ?? isoSeconds(text) ?? countedSeconds(text) ?? 0);
  return seconds > 0 && seconds <= MAX_SECONDS ? seconds : undefined;
}
/** Max characters of a duration that are read. */
const MAX_LENGTH = 40;

function clockSeconds(text: string): number | undefined {
  if (!/^[\d:.,]+$/.test(text)) return undefined;
  const parts = text.replace(',', '.').split(':', 3).map(Number);
  return parts.some(Number.isNaN) ? undefined : parts.reduce((sum, part) => sum * 60 + part, 0);
}

function isoSeconds(text: string): number | undefined {
  const parts = ISO_DURATION.exec(text)?.slice(1);
  if (parts === undefined || text.length < 3) return undefined;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = parts.map((part) => Number(part ?? 0));
  return ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
}

function countedSeconds(text: string): number | undefined {
  const [, count, unit = ''] = COUNTED.exec(text) ?? [];
  return count === undefined ? undefined : Number(count) * (UNITS[unit.slice(0, 1).toLowerCase()] ?? 0);
}
const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600 };
