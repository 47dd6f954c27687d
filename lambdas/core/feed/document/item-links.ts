/** The addresses of an item: its page, and its enclosures. */
import { compact } from '../../compact.ts';
import type { DocumentBase } from '../../web/document-base.ts';
import { all, first, type RawElement } from '../markup/raw-feed.ts';
import { attributeOf, textOf } from '../markup/xml-values.ts';
import type { FeedEnclosure } from './feed-document.ts';

/** Max enclosures, contents or thumbnails of an item, and how many are looked at to find them. */
const MAX_FILES = 50;
const MAX_LISTED_FILES = 500;
/** Link relations that lead elsewhere than to the item's page (RFC 4287 §4.2.7.2, and IANA's registry). */
const ELSEWHERE: ReadonlySet<string> = new Set(
  'self enclosure replies edit edit-media hub next prev previous first last license image icon stylesheet'.split(' '),
);

const relOf = (link: unknown): string => attributeOf(link, 'rel')?.toLowerCase() ?? 'alternate';
const hrefOf = (link: unknown): string | undefined => attributeOf(link, 'href') ?? textOf(link);

/** The address of the page that a channel or an item is about, as written. */
export const pageLinkOf = (raw: RawElement): string | undefined =>
  first(raw, 'link') ?? hrefOf(all(raw, 'link').find(hrefOf)) ?? hrefOf(alternateLink(all(raw, 'atom:link')));

/** A link without `rel` is an alternate, and HTML goes before other types (RFC 4287 §4.2.7). */
function alternateLink(atomLinks: readonly unknown[]): unknown {
  const links = atomLinks.filter((link) => hrefOf(link) !== undefined);
  const alternates = links.filter((link) => relOf(link) === 'alternate');
  const html = alternates.find((link) => /^$|html/.test(attributeOf(link, 'type') ?? ''));
  return html ?? alternates[0] ?? links.find((link) => !ELSEWHERE.has(relOf(link)));
}

/** An http(s) guid is a permalink, unless its `isPermaLink` is false (RSS 2.0, `<guid>`). */
export function permalinkOf(raw: RawElement, guid: string | undefined): string | undefined {
  const isPermalink = guid !== undefined && /^https?:/i.test(guid);
  return isPermalink && attributeOf(all(raw, 'guid')[0], 'isPermaLink')?.toLowerCase() !== 'false' ? guid : undefined;
}

/** RSS `<enclosure>` and Atom's `<link rel="enclosure">`; each address once. */
export function enclosuresOf(raw: RawElement, base: DocumentBase): readonly FeedEnclosure[] {
  const links = all(raw, 'atom:link').filter((link) => relOf(link) === 'enclosure');
  return eachUrlOnce([...all(raw, 'enclosure'), ...links], (each) =>
    enclosure(
      attributeOf(each, 'url') ?? attributeOf(each, 'href'),
      attributeOf(each, 'type'),
      attributeOf(each, 'length'),
      base,
    ),
  );
}

/** @param length in bytes, as written; a length that makes no sense is left out */
export function enclosure(
  url: string | undefined,
  type: string | undefined,
  length: string | undefined,
  base: DocumentBase,
): FeedEnclosure | undefined {
  const address = base.absolute(url);
  const bytes = /^\d{1,15}$/.test(length ?? '') && Number(length) > 0 ? Number(length) : undefined;
  return address === undefined ? undefined : compact({ url: address, type, length: bytes });
}

/** Reads files, and returns the first of each URL, without the undefined ones. */
export function eachUrlOnce<S, T extends { readonly url: string }>(
  listed: readonly S[],
  read: (each: S) => T | undefined,
): readonly T[] {
  const byUrl = new Map<string, T>();
  for (const each of listed.slice(0, MAX_LISTED_FILES)) {
    const value = read(each);
    if (value !== undefined && !byUrl.has(value.url)) byUrl.set(value.url, value);
  }
  return [...byUrl.values()].slice(0, MAX_FILES);
}
