/** Google news sitemaps (developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap) as feeds. */
import { compact } from '../../compact.ts';
import type { DocumentBase } from '../../web/document-base.ts';
import { isoDate, rawDate } from '../dates/dates.ts';
import { canonicalName, declareNamespaces, type Prefixes } from '../markup/feed-namespaces.ts';
import { feedPlainText } from '../markup/feed-plain-text.ts';
import type { Attributes } from '../markup/xml-attributes.ts';
import { readXml, type XmlEvents } from '../markup/xml-tokens.ts';
import type { FeedDocument, FeedItem } from './feed-document.ts';
import { eachCategoryOnce, listedCategories } from './item-categories.ts';
import { markSharedUrls } from './item-identity.ts';
import { newestItems } from './newest-items.ts';

/** The elements of a `<url>` that are read. */
const READ: ReadonlySet<string> = new Set(
  'loc lastmod news:name news:language news:title news:publication_date news:keywords news:genres image:loc'.split(' '),
);

/** The texts of one `<url>`, by their canonical names. */
type Entry = ReadonlyMap<string, string>;

/** @returns undefined when none of the sitemap's addresses is news */
export function readNewsSitemap(xml: string, base: DocumentBase): FeedDocument | undefined {
  const entries = new NewsEntries();
  const faulty = readXml(xml, entries);
  const { items, leftOut } = entries.newest.chosen();
  const [first] = items;
  if (first === undefined) return undefined;
  return compact({
    title: first.get('news:name'),
    language: first.get('news:language'),
    repaired: faulty ? (true as const) : undefined,
    leftOut: leftOut || undefined,
    items: markSharedUrls(items.map((entry) => itemOf(entry, base))),
  });
}

/** Collects the entries that have a news title. */
class NewsEntries implements XmlEvents {
  readonly newest = newestItems<Entry>((entry) => ({ published: publishedOf(entry) }));
  #prefixes: Prefixes = new Map();
  /** The `<url>` that is open. */
  #entry: Map<string, string> | undefined;
  /** The text since the last tag. */
  #text = '';

  open(name: string, attributes: Attributes): void {
    this.#prefixes = declareNamespaces(attributes, this.#prefixes, true);
    if (canonicalName(name, this.#prefixes) === 'url') this.#entry = new Map();
    this.#text = '';
  }

  close(name: string): void {
    const canonical = canonicalName(name, this.#prefixes);
    if (canonical === 'url') this.#endEntry();
    else this.#keepText(canonical);
    this.#text = '';
  }

  text(text: string): void {
    this.#text += text;
  }

  #endEntry(): void {
    if (this.#entry?.has('news:title')) this.newest.add(this.#entry);
    this.#entry = undefined;
  }

  /** Keeps the first text of each name. */
  #keepText(name: string): void {
    const text = this.#text.trim();
    if (text !== '' && READ.has(name) && this.#entry?.has(name) === false) this.#entry.set(name, text);
  }
}

const publishedOf = (entry: Entry): string | undefined => entry.get('news:publication_date') ?? entry.get('lastmod');

function itemOf(entry: Entry, base: DocumentBase): FeedItem {
  const published = publishedOf(entry);
  const topics = [entry.get('news:keywords'), entry.get('news:genres')].flatMap(listedCategories);
  return compact({
    url: base.absolute(entry.get('loc')),
    title: feedPlainText(entry.get('news:title') ?? ''),
    authors: [],
    publishedAt: isoDate(published),
    publishedRaw: rawDate(published),
    updatedAt: isoDate(entry.get('lastmod')),
    categories: eachCategoryOnce(topics),
    imageUrl: base.absolute(entry.get('image:loc')),
  });
}
