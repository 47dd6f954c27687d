/** Tells the page's own article in its JSON-LD from other articles. */
import { absoluteUrl } from '../../web/absolute-url.ts';
import { canonicalUrl, namesAnArticle } from '../../web/canonical-url.ts';
import { siteOf } from '../../web/site.ts';
import { isOwnAddress } from '../identity/own-address.ts';
import { titlesAgree } from '../identity/same-news.ts';
import { titleKey } from '../wording/page-title.ts';
import { type JsonLdNode, listOf, type Ownership, stringOf } from './json-ld.ts';
import type { PageScan } from './page-scan.ts';

const MAX_HEADINGS = 3;
/** Max length of a title that is compared, in characters. */
const MAX_LENGTH = 400;

/** What is known of the page's own article before its JSON-LD is read. */
interface OwnArticle {
  /** The canonical address that served the page. */
  readonly served: string;
  /** The served and the declared address. */
  readonly addresses: ReadonlySet<string | undefined>;
  readonly titles: readonly string[];
  /** The titles and the main headings, at most {@link MAX_LENGTH} characters of each. */
  readonly headlines: readonly string[];
}

/**
 * Returns a function that compares a node with the page's own article. `own`: the node has the page's address or title.
 * `other`: both its address and its headline are another article's; a box of related articles is often described in
 * JSON-LD too, sometimes alone. `unknown`: the node doesn't say enough.
 *
 * @param titles the titles in the page's head.
 */
export function ownershipIn(scan: PageScan, titles: readonly string[]): (node: JsonLdNode) => Ownership {
  const article = ownArticle(scan, titles);
  const titleKeys = new Set(titles.map((title) => titleKey(title.slice(0, MAX_LENGTH))));
  return (node) => {
    const addresses = addressesOf(node, scan.base);
    const headline = listOf(node['headline'])
      .find((value) => typeof value === 'string')
      ?.slice(0, MAX_LENGTH);
    if (addresses.some((address) => article.addresses.has(address))) return 'own';
    if (headline === undefined) return 'unknown';
    if (titleKeys.has(titleKey(headline))) return 'own';
    return isOtherAddress(addresses, article) && isOtherHeadline(headline, article) ? 'other' : 'unknown';
  };
}

function ownArticle({ url, base, links, headings }: PageScan, titles: readonly string[]): OwnArticle {
  const served = canonicalUrl(url) ?? url;
  // Smaller headings may be those of other articles.
  const main = headings.filter(({ level }) => level === 1).slice(0, MAX_HEADINGS);
  const headlines = [...titles, ...main.map(({ text }) => text)].map((title) => title.slice(0, MAX_LENGTH));
  return { served, addresses: new Set([served, canonicalAddress(links.get('canonical'), base)]), titles, headlines };
}

const addressesOf = (node: JsonLdNode, base: string): string[] =>
  [node['url'], node['mainEntityOfPage'], node['@id']]
    .map((value) => canonicalAddress(stringOf(value), base))
    .filter((address) => address !== undefined);

/** Whether a node has an article's address, and none that may be the page's own. */
function isOtherAddress(addresses: readonly string[], { served, titles }: OwnArticle): boolean {
  const articles = addresses.filter(namesAnArticle);
  const isOwn = (address: string): boolean =>
    siteOf(address) === siteOf(served) && isOwnAddress(address, { url: served, title: titles[0] });
  return articles.length > 0 && !articles.some(isOwn);
}

/** Whether a headline differs from every headline of the page. */
const isOtherHeadline = (headline: string, { headlines }: OwnArticle): boolean =>
  headlines.length > 0 && !headlines.some((title) => titlesAgree(title, headline));

function canonicalAddress(raw: string | undefined, base: string): string | undefined {
  const address = absoluteUrl(raw, base);
  return address === undefined ? undefined : canonicalUrl(address);
}
