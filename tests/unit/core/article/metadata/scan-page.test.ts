import { describe, expect, it } from 'vitest';
import { PAGE_URL, scan } from '../../../../fakes/scanned-pages.ts';

const FEEDS =
  '<link rel="Alternate feed" type="application/atom+xml; charset=utf-8" href="/atom">' +
  '<link rel="alternate" type="APPLICATION/feed+json" href="/json">';

describe('the head of a page', () => {
  it.each<[string, string, object]>([
    ['a meta tag has a name', '<meta name="Author" content="Ada">', { author: ['Ada'] }],
    ['a meta tag has a property', '<meta property="og:title" content="Ferry">', { 'og:title': ['Ferry'] }],
    ['a property comes before a name', '<meta property="a" name="b" content="x">', { a: ['x'] }],
    ['several contents keep their order', '<meta name="a" content="x"><meta name="A" content="y">', { a: ['x', 'y'] }],
    ['white space is folded', '<meta name="a" content=" x \n y ">', { a: ['x y'] }],
    ['an empty content is left out', '<meta name="a" content=" "><meta name="b">', {}],
    ['a tag without a name is left out', '<meta content="x">', {}],
  ])('%s', (_, head, expected) => {
    expect(Object.fromEntries(scan(head).meta)).toEqual(expected);
  });

  it('contents of one name end at 300', () => {
    expect(scan('<meta name="a" content="x">'.repeat(301)).meta.get('a')).toHaveLength(300);
  });

  it.each<[string, string, object]>([
    ['a link has a relation', '<link rel="canonical" href=" /1 ">', { canonical: '/1' }],
    ['a link has several relations', '<link rel="Shortcut  icon" href="/i">', { shortcut: '/i', icon: '/i' }],
    ['the first link of a relation counts', '<link rel="a" href="/1"><link rel="a" href="/2">', { a: '/1' }],
    ['a link without an address is left out', '<link rel="a"><link rel="b" href=" ">', {}],
    ['a link without a relation has an empty one', '<link href="/1">', { '': '/1' }],
  ])('%s', (_, head, expected) => {
    expect(Object.fromEntries(scan(head).links)).toEqual(expected);
  });

  it.each<[string, string, string[]]>([
    [
      'a feed is named by an alternate link',
      '<link rel="alternate" type="application/rss+xml" href=" /rss ">',
      ['/rss'],
    ],
    ['Atom and JSON feeds count', FEEDS, ['/atom', '/json']],
    ['a page in another language is no feed', '<link rel="alternate" hreflang="de" href="/de">', []],
    [
      'a style sheet with the type of a feed is no feed',
      '<link rel="stylesheet" type="application/rss+xml" href="/">',
      [],
    ],
    ['feeds end at 50', '<link rel="alternate" type="application/rss+xml" href="/">'.repeat(51), Array(50).fill('/')],
  ])('%s', (_, head, expected) => {
    expect(scan(head).feeds).toEqual(expected);
  });

  it('a feed that is named in the body doesn’t count, because readers may have written there', () => {
    expect(scan('', '<p><link rel="alternate" type="application/rss+xml" href="/evil"></p>').feeds).toEqual([]);
  });

  it.each([
    ['the title of the document is read', '<title> Ferry\n returns </title>', 'Ferry returns'],
    ['the first title counts', '<title>Ferry</title><title>Other</title>', 'Ferry'],
    ['an empty title counts', '<title></title><title>Other</title>', ''],
    ['a title of 2,000 characters is read', `<title>${'x'.repeat(2_000)}</title>`, 'x'.repeat(2_000)],
    ['a longer title is empty', `<title>${'x'.repeat(2_001)}</title>`, ''],
    ['a page may have no title', '', undefined],
  ])('%s', (_, head, expected) => {
    expect(scan(head).documentTitle).toBe(expected);
  });

  it('the og:image tags keep their order and lose their common start', () => {
    const tags = ['og:image', 'OG:Image:Width', 'og:image'].map(
      (name, i) => `<meta property="${name}" content="${i}">`,
    );
    expect(
      scan(`${tags.join('')}<meta property="og:image:alt" content=" "><meta property="x:og:image" content="x">`)
        .imageTags,
    ).toEqual([
      ['', '0'],
      [':width', '1'],
      ['', '2'],
    ]);
  });

  it('the og:image tags end at 300', () => {
    expect(scan('<meta property="og:image" content="x">'.repeat(301)).imageTags).toHaveLength(300);
  });

  it.each([
    ['a JSON-LD script is kept', '<script type="application/ld+json">{}</script>', ['{}']],
    [
      'a JSON-LD script may have capitals and a charset',
      '<script type="application/LD+JSON; charset=utf-8">{}</script>',
      ['{}'],
    ],
    ['a JSON-LD script may be in the body', '', ['{}'], '<p><script type="application/ld+json">{}</script></p>'],
  ])('%s', (_, head, expected, body = '') => {
    expect(scan(head, body).scripts).toEqual(expected);
  });

  it.each<[string, string, string | undefined]>([
    ['the language is the page’s lang', '<html lang="de" xml:lang="fr">', 'de'],
    ['the language may be the page’s xml:lang', '<html xml:lang="fr">', 'fr'],
    ['an empty lang is no language', '<html lang="">', undefined],
    ['a page may have no language', '<html>', undefined],
  ])('%s', (_, html, expected) => {
    expect(scan('', '', html).language).toBe(expected);
  });

  it('the addresses are the page’s own and its base', () => {
    expect(scan('<base href="/de/">')).toMatchObject({ url: PAGE_URL, base: 'https://harbour.example/de/' });
  });
});

describe('schema.org properties', () => {
  const news = 'itemscope itemtype="https://schema.org/NewsArticle"';
  const person = 'itemscope itemtype="https://schema.org/Person"';
  const author = (name: string) => `<b itemprop="author">${name}</b>`;
  it.each<[string, string, object]>([
    ['a property outside of items counts', author('Ada'), { author: ['Ada'] }],
    ['a property in an article counts', `<div ${news}>${author('Ada')}</div>`, { author: ['Ada'] }],
    ['a property in another item doesn’t count', `<div ${person}>${author('Ada')}</div>`, {}],
    ['a property in an item without a type doesn’t count', `<div itemscope>${author('Ada')}</div>`, {}],
    [
      'a property in an RDFa article counts',
      `<div typeof="schema:NewsArticle">${author('Ada')}</div>`,
      { author: ['Ada'] },
    ],
    ['a property in another RDFa item doesn’t count', `<div typeof="Person">${author('Ada')}</div>`, {}],
    ['microdata comes before RDFa', `<div ${news} typeof="Person">${author('Ada')}</div>`, { author: ['Ada'] }],
    ['a property behind another item counts', `<div ${person}></div>${author('Ada')}`, { author: ['Ada'] }],
    [
      'a property behind an item at the end of its parent counts',
      `<div><p ${person}></p></div>${author('Ada')}`,
      { author: ['Ada'] },
    ],
    [
      'a property in an article within another item counts',
      `<div ${person}><p ${news}>${author('Ada')}</p></div>`,
      { author: ['Ada'] },
    ],
    [
      'a property in comments of an article counts',
      `<div ${news}><aside>${author('Ada')}</aside></div>`,
      { author: ['Ada'] },
    ],
    [
      'a property in comments within another item doesn’t count',
      `<div ${person}><aside>${author('Ada')}</aside></div>`,
      {},
    ],
    [
      'an item’s own property counts',
      `<p itemprop="author" ${person}><b itemprop="name">Ada</b></p>`,
      { author: ['Ada'] },
    ],
    [
      'a meta tag gives a property',
      '<meta itemprop="datePublished" content="2026-11-23">',
      { datepublished: ['2026-11-23'] },
    ],
    ['a script gives no property', '<script itemprop="author" type="application/ld+json">x</script>', {}],
    [
      'a second author nearby counts',
      `${author('Ada')}${'<i></i>'.repeat(58)}${author('Bea')}`,
      { author: ['Ada', 'Bea'] },
    ],
    [
      'an author far below the others doesn’t count',
      `${author('Ada')}${'<i></i>'.repeat(59)}${author('Bea')}`,
      { author: ['Ada'] },
    ],
    [
      'distances between authors are those of neighbours',
      `${author('Ada')}${'<i></i>'.repeat(50)}${author('Bea')}${'<i></i>'.repeat(50)}${author('Cy')}`,
      { author: ['Ada', 'Bea', 'Cy'] },
    ],
    [
      'another property far below counts',
      `<b itemprop="keywords">a</b>${'<i></i>'.repeat(90)}<b itemprop="keywords">b</b>`,
      { keywords: ['a', 'b'] },
    ],
  ])('%s', (_, body, expected) => {
    expect(Object.fromEntries(scan('', body).properties)).toEqual(expected);
  });

  it('meta tags in another item don’t count', () => {
    expect(scan('', `<div ${person}><meta name="author" content="x"></div>`).meta.size).toBe(0);
  });

  it('nodes beyond 50,000 aren’t walked', () => {
    const early = scan('', `${'<i></i>'.repeat(49_900)}${author('Ada')}`);
    const late = scan('', `${'<i></i>'.repeat(50_000)}${author('Ada')}`);
    expect([early.properties.size, late.properties.size]).toEqual([1, 0]);
  });
});
