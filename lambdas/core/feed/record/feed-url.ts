import { contentId } from '../../hash.ts';
import { isWebAddress, parseUrl } from '../../web/absolute-url.ts';
import type { Feed } from './feed.ts';

/** Max length of an address, in characters: every appearance of an article repeats the address of its feed. */
const MAX_LENGTH = 1_000;

/**
 * Returns the URL of a feed as it is stored; undefined if it can't be polled (not http or https, over 1,000 characters,
 * or on a host that DNS can't name).
 */
export function normaliseFeedUrl(raw: string): string | undefined {
  const trimmed = raw
    .trim()
    .replace(/^feed:(?:\/\/)?(?=https?:)/i, '')
    .replace(/^feed:\/\//i, 'http://');
  const url = parseUrl(trimmed);
  if (url === null || !isWebAddress(url)) return undefined;
  url.hash = '';
  url.username = '';
  url.password = '';
  return url.href.length > MAX_LENGTH ? undefined : url.href;
}

/** Returns the `feedId`: the same for every spelling of one URL. */
export const feedIdOf = (normalisedUrl: string): string => contentId('feed', normalisedUrl);

/** Returns the host that a poll visits, with its port unless it is the scheme's own. A host is paced as a whole. */
export const hostOf = (url: string): string => new URL(url).host;

/** Returns the address that a feed was added under, from which `feedId` is made. */
export const addedUrlOf = ({ url, addedUrl = url }: Pick<Feed, 'url' | 'addedUrl'>): string => addedUrl;
