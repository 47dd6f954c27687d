import { describe, expect, it } from 'vitest';
import { scan } from '../../../../fakes/scanned-pages.ts';

const texts = (parts: readonly { readonly text: string }[]): string[] => parts.map(({ text }) => text);

describe('headings', () => {
  it.each<[string, string, readonly (readonly [string, number])[]]>([
    [
      'headings of three levels are read',
      '<h1>A</h1><h2>B</h2><h3>C</h3><h4>D</h4>',
      [
        ['A', 1],
        ['B', 2],
        ['C', 3],
      ],
    ],
    ['a heading’s white space is folded', '<h1> A\n <b>ferry</b></h1>', [['A ferry', 1]]],
    ['a heading for screen readers isn’t read', '<h1 class="sr-only">A</h1><h1 aria-hidden="true">B</h1>', []],
    ['a heading in an aside isn’t read', '<aside><h1>A</h1></aside>', []],
    ['a heading in an element named a teaser isn’t read', '<div class="teaser"><h1>A</h1></div>', []],
    ['a heading in comments isn’t read', '<div class="comments"><h1>A</h1></div>', []],
    ['a heading behind an aside is read', '<aside></aside><h1>A</h1>', [['A', 1]]],
    [
      'a heading within an item in an aside isn’t read',
      '<aside><div typeof="NewsArticle"><h1>A</h1></div></aside>',
      [],
    ],
    ['a heading of 400 characters is read', `<h1>${'x'.repeat(400)}</h1>`, [['x'.repeat(400), 1]]],
    ['a longer heading isn’t read', `<h1>${'x'.repeat(401)}</h1>`, []],
    ['an empty heading isn’t read', '<h1> </h1>', []],
    ['another element isn’t a heading', '<th1>A</th1><h12>B</h12><hr>', []],
  ])('%s', (_, body, expected) => {
    expect(scan('', body).headings.map(({ text, level }) => [text, level])).toEqual(expected);
  });

  it('headings end at 300', () => {
    expect(scan('', '<h2>x</h2>'.repeat(301)).headings).toHaveLength(300);
  });

  it('a part’s place is the number of nodes before it', () => {
    // Before the second heading: html, head, body, the first heading and its text.
    const [first, second] = scan('', '<h1>A</h1><h2>B</h2>').headings;
    expect([first?.at, second?.at]).toEqual([3, 5]);
  });
});

describe('bylines', () => {
  it.each<[string, string, readonly string[]]>([
    ['an element named a byline is read', '<p class="byline">Ada Quay</p>', ['Ada Quay']],
    ['an author property is a byline', '<p itemprop="author">Ada Quay</p>', ['Ada Quay']],
    ['an author link is a byline', '<a rel="nofollow AUTHOR">Ada Quay</a>', ['Ada Quay']],
    ['a link to authorities is no byline', '<a rel="authority">Ada Quay</a>', []],
    ['a link to co-authors is no byline', '<a rel="coauthor">Ada Quay</a>', []],
    ['an element named otherwise is no byline', '<p class="intro">Ada Quay</p>', []],
    ['a byline in an aside isn’t read', '<aside><p class="byline">Ada Quay</p></aside>', []],
    ['a byline of 300 characters is read', `<p class="byline">${'x'.repeat(300)}</p>`, ['x'.repeat(300)]],
    ['a longer byline isn’t read', `<p class="byline">${'x'.repeat(301)}</p>`, []],
    ['a text with a credit is a byline', '<p>By Ada Quay</p>', ['By Ada Quay']],
    ['a text with a credit is read with its element', '<p>By <b>Ada Quay</b></p>', ['By Ada Quay']],
    ['a credit and a colon are a byline', '<p>Author : ada</p>', ['Author : ada']],
    ['a credit in several words is a byline', '<p>Written by  Ada</p>', ['Written by Ada']],
    ['a credit alone is read with what is around its element', '<div><b>By</b> <i>Ada Quay</i></div>', ['By Ada Quay']],
    ['a credit alone behind blanks is too', '<div><b> By </b><i>Ada Quay</i></div>', ['By Ada Quay']],
    ['a credit before a number is no byline', '<p>By 2 authors</p>', []],
    ['a credit within a text is no byline', '<p>Stand By Me</p>', []],
    ['a credit within a word is no byline', '<p>Byron Quay</p>', []],
    ['a text of 200 characters is read', `<p>By A${'x'.repeat(196)}</p>`, [`By A${'x'.repeat(196)}`]],
    ['a longer text isn’t read', `<p>By A${'x'.repeat(197)}</p>`, []],
    ['a credit in a long element is no byline', `<p>By Ada<b>${'x'.repeat(300)}</b></p>`, []],
    ['a text in an aside isn’t read', '<aside>By Ada Quay</aside>', []],
    ['the text of a script isn’t read', '<script type="application/ld+json">By Ada</script>', []],
  ])('%s', (_, body, expected) => {
    expect(texts(scan('', body).bylines)).toEqual(expected);
  });

  it('bylines end at 300', () => {
    expect(scan('', '<p class="byline">x</p>'.repeat(301)).bylines).toHaveLength(300);
  });

  it.each<[string, string, readonly string[]]>([
    ['a link to an author’s page is a name', '<a href="/authors/ada">Ada Quay</a>', ['Ada Quay']],
    ['a link to staff is a name', '<a href="/STAFF/ada">Ada Quay</a>', ['Ada Quay']],
    ['a link with the relation is a name', '<a href="/ada" rel="me author">Ada Quay</a>', ['Ada Quay']],
    ['a link to a word that begins like staff is no name', '<a href="/staffing/ada">Ada Quay</a>', []],
    ['a link to another site is no name', '<a href="https://x.example/ada">Follow</a>', []],
    ['a link without text is no name', '<a href="/authors/ada"><img></a>', []],
    ['another element is no name', '<b rel="author" href="/authors/ada">Ada Quay</b>', []],
    ['names end at 20', '<a href="/authors/a">A</a>'.repeat(21), Array(20).fill('A')],
    ['a word that contains “author” is no relation', '<a rel="coauthor authors" href="/ada">Ada</a>', []],
  ])('%s', (_, links, expected) => {
    expect(scan('', `<div class="byline">x ${links}</div>`).bylines[0]?.links).toEqual(expected);
  });

  it('a byline that is a link has no links', () => {
    expect(scan('', '<a class="byline" href="/authors/ada">Ada</a>').bylines[0]?.links).toEqual([]);
  });
});

describe('dates', () => {
  it.each<[string, string, readonly (readonly [string, string])[]]>([
    ['a time’s attribute is a date', '<time datetime=" 2026-11-23 ">today</time>', [['time', '2026-11-23']]],
    ['a time’s text is a date', '<time datetime=" ">today</time>', [['time', 'today']]],
    ['a time without an attribute has a text', '<time>today</time>', [['time', 'today']]],
    [
      'an element named an entry’s date is a date',
      '<b class="entryDate">23. November 2026</b>',
      [
        ['named', '23. November 2026'],
        ['text', '23. November 2026'],
      ],
    ],
    ['an empty time is no date', '<time></time>', []],
    ['a time in an aside is no date', '<aside><time>today</time></aside>', []],
    [
      'an element named a date has a date in one text',
      '<p class="date">on 23.11.26</p>',
      [
        ['named', 'on 23.11.26'],
        ['text', 'on 23.11.26'],
      ],
    ],
    ['an element named a date needs a year or a day', '<p class="date">today</p>', []],
    [
      'an element named a date of 200 characters is read',
      `<p class="date"><b>2026</b>${'x'.repeat(196)}</p>`,
      [
        ['named', `2026 ${'x'.repeat(196)}`],
        ['text', `2026 ${'x'.repeat(196)}`],
      ],
    ],
    ['a longer element named a date isn’t read', `<p class="date"><b>2026</b>${'x'.repeat(197)}</p>`, []],
    ['a text with a year is a date', '<p>Port Town, <b>1999</b></p>', [['text', 'Port Town, 1999']]],
    [
      'a text with a day is read with its element',
      '<p>Port Town, 23/11/26 <b>news</b></p>',
      [['text', 'Port Town, 23/11/26 news']],
    ],
    ['a text in a long element is no date', `<p>In 2026 <b>${'x'.repeat(200)}</b></p>`, []],
    ['a line in a long element is a date', `<p>In 2026<br>${'x'.repeat(200)}</p>`, [['text', 'In 2026']]],
    ['a line before a block is a date', `<div>In 2026<div>${'x'.repeat(200)}</div></div>`, [['text', 'In 2026']]],
    ['a text with Arabic digits is a date', '<p>٢٤ نوفمبر ٢٠٢٦</p>', [['text', '٢٤ نوفمبر ٢٠٢٦']]],
    ['a time behind “accepted” is no date', '<li>Accepted <time>24.11.2026</time></li>', []],
    ['a time behind “received” in Chinese is no date', '<li>收稿：<time>2026-08-01</time></li>', []],
    ['a text without a year or a day is no date', '<p>1850, 12/3, 2150</p>', []],
    ['a long text is no date', `<p>2026 ${'x'.repeat(196)}</p>`, []],
  ])('%s', (_, body, expected) => {
    expect(scan('', body).dates.map(({ kind, text }) => [kind, text])).toEqual(expected);
  });
});

it.each([
  ['a time whose class says “updated” is a change’s', '<time class="updated">now</time>'],
  ['a time whose class says “modified” is a change’s', '<time class="date-modified">now</time>'],
  ['a date behind “updated” is a change’s', '<p>Updated <b>Nov 24, 2026</b></p>'],
  ['a time in a box of a change is a change’s', '<div class="last-modified"><time>24.11.2026</time></div>'],
  ['a time behind the word for a change is a change’s', '<p>Aktualisiert: <time>24.11.2026</time></p>'],
  ['a time of a change in microdata is a change’s', '<time itemprop="dateModified">24.11.2026</time>'],
])('%s', (_, body) => {
  expect(scan('', body).dates[0]).toMatchObject({ role: 'changed' });
});

describe('pictures', () => {
  it.each<[string, string, readonly string[]]>([
    ['a picture in a figure is read', '<figure><img src=" /f.jpg "></figure>', ['/f.jpg']],
    [
      'a picture four elements deep in a figure is read',
      '<figure><a><b><i><img src="/f.jpg"></i></b></a></figure>',
      ['/f.jpg'],
    ],
    [
      'a picture five elements deep in a figure is read',
      '<figure><a><b><i><u><img src="/f.jpg"></u></i></b></a></figure>',
      ['/f.jpg'],
    ],
    [
      'a picture six elements deep in a figure isn’t read',
      '<figure><a><b><i><u><s><img src="/f.jpg"></s></u></i></b></a></figure>',
      [],
    ],
    ['a picture outside of figures isn’t read', '<p><img src="/f.jpg"></p>', []],
    ['a picture in an aside isn’t read', '<aside><figure><img src="/f.jpg"></figure></aside>', []],
    ['a picture without an address isn’t read', '<figure><img></figure>', []],
    ['a placeholder isn’t read', '<figure><img src="data:,"></figure>', []],
    ['a lazy picture is read', '<figure><img src="/p.gif" data-src="/f.jpg"></figure>', ['/f.jpg']],
    ['a lazy picture may have data-original', '<figure><img src="/p.gif" data-original="/f.jpg"></figure>', ['/f.jpg']],
    ['a lazy picture may have data-lazy-src', '<figure><img src="/p.gif" data-lazy-src="/f.jpg"></figure>', ['/f.jpg']],
    ['an empty lazy address doesn’t count', '<figure><img src="/f.jpg" data-src=" "></figure>', ['/f.jpg']],
    ['another element is no picture', '<figure><embed src="/f.jpg"></figure>', []],
  ])('%s', (_, body, expected) => {
    expect(scan('', body).pictures.map(({ src }) => src)).toEqual(expected);
  });

  it('a picture has its size, its alternative text and its place', () => {
    const body = '<figure><img src="/f.jpg" width="1200" height="800" alt="A ferry"></figure>';
    expect(scan('', body).pictures).toEqual([{ src: '/f.jpg', width: '1200', height: '800', alt: 'A ferry', at: 4 }]);
  });

  it('pictures end at 300', () => {
    expect(scan('', `<figure>${'<img src="/f.jpg">'.repeat(301)}</figure>`).pictures).toHaveLength(300);
  });
});
