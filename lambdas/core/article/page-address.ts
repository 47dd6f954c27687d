/** The address that a page calls its own. */
import { absoluteUrl } from '../feed/absolute-url.ts';
import { canonicalUrl, namesAnArticle } from './canonical-url.ts';
import { siteOf } from './site.ts';

export interface PageAddress {
  readonly url: string;
  /** Which claim gave it: `url` is the address that served the page. */
  readonly source: 'meta' | 'opengraph' | 'url';
}

export interface AddressClaims {
  /** `<link rel="canonical">`, as written. */
  readonly canonical?: string | undefined;
  /** `og:url`, as written. */
  readonly openGraph?: string | undefined;
}

/**
 * A page's own word on its address counts on its own site, and not for a front page or the section that the article stands in: templates
 * have those by mistake. Undefined when the page is a front page itself.
 */
export function pageAddress(pageUrl: string, { canonical, openGraph }: AddressClaims): PageAddress | undefined {
  const served = canonicalUrl(pageUrl);
  if (served === undefined) return undefined;
  const claims: PageAddress[] = [
    { url: claimed(canonical, pageUrl), source: 'meta' as const },
    { url: claimed(openGraph, pageUrl), source: 'opengraph' as const },
  ].flatMap(({ url, source }) => (url === undefined ? [] : [{ url, source }]));
  const credible = claims.filter(({ url }) => siteOf(url) === siteOf(served) && !isAbove(url, served));
  return [...credible, { url: served, source: 'url' as const }].find(({ url }) => namesAnArticle(url));
}

/** An address on another site, when the page's canonical link and its `og:url` both give it. */
export function foreignAddress(pageUrl: string, { canonical, openGraph }: AddressClaims): string | undefined {
  const url = claimed(canonical, pageUrl);
  const isForeign = url !== undefined && siteOf(url) !== siteOf(pageUrl) && namesAnArticle(url);
  return isForeign && url === claimed(openGraph, pageUrl) ? url : undefined;
}

const claimed = (raw: string | undefined, base: string): string | undefined => {
  const url = absoluteUrl(raw, base);
  return url === undefined ? undefined : canonicalUrl(url);
};

/** What may stand behind an article's address for another view of the same article. */
const VIEW = /^\/(?:amp(?:\.html)?|print|drucken|all|full|komplettansicht|page[/-]?\d+|seite-?\d+|\d{1,2})?\/?$/i;

/** Whether an address is that of a section or a collection in which the other one stands. */
function isAbove(url: string, served: string): boolean {
  const [above, below] = [new URL(url), new URL(served)];
  const path = above.pathname.replace(/\/$/, '');
  return above.search === '' && below.pathname.startsWith(`${path}/`) && !VIEW.test(below.pathname.slice(path.length));
}
