import { describe, expect, it } from 'vitest';
import {
  canonicalName,
  declareNamespaces,
  type Prefixes,
} from '../../../../../lambdas/core/feed/markup/feed-namespaces.ts';

const NONE: Prefixes = new Map();
const declared = (prefix: string, uri: string): Prefixes => declareNamespaces([[`xmlns:${prefix}`, uri]], NONE, false);

describe('a vocabulary is known by its namespace', () => {
  it.each([
    ['http://purl.org/rss/1.0/modules/content/', 'content:x'],
    ['http://purl.org/rss/1.0/modules/slash/', 'slash:x'],
    ['http://purl.org/rss/1.0/modules/syndication/', 'sy:x'],
    ['http://purl.org/rss/1.0/modules/taxonomy/', 'unknown:x'],
    ['http://purl.org/rss/1.0/', 'x'],
    ['http://my.netscape.com/rdf/simple/0.9/', 'x'],
    ['http://channel.netscape.com/rdf/simple/0.9/', 'x'],
    ['http://backend.userland.com/rss2', 'x'],
    ['http://blogs.law.harvard.edu/tech/rss', 'x'],
    ['http://cyber.law.harvard.edu/rss/', 'x'],
    ['http://www.sitemaps.org/schemas/sitemap/0.9', 'x'],
    ['http://www.google.com/schemas/sitemap/0.84', 'x'],
    ['http://www.w3.org/2005/Atom', 'atom:x'],
    ['http://purl.org/atom/ns#', 'atom:x'],
    ['http://www.w3.org/1999/02/22-rdf-syntax-ns#', 'rdf:x'],
    ['http://www.w3.org/1999/xhtml', 'xhtml:x'],
    ['http://www.w3.org/2003/01/geo/wgs84_pos#', 'geo:x'],
    ['http://purl.org/dc/terms/', 'dcterms:x'],
    ['http://purl.org/dc/elements/1.1/', 'dc:x'],
    ['http://search.yahoo.com/mrss/', 'media:x'],
    ['http://video.search.yahoo.com/mrss', 'media:x'],
    ['http://www.itunes.com/dtds/podcast-1.0.dtd', 'itunes:x'],
    ['http://www.georss.org/georss', 'georss:x'],
    ['http://rssnamespace.org/feedburner/ext/1.0', 'feedburner:x'],
    ['http://news.yandex.ru', 'yandex:x'],
    ['http://www.google.com/schemas/sitemap-news/0.9', 'news:x'],
    ['http://www.google.com/schemas/sitemap-image/1.1', 'image:x'],
    ['https://purl.org/dc/elements/1.1', 'dc:x'],
    [' HTTPS://WWW.Purl.org/DC/elements/1.1/ ', 'dc:x'],
    ['http://harbour.example/purl.org/dc/', 'unknown:x'],
    ['', 'unknown:x'],
  ])('“%s” means %s', (uri, expected) => {
    expect(canonicalName('q:x', declared('q', uri))).toBe(expected);
  });
});

describe('the canonical name of an element', () => {
  it.each([
    ['is in lower case', 'Media:Content', 'media:content'],
    ['has no prefix in the feed’s own vocabulary', 'rss:item', 'item'],
    ['has the prefix atom for a usual other prefix', 'atom10:link', 'atom:link'],
    ['has the prefix atom for another usual other prefix', 'a10:link', 'atom:link'],
    ['has the prefix unknown for a prefix that nobody declares', 'x:y', 'unknown:y'],
    ['keeps further colons', 'dc:a:b', 'dc:a:b'],
    ['keeps the colon of a prefix alone', 'dc:', 'dc:'],
    ['has the prefix unknown for a prefix that is a property of every object', 'constructor:y', 'unknown:y'],
  ])('without declarations %s', (_, name, expected) => {
    expect(canonicalName(name, NONE)).toBe(expected);
  });

  it('follows a declaration whatever the capitals of the prefix', () => {
    const prefixes = declareNamespaces([['XMLNS:DC', 'http://search.yahoo.com/mrss/']], NONE, false);
    expect(canonicalName('dc:title', prefixes)).toBe('media:title');
    expect(canonicalName('Dc:title', prefixes)).toBe('media:title');
  });

  it('follows the default namespace, except that of a root', () => {
    const attributes = [['xmlns', 'http://harbour.example/']] as const;
    expect(canonicalName('title', declareNamespaces(attributes, NONE, false))).toBe('unknown:title');
    expect(canonicalName('title', declareNamespaces(attributes, NONE, true))).toBe('title');
  });

  it('follows the declared prefixes of a root', () => {
    const prefixes = declareNamespaces([['xmlns:q', 'http://purl.org/dc/terms/']], NONE, true);
    expect(canonicalName('q:title', prefixes)).toBe('dcterms:title');
  });
});

describe('the prefixes in scope', () => {
  it('are those of the outer scope if a tag declares none', () => {
    const outer = declared('q', 'http://purl.org/dc/terms/');
    expect(
      declareNamespaces(
        [
          ['xmlnsx', 'a'],
          ['x:xmlns', 'b'],
          ['href', 'c'],
        ],
        outer,
        false,
      ),
    ).toBe(outer);
  });

  it('are those of the outer scope, and those that a tag declares', () => {
    const outer = declared('q', 'http://purl.org/dc/terms/');
    const inner = declareNamespaces(
      [
        ['xmlns:r', 'http://purl.org/dc/elements/'],
        ['xmlns:s', 'u'],
      ],
      outer,
      false,
    );
    expect([...inner]).toEqual([
      ['q', 'dcterms'],
      ['r', 'dc'],
      ['s', 'unknown'],
    ]);
    expect([...outer]).toEqual([['q', 'dcterms']]);
  });

  it('are about a hundred at most', () => {
    const many = Array.from({ length: 1_000 }, (_, n) => [`xmlns:p${n}`, 'u'] as const);
    const full = declareNamespaces(many, NONE, false);
    expect(full.size).toBe(101);
    expect(declareNamespaces(many, full, false)).toBe(full);
  });
});
