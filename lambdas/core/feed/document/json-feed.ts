/** JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/). */
import * as v from 'valibot';
import { compact } from '../../compact.ts';
import type { DocumentBase } from '../../web/document-base.ts';
import { isoDate, rawDate } from '../dates/dates.ts';
import { withoutCdata } from '../markup/cdata-marks.ts';
import { escapeMarkup } from '../markup/character-references.ts';
import { absoluteLinks } from '../markup/html-links.ts';
import { linesToHtml } from '../markup/plain-lines.ts';
import type { FeedAuthor, FeedDocument, FeedEnclosure, FeedHub, FeedItem } from './feed-document.ts';
import { eachCategoryOnce } from './item-categories.ts';
import { enclosure } from './item-files.ts';
import { markSharedUrls } from './item-identity.ts';
import { eachUrlOnce } from './item-links.ts';
import { eachPersonOnce, personInText } from './item-people.ts';
import { type ItemDates, newestItems } from './newest-items.ts';
import { readJson } from './read-json.ts';

/** A field of the wrong type counts as absent, because one field must not cost the whole feed. */
const lenient = <T>(schema: v.GenericSchema<unknown, T>) => v.fallback(v.optional(schema), undefined);
const text = lenient(
  v.pipe(v.union([v.string(), v.number()]), v.transform(String), v.transform(withoutCdata), v.trim(), v.nonEmpty()),
);
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

const anyShape = v.optional(v.unknown());

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
  author: anyShape,
  authors: anyShape,
  tags: listOf(text),
  attachments: listOf(
    lenient(v.object({ url: text, mime_type: text, title: text, size_in_bytes: text, duration_in_seconds: text })),
  ),
});

const feed = v.object({
  version: text,
  title: text,
  home_page_url: text,
  feed_url: text,
  hubs: listOf(lenient(v.object({ type: text, url: text }))),
  language: text,
  author: anyShape,
  authors: anyShape,
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

/** Attachments of one title are one thing in several forms (JSON Feed 1.1, `attachments`). */
function enclosuresOf({ attachments = [] }: JsonItem, base: DocumentBase): readonly FeedEnclosure[] {
  const titles = new Set<string>();
  return eachUrlOnce(attachments, (each) => {
    const { url, mime_type: type, title, size_in_bytes: length, duration_in_seconds: duration } = each ?? {};
    const file = enclosure({ url, type, title, length, duration }, base);
    if (file?.title === undefined) return file;
    const isAlternate = titles.has(file.title);
    titles.add(file.title);
    return isAlternate ? { ...file, role: 'alternate' } : file;
  });
}

/** JSON Feed 1.1 has a list of authors, 1.0 has one `author`. */
function authorsOf({ author, authors }: Pick<JsonItem, 'author' | 'authors'>): readonly FeedAuthor[] {
  const listed = peopleIn(authors);
  return eachPersonOnce(listed.length > 0 ? listed : peopleIn(author));
}

/** Max lists within lists of people. */
const MAX_DEPTH = 3;

/** The people in whatever a publisher writes: an object with a name, a name alone, or a list or an object of these. */
function peopleIn(value: unknown, depth = 0): readonly FeedAuthor[] {
  if (typeof value === 'string') return [personInText(value)].filter((person) => person !== undefined);
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return [];
  const name = v.parse(text, (value as { name?: unknown }).name);
  if (name !== undefined) return [{ name }];
  // PHP writes a list with gaps as an object. The texts of an object without a name are addresses, not names.
  const members = Array.isArray(value) ? value : Object.values(value).filter((each) => typeof each === 'object');
  return members.slice(0, MAX_LISTED).flatMap((each) => peopleIn(each, depth + 1));
}

const asHtml = (plain: string): string => linesToHtml(escapeMarkup(plain));
