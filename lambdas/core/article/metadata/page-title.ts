/** Finds a page's headline, and cuts the name of the site from its titles. */
import { datesIn } from './date-in-text.ts';
import type { Heading } from './page-scan.ts';

/**
 * The signs between a headline and the name of its site: bars, bullets and angle quotes anywhere, dashes and colons
 * between blanks.
 */
const SEPARATOR = /\s*[|｜│ㅣ•·»›«‹]+\s*|\s+(?:[–—-]{1,2}|::|\/\/|:)\s+|\s*::\s*/gu;
/** Max length of a title that is read, in characters. */
const MAX_LENGTH = 2_000;

export interface TitleContext {
  /** The known names of the site, its publisher and its section. */
  readonly sites: readonly string[];
  /** The address of the page: many sites are named like their host. */
  readonly url: string;
}

/**
 * Returns the title without the site, section or date before or after it.
 *
 * @param others the page's other headlines: a part that another headline lacks is not part of the title.
 */
export function withoutSite(title: string, others: readonly string[], { sites, url }: TitleContext): string {
  const split = splitTitle(title, others);
  const whole = { first: 0, last: split.count - 1 };
  if (split.isKnown(whole)) return split.between(whole);
  const known = withoutOneEnd(whole).find(split.isKnown);
  const siteKeys = siteKeysOf({ sites, url }).filter((key) => key.length > 1);
  return split.between(known ?? withoutSiteParts(split, whole, siteKeys));
}

/** The parts of a title from the first to the last, both included. */
interface PartRange {
  readonly first: number;
  readonly last: number;
}

interface SplitTitle {
  /** The number of parts. */
  readonly count: number;
  readonly between: (range: PartRange) => string;
  /** Whether these parts are one of the page's other headlines. */
  readonly isKnown: (range: PartRange) => boolean;
}

function splitTitle(title: string, others: readonly string[]): SplitTitle {
  const text = title.slice(0, MAX_LENGTH).replace(LEADING_DATE, '');
  const parts = partsOf(text);
  const knownKeys = new Set(others.map(titleKey));
  const between = ({ first, last }: PartRange): string => text.slice(parts[first]?.start, parts[last]?.end);
  return { count: parts.length, between, isKnown: (range) => knownKeys.has(titleKey(between(range))) };
}

const LEADING_DATE = /^\d{1,2}[./]\d{1,2}[./]\d{4}[\s|:–-]+(?=\S)/;
/** Max number of parts that are cut from one end to find a known headline. */
const MAX_CUTS = 7;

/** The ranges that lack parts at one end, those with the fewest cuts first. */
const withoutOneEnd = ({ first, last }: PartRange): PartRange[] =>
  Array.from({ length: Math.min(MAX_CUTS, last) }, (_, index) => index + 1).flatMap((cut) => [
    { first, last: last - cut },
    { first: first + cut, last },
  ]);

/** Cuts parts that name the site from both ends, until the rest is a known headline. */
function withoutSiteParts({ between, isKnown }: SplitTitle, whole: PartRange, siteKeys: readonly string[]): PartRange {
  let { first, last } = whole;
  const isSite = (part: number): boolean => isOfSite(between({ first: part, last: part }), siteKeys);
  while (last > first && !isKnown({ first, last })) {
    const endsWithNumber = /\d\.?$/.test(between({ first, last: last - 1 }));
    if (isSite(last) && !endsWithNumber) last--;
    else if (isSite(first)) first++;
    else break;
  }
  return { first, last };
}

interface Part {
  readonly start: number;
  readonly end: number;
}

function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  let start = 0;
  for (const match of text.matchAll(SEPARATOR)) {
    if (match.index > start) parts.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  if (start < text.length) parts.push({ start, end: text.length });
  return parts;
}

/** Whether a part is the name of the site or a date: `DW`, `STERN.de`, `28.04.2023`. */
function isOfSite(part: string, siteKeys: readonly string[]): boolean {
  const key = titleKey(part);
  if (key === '' || siteKeys.some((site) => isNameOf(key, site))) return true;
  const [date] = datesIn(part);
  return date !== undefined && date.length > part.length - 8;
}

/** Whether a key is the site's, its start with a suffix (`sternde`), or the greater part of it. */
const isNameOf = (key: string, site: string): boolean =>
  site === key ||
  (site.length > 3 && key.startsWith(site) && key.length < 2 * site.length) ||
  (key.length > 3 && site.includes(key) && site.length < 2 * key.length);

const siteKeysOf = ({ sites, url }: TitleContext): string[] => [...sites.map(titleKey), ...hostKeys(url)];

/** `www.harbour-post.example` → `harbourpostexample`, `harbourpost`. */
function hostKeys(url: string): string[] {
  const labels = new URL(url).hostname.split('.').filter((label) => !/^(?:www\d?|m|mobile|amp|news)$/.test(label));
  return [labels.join(''), ...labels.slice(0, -1)].map(titleKey);
}

/** Returns the letters and digits in lower case. They are equal if two headlines differ only in their typography. */
export const titleKey = (title: string): string =>
  title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '');

/** Returns the heading that shares most with the page's titles, else the only heading of the first level. */
export function headlineOf(
  headings: readonly Heading[],
  titles: readonly string[],
  context: TitleContext,
): Heading | undefined {
  const keys = titles.map(titleKey);
  const siteKeys = siteKeysOf(context);
  let best: { readonly heading: Heading; readonly shared: number } | undefined;
  for (const heading of headings) {
    const key = titleKey(heading.text);
    const minShare = heading.level === 1 ? MIN_SHARE / 2 : MIN_SHARE;
    const shared = siteKeys.includes(key) ? 0 : Math.max(0, ...keys.map((title) => sharedLength(title, key, minShare)));
    if (shared > (best?.shared ?? MIN_SHARED)) best = { heading, shared };
  }
  const [first, ...others] = headings.filter(({ level, text }) => level === 1 && !isOfSite(text, siteKeys));
  return best?.heading ?? (others.length === 0 ? first : undefined);
}

/** The headline shares more letters than this with a title. */
const MIN_SHARED = 4;

/** The length of the shorter text if the longer text contains it; 0 if it is less than a share of the longer text. */
function sharedLength(title: string, heading: string, minShare: number): number {
  const [inner, outer] = title.length < heading.length ? [title, heading] : [heading, title];
  return outer.includes(inner) && inner.length > outer.length * minShare ? inner.length : 0;
}

/**
 * Returns the first title that equals the visible headline, else the first title; but if another title is the same without
 * the kicker, that title: `The ferry stays` rather than `Strike: The ferry stays`.
 */
export function agreedTitle<T extends { readonly value: string }>(
  titles: readonly T[],
  headline: string | undefined,
): T | undefined {
  const key = titleKey(headline ?? '');
  const agreed = titles.find(({ value }) => titleKey(value) === key) ?? titles[0];
  const whole = titleKey(agreed?.value ?? '');
  const isWithoutKicker = ({ value }: T): boolean => {
    const part = titleKey(value);
    return part.length < whole.length && part.length > whole.length * MIN_SHARE && whole.endsWith(part);
  };
  return titles.find(isWithoutKicker) ?? agreed;
}

/** Min share of a title without its kicker, and of what a heading shares with a title. A kicker is seldom the longer part. */
const MIN_SHARE = 0.5;
