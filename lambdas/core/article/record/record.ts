/**
 * The item of an article in the table, and so in the stream's records. Later versions may add attributes, but never change
 * or remove one. A reader ignores unknown attributes and replaces invalid values.
 */
import * as v from 'valibot';
import { compact } from '../../compact.ts';
import { readRights } from '../../rights/read-rights.ts';
import {
  ACCESS_KINDS,
  type Appearance,
  type Article,
  type ArticleContent,
  type ArticleImage,
  type ArticleMedium,
  ASSUMED_DATES,
  DATE_PRECISIONS,
  GENRES,
  MEDIA_KINDS,
  SOURCES,
  TEXT_SOURCES,
  WORDS_OF,
} from './article.ts';
import { articleLinks } from './links-in-html.ts';
import { linksWithinRoom, MAX_LINKS, MAX_MEDIA } from './media-room.ts';
import { packHtml, unpackHtml } from './packed-html.ts';

/** An article's item. Appearances are stored by key, so that each write adds one without replacing others. */
export type ArticleRecord = Omit<Article, 'appearances' | 'expiresAt' | 'labels' | 'html'> & {
  /** The HTML without what it has in common with the text (packed-html.ts). Items of older versions have `html`. */
  readonly packedHtml?: Uint8Array;
  /** A string set, so that a stream filter can pick one: `{"labels":{"SS":["client-7"]}}`. DynamoDB has no empty set. */
  readonly labels?: ReadonlySet<string>;
  readonly appearances: Readonly<Record<string, Omit<Appearance, 'key'>>>;
  /** The partition of the `byDay` index: the day when the article was first seen, `YYYY-MM-DD` in UTC. */
  readonly day: string;
  /** Epoch seconds, as DynamoDB's TTL expects. */
  readonly expiresAt?: number;
};

export function toRecord(article: Article): ArticleRecord {
  const { appearances, expiresAt, labels = [], ...rest } = article;
  return compact({
    ...withPackedHtml(withoutKnownLinks(rest)),
    labels: labels.length === 0 ? undefined : new Set(labels),
    appearances: Object.fromEntries(appearances.map(({ key, ...appearance }) => [key, appearance])),
    day: article.firstSeenAt.slice(0, 10),
    expiresAt: expiresAt === undefined ? undefined : Math.floor(Date.parse(expiresAt) / 1000),
  });
}

/** Links are read from the HTML, so an item has them only if its HTML is in the Bodies bucket: they would cost most of all fields. */
const withoutKnownLinks = <T extends Pick<ArticleContent, 'html' | 'links'>>(content: T): T =>
  content.html === undefined || content.links === undefined ? content : { ...content, links: undefined };

/** Returns an earlier revision's item for the Revisions table: without appearances and their labels, and with its own expiry. */
export function toRevisionRecord(article: Article, expiresAt: Date | undefined): object {
  const { appearances: _, day: __, labels: ___, ...record } = toRecord({ ...article, appearances: [] });
  return compact({
    ...record,
    expiresAt: expiresAt === undefined ? undefined : Math.floor(expiresAt.getTime() / 1000),
  });
}

const string = v.string();
const optional = <T>(schema: v.GenericSchema<unknown, T>) => v.fallback(v.optional(schema), undefined);
const strings = v.fallback(
  v.pipe(
    v.array(v.unknown()),
    v.transform((all) => all.filter((each) => typeof each === 'string')),
  ),
  [],
);

const sortedStrings = v.pipe(
  v.union([v.array(v.unknown()), v.set(v.unknown())]),
  v.transform((all) => [...all].filter((each) => typeof each === 'string').sort()),
);

/** Bytes, which an event of Lambda writes as base64. */
const bytes = v.pipe(
  v.union([v.instance(Uint8Array), v.pipe(string, v.base64())]),
  v.transform((value) => (typeof value === 'string' ? Buffer.from(value, 'base64') : value)),
);

/** A schema for each field: a field that is declared in article.ts and forgotten here doesn't compile. */
type Fields<T> = { readonly [K in keyof Required<T>]: v.GenericSchema<unknown, unknown> };

const appearance = v.object({
  feedId: string,
  feedUrl: string,
  url: optional(string),
  firstSeenAt: string,
  similarity: optional(v.number()),
  labels: optional(v.array(string)),
  publisher: optional(string),
} satisfies Fields<Omit<Appearance, 'key'>>);

const image = v.object({
  url: string,
  width: optional(v.number()),
  height: optional(v.number()),
  alt: optional(string),
  credit: optional(string),
} satisfies Fields<ArticleImage>);

const figure = v.pipe(v.number(), v.minValue(0));

const medium = v.object({
  url: string,
  kind: v.picklist(MEDIA_KINDS),
  type: optional(string),
  bytes: optional(figure),
  durationSeconds: optional(figure),
  title: optional(string),
  credit: optional(string),
} satisfies Fields<ArticleMedium>);

/** The values of a list that a schema takes; a later version may add kinds. Undefined if there is none. */
const listOf = <T extends object | string>(schema: v.GenericSchema<unknown, T>, maxLength: number) =>
  v.pipe(
    v.array(v.unknown()),
    v.transform((all) => {
      const known = all.flatMap((each) => {
        const parsed = v.safeParse(schema, each);
        return parsed.success ? [parsed.output] : [];
      });
      return known.length === 0 ? undefined : known.slice(0, maxLength);
    }),
  );

/** Sources that a later version adds are left out one by one. */
const provenance = v.pipe(
  v.record(string, v.unknown()),
  v.transform((all) =>
    Object.fromEntries(Object.entries(all).filter(([, source]) => v.is(v.picklist(SOURCES), source))),
  ),
  v.record(string, v.picklist(SOURCES)),
);

const precision = v.picklist(DATE_PRECISIONS);
const MAX_KEYWORDS = 50;

const contentFields = {
  title: string,
  url: optional(string),
  domain: optional(string),
  siteName: optional(string),
  publisher: optional(string),
  authors: strings,
  agencies: optional(v.array(string)),
  publishedAt: optional(string),
  publishedAssumed: optional(v.picklist(ASSUMED_DATES)),
  publishedRaw: optional(string),
  publishedPrecision: optional(precision),
  modifiedAt: optional(string),
  modifiedPrecision: optional(precision),
  language: optional(string),
  section: optional(string),
  genre: optional(v.picklist(GENRES)),
  tags: strings,
  keywords: optional(listOf(string, MAX_KEYWORDS)),
  image: optional(image),
  media: optional(listOf(medium, MAX_MEDIA)),
  links: optional(listOf(string, MAX_LINKS)),
  excerpt: optional(string),
  text: optional(string),
  textKey: optional(string),
  html: optional(string),
  htmlKey: optional(string),
  textSource: v.fallback(v.picklist(TEXT_SOURCES), 'feed'),
  wordsOf: optional(v.picklist(WORDS_OF)),
  pageFailure: optional(string),
  wordCount: v.fallback(v.number(), 0),
  access: optional(v.picklist(ACCESS_KINDS)),
  rights: v.optional(v.pipe(v.unknown(), v.transform(readRights))),
  restricted: optional(v.literal(true)),
  provenance: optional(provenance),
  contentHash: string,
} satisfies Fields<ArticleContent>;

const record = v.object({
  ...contentFields,
  packedHtml: optional(bytes),
  articleId: string,
  revision: v.number(),
  feedId: string,
  firstSeenAt: string,
  revisedAt: string,
  retractedAt: optional(string),
  labels: optional(sortedStrings),
  appearances: v.fallback(v.record(string, v.unknown()), {}),
  expiresAt: optional(v.number()),
} satisfies Fields<Article & Pick<ArticleRecord, 'packedHtml'>>);

/** Returns an item or stream image as an article; undefined if a required attribute is missing or invalid. */
export function fromRecord(item: unknown): Article | undefined {
  const parsed = v.safeParse(record, item);
  if (!parsed.success) return undefined;
  const { appearances, expiresAt, image, media, links, labels = [], packedHtml, ...rest } = parsed.output;
  const html = packedHtml === undefined ? rest.html : unpackHtml(packedHtml, rest.text);
  return compact({
    ...rest,
    html,
    labels: labels.length === 0 ? undefined : labels,
    image: image === undefined ? undefined : compact(image),
    media: media?.map(compact),
    links: html === undefined ? links : linksOf(html, rest.url),
    appearances: Object.entries(appearances)
      .flatMap(([key, value]) => readAppearance(key, value))
      .sort(byFirstSeen),
    expiresAt: expiresAt === undefined ? undefined : new Date(expiresAt * 1000).toISOString(),
  });
}

const linksOf = (html: string, url: string | undefined): readonly string[] | undefined => {
  const links = articleLinks(html, url);
  return links && linksWithinRoom(links);
};

/** The attributes that a revision replaces, each by its name; undefined if the content doesn't have it. */
type ContentAttributes = { readonly [K in keyof Required<ArticleContent>]: ArticleContent[K] };

const contentNames = Object.keys(contentFields) as readonly (keyof ArticleContent)[];

/** The content of an article, without the attributes that identify the article. */
export const contentAttributes = (content: ArticleContent): ContentAttributes =>
  Object.fromEntries(contentNames.map((name) => [name, withoutKnownLinks(content)[name]])) as ContentAttributes;

/** The same attributes with the HTML as an item holds it. */
export const withPackedHtml = <T extends { readonly html?: string | undefined; readonly text?: string | undefined }>({
  html,
  ...rest
}: T) => ({
  ...rest,
  html: undefined,
  packedHtml: html === undefined ? undefined : packHtml(html, rest.text),
});

function readAppearance(key: string, value: unknown): Appearance[] {
  const parsed = v.safeParse(appearance, value);
  return parsed.success ? [compact({ key, ...parsed.output })] : [];
}

const byFirstSeen = (a: Appearance, b: Appearance): number =>
  a.firstSeenAt === b.firstSeenAt ? (a.key < b.key ? -1 : 1) : a.firstSeenAt < b.firstSeenAt ? -1 : 1;
