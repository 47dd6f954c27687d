/** The address that a page calls its own. */
import { absoluteUrl } from '../../web/absolute-url.ts';
import { canonicalUrl, namesAnArticle } from '../../web/canonical-url.ts';
import { siteOf } from '../../web/site.ts';
import { isOwnAddress } from '../identity/own-address.ts';

export interface PageAddress {
  readonly url: string;
  /** Which claim gave it: `url` is the address that served the page. */
  readonly source: 'meta' | 'opengraph' | 'url';
}

export interface AddressClaims {
  /** What the claims start from where they are relative. */
  readonly base: string;
  /** `<link rel="canonical">`, as written. */
  readonly canonical?: string | undefined;
  /** `og:url`, as written. */
  readonly openGraph?: string | undefined;
  /** The page's headline. */
  readonly title?: string | undefined;
}

/**
 * A page's own word on its address counts on its own site, where there is a sign that it is its article's. Undefined
 * when the page is a front page itself.
 */
export function pageAddress(
  pageUrl: string,
  { base, canonical, openGraph, title }: AddressClaims,
): PageAddress | undefined {
  const served = canonicalUrl(pageUrl);
  if (served === undefined) return undefined;
  const claims: PageAddress[] = [
    { url: claimed(canonical, base), source: 'meta' as const },
    { url: claimed(openGraph, base), source: 'opengraph' as const },
  ].flatMap(({ url, source }) => (url === undefined ? [] : [{ url, source }]));
  const credible = claims.filter(
    ({ url }) => siteOf(url) === siteOf(served) && isOwnAddress(url, { url: served, title }),
  );
  return [...credible, { url: served, source: 'url' as const }].find(({ url }) => namesAnArticle(url));
}

/** An address on another site, when the page's canonical link and its `og:url` both give it. */
export function foreignAddress(pageUrl: string, { base, canonical, openGraph }: AddressClaims): string | undefined {
  const url = claimed(canonical, base);
  const isForeign = url !== undefined && siteOf(url) !== siteOf(pageUrl) && namesAnArticle(url);
  return isForeign && url === claimed(openGraph, base) ? url : undefined;
}

const claimed = (raw: string | undefined, base: string): string | undefined => {
  const url = absoluteUrl(raw, base);
  return url === undefined ? undefined : canonicalUrl(url);
};
