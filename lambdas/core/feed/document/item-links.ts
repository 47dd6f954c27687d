/** The addresses of an item: its page, and the files that come with it. */
import { compact } from '../../compact.ts';
import { absoluteUrl } from '../../web/absolute-url.ts';
import { all, first, type RawElement } from '../markup/raw-feed.ts';
import { attributeOf, textOf } from '../markup/xml-values.ts';
import type { FeedEnclosure } from './feed-document.ts';

const MAX_ENCLOSURES = 50;
/** RFC 4287 §4.2.7.2 and the link relations of IANA: what these lead to is not the item's page. */
const ELSEWHERE: ReadonlySet<string> = new Set(
  'self enclosure replies edit edit-media hub next prev previous first last license image icon stylesheet'.split(' '),
);

const relOf = (link: unknown): string => attributeOf(link, 'rel')?.toLowerCase() ?? 'alternate';
const hrefOf = (link: unknown): string | undefined => attributeOf(link, 'href') ?? textOf(link);

/** The page that a channel or an item is about, as written. A link without `rel` is the alternate; HTML goes before other types. */
export function pageLinkOf(raw: RawElement): string | undefined {
  const links = all(raw, 'atom:link').filter((link) => hrefOf(link) !== undefined);
  const alternates = links.filter((link) => relOf(link) === 'alternate');
  const page = alternates.find((link) => /^$|html/.test(attributeOf(link, 'type') ?? '')) ?? alternates[0];
  return (
    first(raw, 'link') ??
    hrefOf(all(raw, 'link').find(hrefOf)) ??
    hrefOf(page ?? links.find((link) => !ELSEWHERE.has(relOf(link))))
  );
}

/** A guid is a permalink unless it says that it is none (RSS 2.0, `<guid>`). */
export function permalinkOf(raw: RawElement, guid: string | undefined): string | undefined {
  const isPermalink = guid !== undefined && /^https?:/i.test(guid);
  return isPermalink && attributeOf(all(raw, 'guid')[0], 'isPermaLink')?.toLowerCase() !== 'false' ? guid : undefined;
}

/** RSS `<enclosure>` and Atom's `<link rel="enclosure">`; each address once. */
export function enclosuresOf(raw: RawElement, baseUrl: string): readonly FeedEnclosure[] {
  const links = all(raw, 'atom:link').filter((link) => relOf(link) === 'enclosure');
  const found = [...all(raw, 'enclosure'), ...links].map((each) =>
    enclosure(
      attributeOf(each, 'url') ?? attributeOf(each, 'href'),
      attributeOf(each, 'type'),
      attributeOf(each, 'length'),
      baseUrl,
    ),
  );
  return eachOnce(found);
}

/** @param length in bytes, as written; one that makes no sense is left out */
export function enclosure(
  url: string | undefined,
  type: string | undefined,
  length: string | undefined,
  baseUrl: string,
): FeedEnclosure | undefined {
  const address = absoluteUrl(url, baseUrl);
  const bytes = /^\d{1,15}$/.test(length ?? '') && Number(length) > 0 ? Number(length) : undefined;
  return address === undefined ? undefined : compact({ url: address, type: type?.slice(0, 100), length: bytes });
}

export function eachOnce<T extends { readonly url: string }>(values: readonly (T | undefined)[]): readonly T[] {
  const byUrl = new Map<string, T>();
  for (const value of values) if (value !== undefined && !byUrl.has(value.url)) byUrl.set(value.url, value);
  return [...byUrl.values()].slice(0, MAX_ENCLOSURES);
}
