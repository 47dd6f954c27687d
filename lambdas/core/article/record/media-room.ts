/**
 * Bounds an article's media, links and keywords, and the part of the item that they may take: they share the room of the HTML
 * (adapters/dynamodb/overflow.ts).
 */
import { compact } from '../../compact.ts';
import { address, type Limit, MAX_NAME_LENGTH, MAX_TITLE_LENGTH } from '../../limits.ts';
import { cut, shorten, soundText } from '../../words.ts';
import type { ArticleContent, ArticleMedium } from './article.ts';

/** Max media of an article, and max links. */
export const MAX_MEDIA = 50;
export const MAX_LINKS = 50;
/** Max bytes of all media, links and keywords of an article; together they fit into the room of its HTML. */
const MAX_MEDIA_BYTES = 16_000;
const MAX_LINK_BYTES = 8_000;
const MAX_KEYWORD_BYTES = 4_000;
/** In characters (RFC 6838 §4.2: 127 for each of its two parts; no type in use has 100). */
const MAX_TYPE_LENGTH = 100;

/** The bytes of a value in an item, rounded up: each JSON comma, colon or quotation mark stands for what DynamoDB adds. */
const bytesOf = (value: unknown): number => (value === undefined ? 0 : Buffer.byteLength(JSON.stringify(value)));

/** Returns the values of a list, the first before the others, that fit; undefined if none does. */
function withinBytes<T>(values: readonly T[], maxBytes: number): readonly T[] | undefined {
  const fitting: T[] = [];
  let left = maxBytes - bytesOf([]);
  for (const value of values) {
    const bytes = bytesOf(value) + 1; // the comma
    if (bytes > left) continue;
    fitting.push(value);
    left -= bytes;
  }
  return fitting.length === 0 ? undefined : fitting;
}

export const mediaWithinRoom: Limit<readonly ArticleMedium[]> = (media) =>
  withinBytes(media.flatMap(boundedMedium).slice(0, MAX_MEDIA), MAX_MEDIA_BYTES);

export const linksWithinRoom: Limit<readonly string[]> = (links) =>
  withinBytes(links.filter((link) => address(link) !== undefined).slice(0, MAX_LINKS), MAX_LINK_BYTES);

export const keywordsWithinRoom: Limit<readonly string[]> = (keywords) => withinBytes(keywords, MAX_KEYWORD_BYTES);

function boundedMedium({ url, type, title, credit, ...rest }: ArticleMedium): ArticleMedium[] {
  if (address(url) === undefined) return [];
  return [
    compact({
      ...rest,
      url,
      type: type && cut(type, MAX_TYPE_LENGTH).toWellFormed(),
      title: title && shorten(soundText(title), MAX_TITLE_LENGTH),
      credit: credit && shorten(soundText(credit), MAX_NAME_LENGTH),
    }),
  ];
}

/** The bytes that media and keywords take of the room of the HTML. Links take some only if the HTML doesn't stay in the item. */
export const bytesBesideHtml = ({ media, keywords }: Pick<ArticleContent, 'media' | 'keywords'>): number =>
  bytesOf(media) + bytesOf(keywords);
