import { compact } from '../compact.ts';
import { shorten } from '../words.ts';
import { absoluteUrl } from './absolute-url.ts';
import { isoDate, rawDate } from './dates.ts';
import { hintsOf, hubOf } from './feed-hints.ts';
import { markSharedUrls } from './item-identity.ts';
import type { RawFeed, RawItem } from './rss-parser.ts';
import type { FeedAuthor, FeedDocument, FeedItem } from './types.ts';
import { attributeOf, childOf, list, textOf } from './xml-values.ts';

/** Characters; what is longer is no title and no language tag (RFC 5646 §4.4.1), and would burst the Feed's record. */
const MOST_TITLE = 500;
const MOST_LANGUAGE = 35;

/** rss-parser's output as our own types: absolute URLs, ISO dates, one shape for RSS and Atom. */
export function normaliseFeed(raw: RawFeed, baseUrl: string): FeedDocument {
  const feedTitle = textOf(raw['title']);
  const siteUrl = absoluteUrl(textOf(raw['link']), baseUrl);
  return compact({
    title: feedTitle === undefined ? undefined : shorten(feedTitle, MOST_TITLE),
    siteUrl,
    language: [raw['language'], raw['dc:language']]
      .map(textOf)
      .find((tag) => (tag?.length ?? Infinity) <= MOST_LANGUAGE),
    hints: hintsOf(raw),
    hub: hubOf([...list(raw['links']), ...list(raw['atomLinks']), ...list(raw['atom10Links'])], baseUrl),
    items: markSharedUrls(raw.items.map((item) => normaliseItem(item, siteUrl ?? baseUrl))),
  });
}

function normaliseItem(raw: RawItem, baseUrl: string): FeedItem {
  const guid = textOf(raw['guid']) ?? textOf(raw['id']) ?? textOf(raw['rdf:about']);
  const content = textOf(raw['content:encoded']);
  const description = textOf(raw['content']);
  const summary = textOf(raw['summary']);
  const published = textOf(raw['published']) ?? textOf(raw['pubDate']) ?? textOf(raw['date']);
  return compact({
    guid,
    url: absoluteUrl(linkOf(raw) ?? (isPermalink(raw, guid) ? guid : undefined), baseUrl),
    title: textOf(raw['title']),
    summary: content === undefined ? (summary ?? description) : (description ?? summary),
    content: content ?? (summary === undefined ? undefined : description),
    authors: authorsOf(raw),
    publishedAt: isoDate(published),
    publishedRaw: rawDate(published),
    updatedAt: isoDate(textOf(raw['updated']) ?? textOf(raw['dcterms:modified'])),
    categories: unique([...list(raw['allCategories']), ...list(raw['subjects'])].map(categoryOf)),
    imageUrl: absoluteUrl(imageOf(raw), baseUrl),
  });
}

const linkOf = (raw: RawItem): string | undefined =>
  textOf(raw['link']) ?? list(raw['links']).map(textOf).find(Boolean);

const isPermalink = (raw: RawItem, guid: string | undefined): boolean =>
  guid !== undefined && /^https?:/i.test(guid) && attributeOf(list(raw['guids'])[0], 'isPermaLink') !== 'false';

function authorsOf(raw: RawItem): FeedAuthor[] {
  const people = [...list(raw['creators']), ...list(raw['authors'])].map(authorOf);
  const named = new Map<string, FeedAuthor>();
  for (const person of people) if (person !== undefined && !named.has(person.name)) named.set(person.name, person);
  return [...named.values()];
}

/** RSS says `mail@host (Name)` (RSS 2.0, `<author>`), Atom has children, Dublin Core a plain name. */
function authorOf(value: unknown): FeedAuthor | undefined {
  const name = childOf(value, 'name');
  const email = childOf(value, 'email');
  if (name !== undefined) return email === undefined ? { name } : { name, email };
  const text = textOf(value);
  const withMail = /^([^\s@()]+@[^\s@()]+)\s*\(([^()]+)\)$/.exec(text ?? '');
  if (withMail?.[1] !== undefined && withMail[2] !== undefined) return { name: withMail[2].trim(), email: withMail[1] };
  return text === undefined ? undefined : { name: text };
}

const categoryOf = (value: unknown): string | undefined =>
  textOf(value) ?? attributeOf(value, 'label') ?? attributeOf(value, 'term');

function imageOf(raw: RawItem): string | undefined {
  const media = list(raw['mediaContent']).find(
    (each) => attributeOf(each, 'medium') === 'image' || attributeOf(each, 'type')?.startsWith('image/'),
  );
  const enclosure = raw['enclosure'] as { readonly url?: string; readonly type?: string } | undefined;
  return (
    attributeOf(media, 'url') ??
    attributeOf(list(raw['mediaThumbnail'])[0], 'url') ??
    (enclosure?.type?.startsWith('image/') ? enclosure.url : undefined)
  );
}

const unique = (values: readonly (string | undefined)[]): string[] => [
  ...new Set(values.filter((value) => value !== undefined)),
];
