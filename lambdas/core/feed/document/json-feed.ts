/** JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/). */
import * as v from 'valibot';
import { compact } from '../../compact.ts';
import type { DocumentBase } from '../../web/document-base.ts';
import { isoDate, rawDate } from '../dates/dates.ts';
import { escapeMarkup } from '../markup/character-references.ts';
import { absoluteLinks } from '../markup/html-links.ts';
import type { FeedAuthor, FeedDocument, FeedEnclosure, FeedHub, FeedItem } from './feed-document.ts';
import { eachCategoryOnce } from './item-categories.ts';
import { markSharedUrls } from './item-identity.ts';
import { eachUrlOnce, enclosure } from './item-links.ts';
import { eachPersonOnce } from './item-people.ts';
import { type ItemDates, newestItems } from './newest-items.ts';
import { readJson } from './read-json.ts';

/** A field of the wrong type counts as absent, because one field must not cost the whole feed. */
const lenient = <T>(schema: v.GenericSchema<unknown, T>) => v.fallback(v.optional(schema), undefined);
const text = lenient(v.pipe(v.union([v.string(), v.number()]), v.transform(String), v.trim(), v.nonEmpty()));
/** Max entries of a list that are read; fewer are kept. */
const MAX_LISTED = 500;
const listOf = <T>(schema: v.GenericSchema<unknown, T>) =>
  lenient(
    v.pipe(
      v.array(v.unknown()),
      v.transform((all) => all.slice(0, MAX_LISTED)),
      v.array(schema),
    ),
  );
const author = lenient(v.object({ name: text }));

const item = v.object({
  id: text,
  url: text,
  external_url: text,
  title: text,
  content_html: text,
  content_text: text,
  summary: text,
  image: text,
  banner_image: text,
  date_published: text,
  date_modified: text,
  author,
  authors: listOf(author),
  tags: listOf(text),
  attachments: listOf(lenient(v.object({ url: text, mime_type: text, size_in_bytes: text }))),
});

const feed = v.object({
  version: text,
  title: text,
  home_page_url: text,
  feed_url: text,
  hubs: listOf(lenient(v.object({ type: text, url: text }))),
  language: text,
  author,
  authors: listOf(author),
});

/** Items are chosen by their dates before they are parsed, because a parsed item takes more memory than a raw one. */
const dated = v.object({ date_published: text, date_modified: text });
const anyFeed = v.object({ items: v.custom<readonly unknown[]>(Array.isArray) });

type JsonFeed = v.InferOutput<typeof feed>;
type JsonItem = v.InferOutput<typeof item>;

/** @returns undefined when the text is no JSON Feed */
export function parseJsonFeed(json: string, base: DocumentBase): FeedDocument | undefined {
  const { value: raw, repaired } = readJson(json) ?? {};
  if (!v.is(anyFeed, raw)) return undefined;
  const parsed = v.parse(feed, raw);
  if (!isFeed(parsed)) return undefined;
  const siteUrl = base.absolute(parsed.home_page_url);
  const itemBase = siteUrl === undefined ? base : base.at(siteUrl);
  const feedAuthors = authorsOf(parsed);
  const { items, leftOut } = newestOf(raw.items);
  const normalised = items.map((each) => normalise(v.parse(item, each), itemBase, feedAuthors));
  return compact({
    title: parsed.title,
    siteUrl,
    language: parsed.language,
    hub: hubOf(parsed, base),
    repaired,
    leftOut: leftOut || undefined,
    items: markSharedUrls(normalised),
  });
}

function newestOf(items: readonly unknown[]): { readonly items: readonly unknown[]; readonly leftOut: number } {
  const newest = newestItems<unknown>(datesOf);
  for (const each of items) if (typeof each === 'object' && each !== null) newest.add(each);
  return newest.chosen();
}

function datesOf(raw: unknown): ItemDates {
  const { date_published: published, date_modified: updated } = v.parse(dated, raw);
  return { published, updated };
}

/**
 * The version is an address. Some publishers write only a number; then the feed must name its own address or its site.
 */
const isFeed = ({ version = '', feed_url, home_page_url }: JsonFeed): boolean =>
  /^https?:\/\/(?:www\.)?jsonfeed\.org\/version\//.test(version) ||
  (/^\d/.test(version) && (feed_url ?? home_page_url) !== undefined);

/** The first hub of WebSub (JSON Feed 1.1, `hubs`). */
function hubOf({ hubs, feed_url }: JsonFeed, base: DocumentBase): FeedHub | undefined {
  const webSub = hubs?.find((hub) => hub?.type?.toLowerCase() === 'websub');
  const url = base.absolute(webSub?.url);
  return url === undefined ? undefined : { url, topic: base.absolute(feed_url) ?? base.url };
}

function normalise(raw: JsonItem, base: DocumentBase, feedAuthors: readonly FeedAuthor[]): FeedItem {
  const authors = authorsOf(raw);
  const content = contentOf(raw);
  const enclosures = enclosuresOf(raw, base);
  return compact({
    guid: raw.id,
    url: base.absolute(raw.url ?? raw.external_url),
    title: raw.title,
    summary: raw.summary === undefined ? undefined : asHtml(raw.summary),
    content: content === undefined ? undefined : absoluteLinks(content, base),
    // "If not specified in an item, then the top-level author … is used" (JSON Feed 1.1, `authors`).
    authors: authors.length > 0 ? authors : feedAuthors,
    publishedAt: isoDate(raw.date_published),
    publishedRaw: rawDate(raw.date_published),
    updatedAt: isoDate(raw.date_modified),
    categories: eachCategoryOnce(raw.tags ?? []),
    imageUrl: base.absolute(raw.image ?? raw.banner_image),
    enclosures: enclosures.length > 0 ? enclosures : undefined,
  });
}

/** In HTML. */
const contentOf = ({ content_html, content_text }: JsonItem): string | undefined =>
  content_html ?? (content_text === undefined ? undefined : asHtml(content_text));

const enclosuresOf = ({ attachments = [] }: JsonItem, base: DocumentBase): readonly FeedEnclosure[] =>
  eachUrlOnce(attachments, (each) => enclosure(each?.url, each?.mime_type, each?.size_in_bytes, base));

/** JSON Feed 1.0 has one `author`, 1.1 has a list. */
function authorsOf({ author: single, authors = [] }: Pick<JsonItem, 'author' | 'authors'>): readonly FeedAuthor[] {
  const people = authors.length > 0 ? authors : [single];
  return eachPersonOnce(people.flatMap((each) => (each?.name === undefined ? [] : [{ name: each.name }])));
}

/** Plain text as HTML; empty lines divide paragraphs. */
function asHtml(plain: string): string {
  const paragraphs = escapeMarkup(plain).split(/\n{2,}/);
  return paragraphs.length === 1
    ? paragraphs.join('')
    : paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n');
}
