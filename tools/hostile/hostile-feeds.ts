/** Feeds that attack their readers, apart from the HTML in their items. */
import {
  atom,
  type HostileDocument,
  item,
  jsonFeed,
  LONG_ADDRESS,
  nested,
  repeat,
  rss,
  series,
} from './hostile-parts.ts';

type HostileFeed = Omit<HostileDocument, 'kind'>;
const feed = (name: string, attacks: string, make: HostileFeed['make']): HostileFeed => ({ name, attacks, make });

const cdata = (html: string): string => `<description><![CDATA[${html}]]></description>`;
const inItem = (name: string, attacks: string, make: HostileFeed['make']): HostileFeed =>
  feed(name, attacks, (size) => rss(item(make(size))));
const inJson = (name: string, attacks: string, fieldsOf: (size: number) => object): HostileFeed =>
  feed(name, attacks, (size) => jsonFeed({ items: [{ id: '1', ...fieldsOf(size) }] }));
const links = (size: number): string => repeat('<a href=b>x</a>', size);
const xhtml = (html: string): string => atom(`<entry><id>1</id><content type="xhtml">${html}</content></entry>`);
const TEXTS = [
  'title',
  'guid',
  'author',
  'category',
  'pubDate',
  'link',
  'enclosure',
  'dc:creator',
  'itunes:keywords',
  'media:credit',
  'media:title',
];

export const HOSTILE_FEEDS: readonly HostileFeed[] = [
  feed('links under a long xml:base', 'resolving', (size) =>
    rss(item(cdata(links(size))), `xml:base="${LONG_ADDRESS}"`),
  ),
  feed('links under a long site address', 'resolving', (size) =>
    rss(`<link>${LONG_ADDRESS}</link>${item(cdata(links(size)))}`),
  ),
  feed('items with links under a long site address', 'resolving', (size) =>
    rss(`<link>${LONG_ADDRESS}</link>${series((n) => `<item><guid>${n}</guid>${cdata(links(600))}</item>`, size)}`),
  ),
  feed('elements with links under a long xml:base', 'resolving', (size) =>
    rss(item(repeat('<media:content url="b"/><enclosure url="b"/><category/>', size)), `xml:base="${LONG_ADDRESS}"`),
  ),
  feed('sources under a long xml:base', 'resolving', (size) =>
    rss(item(cdata(`<img srcset="${repeat('b 1x, ', size)}">`)), `xml:base="${LONG_ADDRESS}"`),
  ),
  feed('sources in XHTML under a long xml:base', 'resolving', (size) =>
    xhtml(`<div xml:base="${LONG_ADDRESS}"><img srcset="${repeat('b 1x, ', size)}"/></div>`),
  ),
  feed('links in XHTML under a long xml:base', 'resolving', (size) =>
    xhtml(`<div xml:base="${LONG_ADDRESS}">${repeat('<a href="b">x</a>', size)}</div>`),
  ),
  feed('nested xml:base in XHTML', 'resolving', (size) =>
    xhtml(nested('<div xml:base="aaaa/"><a href="b">x</a>', '</div>', size)),
  ),
  feed('nested xml:base of elements', 'resolving', (size) =>
    rss(item(nested(`<media:group xml:base="${'a/'.repeat(1_000)}"><media:content url="b"/>`, '</media:group>', size))),
  ),
  inJson('links in JSON', 'resolving', (size) => ({ url: LONG_ADDRESS, content_html: links(size) })),
  feed('links in JSON under a long site address', 'resolving', (size) =>
    jsonFeed({ home_page_url: LONG_ADDRESS, items: [{ id: '1', content_html: links(size) }] }),
  ),
  ...TEXTS.map((name) =>
    inItem(`a ${name} of words`, 'length of a text', (size) => `<${name}>${repeat('ferry ', size)}</${name}>`),
  ),
  ...TEXTS.map((name) =>
    inItem(`a ${name} of one word`, 'length of a text', (size) => `<${name}>${repeat('x', size)}</${name}>`),
  ),
  inItem('a title of tags', 'plain text', (size) => `<title><![CDATA[${repeat('<b>x', size)}]]></title>`),
  inItem('a title of opening signs', 'plain text', (size) => `<title><![CDATA[${repeat('<a', size)}]]></title>`),
  inItem('a title of references', 'plain text', (size) => `<title><![CDATA[${repeat('&eacute;', size)}]]></title>`),
  inItem('a title of unknown tags', 'plain text', (size) => `<title><![CDATA[${repeat('<t></t>', size)}]]></title>`),
  inItem('a title of equal signs', 'plain text', (size) => `<title><![CDATA[<b ${repeat('=', size)}]]></title>`),
  inItem('marks of CDATA', 'marks of CDATA', (size) => `<description>${repeat('&lt;![CDATA[', size)}</description>`),
  inItem('ends of CDATA', 'marks of CDATA', (size) => `<guid>&lt;![CDATA[${repeat(']]&gt; ', size)}x</guid>`),
  inItem('halves of letters', 'references', (size) => `<description>${repeat('&#55357;', size)}</description>`),
  inItem('lines', 'plain text', (size) => `<media:description>${repeat('x\n', size)}</media:description>`),
  inItem('empty lines', 'plain text', (size) => `<description>${repeat('x\n \n', size)}</description>`),
  inItem('blank lines', 'plain text', (size) => `<description>x${repeat('\n\t', size)}y</description>`),
  inItem('foreign items', 'depth', (size) => `<x:y>${repeat('<item><channel>', size)}</x:y>`),
  inItem(
    'attributes with prefixes',
    'number of attributes',
    (size) => `<link ${series((n) => `a:b${n}="c" `, size)}/>`,
  ),
  inItem('a title of combining marks', 'normalisation', (size) => `<title>a${repeat('\u0301\u0316', size)}</title>`),
  inItem('a date of combining marks', 'normalisation', (size) => `<pubDate>1${repeat('\u0301\u0316', size)}</pubDate>`),
  inItem('many titles', 'number of elements', (size) => repeat('<title>x</title>', size)),
  inItem('many guids', 'number of elements', (size) => repeat('<guid>x</guid>', size)),
  inItem('many dates', 'number of elements', (size) => repeat('<pubDate>never</pubDate>', size)),
  inItem('many authors', 'number of people', (size) => series((n) => `<author>Ada ${n} (x@y)</author>`, size)),
  inItem('many categories', 'number of categories', (size) => series((n) => `<category>${n}</category>`, size)),
  inItem('many nested categories', 'number of categories', (size) =>
    nested('<itunes:category text="a">', '</itunes:category>', size),
  ),
  inItem(
    'keywords',
    'number of categories',
    (size) => `<itunes:keywords>${series((n) => `${n},`, size)}</itunes:keywords>`,
  ),
  inItem('many enclosures', 'number of files', (size) =>
    series((n) => `<enclosure url="https://x.example/${n}"/>`, size),
  ),
  inItem('many media', 'number of files', (size) =>
    series((n) => `<media:content url="https://x.example/${n}"/>`, size),
  ),
  inItem('many texts', 'number of elements', (size) => repeat('<description>x</description>', size)),
  feed('items with one long guid', 'telling guids apart', (size) =>
    rss(series((n) => `<item><guid>${'g'.repeat(10_000)}</guid><title>${n}</title></item>`, size)),
  ),
  feed('items without anything', 'number of items', (size) => rss(repeat('<item/>', size))),
  feed('items in items', 'depth', (size) => rss(repeat('<item><guid>1</guid>', size))),
  feed('feeds in feeds', 'depth', (size) => repeat('<rss><channel>', size)),
  feed('unknown elements', 'depth', (size) => rss(nested('<x><y>', '</y></x>', size))),
  feed('nested groups', 'depth', (size) => rss(item(nested('<media:group>', '</media:group>', size)))),
  feed('end tags', 'depth', (size) => rss(item(`<media:group>${repeat('</x>', size)}`))),
  feed('hubs', 'number of links', (size) =>
    atom(series((n) => `<link rel="hub" href="https://h.example/${n}"/>`, size)),
  ),
  feed('hours', 'number of hints', (size) =>
    rss(`<skipHours>${repeat('<hour>1</hour>', size)}</skipHours>${item('')}`),
  ),
  feed(
    'a long feed title',
    'length of a text',
    (size) => `<rss><channel><title>${repeat('ferry ', size)}</title>${item('')}</channel></rss>`,
  ),
  feed('a long language', 'length of a text', (size) => rss(`<language>${repeat('en-', size)}</language>${item('')}`)),
  feed('a long site address', 'length of an address', (size) =>
    rss(`<link>https://harbour.example/${repeat('x', size)}</link>${item('<link>b</link>')}`),
  ),
  feed('a host of many labels', 'length of a host', (size) =>
    rss(item(`<link>https://${repeat('a.', size)}example/1</link>`)),
  ),
  feed('namespaces', 'number of prefixes', (size) =>
    rss(
      item(''),
      series((n) => `xmlns:p${n}="u" `, size),
    ),
  ),
  feed('elements with namespaces', 'number of prefixes', (size) =>
    rss(item(repeat('<x xmlns:a="b" xmlns:c="d"><y>z</y></x>', size))),
  ),
  feed('attributes', 'number of attributes', (size) => rss(item(`<enclosure ${series((n) => `a${n}="b" `, size)}/>`))),
  feed('attributes without values', 'number of attributes', (size) => rss(item(`<enclosure ${repeat('a ', size)}/>`))),
  feed('quotation marks in a tag', 'attributes', (size) => rss(item(`<enclosure ${repeat('" ', size)}/>`))),
  feed(
    'entities',
    'document type',
    (size) => `<!DOCTYPE x [${series((n) => `<!ENTITY e${n} "x">`, size)}]>${rss(item(''))}`,
  ),
  feed(
    'almost nested entities',
    'document type',
    (size) => `<!DOCTYPE x [${repeat('<!ENTITY ', size)}]>${rss(item(''))}`,
  ),
  feed(
    'references to an entity',
    'expansion of entities',
    (size) =>
      `<!DOCTYPE x [<!ENTITY a "${'x'.repeat(1_000)}">]>${rss(item(`<description>${repeat('&a;', size)}</description>`))}`,
  ),
  feed(
    'an entity in attributes',
    'expansion of entities',
    (size) => `<!DOCTYPE x [<!ENTITY a "${'x'.repeat(1_000)}">]>${rss(item(repeat('<category label="&a;"/>', size)))}`,
  ),
  feed(
    'entities of entities',
    'expansion of entities',
    (size) =>
      `<!DOCTYPE x [<!ENTITY a "ha">${series((n) => `<!ENTITY b${n} "${'&a;'.repeat(300)}">`, size)}]>${rss(item('&b1;'))}`,
  ),
  feed('almost ended document types', 'document type', (size) => `<!DOCTYPE x [${repeat('] ', size)}${rss(item(''))}`),
  feed('comments before the feed', 'kind of document', (size) => repeat('<!-- x -->', size) + rss(item(''))),
  feed('text before the feed', 'kind of document', (size) => repeat('< ', size) + rss(item(''))),
  feed('base64', 'content', (size) =>
    atom(`<entry><id>1</id><content type="a/b">${repeat('PGI+', size)}</content></entry>`),
  ),
  feed(
    'nested JSON',
    'depth of JSON',
    (size) => `{"version":"https://jsonfeed.org/version/1.1","items":[${nested('{"a":[', ']}', size)}]}`,
  ),
  feed(
    'objects of JSON',
    'number of objects',
    (size) => `{"version":"https://jsonfeed.org/version/1.1","items":[${repeat('{},', size)}{}]}`,
  ),
  feed('keys of JSON', 'number of keys', (size) =>
    jsonFeed({ items: [Object.fromEntries(Array.from({ length: size / 10 }, (_, n) => [`k${n}`, n]))] }),
  ),
  feed('quotation marks in broken JSON', 'mending of JSON', (size) => `{"version":"${repeat('" ', size)}`),
  feed('strings of broken JSON', 'mending of JSON', (size) => `{"version":[${repeat('"a" "b" ', size)}`),
  feed('commas of broken JSON', 'mending of JSON', (size) => `{"version":[${repeat(',', size)}]}`),
  feed('blanks in broken JSON', 'mending of JSON', (size) => `{"version":"a"${repeat(' ', size)}"b"}`),
  feed('values of broken JSON', 'mending of JSON', (size) => repeat('{a};', size)),
  inJson('half characters', 'well-formed texts', (size) => ({
    title: repeat('\ud800', 100),
    content_html: repeat('\udc00 x', size),
    tags: ['\ud800'],
  })),
  inJson('authors', 'number of people', (size) => ({
    authors: Array.from({ length: size / 20 }, (_, n) => ({ name: `Ada ${n}` })),
  })),
  inJson('authors in lists', 'number of people', (size) => ({
    authors: Array.from({ length: size / 100 }, () => [['Ada', ['Bea', ['Cleo']]], { a: [{ b: ['Dora'] }] }]),
  })),
  inJson('tags', 'number of categories', (size) => ({ tags: Array.from({ length: size / 4 }, () => 'a') })),
  inJson('attachments', 'number of files', (size) => ({
    attachments: Array.from({ length: size / 40 }, (_, n) => ({ url: `https://x.example/${n}` })),
  })),
  inJson('a title in JSON', 'length of a text', (size) => ({
    title: repeat('ferry ', size),
    content_text: repeat('ferry ', size),
  })),
  inJson('paragraphs of plain text', 'plain text', (size) => ({ content_text: repeat('x\n\n', size) })),
  inJson('line ends of plain text', 'plain text', (size) => ({ content_text: `x${repeat('\n', size)}y` })),
  feed(
    'a sitemap of addresses',
    'number of items',
    (size) =>
      `<urlset xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">${series((n) => `<url><loc>https://harbour.example/${n}</loc><n:news><n:title>a</n:title></n:news></url>`, size)}</urlset>`,
  ),
  feed(
    'a sitemap of one address',
    'number of elements',
    (size) =>
      `<urlset xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"><url><n:title>${repeat('ferry ', size)}</n:title>${series((n) => `<x${n}>y</x${n}>`, size)}</url></urlset>`,
  ),
  feed(
    'a page of links to feeds',
    'number of links',
    (size) => `<html><head>${repeat('<link rel="alternate" type="application/rss+xml" href="b">', size)}`,
  ),
];
