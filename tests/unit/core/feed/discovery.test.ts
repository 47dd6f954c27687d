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
  linkedFeeds(Buffer.from(html), 'text/html', PAGE).map(({ from, url }) => `${from} ${url}`);

describe('a page says where its feeds are', () => {
  it.each<[string, string, string[]]>([
    [
      'with an alternate of a feed’s type',
      '<link rel="alternate" type="application/rss+xml" title="News" href="rss">',
      ['link https://harbour.example/news/rss'],
    ],
    [
      'in other letters, with other words beside',
      '<LINK REL="home ALTERNATE" TYPE="application/atom+xml; charset=utf-8" HREF=" /atom ">',
      ['link https://harbour.example/atom'],
    ],
    [
      'relative to its base',
      '<base href="https://cdn.example/x/"><link rel="alternate" type="application/feed+json" href="y.json">',
      ['link https://cdn.example/x/y.json'],
    ],
    [
      'with links that look like it',
      '<a href="/rss/world">World</a> <a href="?feed=rss2">All</a> <a href="feed://a.example/x">Feed</a>',
      [
        'anchor https://harbour.example/rss/world',
        'anchor https://harbour.example/news/?feed=rss2',
        'anchor http://a.example/x',
      ],
    ],
    [
      'twice, and its own word goes first',
      '<a href="/feed">Feed</a><link rel="alternate" type="text/xml" href="/feed#top">',
      ['link https://harbour.example/feed'],
    ],
  ])('%s', (_, html, expected) => expect(linked(html)).toEqual(expected));

  it.each([
    ['a stylesheet', '<link rel="alternate stylesheet" type="text/css" href="/feed.css">'],
    ['a translation', '<link rel="alternate" hreflang="fr" href="/fr/">'],
    ['a link to feedback', '<a href="/feedback">Feedback</a><a href="/newsfeeds-explained">?</a>'],
    [
      'what is no web address',
      '<a href="javascript:rss()">RSS</a><link rel="alternate" type="text/xml" href="ftp://x/feed">',
    ],
  ])('but not with %s', (_, html) => expect(linked(html)).toEqual([]));

  it('twenty times at most', () => {
    expect(linked(Array.from({ length: 5_000 }, (_, n) => `<a href="/feed/${n}">x</a>`).join(''))).toHaveLength(20);
  });
});

describe('a robots.txt lists sitemaps', () => {
  it('of which those of news are taken, each once, five at most', () => {
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
  });

  it('and an index lists others', () => {
    const index = `<?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      <sitemap><loc> https://harbour.example/map?kind=news&amp;day=1 </loc></sitemap>
      <sitemap><loc>https://harbour.example/pages.xml</loc></sitemap></sitemapindex>`;
    expect(indexedNewsSitemaps(index)).toEqual(['https://harbour.example/map?kind=news&day=1']);
    expect(indexedNewsSitemaps('<urlset><url><loc>https://harbour.example/news/1</loc></url></urlset>')).toEqual([]);
  });
});

it('feeds usually lie beside the page or at the root', () => {
  const urls = usualFeeds(PAGE).map(({ url }) => url);
  expect(urls.slice(0, 2)).toEqual(['https://harbour.example/news/feed', 'https://harbour.example/news/rss']);
  expect(urls).toContain('https://harbour.example/feed.xml');
  expect(usualFeeds('https://harbour.example/')).toHaveLength(urls.length / 2);
});

it.each([
  ['<?xml version="1.0"?>\n<rss version="2.0">', 'RSS 2.0'],
  ['<rss>', 'RSS'],
  ['<rdf:RDF xmlns="http://purl.org/rss/1.0/">', 'RSS 1.0'],
  ['<feed xmlns="http://www.w3.org/2005/Atom">', 'Atom'],
  ['<atom:feed xmlns:atom="http://www.w3.org/2005/Atom">', 'Atom'],
  ['{"version": "https://jsonfeed.org/version/1.1"}', 'JSON Feed'],
  ['<urlset xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">', 'news sitemap'],
])('%s is %s', (head, format) => expect(formatOf(head)).toBe(format));
