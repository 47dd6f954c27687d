import { describe, expect, it } from 'vitest';
import { parsePage } from '../../../lambdas/core/article/page-document.ts';
import { type PageMetadata, pageMetadata } from '../../../lambdas/core/article/page-metadata.ts';

const URL = 'https://www.harbour.example/news/1?utm_source=rss';
const read = (head: string, body = '', url = URL): PageMetadata =>
  pageMetadata(
    parsePage(Buffer.from(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`), 'text/html'),
    url,
  );
const ld = (node: unknown): string => `<script type="application/ld+json">${JSON.stringify(node)}</script>`;
const meta = (name: string, content: string): string => `<meta property="${name}" content="${content}">`;

const article = {
  '@type': 'NewsArticle',
  headline: 'Ferry returns',
  author: [{ '@type': 'Person', name: 'By Ada Quay' }, { name: 'Bea Mole' }],
  publisher: { name: 'Harbour Post' },
  datePublished: '2026-11-23T08:00:00+01:00',
  dateModified: '2026-11-23T09:00:00+01:00',
  image: [{ url: '/i/ferry.jpg' }],
  inLanguage: 'en-gb',
  articleSection: 'Sea',
  keywords: ['ferries', 'sea'],
  description: 'The ferry is back.',
};
const fromLd: PageMetadata = {
  publishedPrecision: 'time',
  modifiedPrecision: 'time',
  title: 'Ferry returns',
  url: 'https://www.harbour.example/news/1',
  siteName: 'Harbour Post',
  authors: ['Ada Quay', 'Bea Mole'],
  publishedAt: '2026-11-23T07:00:00.000Z',
  modifiedAt: '2026-11-23T08:00:00.000Z',
  language: 'en-GB',
  section: 'Sea',
  tags: ['ferries', 'sea'],
  image: { url: 'https://www.harbour.example/i/ferry.jpg' },
  excerpt: 'The ferry is back.',
};

describe('JSON-LD is read', () => {
  it.each<[string, string]>([
    ['at the top', ld(article)],
    ['in a list', ld([{ '@type': 'Organization' }, article])],
    ['in a graph', ld({ '@context': 'https://schema.org', '@graph': [{ '@type': 'WebPage' }, article] })],
    ['with several types', ld({ ...article, '@type': ['Thing', 'ReportageNewsArticle'] })],
    ['behind another one that is broken', `<script type="application/ld+json">{"@type": </script>${ld(article)}`],
    ['with raw line breaks in its texts', ld(article).replace('Ferry returns', 'Ferry\n returns')],
  ])('%s', (_, head) => {
    const { provenance, ...metadata } = read(head);
    expect(metadata).toEqual({ ...fromLd, isArticle: true });
    expect(provenance).toMatchObject({ title: 'json-ld', authors: 'json-ld', publishedAt: 'json-ld' });
  });

  it.each<[string, unknown]>([
    ['null', null],
    ['a number', 7],
    ['an empty list', []],
    ['another type', { '@type': 'Recipe', headline: 'Soup' }],
    ['a type that is none', { '@type': { '@id': 'NewsArticle' }, headline: 'x' }],
  ])('but not when it is %s', (_, node) => {
    expect(read(ld(node))).toEqual({ url: fromLd.url, provenance: { url: 'url' } });
  });

  it('and halves of characters in it do not get through', () => {
    const head = ld(article).replace('Ferry returns', 'Ferry \\ud83d');
    expect(read(head).title).toBe('Ferry \uFFFD');
  });

  it('and does not hide a readable date behind its own unreadable one', () => {
    const head = ld({ ...article, datePublished: 'today' }) + meta('article:published_time', '2026-11-22T00:00:00Z');
    expect(read(head).publishedAt).toBe('2026-11-22T00:00:00.000Z');
  });
});

it.each<[string, string, true | undefined]>([
  ['by its JSON-LD', ld({ '@type': 'NewsArticle' }), true],
  ['by its og:type', meta('og:type', 'article'), true],
  ['not as a site', meta('og:type', 'website') + ld({ '@type': 'WebPage' }), undefined],
])('a page declares itself an article: %s', (_, head, expected) => {
  expect(read(head).isArticle).toBe(expected);
});

describe('meta tags are read', () => {
  it('where there is no JSON-LD', () => {
    const head = [
      meta('og:title', 'Ferry returns'),
      meta('og:site_name', 'Harbour Post'),
      meta('og:description', 'The ferry is back.'),
      meta('og:image', '/i/ferry.jpg'),
      meta('og:image:alt', 'A ferry'),
      meta('article:published_time', '2026-11-23T08:00:00+01:00'),
      meta('article:tag', 'ferries'),
      meta('article:tag', 'sea'),
      '<meta name="author" content="By Ada Quay; Bea Mole">',
      meta('og:locale', 'en_GB'),
    ].join('');
    const { modifiedAt: _m, modifiedPrecision: _p, section: _s, ...expected } = fromLd;
    const { provenance, ...metadata } = read(head);
    expect(metadata).toEqual({ ...expected, image: { ...fromLd.image, alt: 'A ferry' } });
    expect(provenance).toMatchObject({ title: 'opengraph', authors: 'meta', publishedAt: 'opengraph', url: 'url' });
  });

  it('and an author that is a link is no name', () => {
    expect(read(meta('article:author', 'https://social.example/ada')).authors).toBeUndefined();
  });
});

describe('the title', () => {
  const site = meta('og:site_name', 'Harbour Post');
  it.each([
    ['is the heading', '<title>Other</title>', '<h1> Ferry\n returns </h1>', 'Ferry returns'],
    [
      'is no heading for screen readers',
      '<title>Ferry returns</title>',
      '<h1 class="sr-only">Navigation</h1><h1 aria-hidden="true">Service</h1>',
      'Ferry returns',
    ],
    ['is no heading among others', '<title>Ferry returns</title>', '<h1>Links</h1><h1>Partners</h1>', 'Ferry returns'],
    ['is the title without a heading', '<title>Ferry returns</title>', '', 'Ferry returns'],
    ['has no site behind a bar', `<title>Ferry returns | Harbour Post</title>${site}`, '', 'Ferry returns'],
    ['has no site behind a dash', `<title>Ferry returns – HARBOUR POST</title>${site}`, '', 'Ferry returns'],
    ['keeps its own dashes', `<title>Ferry - crew - Harbour Post</title>${site}`, '', 'Ferry - crew'],
    ['keeps what is not the site', `<title>Ferry | Sea</title>${site}`, '', 'Ferry | Sea'],
    ['keeps the site in its words', `<title>I left Harbour Post</title>${site}`, '', 'I left Harbour Post'],
    ['may be just the site', `<title>Harbour Post</title>${site}`, '', 'Harbour Post'],
    ['may be absent', '', '', undefined],
  ])('%s', (_, head, body, expected) => {
    expect(read(head, body).title).toBe(expected);
  });
});

describe('of several titles', () => {
  const og = meta('og:title', 'Ferry returns – Harbour Post');
  const headline = (text: string) => ld({ '@type': 'NewsArticle', headline: text });
  it.each([
    [
      'the one that the headline agrees with',
      `${headline('You won’t believe it')}${og}`,
      '<h1>Ferry returns</h1>',
      'Ferry returns',
    ],
    [
      'the headline itself, where nothing agrees with it',
      `${headline('Ferry is back')}${og}`,
      '<h1>The ferry</h1>',
      'The ferry',
    ],
    ['JSON-LD’s, where there is no headline', `${headline('Ferry is back')}${og}`, '', 'Ferry is back'],
    [
      'the one without a kicker',
      `${headline('Strike ends: The ferry returns')}${meta('og:title', 'The ferry returns')}`,
      '<h1>Strike ends: The ferry returns</h1>',
      'The ferry returns',
    ],
    ['the one whose entities are decoded', headline('Caf&eacute; &quot;Pier&quot;'), '', 'Café "Pier"'],
    [
      'not the name of the site in a heading',
      '<title>Ferry returns | harbour</title>',
      '<h1>Harbour</h1><h2>Ferry returns</h2>',
      'Ferry returns',
    ],
    [
      'not the section and the date behind it',
      '<title>Ferry returns | Sea | 23.11.2026</title>',
      '<h1>Ferry returns</h1>',
      'Ferry returns',
    ],
  ])('%s', (_, head, body, expected) => {
    expect(read(head, body).title).toBe(expected);
  });
});

describe('what the reader sees', () => {
  const around = (dateline: string) =>
    `<div class="teaser"><time>2026-11-01</time></div><h1>Ferry returns</h1>${dateline}<p>Text</p>`;
  it.each<[string, string, Partial<PageMetadata>]>([
    [
      'a time by the headline',
      around('<time datetime="2026-11-23T09:05:00Z">today</time>'),
      { publishedAt: '2026-11-23T09:05:00.000Z', publishedPrecision: 'time' },
    ],
    [
      'an element that is called a date',
      around('<span class="entryDate">23. November 2026</span>'),
      { publishedAt: '2026-11-23T00:00:00.000Z', publishedPrecision: 'day' },
    ],
    [
      'a text with a date',
      around('<p>Port Town, 23.11.2026, 09:05</p>'),
      { publishedAt: '2026-11-23T09:05:00.000Z', publishedPrecision: 'local-time' },
    ],
    [
      'a byline',
      around('<p class="byline">By Ada Quay and Bea Mole, 23 Nov 2026</p>'),
      { authors: ['Ada Quay', 'Bea Mole'] },
    ],
    [
      'a byline with links',
      around(
        '<div class="byline">By <a href="/authors/ada">Ada Quay</a><a href="https://x.example/a">Follow</a></div>',
      ),
      { authors: ['Ada Quay'] },
    ],
    ['an agency behind “by”', around('<p>By Reuters</p>'), { agencies: ['Reuters'] }],
    [
      'a labelled name far below the article',
      around(`${'<p>x</p>'.repeat(120)}<li><strong>Autorin/Autor</strong> Ada Quay</li>`),
      { authors: ['Ada Quay'] },
    ],
    ['a text that begins like a byline', around('<p>Von Ada Quay</p>'), { authors: ['Ada Quay'] }],
  ])('is read: %s', (_, body, expected) => {
    expect(read('', body)).toMatchObject(expected);
  });

  it.each<[string, string]>([
    ['a byline that names no whole person', around('<p class="byline">By the sea</p>')],
    ['the author of a comment', around('<div class="comments"><p class="author">Cy Pier</p></div>')],
  ])('is no author: %s', (_, body) => {
    expect(read('', body).authors).toBeUndefined();
  });

  it('is the first date in a short line, where there is no headline', () => {
    const body = `<p>In 2019 the ferry was new.</p><p>2026-11-23 | Message</p><p>2020-01-01 | Archive</p>`;
    expect(read('', body).publishedAt).toBe('2026-11-23T00:00:00.000Z');
  });

  it.each([
    ['gives way to it in a text', '<p>The ferry sank on 12 March 1999.</p>', '2026-11-23T00:00:00.000Z', 'url'],
    ['says the time of it', '<p>Port Town, 23.11.2026, 09:05</p>', '2026-11-23T09:05:00.000Z', 'page'],
    ['stands against it where it is marked', '<time>2026-11-25</time>', '2026-11-25T00:00:00.000Z', 'page'],
    ['stands against it where it is labelled', '<p>Published: 25.11.2026</p>', '2026-11-25T00:00:00.000Z', 'page'],
  ])('is a date beside the day in the address: it %s', (_, dateline, publishedAt, source) => {
    expect(read('', around(dateline), 'https://harbour.example/2026/11/23/ferry')).toMatchObject({
      publishedAt,
      provenance: { publishedAt: source },
    });
  });

  it('is less than what its address says, and more than nothing', () => {
    expect(read('', '', 'https://harbour.example/2026/11/23/ferry')).toMatchObject({
      publishedAt: '2026-11-23T00:00:00.000Z',
      provenance: { publishedAt: 'url' },
    });
  });
});

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

describe('the access', () => {
  const node = (fields: object) => ld({ '@type': 'NewsArticle', ...fields });
  it.each<[string, string, string | undefined]>([
    ['is not known when nothing is said', node({}), undefined],
    ['is free', node({ isAccessibleForFree: true }), 'free'],
    ['is paywalled', node({ isAccessibleForFree: 'False' }), 'paywalled'],
    [
      'is paywalled in a part',
      node({ isAccessibleForFree: true, hasPart: { isAccessibleForFree: false } }),
      'paywalled',
    ],
    [
      'is metered by its tier',
      node({ isAccessibleForFree: false }) + meta('article:content_tier', 'metered'),
      'metered',
    ],
  ])('%s', (_, head, expected) => {
    expect(read(head).access).toBe(expected);
  });
});

describe('the address', () => {
  const canonical = (href: string) => `<link rel="canonical" href="${href}">`;
  it.each([
    ['is where the page was served, without tracking', '', URL, 'https://www.harbour.example/news/1'],
    ['is what the page says', canonical('https://www.harbour.example/n/1'), URL, 'https://www.harbour.example/n/1'],
    ['may be said relatively', canonical('/n/1#top'), URL, 'https://www.harbour.example/n/1'],
    [
      'may start from the page’s base, which is the first one',
      `<base href="https://harbour.example/"><base href="/x/">${canonical('news/1')}`,
      'https://harbour.example/news/1/amp',
      'https://harbour.example/news/1',
    ],
    [
      'starts from the page itself where its base is none',
      `<base href="javascript:1">${canonical('1')}`,
      'https://harbour.example/news/1/amp',
      'https://harbour.example/news/1/amp',
    ],
    ['may lose the www', canonical('https://harbour.example/n/1'), URL, 'https://harbour.example/n/1'],
    [
      'may be said by OpenGraph',
      meta('og:url', 'https://www.harbour.example/n/1'),
      URL,
      'https://www.harbour.example/n/1',
    ],
    ['is never on another site', canonical('https://evil.example/1'), URL, 'https://www.harbour.example/news/1'],
    [
      'is never the section above',
      canonical('/sea/'),
      'https://www.harbour.example/sea/ferry',
      'https://www.harbour.example/sea/ferry',
    ],
    [
      'is the article of its AMP view',
      canonical('/n/1'),
      'https://amp.harbour.example/n/1/amp',
      'https://amp.harbour.example/n/1',
    ],
    ['is never that of all pages', canonical('/sport'), URL, 'https://www.harbour.example/news/1'],
    [
      'has the words of the headline',
      `${canonical('/ferry-returns')}<title>Ferry returns</title>`,
      URL,
      'https://www.harbour.example/ferry-returns',
    ],
    ['is never the front page', canonical('/'), URL, 'https://www.harbour.example/news/1'],
    ['is absent on the front page', '', 'https://www.harbour.example/', undefined],
    ['is no script', canonical('javascript:1'), URL, 'https://www.harbour.example/news/1'],
  ])('%s', (_, head, url, expected) => {
    expect(read(head, '', url).url).toBe(expected);
  });
});

describe('the language', () => {
  it.each([
    ['of the page', '<html lang="de-at">', 'de-AT'],
    ['with an underscore', '<html lang="de_AT">', 'de-AT'],
    ['that is none', '<html lang="not a language">', undefined],
    ['that is empty', '<html lang="">', undefined],
  ])('%s', (_, html, expected) => {
    expect(pageMetadata(parsePage(Buffer.from(`${html}<body></body></html>`), undefined), URL).language).toBe(expected);
  });
});
