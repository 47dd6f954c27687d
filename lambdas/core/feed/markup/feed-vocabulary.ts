/**
 * The elements that are read, by their canonical names in lower case. All other elements are passed over with their
 * content.
 */

export interface FeedElement {
  /** As rss-parser and the normaliser know the element. */
  readonly name: string;
  /** `box`: holds elements; `text`: a plain value; `url`: an address; `html`: text with markup. */
  readonly kind: 'box' | 'text' | 'url' | 'html';
}

const BOXES =
  'rss rdf:RDF feed channel item entry image textInput skipHours skipDays source author contributor ' +
  'media:group media:content itunes:owner itunes:category podcast:alternateEnclosure rsl:content rsl:license rsl:payment';
const URLS = 'link url uri comments feedburner:origLink';
const HTML =
  'title description summary content tagline subtitle content:encoded xhtml:body body fullitem dc:title dc:description ' +
  'atom:title atom:summary atom:content media:title media:description itunes:title itunes:subtitle itunes:summary ' +
  'yandex:full-text';
const TEXTS =
  'guid id pubDate issued created modified category tags language ttl hour day name email ' +
  'enclosure dc:creator dc:author dc:date dc:subject dc:language dcterms:issued dcterms:created ' +
  'dcterms:modified dcterms:creator atom:link atom:id atom:published atom:updated atom:category atom:name atom:email ' +
  'media:thumbnail media:player media:credit media:category media:keywords itunes:duration itunes:author itunes:image itunes:keywords ' +
  'itunes:name itunes:email podcast:source podcast:transcript podcast:chapters ' +
  'creativecommons:license cc:license podcast:license media:license rsl:permits rsl:prohibits rsl:reporting rsl:standard ' +
  'slash:comments sy:updatePeriod sy:updateFrequency georss:point geo:lat geo:long';

const named = (names: string, kind: FeedElement['kind']): [string, FeedElement][] =>
  names.split(' ').map((name) => [name.toLowerCase(), { name, kind }]);

const ELEMENTS: ReadonlyMap<string, FeedElement> = new Map([
  ...named(BOXES, 'box'),
  ...named('atom:author atom:contributor', 'box'),
  ...named(URLS, 'url'),
  ...named(HTML, 'html'),
  ...named(TEXTS, 'text'),
  // Under names that rss-parser doesn't know: it throws at a date that it can't read.
  ['published', { name: 'atom:published', kind: 'text' }],
  ['updated', { name: 'atom:updated', kind: 'text' }],
]);

export const elementNamed = (canonicalName: string): FeedElement | undefined => ELEMENTS.get(canonicalName);

/** Attributes that are read, by their names in lower case. */
const ATTRIBUTES: ReadonlyMap<string, string> = new Map(
  (
    'href rel type url src length term scheme domain label text isPermaLink rdf:about rdf:resource ' +
    'medium width height fileSize role duration isDefault title uri server'
  )
    .split(' ')
    .map((name) => [name.toLowerCase(), name]),
);
const ADDRESSES: ReadonlySet<string> = new Set(['href', 'url', 'src', 'uri', 'rdf:resource']);

export const attributeNamed = (name: string): string | undefined => ATTRIBUTES.get(name.toLowerCase());
export const isAddress = (attribute: string): boolean => ADDRESSES.has(attribute);

const ROOTS: ReadonlySet<string> = new Set(['rss', 'rdf:RDF', 'feed', 'channel']);
export const isRoot = ({ name }: FeedElement): boolean => ROOTS.has(name);
export const isEntry = ({ name }: FeedElement): boolean => name === 'item' || name === 'entry';

/** Elements that a person may hold. */
const PERSON_PARTS: ReadonlySet<string> = new Set(['name', 'email', 'uri', 'url', 'atom:name', 'atom:email']);
const PERSONS: ReadonlySet<string> = new Set(['author', 'contributor', 'atom:author', 'atom:contributor']);

/** Whether `inner` may stand in `outer`. If not, the end tag of `outer` is missing. */
export function mayContain(outer: FeedElement, inner: FeedElement): boolean {
  if (outer.kind !== 'box') return false;
  if (PERSONS.has(outer.name)) return PERSON_PARTS.has(inner.name);
  const vocabulary = /^(?:media|itunes|podcast|rsl):/.exec(outer.name)?.[0];
  return vocabulary === undefined || inner.name.startsWith(vocabulary);
}

/** Elements of feeds that HTML doesn't have. */
const NOT_HTML =
  /^(?:guid|id|pubDate|description|category|enclosure|author|atom:(?:published|updated)|content:encoded|(?:dc|media|itunes|podcast):.*)$/;
/** Whether `inner` can't stand in a text. If so, the text's end tag is missing. */
export const endsText = (text: FeedElement, inner: FeedElement): boolean =>
  NOT_HTML.test(inner.name) || (text.name === 'title' && inner.name === 'link');
