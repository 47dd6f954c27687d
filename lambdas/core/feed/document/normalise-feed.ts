import { compact } from '../../compact.ts';
import type { DocumentBase } from '../../web/document-base.ts';
import { isoDate, rawDate } from '../dates/dates.ts';
import { feedPlainText } from '../markup/feed-plain-text.ts';
import { absoluteLinks } from '../markup/html-links.ts';
import { all, attributesOf, first, type RawElement, type RawFeed } from '../markup/raw-feed.ts';
import { attributeOf, childrenOf, textOf } from '../markup/xml-values.ts';
import type { FeedAuthor, FeedDocument, FeedItem } from './feed-document.ts';
import { hintsOf, hubOf } from './feed-hints.ts';
import { categoriesOf } from './item-categories.ts';
import { enclosuresOf } from './item-files.ts';
import { markSharedUrls } from './item-identity.ts';
import { pageLinkOf, permalinkOf, relatedLinkOf } from './item-links.ts';
import { imageOf, mediaOf } from './item-media.ts';
import { authorsOf, feedAuthorsOf } from './item-people.ts';
import { licenseOf, rightsOf } from './item-rights.ts';

/** Elements that hold the date of publication, the most trusted first. */
export const PUBLISHED = [
  'pubDate',
  'atom:published',
  'issued',
  'dcterms:issued',
  'dc:date',
  'created',
  'dcterms:created',
];
/** Elements that hold the date of the last change, the most trusted first. */
export const UPDATED = ['atom:updated', 'modified', 'dcterms:modified'];
/** Elements that hold the content, the most trusted first. */
const CONTENT = ['content', 'content:encoded', 'xhtml:body', 'body', 'fullitem', 'yandex:full-text', 'atom:content'];

/** The output of rss-parser as a feed document: absolute URLs, ISO 8601 dates, one shape for RSS and Atom. */
export function normaliseFeed(raw: RawFeed, base: DocumentBase): FeedDocument {
  const title = first(raw, 'title', 'dc:title');
  const siteUrl = base.absolute(pageLinkOf(raw));
  const itemBase = siteUrl === undefined ? base : base.at(siteUrl);
  const languages = [first(raw, 'language'), first(raw, 'dc:language'), attributeOf(attributesOf(raw), 'xml:lang')];
  const ofFeed = { authors: feedAuthorsOf(raw), license: licenseOf(raw, base) };
  return compact({
    title: title === undefined ? undefined : feedPlainText(title),
    siteUrl,
    language: languages.find((tag) => tag !== undefined),
    hints: hintsOf(raw),
    hub: hubOf(all(raw, 'atom:link'), base),
    items: markSharedUrls(raw.items.map((item) => normaliseItem(item, itemBase, ofFeed))),
  });
}

/** What holds for items that have no value of their own. */
interface FeedDefaults {
  readonly authors: readonly FeedAuthor[];
  readonly license: string | undefined;
}

function normaliseItem(raw: RawElement, base: DocumentBase, ofFeed: FeedDefaults): FeedItem {
  const guid = first(raw, 'guid', 'id', 'atom:id') ?? textOf(raw['rdf:about']);
  const title = first(raw, 'title', 'atom:title', 'dc:title', 'itunes:title', 'media:title');
  const updated = dateOf(raw, UPDATED);
  const stated = dateOf(raw, PUBLISHED);
  const published = stated.at === undefined && updated.at !== undefined ? updated : stated;
  const enclosures = enclosuresOf(raw, base);
  const media = mediaOf(raw, base);
  const url = base.absolute(pageLinkOf(raw) ?? permalinkOf(raw, guid) ?? relatedLinkOf(raw));
  return compact({
    guid,
    url,
    title: title === undefined ? undefined : feedPlainText(title),
    ...textsOf(raw, base),
    authors: authorsOf(raw, ofFeed.authors),
    publishedAt: published.at,
    publishedRaw: rawDate(published.raw),
    updatedAt: updated.at,
    categories: categoriesOf(raw),
    imageUrl: imageOf(raw, media, enclosures, base),
    enclosures: enclosures.length > 0 ? enclosures : undefined,
    media: media.length > 0 ? media : undefined,
    rights: rightsOf(raw, url, base, ofFeed.license),
  });
}

interface WrittenDate {
  /** The date as the publisher wrote it. */
  readonly raw?: string;
  /** ISO 8601; absent when the date can't be read. */
  readonly at?: string;
}

/** The first readable date, else the first date. */
function dateOf(raw: RawElement, names: readonly string[]): WrittenDate {
  let unreadable: string | undefined;
  for (const name of names) {
    const written = first(raw, name);
    const at = isoDate(written);
    if (written !== undefined && at !== undefined) return { raw: written, at };
    unreadable ??= written;
  }
  return unreadable === undefined ? {} : { raw: unreadable };
}

/** The summary and the content. If an item has both a description and a summary, the summary may be its content. */
function textsOf(raw: RawElement, base: DocumentBase): Pick<FeedItem, 'summary' | 'content'> {
  const described = first(raw, 'description');
  const summarised = first(raw, 'summary', 'atom:summary', 'itunes:summary', 'itunes:subtitle');
  const content =
    first(raw, ...CONTENT) ?? (described === undefined ? undefined : first(raw, 'summary', 'atom:summary'));
  const summary = described ?? summarised ?? mediaDescription(raw);
  const absolute = (html: string | undefined) => (html === undefined ? undefined : absoluteLinks(html, base));
  return compact({ summary: absolute(summary), content: absolute(content) });
}

/** The first `media:description` with text, of the item itself, else of its groups and contents. */
function mediaDescription(raw: RawElement): string | undefined {
  const boxes = [...all(raw, 'media:group'), ...all(raw, 'media:content')];
  const nested = boxes.flatMap((box) => childrenOf(box, 'media:description'));
  return [...all(raw, 'media:description'), ...nested].map(textOf).find((text) => text !== undefined);
}
