/** Whose words an item's and its page's are. The reasons: docs/decisions/who-speaks.md. */
import { isElsewhere, isSameSite, speaksFor } from '../web/site.ts';
import type { FeedContext } from './feed-context.ts';
import type { PageMetadata } from './metadata/page-metadata.ts';

export interface Voice {
  /** Whether the feed speaks for the address that it announced. */
  readonly speaksForItem: boolean;
  /** Whether the feed speaks for the address of the page that was read. */
  readonly speaksForPage: boolean;
  /** Whether the announced address led to a page of another site. */
  readonly isElsewhere: boolean;
  /** The address on the feed's site that a page of another site gives as its own: both sites agree on it. */
  readonly agreedUrl?: string;
}

/**
 * What an item's words are to its article:
 *  - `own`: words of the article's site, which rank with the page's
 *  - `stand-in`: words of another site's feed, for a page that can't be read; what the page says nevertheless ranks higher
 *  - `filling`: words of another site's feed beside a page's. Only headline, date and language count, if the page has none
 */
export type ItemWords = 'own' | 'stand-in' | 'filling';

/** @param page undefined if the page wasn't read */
export function voiceOf(
  { url: announced, feedUrl, site, isStored = false }: Pick<FeedContext, 'url' | 'feedUrl' | 'site' | 'isStored'>,
  page: PageMetadata | undefined,
): Voice {
  const speaks = (address: string): boolean => feedSpeaksFor({ url: feedUrl, site }, address);
  const isOwnItem = isStored || announced === undefined || speaks(announced);
  const served = page?.url;
  if (page === undefined || served === undefined || announced === undefined)
    return { speaksForItem: isOwnItem, speaksForPage: isOwnItem, isElsewhere: false };

  const { foreignUrl, feeds = [] } = page;
  const isAgreed = foreignUrl !== undefined && isSameSite(foreignUrl, announced) && speaks(foreignUrl);
  if (isAgreed) return { speaksForItem: true, speaksForPage: true, isElsewhere: true, agreedUrl: foreignUrl };

  const isOther = isElsewhere(served, announced);
  const isNamed = site !== 'other' && feeds.some((feed) => addressOf(feed) === addressOf(feedUrl));
  return {
    speaksForItem: isOwnItem || (isNamed && !isOther),
    speaksForPage: isNamed || (isOther ? speaks(served) : isOwnItem),
    isElsewhere: isOther,
  };
}

/** Whether a feed speaks for an address: as its operator says, else as the addresses do. */
export const feedSpeaksFor = (
  { url, site }: { readonly url: string; readonly site?: 'own' | 'other' | undefined },
  address: string,
): boolean => (site === undefined ? speaksFor(url, address) : site === 'own');

/** A feed's address without what is often written in two ways. */
const addressOf = (feed: string): string => feed.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '');
