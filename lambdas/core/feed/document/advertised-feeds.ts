/** The feeds that a page says it has (RSS autodiscovery; HTML §4.6.7.1, `alternate`). */
import { absoluteUrl } from '../../web/absolute-url.ts';
import { type Attributes, readXml } from '../markup/xml-tokens.ts';

const MAX_FEEDS = 5;
/** Characters of the page that are read; links stand in its head. */
const HEAD = 300_000;
const TYPE = /^(?:application\/(?:rss|atom|rdf|feed)\+(?:xml|json)|application\/json|(?:application|text)\/xml)\b/i;

/** @param pageUrl after redirects. @returns absolute addresses, at most five, each once, in the page's order. */
export function advertisedFeeds(html: string, pageUrl: string): readonly string[] {
  const feeds = new Set<string>();
  let baseUrl = pageUrl;
  readXml(html.slice(0, HEAD), {
    open(name, attributes) {
      const tag = name.toLowerCase();
      if (tag === 'base') baseUrl = absoluteUrl(attribute(attributes, 'href'), pageUrl) ?? baseUrl;
      if (tag !== 'link' || !/(?:^|\s)(?:alternate|feed)(?:\s|$)/i.test(attribute(attributes, 'rel') ?? '')) return;
      const url = TYPE.test(attribute(attributes, 'type') ?? '')
        ? absoluteUrl(attribute(attributes, 'href'), baseUrl)
        : undefined;
      if (url !== undefined && feeds.size < MAX_FEEDS) feeds.add(url);
    },
    close() {},
    text() {},
  });
  return [...feeds];
}

const attribute = (attributes: Attributes, name: string): string | undefined =>
  attributes.find(([each]) => each.toLowerCase() === name)?.[1].trim();
