/** What a publisher asks of those who poll, applied. */
import type { PublisherHints } from '../record/feed.ts';

/** The longest wait that the publisher asks for, in minutes, and by which word; 0 when it doesn't ask. */
export function publisherFloor(hints: PublisherHints = {}): { readonly minutes: number; readonly by: string } {
  const asked = [
    { minutes: (hints.maxAgeSeconds ?? 0) / 60, by: 'max-age' },
    { minutes: hints.ttlMinutes ?? 0, by: 'ttl' },
    { minutes: hints.updateEveryMinutes ?? 0, by: 'sy:updatePeriod' },
  ];
  return asked.reduce((longest, each) => (each.minutes > longest.minutes ? each : longest));
}

const HOUR = 3_600_000;

/**
 * The first moment that no `skipHours` and `skipDays` exclude: `wanted`, or whole hours after it, so that feeds which skip
 * the same hours don't all come back at the stroke of the next one. `latest` at the latest.
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
    at = new Date(at.getTime() + HOUR);
  }
  return by === undefined ? { at: wanted } : { at: wanted > latest ? wanted : latest, by };
}
