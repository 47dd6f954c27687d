/** Which of the articles in a page's JSON-LD is the page's own. */
import { absoluteUrl } from '../../web/absolute-url.ts';
import { canonicalUrl, namesAnArticle } from '../../web/canonical-url.ts';
import { siteOf } from '../../web/site.ts';
import { isOwnAddress } from '../identity/own-address.ts';
import { titlesAgree } from '../identity/same-news.ts';
import { type JsonLdNode, listOf, type Ownership, stringOf } from './json-ld.ts';
import type { PageScan } from './page-scan.ts';
import { titleKey } from './page-title.ts';

const MAX_HEADINGS = 3;
/** Characters of a headline that are compared. */
const MAX_LENGTH = 400;

/**
 * The page's own article has its address, or its title. One is another's that contradicts in both: a box of related
 * articles is described as well as the article is, and sometimes alone. A node that says less may be either.
 *
 * @param titles what the page's head calls it.
 */
export function ownershipIn(
  { url, base, links, headings }: PageScan,
  titles: readonly string[],
): (node: JsonLdNode) => Ownership {
  const addressOf = (raw: string | undefined): string | undefined => {
    const address = absoluteUrl(raw, base);
    return address === undefined ? undefined : canonicalUrl(address);
  };
  const served = canonicalUrl(url) ?? url;
  const addresses = new Set([served, addressOf(links.get('canonical'))]);
  // Not the smaller headings, which may be those of the other articles.
  const first = headings.filter(({ level }) => level === 1).slice(0, MAX_HEADINGS);
  const seen = [...titles, ...first.map(({ text }) => text)].map((title) => title.slice(0, MAX_LENGTH));
  const keys = new Set(titles.map(titleKey));
  const isOwn = (address: string): boolean =>
    siteOf(address) === siteOf(served) && isOwnAddress(address, { url: served, title: titles[0] });
  return (node) => {
    const named = [node['url'], node['mainEntityOfPage'], node['@id']]
      .map((value) => addressOf(stringOf(value)))
      .filter((address) => address !== undefined);
    const headline = listOf(node['headline']).find((value) => typeof value === 'string');
    if (named.some((address) => addresses.has(address))) return 'own';
    if (headline !== undefined && keys.has(titleKey(headline))) return 'own';
    const articles = named.filter(namesAnArticle);
    if (headline === undefined || articles.length === 0 || articles.some(isOwn)) return 'unknown';
    const start = headline.slice(0, MAX_LENGTH);
    return seen.length === 0 || seen.some((title) => titlesAgree(title, start)) ? 'unknown' : 'other';
  };
}
