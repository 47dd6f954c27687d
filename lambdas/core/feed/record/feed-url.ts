import { contentId } from '../../hash.ts';
import type { Feed } from './feed.ts';

/** Characters. Every appearance of an article repeats the address of its feed. */
const MAX_LENGTH = 1_000;

/** The URL of a feed as it is stored, or undefined when it isn't one that can be polled (http and https, 1,000 characters). */
export function normaliseFeedUrl(raw: string): string | undefined {
  const trimmed = raw
    .trim()
    .replace(/^feed:(?:\/\/)?(?=https?:)/i, '')
    .replace(/^feed:\/\//i, 'http://');
  if (!URL.canParse(trimmed)) return undefined;
  const url = new URL(trimmed);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  url.hash = '';
  url.username = '';
  url.password = '';
  return url.href.length > MAX_LENGTH ? undefined : url.href;
}

/** `feedId`: the same for every spelling of one URL. */
export const feedIdOf = (normalisedUrl: string): string => contentId('feed', normalisedUrl);

/** Whom a poll visits: paced, left alone, and asked by one at a time, as a whole. With its port, if that is an unusual one. */
export const hostOf = (url: string): string => new URL(url).host;

/** The address that a feed was added under, which `feedId` is the hash of, wherever it is polled by now. */
export const addedUrlOf = ({ url, addedUrl = url }: Pick<Feed, 'url' | 'addedUrl'>): string => addedUrl;
