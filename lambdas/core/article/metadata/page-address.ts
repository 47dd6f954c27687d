/** Chooses the address of a page's article. */
import { absoluteUrl } from '../../web/absolute-url.ts';
import { canonicalUrl, namesAnArticle } from '../../web/canonical-url.ts';
import { isSameSite } from '../../web/site.ts';
import { isOwnAddress } from '../identity/own-address.ts';

export interface PageAddress {
  readonly url: string;
  /** `meta`: the canonical link. `opengraph`: `og:url`. `url`: the address that served the page. */
  readonly source: 'meta' | 'opengraph' | 'url';
}

/** The addresses that a page gives its article. */
export interface AddressClaims {
  /** The address that relative claims are resolved against. */
  readonly base: string;
  /** `<link rel="canonical">`, as written. */
  readonly canonical?: string | undefined;
  /** `og:url`, as written. */
  readonly openGraph?: string | undefined;
  /** The page's headline. */
  readonly title?: string | undefined;
}

/**
 * Returns the first claim on the page's own site that may be its article's (own-address.ts), else the address that served
 * the page. Undefined if that is a front page.
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
  const credible = claims.filter(({ url }) => isSameSite(url, served) && isOwnAddress(url, { url: served, title }));
  return [...credible, { url: served, source: 'url' as const }].find(({ url }) => namesAnArticle(url));
}

/** Returns the address on another site that both the page's canonical link and its `og:url` give. */
export function foreignAddress(pageUrl: string, { base, canonical, openGraph }: AddressClaims): string | undefined {
  const url = claimed(canonical, base);
  const isForeign = url !== undefined && !isSameSite(url, pageUrl) && namesAnArticle(url);
  return isForeign && url === claimed(openGraph, base) ? url : undefined;
}

const claimed = (raw: string | undefined, base: string): string | undefined => {
  const url = absoluteUrl(raw, base);
  return url === undefined ? undefined : canonicalUrl(url);
};
