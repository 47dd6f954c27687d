import { describe, expect, it } from 'vitest';
import { type Outline, readOutline } from '../../../../../lambdas/core/feed/markup/feed-outline.ts';
import { DocumentBase } from '../../../../../lambdas/core/web/document-base.ts';

const BASE = DocumentBase.of('https://harbour.example/feed');

/** Reads a document, and writes its outline: `+box`, `-box`, `leaf=content`, `"text"`; with `@base` where a base is in force. */
function outline(document: string): Outline & { readonly read: string } {
  const read: string[] = [];
  const at = (base: DocumentBase | undefined): string => (base === undefined ? '' : `@${base.url}`);
  const found = readOutline(document, BASE, {
    enter: ({ element, base }) => read.push(`+${element.name}${at(base)}`),
    leave: ({ element }) => read.push(`-${element.name}`),
    value: ({ element, base }, content) =>
      read.push(`${element.name}${at(base)}=${typeof content === 'string' ? content : content.html({})}`),
    text: (text) => read.push(`"${text}"`),
  });
  return { ...found, read: read.join(' ') };
}

const inItem = (content: string): string => `<rss><channel><item>${content}</item></channel></rss>`;
/** The outline of an item's content. */
const item = (read: string): string => `+rss +channel +item ${read} -item -channel -rss`;

describe('a sound feed', () => {
  it.each([
    ['of RSS', '<rss><channel><ttl>5</ttl></channel></rss>', '+rss +channel ttl=5 -channel -rss', 'rss'],
    ['of RSS without its root', '<channel><ttl>5</ttl></channel>', '+channel ttl=5 -channel', 'channel'],
    ['of Atom', '<feed><id>5</id></feed>', '+feed id=5 -feed', 'feed'],
    [
      'of RSS 1.0',
      '<rdf:RDF xmlns="http://purl.org/rss/1.0/"><channel/><item><link>a</link></item></rdf:RDF>',
      '+rdf:RDF +channel -channel +item link=a -item -rdf:RDF',
      'rdf:RDF',
    ],
    ['in capitals', '<RSS><Channel><TTL>5</ttl></CHANNEL></rss>', '+rss +channel ttl=5 -channel -rss', 'rss'],
    ['with CDATA', inItem('<guid>a<![CDATA[b]]>c</guid>'), item('guid=abc'), 'rss'],
    ['with text in a box', inItem('<author>Ada</author>'), item('+author "Ada" -author'), 'rss'],
    ['with elements in a text', inItem('<title>a <b>c</b><br/></title>'), item('title=a <b>c</b><br>'), 'rss'],
    [
      'with equal elements in a text',
      inItem('<summary>a<summary>b</summary>c</summary>'),
      item('summary=a<summary>b</summary>c'),
      'rss',
    ],
    ['with unknown elements', inItem('<x>a<guid>b</guid><x/></x><guid>c</guid>'), item('guid=c'), 'rss'],
    ['with an unknown element in capitals', inItem('<x>a</X><guid>c</guid>'), item('guid=c'), 'rss'],
    [
      'with an Atom prefix',
      '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:id>b</a:id></a:entry></a:feed>',
      '+feed +entry id=b -entry -feed',
      'feed',
    ],
    [
      'of RSS with elements of Atom',
      '<rss xmlns:a="http://www.w3.org/2005/Atom"><channel><a:id>b</a:id></channel></rss>',
      '+rss +channel atom:id=b -channel -rss',
      'rss',
    ],
    [
      'of RSS with undeclared elements of Atom',
      '<rss><channel><atom:id>b</atom:id></channel></rss>',
      '+rss +channel atom:id=b -channel -rss',
      'rss',
    ],
    [
      'with a prefix that only an element declares',
      inItem('<q:title xmlns:q="http://search.yahoo.com/mrss/">a</q:title><q:title>b</q:title>'),
      item('media:title=a'),
      'rss',
    ],
    [
      'with a prefix that an element declares within',
      inItem('<author xmlns:q="http://www.w3.org/2005/Atom"><q:name>Ada</q:name></author>'),
      item('+author atom:name=Ada -author'),
      'rss',
    ],
  ])('%s is read', (_, document, read, root) => {
    expect(outline(document)).toEqual({ read, root, faulty: false, mended: false });
  });
});

describe('a feed whose end tags are missing', () => {
  it.each([
    ['in a text before an element of feeds', inItem('<title>a<guid>b</guid>'), item('title=a guid=b')],
    ['in a title before a link', inItem('<title>a<link>b</link>'), item('title=a link=b')],
    ['in a value', inItem('<guid>a<link>b</link>'), item('guid=a link=b')],
    ['in a text at the end of an item', inItem('<description>a<b>c'), item('description=a<b>c')],
    [
      'in an item',
      '<rss><channel><item><guid>a</guid><item/></channel></rss>',
      '+rss +channel +item guid=a +item -item -item -channel -rss',
    ],
    [
      'in an unknown element before an item',
      '<rss><channel><x>a<item/></channel></rss>',
      '+rss +channel +item -item -channel -rss',
    ],
    ['in an unknown element at the end of an item', inItem('<x>a'), '+rss +channel +item -item -channel -rss'],
    ['in an author', inItem('<author><name>a</name><guid>b</guid>'), item('+author name=a -author guid=b')],
    [
      'in a group of media',
      inItem('<media:group><media:title>a</media:title><guid>b</guid>'),
      item('+media:group media:title=a -media:group guid=b'),
    ],
    [
      'in an item before its channel ends',
      '<rss><channel><item><guid>a</guid></channel></rss>',
      '+rss +channel +item guid=a -item -channel -rss',
    ],
    [
      'in a channel before another root',
      '<rss><channel><item/><channel/></rss>',
      '+rss +channel +item -item +channel -channel -channel -rss',
    ],
  ])('%s is mended', (_, document, read) => {
    expect(outline(document)).toEqual({ read, root: 'rss', faulty: false, mended: true });
  });

  it('at its end is read as far as it is closed', () => {
    const read = '+rss +channel +item guid=a';
    expect(outline('<rss><channel><item><guid>a</guid>')).toEqual({ read, root: 'rss', faulty: false, mended: true });
  });
});

describe('a feed whose end tags are superfluous', () => {
  it.each([
    ['in an item', inItem('</guid><guid>b</guid>'), item('guid=b')],
    ['of an unknown element', inItem('</x><guid>b</guid>'), item('guid=b')],
    ['of elements before its root', '<x/><item/><rss><channel/></rss>', '+rss +channel -channel -rss'],
    [
      'of elements of Atom before its root',
      '<atom:id/><rss><channel><atom:id>b</atom:id></channel></rss>',
      '+rss +channel atom:id=b -channel -rss',
    ],
    ['behind its root', '<rss><channel/></rss></rss>', '+rss +channel -channel -rss'],
  ])('%s is mended', (_, document, read) => {
    expect(outline(document)).toEqual({ read, root: 'rss', faulty: false, mended: true });
  });

  it('within a text keeps them', () => {
    expect(outline(inItem('<title>a</b></title>'))).toMatchObject({ read: item('title=a</b>'), mended: false });
  });
});

describe('a document', () => {
  it.each([
    ['without a feed has no root', '<opml><body/></opml>', undefined],
    ['with an item alone has no root', '<item><guid>a</guid></item>', undefined],
    ['of text has no root', 'a', undefined],
    ['with a feed in an unknown element has its root', '<x><rss/></x>', 'rss'],
  ])('%s', (_, document, root) => {
    expect(outline(document).root).toBe(root);
  });

  it.each([
    ['before the feed', 'a<rss/>', true],
    ['behind the feed', '<rss/>a', true],
    ['of white space around the feed', '\n<rss/>\n', false],
    ['in an element before the feed', '<x>a</x><rss/>', true],
  ])('is faulty if it has text %s', (_, document, faulty) => {
    expect(outline(document).faulty).toBe(faulty);
  });

  it('is faulty if its XML is', () => {
    expect(outline(inItem('<guid>a & b</guid>'))).toMatchObject({ read: item('guid=a & b'), faulty: true });
  });
});

describe('the base URL of an element', () => {
  it.each([
    ['is that of its own xml:base', inItem('<link xml:base="/a/">b</link>'), item('link@https://harbour.example/a/=b')],
    ['may be written in capitals', inItem('<link XML:BASE="/a/">b</link>'), item('link@https://harbour.example/a/=b')],
    [
      'is that of the box',
      inItem('<author xml:base="/a/"><url>b</url></author><link>c</link>'),
      item('+author@https://harbour.example/a/ url@https://harbour.example/a/=b -author link=c'),
    ],
    [
      'starts at that of the box',
      inItem('<author xml:base="/a/"><url xml:base="d/">b</url></author>'),
      item('+author@https://harbour.example/a/ url@https://harbour.example/a/d/=b -author'),
    ],
    [
      'is that of the box if its own can’t be resolved',
      inItem('<author xml:base="/a/"><url xml:base="//[">b</url></author>'),
      item('+author@https://harbour.example/a/ url@https://harbour.example/a/=b -author'),
    ],
    [
      'is set within a text too',
      inItem('<title>a<b xml:base="/a/"><i src="c"/></b></title>'),
      item('title=a<b><i src="https://harbour.example/a/c"></i></b>'),
    ],
    [
      'of a text is where an xml:base within starts',
      inItem('<title xml:base="/a/"><b xml:base="d/"><i src="c"/></b></title>'),
      item('title@https://harbour.example/a/=<b><i src="https://harbour.example/a/d/c"></i></b>'),
    ],
  ])('%s', (_, document, read) => {
    expect(outline(document).read).toBe(read);
  });
});

it('boxes deeper than 32 are passed over', () => {
  const read = outline(inItem(`${'<media:group>'.repeat(40)}<media:title>a</media:title>`)).read;
  expect(read.match(/\+media:group/g)).toHaveLength(29);
  expect(read).not.toContain('media:title');
});

it('names are known beyond those that are remembered', () => {
  const names = Array.from({ length: 1_000 }, (_, n) => `<x${n}/>`).join('');
  expect(outline(inItem(`${names}<guid>a</guid>`)).read).toBe(item('guid=a'));
});
