/** The addresses of an item. */
import { all, type RawElement } from '../markup/raw-feed.ts';
import { attributeOf, textOf } from '../markup/xml-values.ts';

/** Max enclosures, contents or thumbnails of an item, and how many are looked at to find them. */
const MAX_FILES = 50;
const MAX_LISTED_FILES = 500;
/** Link relations that lead elsewhere than to the item's page (RFC 4287 §4.2.7.2, and IANA's registry). */
const ELSEWHERE: ReadonlySet<string> = new Set(
  (
    'self enclosure replies edit edit-media hub next prev previous first last license image icon ' +
    'stylesheet author comments payment search up start contents collection service amphtml pingback webmention'
  ).split(' '),
);
/** Relations to other pages about the same; an item without a page of its own is about these. */
const RELATED: ReadonlySet<string> = new Set(['related', 'via']);
/** RFC 4287 §4.2.7.2: a relation of the registry may be written as an address. */
const REGISTRY = /^https?:\/\/www\.iana\.org\/assignments\/relation\//;
/** The relation of the address that holds an entry's content (RFC 4287 §4.1.3.2), as `canonical-feed.ts` writes it. */
export const CONTENT_LINK = 'content';

export const relsOf = (link: unknown): readonly string[] =>
  (attributeOf(link, 'rel') ?? ALTERNATE).toLowerCase().replace(REGISTRY, '').split(/\s+/);
export const hrefOf = (link: unknown): string | undefined => attributeOf(link, 'href') ?? textOf(link);
const ALTERNATE = 'alternate';

/** The address of the page that a channel or an item is about, as written: the links of RSS before those of Atom. */
export function pageLinkOf(raw: RawElement): string | undefined {
  const ofRss = all(raw, 'link').filter(hrefOf);
  const ofAtom = all(raw, 'atom:link').filter(hrefOf);
  const textsFirst = [...ofRss.filter(textOf), ...ofRss];
  const links = [...textsFirst, ...ofAtom];
  const page = alternateOf(textsFirst) ?? alternateOf(ofAtom) ?? links.find((link) => leadsToPage(relsOf(link)));
  return hrefOf(page);
}

/** The address of a page about the same as the item, as written; for an item that has no page of its own. */
export const relatedLinkOf = (raw: RawElement): string | undefined =>
  hrefOf(
    [...all(raw, 'link'), ...all(raw, 'atom:link')].find((link) => hrefOf(link) && !relsOf(link).some(isElsewhere)),
  );

/** A link without `rel` is an alternate, and HTML goes before other types (RFC 4287 §4.2.7). */
function alternateOf(links: readonly unknown[]): unknown {
  const alternates = links.filter((link) => relsOf(link).includes(ALTERNATE));
  return alternates.find((link) => /^$|html/.test(attributeOf(link, 'type') ?? '')) ?? alternates[0];
}

const isElsewhere = (rel: string): boolean => ELSEWHERE.has(rel);
const leadsToPage = (rels: readonly string[]): boolean => !rels.some((rel) => isElsewhere(rel) || RELATED.has(rel));

/** An http(s) guid is a permalink, unless its `isPermaLink` is false (RSS 2.0, `<guid>`). */
export function permalinkOf(raw: RawElement, guid: string | undefined): string | undefined {
  const isPermalink = guid !== undefined && /^https?:/i.test(guid);
  return isPermalink && attributeOf(all(raw, 'guid')[0], 'isPermaLink')?.toLowerCase() !== 'false' ? guid : undefined;
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
