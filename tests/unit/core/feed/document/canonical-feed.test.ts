import { describe, expect, it } from 'vitest';
import { type CanonicalFeed, canonicalFeed } from '../../../../../lambdas/core/feed/document/canonical-feed.ts';
import { DocumentBase } from '../../../../../lambdas/core/web/document-base.ts';
import { rss } from '../../../../fakes/feed-documents.ts';

const BASE = DocumentBase.of('https://harbour.example/rss');

function canonical(document: string): CanonicalFeed {
  const feed = canonicalFeed(document, BASE);
  if (typeof feed === 'string') throw new Error(feed);
  return feed;
}
const inItem = (content: string): string => `<rss><channel><item>${content}</item></channel></rss>`;
const RSS = '<rss version="2.0"><channel>';
const END = '</channel></rss>';

describe('canonical XML', () => {
  it.each([
    [
      'of RSS has its values in place and its texts by number',
      '<rss><channel><title>a</title><ttl>5</ttl></channel></rss>',
      `${RSS}<title>0</title><ttl>5</ttl>${END}`,
      ['a'],
    ],
    [
      'of RSS 1.0 is RSS 2.0',
      '<rdf:RDF><channel><ttl>5</ttl></channel><item><guid>b</guid></item></rdf:RDF>',
      `${RSS}<ttl>5</ttl><item><guid>b</guid></item>${END}`,
      [],
    ],
    [
      'of Atom is Atom',
      '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:id>b</a:id></a:entry></a:feed>',
      '<feed><entry><id>b</id></entry></feed>',
      [],
    ],
    [
      'of Atom has links of another name',
      '<feed><link href="/a"/><link/></feed>',
      '<feed><atom:link href="/a"></atom:link><atom:link></atom:link></feed>',
      [],
    ],
    [
      'has the channel before the items',
      '<rss><channel><item/><ttl>5</ttl></channel></rss>',
      `${RSS}<ttl>5</ttl><item></item>${END}`,
      [],
    ],
    [
      'has a language',
      '<rss xml:lang="a"><channel xml:lang="&quot;b&quot;"/></rss>',
      `<rss version="2.0"><channel xml:lang="&quot;b&quot;">${END}`,
      [],
    ],
    ['of Atom has a language', '<feed XML:LANG="a"/>', '<feed xml:lang="a"></feed>', []],
    [
      'has values with signs as CDATA',
      inItem('<guid>a&amp;b</guid>'),
      `${RSS}<item><guid><![CDATA[a&b]]></guid></item>${END}`,
      [],
    ],
    [
      'has values with ends of CDATA in parts',
      inItem('<guid>]]&gt;a</guid>'),
      `${RSS}<item><guid><![CDATA[]]]]><![CDATA[>a]]></guid></item>${END}`,
      [],
    ],
    [
      'has the text of a box',
      inItem('<author>Ada &lt;a&gt;</author>'),
      `${RSS}<item><author><![CDATA[Ada <a>]]></author></item>${END}`,
      [],
    ],
    ['has no white space of a box', inItem(' <guid>a</guid>\n'), `${RSS}<item><guid>a</guid></item>${END}`, []],
    [
      'has attributes that we read',
      inItem('<enclosure URL="a" x="y" type="&lt;&amp;"/>'),
      `${RSS}<item><enclosure url="a" type="&lt;&amp;"></enclosure></item>${END}`,
      [],
    ],
    [
      'has the first attribute of a name',
      inItem('<enclosure url="a" URL="b" type="c"/>'),
      `${RSS}<item><enclosure url="a" type="c"></enclosure></item>${END}`,
      [],
    ],
    [
      'has attributes of a box',
      inItem('<author type="a">b</author>'),
      `${RSS}<item><author type="a">b</author></item>${END}`,
      [],
    ],
    [
      'has an attribute of 8,192 characters',
      inItem(`<enclosure url="${'a'.repeat(8_192)}"/>`),
      `${RSS}<item><enclosure url="${'a'.repeat(8_192)}"></enclosure></item>${END}`,
      [],
    ],
    [
      'has no attribute of more characters',
      inItem(`<enclosure url="${'a'.repeat(8_193)}"/>`),
      `${RSS}<item><enclosure></enclosure></item>${END}`,
      [],
    ],
    [
      'has addresses without a base as they are',
      inItem('<link> a </link>'),
      `${RSS}<item><link> a </link></item>${END}`,
      [],
    ],
    [
      'has addresses absolute by a base',
      inItem('<link xml:base="/b/"> a </link>'),
      `${RSS}<item><link>https://harbour.example/b/a</link></item>${END}`,
      [],
    ],
    [
      'has other values as they are by a base',
      inItem('<guid xml:base="/b/">a</guid>'),
      `${RSS}<item><guid>a</guid></item>${END}`,
      [],
    ],
    [
      'has addresses that can’t be resolved as they are',
      inItem('<link xml:base="/b/">//[</link>'),
      `${RSS}<item><link>//[</link></item>${END}`,
      [],
    ],
    [
      'has addresses in attributes absolute by a base',
      inItem('<enclosure xml:base="/b/" url=" a " type="c"/>'),
      `${RSS}<item><enclosure url="https://harbour.example/b/a" type="c"></enclosure></item>${END}`,
      [],
    ],
    [
      'has addresses in attributes that can’t be resolved as they are',
      inItem('<enclosure xml:base="/b/" url="//["/>'),
      `${RSS}<item><enclosure url="//["></enclosure></item>${END}`,
      [],
    ],
    [
      'has texts with links absolute by a base',
      inItem('<description xml:base="/b/">&lt;a href="a"&gt;</description>'),
      `${RSS}<item><description>0</description></item>${END}`,
      ['<a href="https://harbour.example/b/a">'],
    ],
    [
      'has texts of RSS as they are',
      inItem('<description type="text">&lt;b&gt;</description>'),
      `${RSS}<item><description>0</description></item>${END}`,
      ['<b>'],
    ],
    [
      'has texts of Atom in RSS as their types say',
      inItem('<atom:summary type="text">&lt;b&gt;</atom:summary>'),
      `${RSS}<item><atom:summary>0</atom:summary></item>${END}`,
      ['&lt;b&gt;'],
    ],
    [
      'has texts of Atom as their types say',
      '<feed><title type="text">&lt;b&gt;</title><subtitle>c</subtitle></feed>',
      '<feed><title>0</title><subtitle>1</subtitle></feed>',
      ['&lt;b&gt;', 'c'],
    ],
  ])('%s', (_, document, xml, texts) => {
    expect(canonical(document)).toEqual({ xml, texts, repaired: false, leftOut: 0 });
  });

  it.each<[string, string, string]>([
    ['no root', '<opml/>', 'no-root'],
    ['no root, but an item', '<item><guid>a</guid></item>', 'no-root'],
    ['no channel and no item', '<rss/>', 'broken'],
    ['no item, and an end that is cut off', '<rss><channel><title>a</title>', 'broken'],
    ['only an item that is cut off', '<rss><channel><item><guid>a</guid>', 'broken'],
  ])('is not made of a document with %s', (_, document, expected) => {
    expect(canonicalFeed(document, BASE)).toBe(expected);
  });

  it.each([
    ['a channel and no item', '<rss><channel/></rss>', `${RSS}${END}`],
    ['an item outside a channel', '<rss><item/></rss>', `${RSS}<item></item>${END}`],
    ['an item, and another that is cut off', '<rss><channel><item/><item><guid>a</guid>', `${RSS}<item></item>${END}`],
  ])('is made of a document with %s', (_, document, xml) => {
    expect(canonical(document).xml).toBe(xml);
  });
});

describe('a document is called repaired:', () => {
  const item = (content: string): string => rss(`<item><guid>1</guid>${content}</item>`);
  it.each<[string, string, boolean]>([
    ['not if it is sound', item('<title>a &amp; b</title>'), false],
    ['not for elements of HTML in a text', item('<description><p>a<br/></p></description>'), false],
    ['not for prefixes of the publisher’s own', item('<x:y xmlns:x="u">z</x:y>'), false],
    ['for a bare ampersand', item('<title>a & b</title>'), true],
    ['for a name of HTML', item('<title>a&nbsp;b</title>'), true],
    ['for a control character', item('<title>a\u0007b</title>'), true],
    ['for text before the feed', `x${item('')}`, true],
    ['for a missing end tag', item('<title>a<link>https://h.example/</link>'), true],
    ['for a value without quotes', item('<enclosure url=https://h.example/a/>'), true],
    ['for an end that is cut off', item('').replace('</channel></rss>', ''), true],
  ])('%s', (_, document, repaired) => {
    expect(canonical(document).repaired).toBe(repaired);
  });
});

describe('the number of elements', () => {
  const guids = (count: number): string => '<guid>1</guid>'.repeat(count);
  const count = (xml: string, of: string): number => xml.split(of).length - 1;

  it('is 1,000 in an item at most, the item itself included', () => {
    expect(count(canonical(inItem(guids(999))).xml, '<guid>')).toBe(999);
    expect(count(canonical(inItem(guids(2_000))).xml, '<guid>')).toBe(999);
  });

  it('is 1,000 around the items at most, and the items are read', () => {
    const { xml } = canonical(rss(`${'<ttl>5</ttl>'.repeat(2_000)}<item><guid>1</guid></item>`));
    expect(count(xml, '<ttl>')).toBeLessThanOrEqual(1_000);
    expect(xml).toContain('<item><guid>1</guid></item>');
  });

  it('may be exceeded by a box, which is then left out with all that it holds', () => {
    const { xml } = canonical(
      inItem(`${guids(998)}<source><title>a</title></source><source>b<title>c</title></source>`),
    );
    expect(count(xml, '<source>')).toBe(1);
    expect(xml).not.toContain('b');
  });

  it('is 200,000 in a document at most; items beyond it are left out', () => {
    const { xml, leftOut } = canonical(rss(`<item>${guids(999)}</item>`.repeat(201)));
    expect(count(xml, '<item>')).toBe(200);
    expect(leftOut).toBe(1);
  });
});
