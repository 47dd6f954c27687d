/** The vocabulary that a prefix stands for, whatever prefix the publisher chose. */
import type { Attributes } from './xml-attributes.ts';

/**
 * Vocabularies by the start of their namespace names, because versions, schemes, slashes and capitals differ from feed
 * to feed. `''` is the vocabulary of RSS itself, and of sitemaps.
 */
const KNOWN: readonly (readonly [start: string, prefix: string])[] = [
  ['purl.org/rss/1.0/modules/content', 'content'],
  ['purl.org/rss/1.0/modules/slash', 'slash'],
  ['purl.org/rss/1.0/modules/syndication', 'sy'],
  ['purl.org/rss/1.0/modules/', 'unknown'],
  ['purl.org/rss/', ''],
  ['my.netscape.com/', ''],
  ['channel.netscape.com/', ''],
  ['backend.userland.com/creativecommons', 'creativecommons'],
  ['cyber.law.harvard.edu/rss/creativecommons', 'creativecommons'],
  ['backend.userland.com/', ''],
  ['blogs.law.harvard.edu/tech/rss', ''],
  ['cyber.law.harvard.edu/rss', ''],
  ['sitemaps.org/schemas/sitemap/', ''],
  ['google.com/schemas/sitemap/', ''],
  ['w3.org/2005/atom', 'atom'],
  ['purl.org/atom/', 'atom'],
  ['w3.org/1999/02/22-rdf-syntax-ns', 'rdf'],
  ['w3.org/1999/xhtml', 'xhtml'],
  ['w3.org/2003/01/geo/wgs84_pos', 'geo'],
  ['purl.org/dc/terms', 'dcterms'],
  ['purl.org/dc/', 'dc'],
  ['search.yahoo.com/mrss', 'media'],
  ['video.search.yahoo.com/mrss', 'media'],
  ['itunes.com/dtds/podcast', 'itunes'],
  ['podcastindex.org/namespace', 'podcast'],
  ['github.com/podcastindex-org/podcast-namespace', 'podcast'],
  ['georss.org/georss', 'georss'],
  ['rssnamespace.org/feedburner', 'feedburner'],
  ['news.yandex.ru', 'yandex'],
  ['google.com/schemas/sitemap-news', 'news'],
  ['google.com/schemas/sitemap-image', 'image'],
  ['web.resource.org/cc/', 'cc'],
  ['creativecommons.org/ns', 'cc'],
  ['podcastindex.org/namespace/', 'podcast'],
  ['github.com/podcastindex-org/podcast-namespace', 'podcast'],
  ['rslstandard.org/rsl', 'rsl'],
];

/** Prefixes that publishers use without declaring them, or with a namespace that they made up. */
const USUAL: ReadonlyMap<string, string> = new Map([
  ...[...new Set(KNOWN.map(([, prefix]) => prefix))].map((prefix) => [prefix, prefix] as const),
  ['atom10', 'atom'],
  ['a10', 'atom'],
  ['rss', ''],
]);

/**
 * Max prefixes in scope, of which no document needs so many: each scope of declarations is a copy of the outer scope.
 */
const MAX_PREFIXES = 100;

/** Prefixes in scope, in lower case, and their vocabularies; `unknown` for a vocabulary that we don't read. */
export type Prefixes = ReadonlyMap<string, string>;

/**
 * The prefixes in scope within a tag; `outer` itself when the tag declares none.
 *
 * @param isOfFeed the tag is one that only feeds have: its default namespace is the feed's vocabulary, whatever its name
 */
export function declareNamespaces(attributes: Attributes, outer: Prefixes, isOfFeed: boolean): Prefixes {
  let inner: Map<string, string> | undefined;
  for (const [name, uri] of attributes) {
    const prefix = prefixDeclaredBy(name);
    if (prefix === undefined || outer.size + (inner?.size ?? 0) > MAX_PREFIXES) continue;
    inner ??= new Map(outer);
    inner.set(prefix, isOfFeed && prefix === '' ? '' : vocabularyOf(uri, prefix));
  }
  return inner ?? outer;
}

/** `media` of `xmlns:media`, empty for `xmlns`; undefined for an attribute that declares no namespace. */
function prefixDeclaredBy(attribute: string): string | undefined {
  const [declaration, prefix = ''] = /^xmlns(?::(.*))?$/i.exec(attribute) ?? [];
  return declaration === undefined ? undefined : prefix.toLowerCase();
}

/** An empty namespace is none at all (Namespaces in XML 1.0 §6.2), which is the namespace of RSS. */
function vocabularyOf(uri: string, prefix: string): string {
  const name = uri
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '');
  if (name === '' && prefix === '') return '';
  const known = KNOWN.find(([start]) => name.startsWith(start))?.[1];
  return known ?? (prefix === '' ? undefined : USUAL.get(prefix)) ?? 'unknown';
}

/**
 * The attributes by the names that we know: prefixes of the element's own vocabulary, of the feed's and of Atom's are left
 * out. The attributes that need none come first, and `xml:lang`, `xml:base` and declarations stay as they are.
 */
export function canonicalAttributes(attributes: Attributes, prefixes: Prefixes, element: string): Attributes {
  if (!attributes.some(([name]) => isPrefixed(name))) return attributes;
  const plain = attributes.filter(([name]) => !isPrefixed(name));
  const vocabulary = element.slice(0, element.indexOf(':') + 1);
  const prefixed = attributes.filter(([name]) => isPrefixed(name));
  return [...plain, ...prefixed.map(([name, value]) => [attributeNameIn(name, prefixes, vocabulary), value] as const)];
}

function attributeNameIn(name: string, prefixes: Prefixes, vocabulary: string): string {
  const canonical = canonicalName(name, prefixes);
  const own = [vocabulary, 'atom:'].find((start) => start !== '' && canonical.startsWith(start));
  return canonical.slice(own?.length ?? 0);
}

const isPrefixed = (attribute: string): boolean => attribute.includes(':') && !/^xml(?:ns)?:/i.test(attribute);

/** The canonical name of an element, in lower case: `Media:Content` → `media:content`, `rss:item` → `item`. */
export function canonicalName(name: string, prefixes: Prefixes): string {
  const lower = name.toLowerCase();
  const colon = lower.indexOf(':');
  const prefix = lower.slice(0, Math.max(colon, 0));
  const vocabulary = prefixes.get(prefix) ?? USUAL.get(prefix) ?? 'unknown';
  return vocabulary === '' ? lower.slice(colon + 1) : `${vocabulary}:${lower.slice(colon + 1)}`;
}
