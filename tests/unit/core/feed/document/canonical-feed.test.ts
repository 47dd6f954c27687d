import { describe, expect, it } from 'vitest';
import { parseFeed } from '../../../../../lambdas/core/feed/document/parse-feed.ts';
import { decodeReferences } from '../../../../../lambdas/core/feed/markup/character-references.ts';
import { plainText } from '../../../../../lambdas/core/feed/markup/feed-plain-text.ts';
import { absoluteLinks } from '../../../../../lambdas/core/feed/markup/html-links.ts';

describe('references', () => {
  it.each([
    ['of XML', 'a &lt;b&gt; &amp; &quot;c&quot; &apos;d&apos;', `a <b> & "c" 'd'`, false],
    ['by number', '&#233;&#xE9;&#XE9;', 'ééé', false],
    ['of HTML are a fault of XML', 'caf&eacute;', 'café', true],
    ['that nobody knows are text', '&nosuch; &a b;', '&nosuch; &a b;', true],
    ['without a semicolon are text', '?a=1&copy=2', '?a=1&copy=2', true],
    ['of controls of windows-1252 are its letters', '&#147;x&#148;', '“x”', false],
    ['of what windows-1252 does not know are controls', '&#129;&#159; &#133;', '\u0081Ÿ …', false],
    ['of what no text may hold are left out', 'a&#0;b&#x1F;c&#xD800;d&#99999999;e', 'abcde', true],
    ['of the bytes of UTF-8, one by one, are the letter', '&#226;&#128;&#166;', '…', true],
    ['of two letters of Latin-1 are those', '&#233;&#233;', 'éé', false],
    ['of bytes of which one is no UTF-8 are all of Latin-1', '&#195;&#169;&#200;', 'Ã©È', false],
    ['of bytes after such bytes are read anew', '&#200;&#200; &#195;&#169;', 'ÈÈ é', true],
  ])('%s', (_, text, expected, mended) => {
    expect(decodeReferences(text)).toEqual({ text: expected, mended });
  });
});

describe('markup in a text', () => {
  const whole = async (type: string, content: string) => {
    const feed = `<feed><entry><content type="${type}">${content}</content></entry></feed>`;
    const outcome = await parseFeed(Buffer.from(feed), { baseUrl: 'https://harbour.example/feed' });
    return outcome.kind === 'feed' ? outcome.document.items[0]?.content : undefined;
  };
  const many = 9_000;
  it.each([
    ['beside elements, a text is text', 'xhtml', '<b>x</b>&lt;', '<b>x</b>&lt;'],
    ['alone, a text is HTML', 'html', '&lt;i>x<![CDATA[</i>]]>', '<i>x</i>'],
    ['said to be text, it has no elements', 'text', '&lt;<![CDATA[<i>]]>', '&lt;&lt;i&gt;'],
  ])('%s, however much there is of it', async (_, type, content, expected) => {
    expect(await whole(type, content)).toBe(expected);
    expect(await whole(type, content.repeat(many))).toBe(expected.repeat(many));
  });
});

describe('links in HTML', () => {
  const base = 'https://harbour.example/news/1';
  it.each([
    ['relative', '<a href="2">', '<a href="https://harbour.example/news/2">'],
    [
      'in single quotes, or none',
      "<img src='/i'><img src=/i>",
      `<img src='https://harbour.example/i'><img src="https://harbour.example/i">`,
    ],
    ['without a scheme', '<img src="//cdn.example/i">', '<img src="https://cdn.example/i">'],
    [
      'of several sizes',
      '<img srcset="a 1x, b 2x">',
      '<img srcset="https://harbour.example/news/a 1x, https://harbour.example/news/b 2x">',
    ],
    ['absolute stay', '<a href="http://a.example">', '<a href="http://a.example">'],
    ['of other schemes stay', '<a href="mailto:a@b.example">', '<a href="mailto:a@b.example">'],
    ['to a place in the text stay', '<a href="#note">', '<a href="#note">'],
    ['in text are text', 'write href="2"', 'write href="2"'],
    ['that can not be resolved stay', '<a href="http://[">', '<a href="http://[">'],
  ])('%s', (_, html, expected) => {
    expect(absoluteLinks(html, base)).toBe(expected);
  });

  it('are found in time in whatever text', () => {
    for (const text of ['<a href="', '<a ', ' href=', '=', '<a href=x ', `<a${' '.repeat(1_000)}`]) {
      expect(absoluteLinks(text.repeat(100_000), base).length).toBeGreaterThan(0);
    }
  });
});

describe('a title as plain text', () => {
  it.each([
    ['Fish &amp; chips', 'Fish & chips'],
    ['<b>Fish</b> and<br>chips', 'Fish and chips'],
    ['3 < 4 > 2', '3 < 4 > 2'],
    ['<3', '<3'],
  ])('%s', (html, expected) => {
    expect(plainText(html)).toBe(expected);
  });
});

describe('authors', () => {
  it.each([
    ['<author>ada@h.example (Ada Quay)</author>', [{ name: 'Ada Quay', email: 'ada@h.example' }]],
    ['<author>Ada Quay &lt;ada@h.example&gt;</author>', [{ name: 'Ada Quay', email: 'ada@h.example' }]],
    ['<author>ada@h.example</author>', [{ name: 'ada@h.example', email: 'ada@h.example' }]],
    ['<author><name>Ada</name><uri>https://h.example</uri></author>', [{ name: 'Ada' }]],
    ['<itunes:author>Ada</itunes:author><dc:creator>Ada</dc:creator>', [{ name: 'Ada' }]],
    [
      '<media:credit role="author">Ada</media:credit><media:credit role="producer">Bea</media:credit>',
      [{ name: 'Ada' }],
    ],
    [`<author>${'x'.repeat(1_000)}</author>`, []],
  ])('%s', async (xml, expected) => {
    const document = `<rss version="2.0"><channel><title>T</title><item><guid>1</guid>${xml}</item></channel></rss>`;
    const outcome = await parseFeed(Buffer.from(document), { baseUrl: 'https://h.example/' });
    expect(outcome.kind === 'feed' && outcome.document.items[0]?.authors).toEqual(expected);
  });
});

describe('what is repaired', () => {
  const rss = (item: string) =>
    `<rss version="2.0"><channel><title>T</title><item><guid>1</guid>${item}</item></channel></rss>`;
  it.each<[string, string, boolean]>([
    ['a sound document', rss('<title>a &amp; b</title>'), false],
    ['elements of HTML in a text', rss('<description><p>a<br/></p></description>'), false],
    ['prefixes of the publisher’s own', rss('<x:y xmlns:x="u">z</x:y>'), false],
    ['a bare ampersand', rss('<title>a & b</title>'), true],
    ['a name of HTML', rss('<title>a&nbsp;b</title>'), true],
    ['a control character', rss('<title>a\u0007b</title>'), true],
    ['text before the feed', `x${rss('')}`, true],
    ['a missing end tag', rss('<title>a<link>https://h.example/</link>'), true],
    ['a value without quotes', rss('<enclosure url=https://h.example/a/>'), true],
    ['an end that is cut off', rss('').replace('</channel></rss>', ''), true],
  ])('%s: %s', async (_, document, repaired) => {
    const outcome = await parseFeed(Buffer.from(document), { baseUrl: 'https://h.example/' });
    expect(outcome.kind === 'feed' && (outcome.document.repaired ?? false)).toBe(repaired);
  });
});
