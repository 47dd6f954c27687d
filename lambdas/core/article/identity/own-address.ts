/** Whether an address that a page calls its own can be that of its article. */
import { addressId } from './address-id.ts';

export interface ServedPage {
  /** The address that served it. */
  readonly url: string;
  readonly title?: string | undefined;
}

/** Words that addresses put before or behind an article's for another view of it. */
const VIEW = /^(?:amp|m|mobile?|print|drucken|all|full|komplettansicht)$/i;
const PAGE_OF_SEVERAL = /^(?:page|seite)[/-]?\d{1,3}$/i;
const VIEW_PARAMETER = /^(?:amp|outputtype|print|page|seite)(?:=|$)/i;
/** The share of an address's words that must be found again; slugs leave words out, and change with the headline. */
const MIN_SHARE = 0.75;
const MIN_WORDS = 3;

/**
 * A template may give all pages one address (`/sport`, `/404`), and a page that of another article. So there must be a
 * sign that the claimed address is this article's: the same path in another view (AMP, mobile, print, a page of
 * several), the same id, the same slug, or the words of the headline. In doubt it isn't: the address that served the
 * page is never wrong.
 *
 * @param claim an address on the page's own site.
 */
export function isOwnAddress(claim: string, served: ServedPage): boolean {
  const [own, other] = [new URL(claim), new URL(served.url)];
  if (ownerOf(own) !== ownerOf(other)) return false;
  const [slug, otherSlug] = [slugOf(own), slugOf(other)];
  const saysHeadline = sharesMost(wordsIn(slug), wordsIn(served.title ?? ''), 2);
  if (pathOf(own) === pathOf(other)) {
    if (queryOf(own) === queryOf(other)) return own.pathname === other.pathname || isTelling(slug);
    return saysHeadline || numbersIn(slug).length > 0 || shareOne(numbersIn(own.search), numbersIn(other.search));
  }
  if (isAbove(own, other)) return saysHeadline && /^\d{1,2}$/.test(otherSlug);
  const id = addressId(own.pathname + own.search);
  if (id !== undefined && id === addressId(other.pathname + other.search)) return true;
  // A relative link without its base: `news/1` in `/news/1`.
  if (pathOf(own).startsWith(`${pathOf(other)}/`)) return false;
  const [numbers, others] = [numbersIn(slug + own.search), numbersIn(otherSlug + other.search)];
  const isSameNumber = shareOne(numbers, others);
  if (numbers.length > 0 && others.length > 0 && !isSameNumber) return false;
  return (
    saysHeadline || sharesMost(wordsIn(otherSlug), wordsIn(slug), MIN_WORDS) || (isSameNumber && slug === otherSlug)
  );
}

/** Whose part of a site it is: `/@ada/ferry-returns` → `@ada`. */
const ownerOf = ({ pathname }: URL): string | undefined => /^\/([@~][^/]+)/.exec(pathname)?.[1];

/** Whether a path's last part may name one article: it has several words, or a number. */
const isTelling = (slug: string): boolean => wordsIn(slug).length > 1 || numbersIn(slug).length > 0;

const partsOf = ({ pathname }: URL): string[] => pathname.split('/').filter(Boolean);

/** A path without what stands for a view, the extension, and the case. */
function pathOf(url: URL): string {
  const parts = partsOf(url);
  while (parts.length > 1 && VIEW.test(parts[0] ?? '')) parts.shift();
  while (parts.length > 1 && VIEW.test(parts.at(-1) ?? '')) parts.pop();
  if (parts.length > 2 && PAGE_OF_SEVERAL.test(parts.slice(-2).join('/'))) parts.splice(-2);
  else if (parts.length > 1 && PAGE_OF_SEVERAL.test(parts.at(-1) ?? '')) parts.pop();
  return parts.join('/').replace(EXTENSION, '').toLowerCase();
}
const EXTENSION = /(?:[.-]amp)?(?:\.[a-z]{3,5})?(?:[.-]amp)?$/i;

const slugOf = (url: URL): string => decoded(pathOf(url).split('/').at(-1) ?? '');

const queryOf = ({ search }: URL): string =>
  search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !VIEW_PARAMETER.test(pair))
    .join('&');

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Whether an address is that of a section or a collection in which the other one stands. */
const isAbove = (above: URL, below: URL): boolean =>
  above.search === '' && below.pathname.startsWith(`${above.pathname.replace(/\/$/, '')}/`);

/** Words in lower case without accents and numbers: `Fähre-zurück-2` → `fahre`, `zuruck`. */
const wordsIn = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/\p{L}{2,}/gu) ?? [];

/** Numbers that aren't years. */
const numbersIn = (text: string): string[] =>
  (text.match(/\d+/g) ?? []).filter((number) => !/^(?:19|20)\d\d$/.test(number));

const shareOne = (some: readonly string[], others: readonly string[]): boolean =>
  some.some((each) => others.includes(each));

function sharesMost(words: readonly string[], others: readonly string[], fewest: number): boolean {
  const among = new Set(others);
  const shared = words.filter((word) => among.has(word)).length;
  return shared >= fewest && shared >= words.length * MIN_SHARE;
}
