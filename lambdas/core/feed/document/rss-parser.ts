/** rss-parser, set up to pass on each element that we read, as often as the document has the element. */
import Parser from 'rss-parser';
import utils from 'rss-parser/lib/utils.js';
import { elementNamed } from '../markup/feed-vocabulary.ts';
import { fieldName, type RawFeed } from '../markup/raw-feed.ts';
import type { CanonicalFeed } from './canonical-feed.ts';

// rss-parser makes text snippets, which we don't use, with a pattern of quadratic time: 100 kB of `<` take 30 s.
utils.getSnippet = () => undefined;

const FEED =
  'title dc:title link language ttl skipHours skipDays author atom:link atom:author dc:language dc:creator itunes:author ' +
  'sy:updatePeriod sy:updateFrequency creativecommons:license cc:license podcast:license';
const ITEM =
  'title dc:title atom:title itunes:title media:title link atom:link guid id atom:id description summary content ' +
  'content:encoded xhtml:body body fullitem yandex:full-text atom:summary atom:content itunes:summary itunes:subtitle ' +
  'media:description pubDate dc:date issued created modified atom:published atom:updated dcterms:issued dcterms:created ' +
  'dcterms:modified author atom:author contributor dc:creator dc:author dcterms:creator itunes:author source category ' +
  'atom:category dc:subject tags itunes:category itunes:keywords media:category media:keywords enclosure media:group ' +
  'media:content media:thumbnail media:credit itunes:image image itunes:duration podcast:alternateEnclosure ' +
  'podcast:transcript podcast:chapters creativecommons:license cc:license podcast:license media:license rsl:content';

/** Fields that keep all elements of a name, each as xml2js has it. */
const keptFields = (names: string) =>
  names.split(' ').map((name) => [name, fieldName(name), { keepArray: true }]) as never[];

const customFields = { feed: [...keptFields(FEED), ...keptFields('$')], item: keptFields(ITEM) };

/** Reads canonical XML, and puts its HTML texts in their places. @throws an Error when the XML isn't well-formed */
export async function parseXmlFeed({ xml, texts }: Pick<CanonicalFeed, 'xml' | 'texts'>): Promise<RawFeed> {
  const valueProcessors = [
    (value: string, name: string) => (elementNamed(name)?.kind === 'html' ? (texts[Number(value)] ?? '') : value),
  ];
  // A new parser for each document: a parser that has met a broken document overlooks the next document's first fault.
  return (await new Parser({ customFields, xml2js: { valueProcessors } }).parseString(xml)) as RawFeed;
}
