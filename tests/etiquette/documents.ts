import type { Question, Reply } from './site.ts';

export const START = Date.parse('2026-11-23T00:00:00.000Z'); // a Monday
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const ITEMS = 10;

/** The number of editions so far, with one edition every `everyHours`. */
export const editionAt = (at: number, everyHours: number): number => Math.floor((at - START) / (everyHours * HOUR));

/** The document of an edition: its newest ten items. @param channel more elements of the channel */
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

/** A publisher with validators: answers 304 if the request has this edition's validators, else the document. */
export function conditional({ headers }: Question, edition: number, channel = ''): Reply {
  const validators = validatorsOf(edition);
  const isHeld =
    headers['if-none-match'] === validators.etag && headers['if-modified-since'] === validators['last-modified'];
  return isHeld ? { status: 304 } : { headers: validators, body: rss(edition, channel) };
}
