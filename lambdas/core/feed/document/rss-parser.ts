/** `rss-parser`, set up to hand over every element that we read, each as often as it is there. */
import Parser from 'rss-parser';
import utils from 'rss-parser/lib/utils.js';
import { elementNamed } from '../markup/feed-vocabulary.ts';
import { ownName, type RawFeed } from '../markup/raw-feed.ts';
import type { CanonicalFeed } from './canonical-feed.ts';

// Its text snippets, which we don't use, are made with a regular expression of quadratic time: 100 KB of `<` take 30 s.
utils.getSnippet = () => undefined;

const FEED =
  'title dc:title link language ttl skipHours skipDays author atom:link atom:author dc:language dc:creator itunes:author ' +
  'sy:updatePeriod sy:updateFrequency';
const ITEM =
  'title dc:title atom:title itunes:title media:title link atom:link guid id atom:id description summary content ' +
  'content:encoded xhtml:body body fullitem yandex:full-text atom:summary atom:content itunes:summary itunes:subtitle ' +
  'media:description pubDate dc:date issued created modified atom:published atom:updated dcterms:issued dcterms:created ' +
  'dcterms:modified author atom:author contributor dc:creator dc:author dcterms:creator itunes:author source category ' +
  'atom:category dc:subject tags itunes:category itunes:keywords media:category media:keywords enclosure media:group ' +
  'media:content media:thumbnail media:credit itunes:image image';

const asTheyAre = (names: string) =>
  names.split(' ').map((name) => [name, ownName(name), { keepArray: true }]) as never[];

const customFields = { feed: [...asTheyAre(FEED), ...asTheyAre('$')], item: asTheyAre(ITEM) };

/** @param canonical its HTML is put in its place while it is parsed. @throws an Error when the XML isn't well-formed. */
export async function parseXmlFeed({ xml, texts }: Pick<CanonicalFeed, 'xml' | 'texts'>): Promise<RawFeed> {
  const valueProcessors = [
    (value: string, name: string) => (elementNamed(name)?.kind === 'html' ? (texts[Number(value)] ?? '') : value),
  ];
  // A parser of its own for each document: one that has met a broken document overlooks the first fault of the next.
  return (await new Parser({ customFields, xml2js: { valueProcessors } }).parseString(xml)) as RawFeed;
}
