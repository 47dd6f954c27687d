/** How the wishes of a publisher for the times of polls are applied. */
import type { PublisherHints } from '../record/feed.ts';

const HOUR_MS = 3_600_000;

/** Returns the longest wait that the publisher asks for, in minutes, and the hint that asks for it; 0 if none does. */
export function publisherFloor(hints: PublisherHints = {}): { readonly minutes: number; readonly by: string } {
  const asked = [
    { minutes: (hints.maxAgeSeconds ?? 0) / 60, by: 'max-age' },
    { minutes: hints.ttlMinutes ?? 0, by: 'ttl' },
    { minutes: hints.updateEveryMinutes ?? 0, by: 'sy:updatePeriod' },
  ];
  return asked.reduce((longest, each) => (each.minutes > longest.minutes ? each : longest));
}

/**
 * Returns the first moment that neither `skipHours` nor `skipDays` exclude: `wanted`, or whole hours after it. Feeds
 * that skip the same hours so don't all come back at the start of the next hour.
 *
 * @param latest the moment to return if all hours before it are excluded
 */
export function nextWelcomeHour(
  { skipHours = [], skipDays = [] }: PublisherHints = {},
  wanted: Date,
  latest: Date,
): { readonly at: Date; readonly by?: 'skipHours' | 'skipDays' } {
  let at = wanted;
  let by: 'skipHours' | 'skipDays' | undefined;
  while (at < latest) {
    if (skipDays.includes(at.getUTCDay())) by = 'skipDays';
    else if (skipHours.includes(at.getUTCHours())) by = 'skipHours';
    else return by === undefined ? { at } : { at, by };
    at = new Date(at.getTime() + HOUR_MS);
  }
  return by === undefined ? { at: wanted } : { at: wanted > latest ? wanted : latest, by };
}
