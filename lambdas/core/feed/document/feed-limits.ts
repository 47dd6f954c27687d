/**
 * The gate of feed documents: the limit of each of their texts. Every reader's document passes it, so later steps meet no
 * giant, and no text that the queues or tables refuse.
 */
import { contentId } from '../../hash.ts';
import { address, asItIs, bounded, type Limit, type Limits, name, title, wellFormed } from '../../limits.ts';
import { cut } from '../../words.ts';
import type { FeedAuthor, FeedDocument, FeedEnclosure, FeedHub, FeedItem, FeedMedia } from './feed-document.ts';

/** Max length of a guid, in characters; the longest that real feeds have are addresses. */
const MAX_GUID_LENGTH = 2_048;
/**
 * Max length of an item's summary and of its content, in characters: twice what is read of HTML without its comments and inline
 * pictures (page-document.ts). The functions hold these texts in their own processes.
 */
const MAX_HTML_LENGTH = 4_000_000;
/** Max length of a media type, in characters (RFC 6838 §4.2: 127 for each of its two parts; no type in use has 100). */
const MAX_TYPE_LENGTH = 100;
/** Max length of a language tag, in characters (RFC 5646 §4.4.1). */
const MAX_LANGUAGE_LENGTH = 35;

/** The hash of a guid that is too long identifies the item as the whole guid would. */
const guid: Limit<string> = (text) => (text.length > MAX_GUID_LENGTH ? contentId('guid', text) : text.toWellFormed());
const html: Limit<string> = (text) => cut(text, MAX_HTML_LENGTH).toWellFormed();
const type: Limit<string> = (text) => cut(text, MAX_TYPE_LENGTH).toWellFormed();
/** Hyphens divide a tag (RFC 5646 §2.1); software writes underscores. */
const language: Limit<string> = (tag) =>
  tag.length > MAX_LANGUAGE_LENGTH ? undefined : tag.toWellFormed().replaceAll('_', '-');

const each =
  <T>(limit: Limit<T>): Limit<readonly T[]> =>
  (values) =>
    values.map(limit).filter((value) => value !== undefined);
const eachOf = <T extends object>(limits: Limits<T>): Limit<readonly T[]> => each((value) => bounded(value, limits));

const AUTHOR: Limits<FeedAuthor> = { name, email: name };
const ENCLOSURE: Limits<FeedEnclosure> = {
  url: address,
  type,
  length: asItIs,
  durationSeconds: asItIs,
  title,
  role: asItIs,
};
const MEDIA: Limits<FeedMedia> = {
  url: address,
  kind: asItIs,
  type,
  medium: type,
  credit: name,
  length: asItIs,
  durationSeconds: asItIs,
  title,
  group: asItIs,
  isDefault: asItIs,
};
const HUB: Limits<FeedHub> = { url: asItIs, topic: asItIs };

const ITEM: Limits<FeedItem> = {
  guid,
  url: address,
  urlIsShared: asItIs,
  title,
  summary: html,
  content: html,
  authors: eachOf(AUTHOR),
  publishedAt: asItIs,
  publishedRaw: wellFormed,
  updatedAt: asItIs,
  categories: each(name),
  imageUrl: address,
  enclosures: eachOf(ENCLOSURE),
  media: eachOf(MEDIA),
  rights: asItIs,
};

const DOCUMENT: Limits<FeedDocument> = {
  title,
  siteUrl: address,
  language,
  hints: asItIs,
  hub: (hub) => bounded(hub, HUB),
  repaired: asItIs,
  leftOut: asItIs,
  items: eachOf(ITEM),
};

/** Shortens titles, names and types, and drops addresses that are too long. Items stay what they are: a guid is hashed. */
export const boundedDocument = (document: FeedDocument): FeedDocument => bounded(document, DOCUMENT);
