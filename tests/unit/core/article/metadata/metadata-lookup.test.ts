import { describe, expect, it } from 'vitest';
import type { PageMetadata } from '../../../../../lambdas/core/article/metadata/page-metadata.ts';
import { ld, meta, read } from '../../../../fakes/page-heads.ts';

describe('several sources', () => {
  const dated = (date: string) => ld({ '@type': 'NewsArticle', datePublished: date });
  it.each<[string, string, string]>([
    [
      'a day gives way to a time of it',
      dated('2026-11-23') + meta('article:published_time', '2026-11-23T09:05:00Z'),
      '2026-11-23T09:05:00.000Z',
    ],
    [
      'a day stays when the time is of another',
      dated('2026-11-23') + meta('article:published_time', '2026-11-25T09:05:00Z'),
      '2026-11-23T00:00:00.000Z',
    ],
    [
      'a time without a zone gives way to the same with one',
      dated('2026-11-23 10:05') + meta('date', '2026-11-23T10:05:00+01:00'),
      '2026-11-23T09:05:00.000Z',
    ],
  ])('of a date: %s', (_, head, expected) => {
    expect(read(head).publishedAt).toBe(expected);
  });

  it.each<[string, unknown, Partial<PageMetadata>]>([
    [
      'a person stands before the site',
      [{ '@type': 'NewsArticle', author: { name: 'Harbour Post' }, publisher: { name: 'Harbour Post' } }],
      { authors: ['Ada Quay'] },
    ],
    [
      'an agency stands apart',
      [{ '@type': 'NewsArticle', author: ['Bea Mole', 'Reuters'] }],
      { authors: ['Bea Mole'], agencies: ['Reuters'] },
    ],
    [
      'a reference is followed',
      {
        '@graph': [
          { '@type': 'NewsArticle', author: { '@id': '#b' } },
          { '@id': '#b', '@type': 'Person', name: 'Bea Mole' },
        ],
      },
      { authors: ['Bea Mole'] },
    ],
    [
      'a name has two parts',
      [{ '@type': 'NewsArticle', author: { givenName: 'Bea', familyName: 'Mole' } }],
      { authors: ['Bea Mole'] },
    ],
    [
      'of two articles this one’s counts',
      [
        { '@type': 'NewsArticle', author: 'Cy Pier', url: '/x' },
        { '@type': 'NewsArticle', author: 'Bea Mole', url: 'https://www.harbour.example/news/1' },
      ],
      { authors: ['Bea Mole'] },
    ],
  ])('of authors: %s', (_, node, expected) => {
    expect(read(`${ld(node)}<meta name="author" content="Ada Quay">`)).toMatchObject(expected);
  });

  it.each<[string, string, Partial<PageMetadata>]>([
    ['a desk stands before an agency of a later source', 'Redaktion Hafen', { authors: ['Redaktion Hafen'] }],
    ['an agency of a later source stands before the site', 'Harbour Post', { agencies: ['Reuters'] }],
  ])('of who signs: %s', (_, author, expected) => {
    const site = meta('og:site_name', 'Harbour Post');
    const { authors, agencies } = read(ld({ '@type': 'NewsArticle', author }) + meta('author', 'Reuters') + site);
    expect({ authors, agencies }).toEqual({ authors: undefined, agencies: undefined, ...expected });
  });

  const other = {
    ...{ '@type': 'NewsArticle', headline: 'Bridge closes', url: '/news/99-bridge-closes', author: 'Cy Pier' },
    ...{ datePublished: '2020-01-01T00:00:00Z', image: '/bridge.jpg', articleBody: 'The bridge is closed.' },
  };
  it.each<[string, object, PageMetadata]>([
    ['is not believed of this one', {}, {}],
    ['is this one with its headline', { headline: 'The ferry returns' }, { authors: ['Cy Pier'] }],
    ['is this one with its address', { url: '/news/1' }, { authors: ['Cy Pier'] }],
    ['is this one in another view', { url: '/amp/news/1' }, { authors: ['Cy Pier'] }],
    ['may be this one without an address', { url: undefined }, { authors: ['Cy Pier'] }],
    ['may be this one with the address of the site', { url: '/' }, { authors: ['Cy Pier'] }],
    ['may be this one without a headline', { headline: undefined }, { authors: ['Cy Pier'] }],
  ])('of another article in JSON-LD, alone on the page: it %s', (_, fields, { authors }) => {
    const body = '<h1>Ferry returns to Port Town</h1><aside><h2>Bridge closes</h2></aside>';
    const { image, publishedAt, articleBody, ...found } = read(ld({ ...other, ...fields }), body);
    expect(found.authors).toEqual(authors);
    expect([image, publishedAt, articleBody].filter(Boolean)).toHaveLength(authors === undefined ? 0 : 3);
  });

  it('of a change: none before the publication', () => {
    const node = {
      '@type': 'NewsArticle',
      datePublished: '2026-11-23T09:00:00Z',
      dateModified: '2026-11-22T09:00:00Z',
    };
    expect(read(ld(node))).not.toHaveProperty('modifiedAt');
  });

  it('of a picture: the largest that is none of the site’s', () => {
    const image = [
      { url: '/logo.png', width: 4000, height: 4000 },
      { url: '/s.jpg', width: 200, height: 100 },
      { url: '/l.jpg', width: '1200', height: '800', caption: 'A ferry', creditText: 'Ada Quay' },
    ];
    expect(read(ld({ '@type': 'NewsArticle', image })).image).toEqual({
      url: 'https://www.harbour.example/l.jpg',
      width: 1200,
      height: 800,
      alt: 'A ferry',
      credit: 'Ada Quay',
    });
  });

  it.each([
    ['/sites/default/files/ferry.jpg', true],
    ['/img/pixel-9-review.jpg', true],
    ['/clip/ferry_default_0.jpg', true],
    ['/assets/default.png', false],
    ['/assets/default-social-image.jpg', false],
    ['/1x1.gif', false],
    ['/ferry-1200x630.jpg', true],
    ['/ferry-80x80.jpg', false],
    ['/img/harbour-logo.png', false],
    ['/avatar/1a2b', false],
  ])('of a picture: %s is one: %s', (image, expected) => {
    expect(read(meta('og:image', image)).image !== undefined).toBe(expected);
  });

  const sized = (url: string, side?: number) =>
    meta('og:image', url) +
    (side === undefined ? '' : meta('og:image:width', `${side}`) + meta('og:image:height', `${side}`));
  const thumbnail = ld({ '@type': 'NewsArticle', thumbnailUrl: '/t.jpg' });
  it.each<[string, string, string, string | undefined]>([
    ['the size that follows it is its own', sized('/a.jpg') + sized('/b.jpg', 50), '', '/a.jpg'],
    ['the first has a size, and is too small', sized('/a.jpg', 50) + sized('/b.jpg'), '', '/b.jpg'],
    [
      'sizes may stand in a list behind the pictures',
      `${sized('/a.jpg') + sized('/b.jpg')}${[50, 500].map((side) => meta('og:image:width', `${side}`)).join('')}`,
      '',
      '/b.jpg',
    ],
    [
      'its secure address is no other picture',
      `${sized('/a.jpg')}${meta('og:image:secure_url', '/b.jpg')}`,
      '',
      '/a.jpg',
    ],
    ['a thumbnail stands behind OpenGraph’s', thumbnail + sized('/a.jpg', 1200), '', '/a.jpg'],
    ['a thumbnail is better than none', thumbnail, '', '/t.jpg'],
    ['the first in a figure is better than none', '', '<figure><a><img src="/f.jpg"></a></figure>', '/f.jpg'],
    [
      'one in a figure may be for a script to show',
      '',
      '<figure><img src="data:image/gif;base64,R0" data-src="/f.jpg"></figure>',
      '/f.jpg',
    ],
    [
      'microdata’s may be for a script to show',
      '',
      '<img itemprop="image" src="data:image/gif;base64,R0" data-src="/f.jpg">',
      '/f.jpg',
    ],
    ['one in no figure may be anything', '', '<p><img src="/f.jpg"></p>', undefined],
    [
      'one in a figure above the headline is another’s',
      '',
      '<figure><img src="/f.jpg"></figure><h1>Ferry</h1>',
      undefined,
    ],
    ['one in a figure of a teaser is another’s', '', '<aside><figure><img src="/f.jpg"></figure></aside>', undefined],
    ['one in a figure may be too small', '', '<figure><img src="/f.jpg" width="48"></figure>', undefined],
  ])('of a picture: %s', (_, head, body, expected) => {
    expect(read(head, body).image?.url).toBe(expected && `https://www.harbour.example${expected}`);
  });

  it('of a picture: what its address starts from', () => {
    const base = '<base href="https://i.example/">';
    for (const head of [meta('og:image', 'f.jpg'), ld({ '@type': 'NewsArticle', image: 'f.jpg' })])
      expect(read(base + head).image?.url).toBe('https://i.example/f.jpg');
  });

  it('of a picture: an address that was escaped once too often', () => {
    const node = { '@type': 'NewsArticle', image: 'https://i.example/f.jpg?w=1&#038;h=2&amp;q=3' };
    expect(read(ld(node)).image?.url).toBe('https://i.example/f.jpg?w=1&h=2&q=3');
  });

  it('microdata, in the article’s own scope', () => {
    const body = `<div itemscope itemtype="https://schema.org/Comment"><b itemprop="author">Cy Pier</b></div>
      <article itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">Ferry returns</h1>
      <span itemprop="author" itemscope itemtype="https://schema.org/Person"><b itemprop="name">Ada Quay</b></span></article>`;
    expect(read('', body)).toMatchObject({
      title: 'Ferry returns',
      authors: ['Ada Quay'],
      provenance: { authors: 'microdata' },
    });
  });
});
