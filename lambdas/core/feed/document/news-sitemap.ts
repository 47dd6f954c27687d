/** Google news sitemaps (developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap) as feeds. */
import { compact } from '../../compact.ts';
import { absoluteUrl } from '../../web/absolute-url.ts';
import { isoDate, rawDate } from '../dates/dates.ts';
import { canonicalName, declareNamespaces, type Prefixes } from '../markup/feed-namespaces.ts';
import { plainText } from '../markup/feed-plain-text.ts';
import { readXml } from '../markup/xml-tokens.ts';
import type { FeedDocument, FeedItem } from './feed-document.ts';
import { eachCategoryOnce } from './item-categories.ts';
import { markSharedUrls } from './item-identity.ts';
import { newestItems } from './newest-items.ts';

/** The texts of one `<url>`, by their canonical names. */
type Entry = ReadonlyMap<string, string>;

/** @returns undefined when none of its addresses is news. */
export function readNewsSitemap(xml: string, baseUrl: string): FeedDocument | undefined {
  const newest = newestItems<Entry>((each) => ({ published: publishedOf(each) }));
  let entry: Map<string, string> | undefined;
  let prefixes: Prefixes = new Map();
  let text = '';
  const faulty = readXml(xml, {
    open(name, attributes) {
      prefixes = declareNamespaces(attributes, prefixes, true);
      if (canonicalName(name, prefixes) === 'url') entry = new Map();
      text = '';
    },
    close(name) {
      const canonical = canonicalName(name, prefixes);
      if (canonical !== 'url') {
        if (entry !== undefined && text.trim() !== '' && !entry.has(canonical)) entry.set(canonical, text.trim());
      } else if (entry !== undefined) {
        if (entry.has('news:title')) newest.add(entry);
        entry = undefined;
      }
      text = '';
    },
    text(part) {
      text += part;
    },
  });
  const { items, leftOut } = newest.chosen();
  const [first] = items;
  if (first === undefined) return undefined;
  return compact({
    title: first.get('news:name'),
    language: first.get('news:language'),
    repaired: faulty ? (true as const) : undefined,
    leftOut: leftOut || undefined,
    items: markSharedUrls(items.map((each) => itemOf(each, baseUrl))),
  });
}

const publishedOf = (entry: Entry): string | undefined => entry.get('news:publication_date') ?? entry.get('lastmod');

function itemOf(entry: Entry, baseUrl: string): FeedItem {
  const published = publishedOf(entry);
  const topics = [entry.get('news:keywords'), entry.get('news:genres')].flatMap((words) => words?.split(',') ?? []);
  return compact({
    url: absoluteUrl(entry.get('loc'), baseUrl),
    title: plainText(entry.get('news:title') ?? ''),
    authors: [],
    publishedAt: isoDate(published),
    publishedRaw: rawDate(published),
    updatedAt: isoDate(entry.get('lastmod')),
    categories: eachCategoryOnce(topics),
    imageUrl: absoluteUrl(entry.get('image:loc'), baseUrl),
  });
}
