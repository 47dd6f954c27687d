/** Cuts the name of the site from a page's titles. */
import { datesIn } from './date-in-text.ts';
import { titleKey } from './page-title.ts';

/**
 * The signs between a headline and the name of its site: bars, bullets and angle quotes anywhere, dashes and colons
 * between blanks.
 */
const SEPARATOR = /\s*[|｜│┃❘丨ㅣ¦‖•·»›«‹]+\s*|\s+(?:[–—－-]{1,2}|::|\/{1,2}|:|[~<>←→★☆⋆])\s+|\s*::\s*/gu;
/** Signs that stand between the two without blanks where a script has none, but also within headlines. */
const WEAK_SEPARATOR = /[_－–—―‐~～：:／/-]/gu;
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Khmer}\p{sc=Lao}\p{sc=Mymr}]/u;
/** A name in brackets at the end or the start of a title: `【港新聞】`, `《港口日报》`, `(Harbour Post)`. */
const BRACKETS_BEHIND = /\s{0,3}[【《〈「『［[(（]([^【】《》〈〉「」『』［］[\]()（）]{1,60})[】》〉」』］\])）]$/u;
const BRACKETS_BEFORE = /^[【《〈「『［[(（]([^【】《》〈〉「」『』［］[\]()（）]{1,60})[】》〉」』］\])）]\s{0,3}/u;
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
  if (known !== undefined) return split.between(known);
  const siteKeys = siteKeysOf({ sites, url }).filter((key) => key.length > 1);
  const rest = split.between(withoutSiteParts(split, whole, siteKeys));
  return withoutBrackets(withoutUnspacedSite(rest, siteKeys), siteKeys);
}

/** `港口重新开放-港口日报` → `港口重新开放`: the site's name behind or before a sign without blanks. */
function withoutUnspacedSite(title: string, siteKeys: readonly string[]): string {
  if (!UNSPACED.test(title)) return title;
  const signs = [...title.matchAll(WEAK_SEPARATOR)];
  const isSite = (part: string): boolean => siteKeys.includes(titleKey(part));
  const behind = signs.find(({ index }) => index > 0 && isSite(title.slice(index + 1)));
  if (behind !== undefined) return withoutChannel(title.slice(0, behind.index).trim(), behind[0]);
  const before = signs.findLast(({ index }) => isSite(title.slice(0, index)) && index < title.length - 1);
  return before === undefined ? title : title.slice(before.index + 1).trim();
}

/** `港口重新开放_新闻` → `港口重新开放`: a short section that stood before the site, behind the same sign. */
function withoutChannel(title: string, sign: string): string {
  const at = title.lastIndexOf(sign);
  const [headline, channel] = [title.slice(0, at), title.slice(at + 1)];
  const isChannel = at > 0 && /^\p{L}{2,5}$/u.test(channel) && headline.length > channel.length;
  return isChannel ? headline.trim() : title;
}

function withoutBrackets(title: string, siteKeys: readonly string[]): string {
  for (const brackets of [BRACKETS_BEHIND, BRACKETS_BEFORE]) {
    const [written = '', name = ''] = brackets.exec(title) ?? [];
    const rest = title.replace(written, '');
    if (name !== '' && rest !== '' && siteKeys.includes(titleKey(name))) return rest;
  }
  return title;
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

const LEADING_DATE = /^(\d{1,2}[./]\d{1,2}[./]\d{4})[\s|:–-]+(?=\S)/;
/** Returns the date that stands before a title and is no part of it. */
export const leadingDate = (title: string | undefined): string | undefined => LEADING_DATE.exec(title ?? '')?.[1];

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

export function partsOf(text: string): Part[] {
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
export function isOfSite(part: string, siteKeys: readonly string[]): boolean {
  const key = titleKey(part);
  if (key === '' || siteKeys.some((site) => isNameOf(key, site))) return true;
  const [date] = datesIn(part);
  return date !== undefined && date.length > part.length - 8;
}

/** Whether a key is the site's, its start with a suffix (`sternde`), or the greater part of it. */
const isNameOf = (key: string, site: string): boolean =>
  site === key ||
  (site.length > 3 && key.startsWith(site) && key.length < 2 * site.length) ||
  (site.length === 3 && UNSPACED.test(site) && key.startsWith(site) && key.length <= 2 * site.length + 1) ||
  (key.length > 3 && site.includes(key) && site.length < 2 * key.length);

export const siteKeysOf = ({ sites, url }: TitleContext): string[] => [...sites.map(titleKey), ...hostKeys(url)];

/** `www.harbour-post.example` → `harbourpostexample`, `harbourpost`. */
function hostKeys(url: string): string[] {
  const labels = new URL(url).hostname.split('.').filter((label) => !/^(?:www\d?|m|mobile|amp|news)$/.test(label));
  return [labels.join(''), ...labels.slice(0, -1)].map(titleKey);
}
