import { describe, expect, it } from 'vitest';
import { advertisedFeeds } from '../../../../../lambdas/core/feed/document/advertised-feeds.ts';

const PAGE = 'https://harbour.example/news/page';
const RSS = 'type="application/rss+xml" href="/rss"';

describe('a page advertises', () => {
  it.each([
    ['a feed of RSS', `<link rel="alternate" ${RSS}>`],
    ['a feed in capitals', '<LINK REL=" Alternate " TYPE="Application/RSS+XML; charset=utf-8" HREF=" /rss ">'],
    ['a feed of Atom', '<link rel="alternate" type="application/atom+xml" href="/rss">'],
    ['a feed of RDF', '<link rel="alternate" type="application/rdf+xml" href="/rss">'],
    ['a JSON Feed', '<link rel="alternate" type="application/feed+json" href="/rss">'],
    ['a feed of JSON', '<link rel="alternate" type="application/json" href="/rss">'],
    ['a feed of XML', '<link rel="alternate" type="application/xml" href="/rss">'],
    ['a feed of XML as text', '<link rel="alternate" type="text/xml" href="/rss">'],
    ['a feed by the relation feed', `<link rel="feed" ${RSS}>`],
    ['a feed by one of several relations', `<link rel="home alternate nofollow" ${RSS}>`],
    ['a feed by its last relation', `<link rel="home\nfeed" ${RSS}>`],
    [
      'a feed that a base resolves',
      '<base href="https://harbour.example/"><link rel="feed" type="text/xml" href="rss">',
    ],
    ['a feed in spite of a base that is none', `<base href="javascript:"><link rel="feed" ${RSS}>`],
  ])('%s', (_, html) => {
    expect(advertisedFeeds(`<html><head>${html}`, PAGE)).toEqual(['https://harbour.example/rss']);
  });

  it.each([
    ['another element', `<a rel="alternate" ${RSS}>`],
    ['a link without a relation', `<link ${RSS}>`],
    ['a link with another relation', `<link rel="stylesheet" ${RSS}>`],
    ['a link with a relation like one', `<link rel="alternates" ${RSS}>`],
    ['a link with a relation that ends like one', `<link rel="xfeed" ${RSS}>`],
    ['a link without a type', '<link rel="alternate" href="/rss">'],
    ['a link to a page', '<link rel="alternate" type="text/html" href="/rss">'],
    ['a link to a type that holds a feed’s', '<link rel="alternate" type="x-application/rss+xml" href="/rss">'],
    ['a link to a type that begins like a feed’s', '<link rel="alternate" type="application/jsonp" href="/rss">'],
    ['a link without an address', '<link rel="alternate" type="text/xml">'],
    ['a link to no web address', '<link rel="alternate" type="text/xml" href="feed:a">'],
    ['a link far down', `${'<p>'.repeat(100_000)}<link rel="alternate" ${RSS}>`],
  ])('no feed by %s', (_, html) => {
    expect(advertisedFeeds(html, PAGE)).toEqual([]);
  });

  it('five feeds at most, each once, in their order', () => {
    const links = [1, 2, 1, 3, 4, 5, 6].map((n) => `<link rel="alternate" type="text/xml" href="${n}"/>`).join('');
    expect(advertisedFeeds(links, PAGE)).toEqual([1, 2, 3, 4, 5].map((n) => `https://harbour.example/news/${n}`));
  });

  it('a feed whose address starts at the base that precedes it', () => {
    const link = '<link rel="alternate" type="text/xml" href="rss">';
    expect(advertisedFeeds(`${link}<base href="/other/">${link}`, PAGE)).toEqual([
      'https://harbour.example/news/rss',
      'https://harbour.example/other/rss',
    ]);
  });
});
