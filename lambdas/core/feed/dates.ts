/** A publisher's date as ISO 8601 in UTC, or undefined when it can't be read. One without a time zone is taken as UTC. */
export function isoDate(raw: string | undefined): string | undefined {
  if (raw === undefined) return undefined;
  const time = parseAsUtc(raw.trim());
  if (Number.isNaN(time)) return undefined;
  const date = new Date(time);
  return date.getUTCFullYear() >= 1970 && date.getUTCFullYear() <= 9999 ? date.toISOString() : undefined;
}

const ENDS_WITH_ZONE = /(?:[a-z]|:\d\d(?:\.\d{1,9})?\s?(?:gmt|utc)?[+-]\d\d:?(?:\d\d)?|\))$/i;
const ENDS_WITH_MERIDIEM = /\d\s?[ap]\.?m\.?$/i;

/** `Date.parse` reads a date without a zone in the zone of the machine, which must not matter. */
function parseAsUtc(text: string): number {
  if (ENDS_WITH_MERIDIEM.test(text)) return Date.parse(`${text} UTC`);
  if (ENDS_WITH_ZONE.test(text)) return Date.parse(text);
  const asUtc = Date.parse(`${text}Z`);
  return Number.isNaN(asUtc) ? Date.parse(text) : asUtc;
}
