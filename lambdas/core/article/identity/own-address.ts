/** Whether the address that a page declares (canonical link, `og:url`, JSON-LD) can be the address of its article. */
import { addressId } from './address-id.ts';
import { type AddressParts, addressParts } from './address-parts.ts';

export interface ServedPage {
  /** The address that served the page. */
  readonly url: string;
  readonly title?: string | undefined;
}

/** Min share of an address's words that must be found again; slugs leave words out, and change with the headline. */
const MIN_SHARE = 0.75;
/** Min words that two slugs must share. */
const MIN_SHARED_SLUG_WORDS = 3;
/** Min words that a slug and the headline must share. */
const MIN_SHARED_HEADLINE_WORDS = 2;

/**
 * A template may declare one address for all pages (`/sport`, `/404`), or the address of another article. So a declared
 * address needs a sign that it is this article's: the same path in another view (AMP, mobile, print, a page of
 * several), the same id, the same slug, or the words of the headline. In doubt the answer is no, because the address
 * that served the page is never wrong.
 *
 * @param claim an address on the page's own site.
 */
export function isOwnAddress(claim: string, served: ServedPage): boolean {
  const declared = addressParts(claim);
  const serving = addressParts(served.url);
  if (declared.owner !== serving.owner) return false;
  const saysHeadline = sharesMost(wordsIn(declared.slug), wordsIn(served.title ?? ''), MIN_SHARED_HEADLINE_WORDS);
  if (declared.path === serving.path) return isSamePage(declared, serving, saysHeadline);
  if (isAbove(declared, serving)) return saysHeadline && isPageNumber(serving.slug);
  if (hasSameId(declared, serving)) return true;
  if (isRelativeWithoutBase(declared, serving) || numbersDiffer(declared, serving)) return false;
  return saysHeadline || hasSameSlug(declared, serving);
}

/**
 * Of two addresses with the same path, whether they are the same page. A query may name the article (`?id=7`) or say
 * nothing.
 */
function isSamePage(declared: AddressParts, serving: AddressParts, saysHeadline: boolean): boolean {
  if (declared.query === serving.query)
    return declared.url.pathname === serving.url.pathname || isTelling(declared.slug);
  return saysHeadline || numbersIn(declared.slug).length > 0 || shareOne(queryNumbers(declared), queryNumbers(serving));
}

/** Whether a slug may name one article: it has several words, or a number. */
const isTelling = (slug: string): boolean => wordsIn(slug).length > 1 || numbersIn(slug).length > 0;

/** Whether an address is that of a section or a collection that the page lies in. */
const isAbove = (above: AddressParts, below: AddressParts): boolean =>
  above.url.search === '' && below.url.pathname.startsWith(`${above.url.pathname.replace(/\/$/, '')}/`);

const isPageNumber = (slug: string): boolean => /^\d{1,2}$/.test(slug);

function hasSameId(declared: AddressParts, serving: AddressParts): boolean {
  const id = addressId(declared.url.pathname + declared.url.search);
  return id !== undefined && id === addressId(serving.url.pathname + serving.url.search);
}

/** A relative link that was resolved against its own page: `news/1` in `/news/1` gives `/news/1/news/1`. */
const isRelativeWithoutBase = (declared: AddressParts, serving: AddressParts): boolean =>
  declared.path.startsWith(`${serving.path}/`);

/** Whether both addresses have numbers in their slug or query, but none in common. */
function numbersDiffer(declared: AddressParts, serving: AddressParts): boolean {
  const [declaredNumbers, servingNumbers] = [slugNumbers(declared), slugNumbers(serving)];
  const haveBoth = declaredNumbers.length > 0 && servingNumbers.length > 0;
  return haveBoth && !shareOne(declaredNumbers, servingNumbers);
}

const hasSameSlug = (declared: AddressParts, serving: AddressParts): boolean =>
  sharesMost(wordsIn(serving.slug), wordsIn(declared.slug), MIN_SHARED_SLUG_WORDS) ||
  (declared.slug === serving.slug && shareOne(slugNumbers(declared), slugNumbers(serving)));

const slugNumbers = ({ slug, url }: AddressParts): string[] => numbersIn(slug + url.search);
const queryNumbers = ({ url }: AddressParts): string[] => numbersIn(url.search);

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

const shareOne = (numbers: readonly string[], others: readonly string[]): boolean =>
  numbers.some((number) => others.includes(number));

/** Whether most of the words are among `others`. */
function sharesMost(words: readonly string[], others: readonly string[], minShared: number): boolean {
  const among = new Set(others);
  const shared = words.filter((word) => among.has(word)).length;
  return shared >= minShared && shared >= words.length * MIN_SHARE;
}
