/** `rss-parser`, set up for documents from strangers. */
import Parser from 'rss-parser';
import utils, { type Link } from 'rss-parser/lib/utils.js';

// Its text snippets, which we don't use, are made with a regular expression of quadratic time: 100 KB of `<` take 30 s.
utils.getSnippet = () => undefined;

// Its own choice of link overlooks that one without `rel` is the alternate (RFC 4287 §4.2.7.2), and throws at a link
// without attributes: one odd entry would cost the whole feed.
utils.getLink = (links, rel, fallback) => {
  const relOf = (link: Link): string => (typeof link === 'string' ? '' : link.$?.rel) ?? 'alternate';
  const chosen = links.find((link) => relOf(link) === rel) ?? links[fallback];
  return typeof chosen === 'string' ? chosen : (chosen?.$?.href ?? chosen?._);
};

/** What rss-parser hands over; every value may be a string, an object with `_` and `$`, or missing. */
export type RawItem = Readonly<Record<string, unknown>>;
export type RawFeed = Readonly<Record<string, unknown>> & { readonly items: readonly RawItem[] };

const OPTIONS: ConstructorParameters<typeof Parser<Record<string, unknown>, Record<string, unknown>>>[0] = {
  defaultRSS: 2,
  xml2js: {
    // It throws at dates of Atom entries that it can't read: one bad date would cost the whole feed.
    valueProcessors: [
      (value: string, name: string) =>
        (name === 'published' || name === 'updated') && Number.isNaN(Date.parse(value)) ? '' : value,
    ],
  },
  customFields: {
    feed: [
      'dc:language',
      'language',
      'subtitle',
      'sy:updatePeriod',
      'sy:updateFrequency',
      ['link', 'links', { keepArray: true }],
      ['atom:link', 'atomLinks', { keepArray: true }],
      ['atom10:link', 'atom10Links', { keepArray: true }],
    ] as never[],
    item: [
      ['author', 'authors', { keepArray: true }],
      ['dc:creator', 'creators', { keepArray: true }],
      ['category', 'allCategories', { keepArray: true }],
      ['dc:subject', 'subjects', { keepArray: true }],
      ['guid', 'guids', { keepArray: true }],
      ['link', 'links', { keepArray: true }],
      ['media:content', 'mediaContent', { keepArray: true }],
      ['media:thumbnail', 'mediaThumbnail', { keepArray: true }],
      'updated',
      'published',
      'dcterms:modified',
    ] as never[],
  },
};

/** @throws an Error of the XML parser, or of rss-parser when the document is no feed that it knows. */
export async function parseXmlFeed(xml: string): Promise<RawFeed> {
  // A parser of its own for each document: one that has met a broken document overlooks the first fault of the next.
  return (await new Parser(OPTIONS).parseString(xml)) as RawFeed;
}
