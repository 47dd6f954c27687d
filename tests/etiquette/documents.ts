import type { Question, Reply } from './site.ts';

export const START = Date.parse('2026-11-23T00:00:00.000Z'); // a Monday
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const ITEMS = 10;

/** How many editions there have been, at one in so many hours. */
export const editionAt = (at: number, everyHours: number): number => Math.floor((at - START) / (everyHours * HOUR));

/** The document of an edition: its newest ten items, and what the channel says besides. */
export function rss(edition: number, channel = ''): string {
  const items = Array.from({ length: ITEMS }, (_, back) => {
    const guid = `urn:story:${edition - back}`;
    return `<item><guid>${guid}</guid><title>Story ${edition - back}</title></item>`;
  });
  return `<rss version="2.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel><title>Etiquette</title>${channel}${items.join('')}</channel></rss>`;
}

/** Validators that only an exact copy matches. */
export const validatorsOf = (edition: number): { etag: string; 'last-modified': string } => ({
  etag: `W/"é ,\\"${edition}"`,
  'last-modified': `day ${edition} of the tide`,
});

/** A publisher with validators: 304 for those that hold the edition, the document for others. */
export function conditional({ headers }: Question, edition: number, channel = ''): Reply {
  const validators = validatorsOf(edition);
  const isHeld =
    headers['if-none-match'] === validators.etag && headers['if-modified-since'] === validators['last-modified'];
  return isHeld ? { status: 304 } : { headers: validators, body: rss(edition, channel) };
}
