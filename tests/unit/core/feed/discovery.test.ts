import { describe, expect, it } from 'vitest';
import {
  formatOf,
  indexedNewsSitemaps,
  linkedFeeds,
  newsSitemaps,
  usualFeeds,
} from '../../../../lambdas/core/feed/discovery.ts';

const PAGE = 'https://harbour.example/news/';
const linked = (html: string): string[] =>
  linkedFeeds(Buffer.from(html), { 'content-type': 'text/html' }, PAGE).map(({ from, url }) => `${from} ${url}`);

describe('the feeds that the headers of a page link', () => {
  const fromHeader = (link: string, html = ''): string[] =>
    linkedFeeds(Buffer.from(html), { 'content-type': 'text/html', link }, PAGE).map(
      ({ from, url }) => `${from} ${url}`,
    );

  it.each([
    ['an alternate of a feed’s type', '</feed.xml>; rel="alternate"; type="application/rss+xml"', '/feed.xml'],
    ['a relative address', '<atom>; rel=alternate; type=application/atom+xml', '/news/atom'],
    ['several relations', '</a>; rel="home Alternate"; type="application/feed+json; v=1"', '/a'],
    ['one link among others', '</a.css>; rel=preload, </b>; title="b, c"; rel=feed; type="text/xml"', '/b'],
    [
      'raw UTF-8',
      Buffer.from('</лента>; rel=alternate; type=application/rss+xml').toString('latin1'),
      '/%D0%BB%D0%B5%D0%BD%D1%82%D0%B0',
    ],
  ])('%s is a feed', (_, link, path) => {
    expect(fromHeader(link)).toEqual([`link https://harbour.example${path}`]);
  });

  it.each([
    ['another type', '</wp-json/>; rel="alternate"; type="text/html"'],
    ['no type', '</de>; rel=alternate; hreflang=de'],
    ['another relation', '</a>; rel=hub; type="application/rss+xml"'],
    ['an address that is none', '<http://[>; rel=alternate; type="application/rss+xml"'],
  ])('a link with %s is no feed', (_, link) => {
    expect(fromHeader(link)).toEqual([]);
  });

  it('a feed in the headers goes before the feeds in the page, and stands once', () => {
    const html = '<base href="/x/"><link rel="alternate" type="application/rss+xml" href="/b"><a href="/a">a</a>';
    expect(
      fromHeader('<a>; rel=alternate; type=application/rss+xml, </b>; rel=alternate; type=text/xml', html),
    ).toEqual(['link https://harbour.example/news/a', 'link https://harbour.example/b']);
  });
});

describe('the feeds that a page links', () => {
  it.each<[string, string, string[]]>([
    [
      'an alternate of a feed’s type is a feed',
      '<link rel="alternate" type="application/rss+xml" title="News" href="rss">',
      ['link https://harbour.example/news/rss'],
    ],
    [
      'an alternate in capitals, with other words beside, is a feed',
      '<LINK REL="home ALTERNATE" TYPE="application/atom+xml; charset=utf-8" HREF=" /atom ">',
      ['link https://harbour.example/atom'],
    ],
    [
      'an address is relative to the page’s base',
      '<base href="https://cdn.example/x/"><link rel="alternate" type="application/feed+json" href="y.json">',
      ['link https://cdn.example/x/y.json'],
    ],
    [
      'a link is a feed if its address has a name for feeds',
      '<a href="/rss/world">World</a> <a href="?feed=rss2">All</a> <a href="feed://a.example/x">Feed</a>',
      [
        'anchor https://harbour.example/rss/world',
        'anchor https://harbour.example/news/?feed=rss2',
        'anchor http://a.example/x',
      ],
    ],
    [
      'a link with the relation feed is a feed',
      '<link rel="feed" type="application/json" href="/x">',
      ['link https://harbour.example/x'],
    ],
    [
      'a link is a feed if its type is that of a feed',
      '<a href="/x" type="application/rdf+xml">x</a>',
      ['anchor https://harbour.example/x'],
    ],
    ['a link to feed: is a feed', '<a href="FEED:https://a.example/x">x</a>', ['anchor https://a.example/x']],
    [
      'a declared feed goes before a link',
      '<a href="/rss">x</a><link rel="alternate" type="text/xml" href="/x">',
      ['link https://harbour.example/x', 'anchor https://harbour.example/rss'],
    ],
    ...['/index.xml', '/news.xml', '/feed.json', '/a/feeds', '/a.rdf', '/x?type=atom', '/rss2/', '/RSS'].map(
      (path): [string, string, string[]] => [
        `a link to ${path} is a feed`,
        `<a href="${path}">x</a>`,
        [`anchor https://harbour.example${path}`],
      ],
    ),
    [
      'a feed that the page declares and links is named once, as declared',
      '<a href="/feed">Feed</a><link rel="alternate" type="text/xml" href="/feed#top">',
      ['link https://harbour.example/feed'],
    ],
  ])('%s', (_, html, expected) => expect(linked(html)).toEqual(expected));

  it.each([
    ['a link without a type is no feed', '<link rel="alternate" href="/feed">'],
    [
      'a link of a feed’s type with another relation is no feed',
      '<link rel="self" type="application/rss+xml" href="/x">',
    ],
    ['a relation within a longer word is no alternate', '<link rel="alternate-feed" type="text/xml" href="/x">'],
    ['a link without an address is no feed', '<a type="application/rss+xml">x</a><a href="">x</a>'],
    ['a feed’s type within a longer type is no feed', '<a href="/x" type="x-application/rss+xml">x</a>'],
    ['a stylesheet is no feed', '<link rel="alternate stylesheet" type="text/css" href="/feed.css">'],
    ['a translation is no feed', '<link rel="alternate" hreflang="fr" href="/fr/">'],
    [
      'a link to other XML and JSON is no feed',
      '<a href="/myindex.xml">x</a><a href="/index.xml/a">x</a><a href="/xfeed.json5">x</a>',
    ],
    ['a link with feed: in its query is no feed', '<a href="/x?u=feed:1">x</a>'],
    ['a link to feedback is no feed', '<a href="/feedback">Feedback</a><a href="/newsfeeds-explained">?</a>'],
    [
      'an address that is not on the web is no feed',
      '<a href="javascript:rss()">RSS</a><link rel="alternate" type="text/xml" href="ftp://x/feed">',
    ],
  ])('%s', (_, html) => expect(linked(html)).toEqual([]));

  it('a page has twenty feeds at most', () => {
    expect(linked(Array.from({ length: 5_000 }, (_, n) => `<a href="/feed/${n}">x</a>`).join(''))).toHaveLength(20);
  });
});

describe('sitemaps of news', () => {
  it('sitemaps of a robots.txt are taken if their names have news, each once, five at most', () => {
    const robots = [
      'User-agent: *',
      'Disallow: /admin',
      'Sitemap: https://harbour.example/sitemap.xml',
      '  SITEMAP :https://harbour.example/sitemap-news.xml  ',
      'Sitemap: https://harbour.example/sitemap-news.xml',
      'Sitemap: /relative-news.xml',
      '# Sitemap: https://harbour.example/old-news.xml',
    ].join('\r\n');
    expect(newsSitemaps(robots)).toEqual(['https://harbour.example/sitemap-news.xml']);
    const many = Array.from({ length: 9 }, (_, n) => `Sitemap: https://harbour.example/news/${n}.xml`).join('\n');
    expect(newsSitemaps(many)).toHaveLength(5);
    expect(
      newsSitemaps('Sitemap:https://harbour.example/NEWS.xml\nX-Sitemap: https://harbour.example/news.xml'),
    ).toEqual(['https://harbour.example/NEWS.xml']);
  });

  it('sitemaps of an index are taken if their names have news', () => {
    const index = `<?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      <sitemap><loc> https://harbour.example/map?kind=news&amp;day=1 </loc></sitemap>
      <sitemap><loc>https://harbour.example/pages.xml</loc></sitemap></sitemapindex>`;
    expect(indexedNewsSitemaps(index)).toEqual(['https://harbour.example/map?kind=news&day=1']);
    expect(indexedNewsSitemaps(`${' '.repeat(2_000)}${index}`)).toEqual([]);
    expect(indexedNewsSitemaps(index.replaceAll('sitemapindex', 'sitemapindexes'))).toEqual([]);
    expect(indexedNewsSitemaps('<SITEMAPINDEX><LOC>https://harbour.example/news</LOC>')).toEqual([
      'https://harbour.example/news',
    ]);
    expect(indexedNewsSitemaps('<urlset><url><loc>https://harbour.example/news/1</loc></url></urlset>')).toEqual([]);
  });
});

it('usual addresses of feeds are beside the page and at the root', () => {
  const urls = usualFeeds(PAGE).map(({ url }) => url);
  expect(urls.slice(0, 2)).toEqual(['https://harbour.example/news/feed', 'https://harbour.example/news/rss']);
  expect(urls).toContain('https://harbour.example/feed.xml');
  expect(new Set(usualFeeds(PAGE).map(({ from }) => from))).toEqual(new Set(['usual-path']));
  expect(usualFeeds('https://harbour.example/a').map(({ url }) => url)).toEqual(
    ['feed', 'rss', 'feed.xml', 'rss.xml', 'atom.xml', 'index.xml', 'feed.json'].map(
      (path) => `https://harbour.example/${path}`,
    ),
  );
  expect(usualFeeds('https://harbour.example/')).toHaveLength(urls.length / 2);
});

it.each([
  ['<?xml version="1.0"?>\n<rss version="2.0">', 'RSS 2.0'],
  ['<rss>', 'RSS'],
  ['<RSS xmlns:x="y" version = \'0.91\'>', 'RSS 0.91'],
  ['<rss version="latest">', 'RSS'],
  ['<rss subversion="2.0">', 'RSS'],
  ['<rss><x version="2.0">', 'RSS'],
  [' \n{}', 'JSON Feed'],
  ['<rssx><html>', 'feed'],
  ['x{', 'feed'],
  ['<rdf:RDF xmlns="http://purl.org/rss/1.0/">', 'RSS 1.0'],
  ['<feed xmlns="http://www.w3.org/2005/Atom">', 'Atom'],
  ['<atom:feed xmlns:atom="http://www.w3.org/2005/Atom">', 'Atom'],
  ['{"version": "https://jsonfeed.org/version/1.1"}', 'JSON Feed'],
  ['<urlset xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">', 'news sitemap'],
])('the format of %s is %s', (head, format) => expect(formatOf(head)).toBe(format));
