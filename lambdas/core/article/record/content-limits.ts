/**
 * Limits the lengths of an article's metadata, in characters, so that an item stays below DynamoDB's limit of 400 KB. Texts
 * that are too large go to the Bodies bucket instead (adapters/dynamodb/overflow.ts).
 */
import { compact } from '../../compact.ts';
import {
  address,
  asItIs,
  bounded,
  type Limit,
  type Limits,
  MAX_NAME_LENGTH,
  MAX_TITLE_LENGTH,
  wellFormed,
} from '../../limits.ts';
import { shorten, soundText } from '../../words.ts';
import type { ArticleContent, ArticleImage } from './article.ts';
import { keywordsWithinRoom, linksWithinRoom, mediaWithinRoom } from './media-room.ts';

const MAX_NAMES = 50;

/** Titles and names are one line each. */
const title: Limit<string> = (text) => shorten(soundText(text), MAX_TITLE_LENGTH);
const name: Limit<string> = (text) => shorten(soundText(text), MAX_NAME_LENGTH);
const names: Limit<readonly string[]> = (all) =>
  all.slice(0, MAX_NAMES).map((each) => shorten(soundText(each), MAX_NAME_LENGTH));
const picture: Limit<ArticleImage> = ({ url, alt, credit, ...size }) =>
  address(url) === undefined
    ? undefined
    : compact({ ...size, url, alt: alt && title(alt), credit: credit && name(credit) });

const LIMITS: Limits<ArticleContent> = {
  title,
  url: address,
  domain: name,
  siteName: name,
  publisher: name,
  authors: names,
  agencies: names,
  publishedAt: asItIs,
  publishedAssumed: asItIs,
  publishedRaw: wellFormed,
  publishedPrecision: asItIs,
  modifiedAt: asItIs,
  modifiedPrecision: asItIs,
  language: wellFormed,
  section: name,
  genre: asItIs,
  tags: names,
  keywords: (words) => keywordsWithinRoom(names(words) ?? []),
  image: picture,
  media: mediaWithinRoom,
  links: linksWithinRoom,
  excerpt: wellFormed,
  text: wellFormed,
  textKey: asItIs,
  html: wellFormed,
  htmlKey: asItIs,
  textSource: asItIs,
  wordsOf: asItIs,
  pageFailure: asItIs,
  wordCount: asItIs,
  access: asItIs,
  rights: asItIs,
  restricted: asItIs,
  provenance: asItIs,
  contentHash: asItIs,
};

/** Shortens texts for readers. Drops addresses that are too long, because a shortened address is another address. */
export const withinLimits = (content: ArticleContent): ArticleContent => bounded(content, LIMITS);
