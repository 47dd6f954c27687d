/** The feeds that a page advertises (RSS autodiscovery; HTML §4.6.7.1, `alternate`). */
import { absoluteUrl } from '../../web/absolute-url.ts';
import { type Attributes, attributeValue } from '../markup/xml-attributes.ts';
import { readXml } from '../markup/xml-tokens.ts';

const MAX_FEEDS = 5;
/** Length of the page's beginning that is read, in characters; links stand in the head of a page. */
const HEAD_LENGTH = 300_000;
const RELATION = /(?:^|\s)(?:alternate|feed)(?:\s|$)/i;
const TYPE = /^(?:application\/(?:rss|atom|rdf|feed)\+(?:xml|json)|application\/json|(?:application|text)\/xml)\b/i;

/** @param pageUrl after redirects. @returns absolute addresses, at most five, each once, in the page's order. */
export function advertisedFeeds(html: string, pageUrl: string): readonly string[] {
  const feeds = new Set<string>();
  let baseUrl = pageUrl;
  readXml(html.slice(0, HEAD_LENGTH), {
    open(name, attributes) {
      const tag = name.toLowerCase();
      if (tag === 'base') baseUrl = absoluteUrl(trimmed(attributes, 'href'), pageUrl) ?? baseUrl;
      const url = tag === 'link' ? feedLink(attributes, baseUrl) : undefined;
      if (url !== undefined && feeds.size < MAX_FEEDS) feeds.add(url);
    },
    close() {},
    text() {},
  });
  return [...feeds];
}

/** The address of a link to a feed; undefined for a link to anything else. */
function feedLink(attributes: Attributes, baseUrl: string): string | undefined {
  const isFeed = RELATION.test(trimmed(attributes, 'rel') ?? '') && TYPE.test(trimmed(attributes, 'type') ?? '');
  return isFeed ? absoluteUrl(trimmed(attributes, 'href'), baseUrl) : undefined;
}

const trimmed = (attributes: Attributes, name: string): string | undefined => attributeValue(attributes, name)?.trim();
