/** A page's headline, without the name of its site. */
import { datesIn } from './date-in-text.ts';
import type { Heading } from './page-scan.ts';

/**
 * Between a headline and the name of its site: bars, bullets and quotation signs anywhere, dashes and colons between
 * blanks.
 */
const SEPARATOR = /\s*[|｜│ㅣ•·»›«‹]+\s*|\s+(?:[–—-]{1,2}|::|\/\/|:)\s+|\s*::\s*/gu;
/** Characters of a title that are read: what is longer is no headline. */
const MAX_LENGTH = 2_000;

export interface TitleContext {
  /** Names of the site, its publisher and its section, as far as they are known. */
  readonly sites: readonly string[];
  /** The address of the page: many a site is called after its host. */
  readonly url: string;
}

/**
 * The title without the site, section or date that stand before or behind it.
 *
 * @param others the page's other headlines: what one of them lacks is not part of it.
 */
export function withoutSite(title: string, others: readonly string[], { sites, url }: TitleContext): string {
  const text = title.slice(0, MAX_LENGTH).replace(LEADING_DATE, '');
  const known = new Set(others.map(titleKey));
  const parts = partsOf(text);
  const siteKeys = [...sites.map(titleKey), ...hostKeys(url)].filter((key) => key.length > 1);
  const between = (from: number, to: number): string => text.slice(parts[from]?.start, parts[to]?.end);
  const isKnown = (from: number, to: number): boolean => known.has(titleKey(between(from, to)));
  let [first, last] = [0, parts.length - 1];
  for (let cut = 1; cut <= last && cut < MAX_CUTS && !isKnown(0, last); cut++) {
    if (isKnown(0, last - cut)) return between(0, last - cut);
    if (isKnown(cut, last)) return between(cut, last);
  }
  while (last > first && !isKnown(first, last)) {
    if (isOfSite(between(last, last), siteKeys) && !/\d\.?$/.test(between(first, last - 1))) last--;
    else if (isOfSite(between(first, first), siteKeys)) first++;
    else break;
  }
  return between(first, last);
}

/** Parts that may have to be cut off one end. */
const MAX_CUTS = 8;
const LEADING_DATE = /^\d{1,2}[./]\d{1,2}[./]\d{4}[\s|:–-]+(?=\S)/;

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

/** A part that says where or when, not what: `DW`, `STERN.de`, `28.04.2023`. */
function isOfSite(part: string, siteKeys: readonly string[]): boolean {
  const key = titleKey(part);
  if (key === '') return true;
  if (
    siteKeys.some((site) => site === key || (site.length > 3 && key.startsWith(site) && key.length < 2 * site.length))
  )
    return true;
  if (key.length > 3 && siteKeys.some((site) => site.includes(key) && site.length < 2 * key.length)) return true;
  const [date] = datesIn(part);
  return date !== undefined && date.length > part.length - 8;
}

/** `www.harbour-post.example` → `harbourpostexample`, `harbourpost`. */
function hostKeys(url: string): string[] {
  const labels = new URL(url).hostname.split('.').filter((label) => !/^(?:www\d?|m|mobile|amp|news)$/.test(label));
  return [labels.join(''), ...labels.slice(0, -1)].map(titleKey);
}

/** Letters and digits only: what is left of two headlines when they are the same but for their typography. */
export const titleKey = (title: string): string =>
  title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '');

/**
 * The heading that is the page's headline: the one that shares most with its titles, else the only one of the first
 * level.
 */
export function headlineOf(
  headings: readonly Heading[],
  titles: readonly string[],
  { sites, url }: TitleContext,
): Heading | undefined {
  const keys = titles.map(titleKey);
  const siteKeys = [...sites.map(titleKey), ...hostKeys(url)];
  let best: { readonly heading: Heading; readonly shared: number } | undefined;
  for (const heading of headings) {
    const key = titleKey(heading.text);
    const least = heading.level === 1 ? MIN_SHARE / 2 : MIN_SHARE;
    const shared = siteKeys.includes(key) ? 0 : Math.max(0, ...keys.map((title) => sharedLength(title, key, least)));
    if (shared > (best?.shared ?? MIN_SHARED)) best = { heading, shared };
  }
  const [first, ...others] = headings.filter(({ level, text }) => level === 1 && !isOfSite(text, siteKeys));
  return best?.heading ?? (others.length === 0 ? first : undefined);
}

/** Letters that a heading and a title must share to be taken for one. */
const MIN_SHARED = 4;

/** Letters of the one that stands whole in the other; a short word somewhere in a long title says nothing. */
function sharedLength(title: string, heading: string, least: number): number {
  const [inner, outer] = title.length < heading.length ? [title, heading] : [heading, title];
  return outer.includes(inner) && inner.length > outer.length * least ? inner.length : 0;
}

interface Candidate<S> {
  readonly value: string;
  readonly source: S;
}

/**
 * The first of the titles that says what the headline says, which is one of them; the first where there is none; and
 * without the kicker, where another title does without: `Strike: The ferry stays` and `The ferry stays`.
 *
 * @param headline what the reader sees.
 */
export function agreedTitle<S>(
  titles: readonly Candidate<S>[],
  headline: string | undefined,
): Candidate<S> | undefined {
  const key = titleKey(headline ?? '');
  const agreed = titles.find(({ value }) => titleKey(value) === key) ?? titles[0];
  const whole = titleKey(agreed?.value ?? '');
  const isWithoutKicker = ({ value }: Candidate<S>): boolean => {
    const part = titleKey(value);
    return part.length < whole.length && part.length > whole.length * MIN_SHARE && whole.endsWith(part);
  };
  return titles.find(isWithoutKicker) ?? agreed;
}

/** A headline is seldom shorter than its kicker. */
const MIN_SHARE = 0.5;
