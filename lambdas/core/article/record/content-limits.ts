/**
 * Limits the lengths of an article's metadata, in characters, so that an item stays below DynamoDB's limit of 400 KB. Texts
 * that are too large go to the Bodies bucket instead (adapters/dynamodb/overflow.ts).
 */
import { compact } from '../../compact.ts';
import { shorten } from '../../words.ts';
import type { ArticleContent, ArticleImage } from './article.ts';

/** In characters. */
const MAX_TITLE_LENGTH = 500;
const MAX_NAME_LENGTH = 200;
const MAX_URL_LENGTH = 4_096;
const MAX_NAMES = 50;

type Limit<T> = (value: T) => T | undefined;

const title: Limit<string> = (text) => shorten(text, MAX_TITLE_LENGTH);
const name: Limit<string> = (text) => shorten(text, MAX_NAME_LENGTH);
const names: Limit<readonly string[]> = (all) => all.slice(0, MAX_NAMES).map((each) => shorten(each, MAX_NAME_LENGTH));
/** A shortened address would be another address. */
const address: Limit<string> = (url) => (url.length > MAX_URL_LENGTH ? undefined : url);
const picture: Limit<ArticleImage> = ({ url, alt, credit, ...size }) =>
  url.length > MAX_URL_LENGTH
    ? undefined
    : compact({ ...size, url, alt: alt && title(alt), credit: credit && name(credit) });
/** For values that are bounded where they are made, or that overflow. */
const asItIs = <T>(value: T): T => value;

/** A limit for each field: a field that is declared in article.ts and forgotten here doesn't compile. */
const LIMITS: { readonly [K in keyof Required<ArticleContent>]: Limit<NonNullable<ArticleContent[K]>> } = {
  title,
  url: address,
  siteName: name,
  publisher: name,
  authors: names,
  agencies: names,
  publishedAt: asItIs,
  publishedAssumed: asItIs,
  publishedRaw: asItIs,
  publishedPrecision: asItIs,
  modifiedAt: asItIs,
  modifiedPrecision: asItIs,
  language: asItIs,
  section: name,
  tags: names,
  image: picture,
  excerpt: asItIs,
  text: asItIs,
  textKey: asItIs,
  html: asItIs,
  htmlKey: asItIs,
  textSource: asItIs,
  pageFailure: asItIs,
  wordCount: asItIs,
  access: asItIs,
  provenance: asItIs,
  contentHash: asItIs,
};

/** Shortens texts for readers. Drops addresses that are too long, because a shortened address is another address. */
export function withinLimits(content: ArticleContent): ArticleContent {
  const limited = Object.entries(content).map(([field, value]) => {
    const limit = (LIMITS as Readonly<Record<string, Limit<unknown> | undefined>>)[field] ?? asItIs;
    return [field, value === undefined ? undefined : limit(value)];
  });
  return compact(Object.fromEntries(limited) as ArticleContent);
}
