/** JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/). */
import * as v from 'valibot';
import { compact } from '../../compact.ts';
import { absoluteUrl } from '../../web/absolute-url.ts';
import { isoDate, rawDate } from '../dates/dates.ts';
import { escapeMarkup } from '../markup/character-references.ts';
import { absoluteLinks } from '../markup/html-links.ts';
import type { FeedAuthor, FeedDocument, FeedItem } from './feed-document.ts';
import { eachCategoryOnce } from './item-categories.ts';
import { markSharedUrls } from './item-identity.ts';
import { eachOnce, enclosure } from './item-links.ts';
import { eachPersonOnce } from './item-people.ts';
import { type ItemDates, newestItems } from './newest-items.ts';
import { readJson } from './read-json.ts';

/** A field of the wrong type counts as absent: it must not cost the whole feed. */
const lenient = <T>(schema: v.GenericSchema<unknown, T>) => v.fallback(v.optional(schema), undefined);
const text = lenient(v.pipe(v.union([v.string(), v.number()]), v.transform(String), v.trim(), v.nonEmpty()));
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
  authors: lenient(v.array(author)),
  tags: lenient(v.array(text)),
  attachments: lenient(v.array(lenient(v.object({ url: text, mime_type: text, size_in_bytes: text })))),
});

const feed = v.object({
  version: text,
  title: text,
  home_page_url: text,
  feed_url: text,
  hubs: lenient(v.array(lenient(v.object({ type: text, url: text })))),
  language: text,
  author,
  authors: lenient(v.array(author)),
});

/** Its items are told by their dates first, for what becomes of them takes more memory than they do. */
const dated = v.object({ date_published: text, date_modified: text });
const anyFeed = v.object({ items: v.custom<readonly unknown[]>(Array.isArray) });

/** @returns undefined when the text is no JSON Feed. */
export function parseJsonFeed(json: string, baseUrl: string): FeedDocument | undefined {
  const { value: raw, repaired } = readJson(json) ?? {};
  if (!v.is(anyFeed, raw)) return undefined;
  const parsed = v.parse(feed, raw);
  if (!isFeed(parsed)) return undefined;
  const { title, home_page_url, feed_url, hubs, language, ...byline } = parsed;
  const siteUrl = absoluteUrl(home_page_url, baseUrl);
  const feedAuthors = authorsOf(byline);
  const newest = newestItems<unknown>(datesOf);
  for (const each of raw.items) if (typeof each === 'object' && each !== null) newest.add(each);
  const { items, leftOut } = newest.chosen();
  const normalised = items.map((each) => normalise(v.parse(item, each), siteUrl ?? baseUrl, feedAuthors));
  const topic = absoluteUrl(feed_url, baseUrl) ?? baseUrl;
  const hubUrl = absoluteUrl(hubs?.find((hub) => hub?.type?.toLowerCase() === 'websub')?.url, baseUrl);
  const hub = hubUrl === undefined ? undefined : { url: hubUrl, topic };
  const document = { title, siteUrl, language, hub, repaired, leftOut: leftOut || undefined };
  return compact({ ...document, items: markSharedUrls(normalised) });
}

function datesOf(raw: unknown): ItemDates {
  const { date_published: published, date_modified: updated } = v.parse(dated, raw);
  return { published, updated };
}

/** Its version is an address; some write only a number, and are known by the address of the feed or its site. */
const isFeed = ({ version = '', feed_url, home_page_url }: v.InferOutput<typeof feed>): boolean =>
  /^https?:\/\/(?:www\.)?jsonfeed\.org\/version\//.test(version) ||
  (/^\d/.test(version) && (feed_url ?? home_page_url) !== undefined);

function normalise(raw: v.InferOutput<typeof item>, baseUrl: string, feedAuthors: readonly FeedAuthor[]): FeedItem {
  const own = authorsOf(raw);
  const html = raw.content_html ?? (raw.content_text === undefined ? undefined : asHtml(raw.content_text));
  const enclosures = eachOnce(
    raw.attachments?.map((each) => enclosure(each?.url, each?.mime_type, each?.size_in_bytes, baseUrl)) ?? [],
  );
  return compact({
    guid: raw.id,
    url: absoluteUrl(raw.url ?? raw.external_url, baseUrl),
    title: raw.title,
    summary: raw.summary === undefined ? undefined : asHtml(raw.summary),
    content: html === undefined ? undefined : absoluteLinks(html, baseUrl),
    // "If not specified in an item, then the top-level author … is used": the specification, `authors`.
    authors: own.length > 0 ? own : feedAuthors,
    publishedAt: isoDate(raw.date_published),
    publishedRaw: rawDate(raw.date_published),
    updatedAt: isoDate(raw.date_modified),
    categories: eachCategoryOnce(raw.tags ?? []),
    imageUrl: absoluteUrl(raw.image ?? raw.banner_image, baseUrl),
    enclosures: enclosures.length > 0 ? enclosures : undefined,
  });
}

/** 1.0 had one `author`, 1.1 has a list. */
function authorsOf({
  author: single,
  authors = [],
}: Pick<v.InferOutput<typeof item>, 'author' | 'authors'>): readonly FeedAuthor[] {
  const named = authors.length > 0 ? authors : [single];
  return eachPersonOnce(named.flatMap((each) => (each?.name === undefined ? [] : [{ name: each.name }])));
}

/** Empty lines divide paragraphs. */
function asHtml(plain: string): string {
  const paragraphs = escapeMarkup(plain).split(/\n{2,}/);
  return paragraphs.length === 1
    ? paragraphs.join('')
    : paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n');
}
