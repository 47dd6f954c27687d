/** What publishers write beside what the specifications say, read as they mean it: each kind in several formats and scripts. */
import { describe, expect, it } from 'vitest';
import type { FeedItem } from '../../../../../lambdas/core/feed/document/feed-document.ts';
import { parseFeed } from '../../../../../lambdas/core/feed/document/parse-feed.ts';
import { atom, atomEntry, documentOf, itemOf, jsonFeed, rss, rssItem } from '../../../../fakes/feed-documents.ts';

const page = (path: string): string => `https://harbour.example/${path}`;
const rss1 = (item: string): string =>
  `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel/>${item}</rdf:RDF>`;
const jsonItem = (fields: object): Promise<FeedItem> => itemOf(jsonFeed({ items: [{ id: '1', ...fields }] }));
const ATOM = 'xmlns="http://www.w3.org/2005/Atom"';

describe('an element is read', () => {
  const title = '<title>The pier opens</title>';
  it.each([
    ['if its item undeclares the default namespace', rss(`<item xmlns="">${title}</item>`)],
    ['if it undeclares the default namespace itself', rss('<item><title xmlns="">The pier opens</title></item>')],
    ['if its entry undeclares the namespace of Atom', atom(`<entry xmlns="">${title}</entry>`)],
    [
      'if its channel has a namespace of its own',
      `<rss><channel xmlns="urn:paper"><item>${title}</item></channel></rss>`,
    ],
    ['if its item has a namespace of its own', rss(`<item xmlns="https://paper.example/ns">${title}</item>`)],
    ['if its item has the namespace of Atom', rss(`<item ${ATOM}>${title}<guid>1</guid></item>`)],
    ['if its item of RSS 1.0 undeclares the namespace', rss1(`<item xmlns="">${title}</item>`)],
    ['if it is a title of Atom in RSS', rss(`<item><title ${ATOM}>The pier opens</title></item>`)],
    [
      'if its vocabulary has no such element',
      rss('<item><title xmlns="http://www.w3.org/1999/xhtml">The pier opens</title></item>'),
    ],
    [
      'though a title of another vocabulary stands before it',
      rss(`<item><title xmlns="https://shop.example/">Buy</title>${title}</item>`),
    ],
    [
      'though a title with a foreign prefix stands before it',
      rss(`<item><x:title xmlns:x="https://shop.example/">Buy</x:title>${title}</item>`),
    ],
  ])('%s', async (_, document) => {
    expect((await itemOf(document)).title).toBe('The pier opens');
  });

  it.each([
    ['content', '<content:encoded>All</content:encoded>', { content: 'All' }],
    ['dc', '<dc:creator>Ada</dc:creator>', { authors: [{ name: 'Ada' }] }],
    ['media', '<media:content url="/a.jpg" medium="image"/>', { imageUrl: page('a.jpg') }],
    ['itunes', '<itunes:summary>All</itunes:summary>', { summary: 'All' }],
    ['atom', '<atom:link href="/a"/>', { url: page('a') }],
    ['DCTERMS', '<DCTERMS:created>2026-11-23</DCTERMS:created>', { publishedAt: '2026-11-23T00:00:00.000Z' }],
  ])('if its prefix is the usual %s with a namespace that nobody knows', async (prefix, xml, expected) => {
    const document = `<rss xmlns:${prefix}="https://paper.example/${prefix}"><channel><item>${xml}</item></channel></rss>`;
    expect(await itemOf(document)).toMatchObject(expected);
  });

  it.each([
    [
      'of Atom',
      `<entry xmlns:a="http://www.w3.org/2005/Atom"><link a:rel="alternate" a:href="/a"/></entry>`,
      { url: page('a') },
    ],
    ['of Atom, beside plain ones', '<entry><link atom:href="/b" href="/a"/></entry>', { url: page('a') }],
    [
      'of its own vocabulary',
      '<entry><media:content media:url="/a.jpg" media:medium="image"/></entry>',
      { imageUrl: page('a.jpg') },
    ],
  ])('with attributes that have the prefix %s', async (_, entry, expected) => {
    expect(await itemOf(atom(entry))).toMatchObject(expected);
  });

  it('with the address of RSS 1.0, whatever the prefix of RDF', async () => {
    const item = '<item r:about="a" xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>';
    expect((await itemOf(rss1(item))).guid).toBe('a');
  });

  it('without the attributes of other vocabularies', async () => {
    expect((await atomEntry('<link xlink:href="/b" href=""/>')).url).toBeUndefined();
  });
});

describe('the lines of a plain text are lines', () => {
  const lines = 'Chapters:\n0:00 Intro\n1:20 The planks';
  const html = 'Chapters:<br>\n0:00 Intro<br>\n1:20 The planks';
  it.each([
    ['in content_text', jsonItem({ content_text: lines }), { content: html }],
    [
      'in the line ends of other systems',
      jsonItem({ content_text: lines.replaceAll('\n', '\r\n') }),
      { content: html },
    ],
    ['in the summary of JSON Feed', jsonItem({ summary: lines }), { summary: html }],
    ['in a description of Media RSS', rssItem(`<media:description>${lines}</media:description>`), { summary: html }],
    [
      'in a description of type plain',
      rssItem(`<media:description type="plain">${lines}</media:description>`),
      { summary: html },
    ],
    ['in a summary of iTunes', rssItem(`<itunes:summary>${lines}</itunes:summary>`), { summary: html }],
    ['in a summary of Atom', atomEntry(`<summary>${lines}</summary>`), { summary: html }],
    ['in a content of type text', atomEntry(`<content type="text">${lines}</content>`), { content: html }],
    [
      'in a content of Atom 0.3',
      atomEntry(`<content type="text/plain" mode="escaped">${lines}</content>`),
      { content: html },
    ],
    [
      'with < and & as they are written',
      atomEntry('<content type="text">a &lt;b&gt;\n&amp;amp; c</content>'),
      { content: 'a &lt;b&gt;<br>\n&amp;amp; c' },
    ],
    [
      'in paragraphs',
      jsonItem({ content_text: '潮汐\n六时\n \n注意' }),
      { content: '<p>潮汐<br>\n六时</p>\n<p>注意</p>' },
    ],
  ])('%s', async (_, item, expected) => {
    expect(await item).toMatchObject(expected);
  });

  it.each([
    [
      'HTML of RSS',
      rssItem('<description>&lt;p&gt;High\nwater&lt;/p&gt;</description>'),
      { summary: '<p>High\nwater</p>' },
    ],
    ['HTML of RSS without tags', rssItem('<description>High\nwater</description>'), { summary: 'High\nwater' }],
    [
      'HTML of Atom',
      atomEntry('<content type="html">High\n&lt;b&gt;water&lt;/b&gt;</content>'),
      { content: 'High\n<b>water</b>' },
    ],
    [
      'HTML of Media RSS',
      rssItem('<media:description type="html">High\nwater</media:description>'),
      { summary: 'High\nwater' },
    ],
    ['a title', atomEntry('<title>High\nwater</title>'), { title: 'High\nwater' }],
  ])('but those of %s are white space', async (_, item, expected) => {
    expect(await item).toMatchObject(expected);
  });

  it('and empty lines of a description without tags divide paragraphs', async () => {
    expect((await rssItem('<description>High\nwater\n\nMind the planks</description>')).summary).toBe(
      '<p>High\nwater</p>\n<p>Mind the planks</p>',
    );
  });
});

describe('UTF-8 is read as UTF-8', () => {
  const headlines = [
    '港务委员会周二晚间投票',
    '横浜港が再開',
    '항구가 다시 열린다',
    'Порт снова открыт',
    'Hafenöffnung für Fähren: größer',
    'ท่าเรือเปิด',
  ];
  const encodings = [
    'gb2312',
    'gbk',
    'gb18030',
    'big5',
    'shift_jis',
    'euc-jp',
    'euc-kr',
    'iso-2022-jp',
    'windows-1251',
    'iso-8859-1',
    'utf-16',
  ];
  const cases = encodings.flatMap((encoding) => headlines.map((headline) => [encoding, headline] as const));
  it.each(cases)('though %s is declared: %s', async (encoding, headline) => {
    const document = `<?xml version="1.0" encoding="${encoding}"?>${rss(`<item><title>${headline}</title></item>`)}`;
    const context = { baseUrl: page('rss'), contentType: `text/xml; charset=${encoding}` };
    const outcome = await parseFeed(Buffer.from(document), context);
    expect(outcome).toMatchObject({ document: { items: [{ title: headline }] } });
  });

  it.each([
    ['Chinese', 'gb2312', [0xbd, 0xf1, 0xcc, 0xec], '今天'],
    ['Chinese of two characters whose bytes are valid UTF-8', 'gbk', [0xc4, 0xbf, 0xc4, 0xbf], '目目'],
    ['Japanese of ASCII bytes', 'iso-2022-jp', [0x1b, 0x24, 0x42, 0x46, 0x7c, 0x4b, 0x5c, 0x1b, 0x28, 0x42], '日本'],
    ['Korean', 'euc-kr', [0xc7, 0xd1, 0xb1, 0xb9], '한국'],
  ])('but %s is read as declared', async (_, charset, bytes, title) => {
    const [before = '', after = ''] = rss('<item><title>|</title></item>').split('|');
    const body = Buffer.concat([Buffer.from(before), Buffer.from(bytes), Buffer.from(after)]);
    const outcome = await parseFeed(body, { baseUrl: page('rss'), contentType: `text/xml; charset=${charset}` });
    expect(outcome).toMatchObject({ document: { items: [{ title }] } });
  });
});

describe('the page of an item', () => {
  const guid = '<guid>https://harbour.example/g</guid>';
  it.each([
    [
      'of RSS is not the feed, to which a link of rel self leads',
      rssItem(`<link rel="self" href="/feed"/>${guid}`),
      'g',
    ],
    ['of RSS is not the feed, of which the address is the text', rssItem(`<link rel="self">/feed</link>${guid}`), 'g'],
    [
      'of RSS is the alternate behind the replies',
      rssItem('<link rel="replies" href="/c"/><link rel="alternate" href="/a"/>'),
      'a',
    ],
    [
      'of RSS is the link without rel behind an enclosure',
      rssItem('<link rel="enclosure" href="/c.mp3"/><link>/a</link>'),
      'a',
    ],
    [
      'of RSS is the link without rel before a text of rel hub',
      rssItem('<link rel="hub">/hub</link><link href="/a"/>'),
      'a',
    ],
    [
      'of RSS 1.0 is the alternate behind rel edit',
      itemOf(rss1('<item><link rel="edit" href="/e"/><link rel="alternate" href="/a"/></item>')),
      'a',
    ],
    ['of RSS is its guid before a related page', rssItem(`<link rel="related" href="/r"/>${guid}`), 'g'],
    [
      'of RSS is a link of Atom before a link of rel self',
      rssItem('<link rel="self" href="/f"/><atom:link href="/a"/>'),
      'a',
    ],
    [
      'of Atom is the alternate by the address of its relation',
      atomEntry(
        '<link rel="http://www.iana.org/assignments/relation/self" href="/s"/><link rel="http://www.iana.org/assignments/relation/alternate" href="/a"/>',
      ),
      'a',
    ],
    [
      'of Atom is an alternate beside another relation',
      atomEntry('<link rel="self" href="/s"/><link rel="alternate nofollow" href="/a"/>'),
      'a',
    ],
    [
      'of Atom is the address of its content',
      atomEntry('<content src="/media/1.html" type="text/html"/>'),
      'media/1.html',
    ],
    [
      'of Atom is the address of its content below its base',
      atomEntry('<content xml:base="/2026/" src="lamp.xhtml" type="application/xhtml+xml"/>'),
      '2026/lamp.xhtml',
    ],
    [
      'of Atom 0.3 is the address of its content',
      itemOf('<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><content src="/1.html"/></entry></feed>'),
      '1.html',
    ],
    [
      'of Atom is its alternate before the address of its content',
      atomEntry('<content src="/1.html" type="text/html"/><link href="/a"/>'),
      'a',
    ],
  ])('%s', async (_, item, path) => {
    expect((await item).url).toBe(page(path));
  });

  it.each([
    ['an empty href', atomEntry('<link href=""/>')],
    ['an empty href below a base', atomEntry('<link xml:base="/2026/" href=" "/>')],
    [
      'an empty link below a base',
      itemOf('<rss xml:base="https://harbour.example/"><channel><item><link/></item></channel></rss>'),
    ],
    ['an empty url of JSON Feed', jsonItem({ url: ' ' })],
    ['a content that is a sound elsewhere', atomEntry('<content src="/1.mp3" type="audio/mpeg"/>')],
    ['only the feed', rssItem('<link rel="self" href="/feed"/>')],
  ])('is absent if the item has %s', async (_, item) => {
    expect((await item).url).toBeUndefined();
  });

  it('is no file: a content that is a sound elsewhere is an enclosure', async () => {
    const { enclosures } = await atomEntry('<content src="/1.mp3" type="audio/mpeg"/>');
    expect(enclosures).toEqual([{ url: page('1.mp3'), type: 'audio/mpeg' }]);
  });

  it.each([
    [
      'a link of Atom',
      atomEntry('<link rel="enclosure" type="audio/mpeg">\n /9.mp3?a=1&amp;b=2 </link>'),
      '9.mp3?a=1&b=2',
    ],
    ['a link of Atom in RSS', rssItem('<atom:link rel="enclosure">/9.mp3</atom:link>'), '9.mp3'],
    ['an enclosure of RSS', rssItem('<enclosure type="audio/mpeg">/9.mp3</enclosure>'), '9.mp3'],
    ['an enclosure with a src', rssItem('<enclosure src="/9.mp3"/>'), '9.mp3'],
  ])('has an enclosure whose address is the text of %s', async (_, item, path) => {
    expect((await item).enclosures).toMatchObject([{ url: page(path) }]);
  });
});

describe('marks of CDATA are no words', () => {
  it.each([
    ['of an escaped title', rssItem('<title>&lt;![CDATA[The pier]]&gt;</title>'), { title: 'The pier' }],
    [
      'of a title that is escaped twice',
      rssItem('<title>&amp;lt;![CDATA[The pier]]&amp;gt;</title>'),
      { title: 'The pier' },
    ],
    ['of a title of Atom', atomEntry('<title>&lt;![CDATA[The pier]]&gt;</title>'), { title: 'The pier' }],
    [
      'of a title of type text',
      atomEntry('<title type="text">&lt;![CDATA[Fish &amp; chips]]&gt;</title>'),
      { title: 'Fish & chips' },
    ],
    ['of CDATA within CDATA', rssItem('<title><![CDATA[<![CDATA[The pier]]>]]&gt;</title>'), { title: 'The pier' }],
    [
      'of CDATA in two parts',
      rssItem('<title><![CDATA[<![CDATA[Der Steg]]]]><![CDATA[>]]></title>'),
      { title: 'Der Steg' },
    ],
    [
      'of an escaped description',
      rssItem('<description>&lt;![CDATA[&lt;p&gt;a&lt;/p&gt;]]&gt;</description>'),
      { summary: '<p>a</p>' },
    ],
    [
      'of a description that is escaped twice',
      rssItem('<description>&amp;lt;![CDATA[&amp;lt;p&amp;gt;a&amp;lt;/p&amp;gt;]]&amp;gt;</description>'),
      { summary: '<p>a</p>' },
    ],
    [
      'within a content',
      rssItem('<content:encoded>&lt;p&gt;&lt;![CDATA[a]]&gt;&lt;/p&gt;</content:encoded>'),
      { content: '<p>a</p>' },
    ],
    [
      'of a link, a guid and a date',
      rssItem(
        '<link>&lt;![CDATA[/a]]&gt;</link><guid>&lt;![CDATA[1]]&gt;</guid><pubDate>&lt;![CDATA[2026-11-23]]&gt;</pubDate>',
      ),
      { url: page('a'), guid: '1', publishedAt: '2026-11-23T00:00:00.000Z' },
    ],
    [
      'of an author and a category',
      rssItem('<dc:creator>&lt;![CDATA[Ada]]&gt;</dc:creator><category>&lt;![CDATA[Port]]&gt;</category>'),
      { authors: [{ name: 'Ada' }], categories: ['Port'] },
    ],
    [
      'of JSON Feed',
      jsonItem({ title: '<![CDATA[The pier]]>', content_html: '<![CDATA[<p>a</p>]]>' }),
      { title: 'The pier', content: '<p>a</p>' },
    ],
  ])('%s', async (_, item, expected) => {
    expect(await item).toMatchObject(expected);
  });

  it('but are words in a text about them', async () => {
    const about =
      '<title>Use &lt;![CDATA[ in XML</title><description>&lt;code&gt;&amp;lt;![CDATA[ ]]&amp;gt;&lt;/code&gt;</description>';
    expect(await rssItem(about)).toMatchObject({
      title: 'Use <![CDATA[ in XML',
      summary: '<code>&lt;![CDATA[ ]]&gt;</code>',
    });
  });
});

describe('a title of Atom', () => {
  it.each([
    ['Fix &lt;br&gt; rendering', 'Fix <br> rendering'],
    ['Escape &amp;nbsp; in output', 'Escape &nbsp; in output'],
    ['The &lt;p&gt; and &lt;/p&gt; tags', 'The <p> and </p> tags'],
    ['Was &amp;lt; bedeutet', 'Was &lt; bedeutet'],
    ['一个 &lt;img&gt; 标签', '一个 <img> 标签'],
  ])('without a type is text: %s', async (xml, title) => {
    expect((await atomEntry(`<title>${xml}</title>`)).title).toBe(title);
    expect((await atomEntry(`<title type="text">${xml}</title>`)).title).toBe(title);
  });

  it.each([
    ['an element', 'Fix &lt;b&gt;all&lt;/b&gt;', 'Fix all'],
    ['a reference in a word', 'AT&amp;amp;T', 'AT&T'],
    ['a reference at a word', '&amp;#8217;s Hertogenbosch', '’s Hertogenbosch'],
    ['a letter', 'Caf&amp;eacute; am Kai', 'Café am Kai'],
  ])('without a type is HTML if it has %s', async (_, xml, title) => {
    expect((await atomEntry(`<title>${xml}</title>`)).title).toBe(title);
  });

  it('of type html is HTML', async () => {
    expect((await atomEntry('<title type="html">Fix&lt;br&gt;all &amp;amp; more</title>')).title).toBe(
      'Fix all & more',
    );
  });
});

describe('the halves of a letter that are escaped one by one', () => {
  it.each([
    ['in a title', rssItem('<title>Hi &#55357;&#56832; and &#xD83D;&#xde00;</title>'), { title: 'Hi 😀 and 😀' }],
    ['in a title that is escaped twice', rssItem('<title>Hi &amp;#55357;&amp;#56832;</title>'), { title: 'Hi 😀' }],
    ['in a title of Atom', atomEntry('<title type="html">&amp;#xd83d;&amp;#56832;</title>'), { title: '😀' }],
    [
      'in a content',
      rssItem('<description>&lt;p&gt;𠮷: &amp;#55362;&amp;#57271;&lt;/p&gt;</description>'),
      { summary: '<p>𠮷: 𠮷</p>' },
    ],
    [
      'in a content of CDATA',
      rssItem('<description><![CDATA[<p>&#55357;&#56832;</p>]]></description>'),
      { summary: '<p>😀</p>' },
    ],
    ['in an author', rssItem('<dc:creator>Ada &#55357;&#56832;</dc:creator>'), { authors: [{ name: 'Ada 😀' }] }],
    ['in an attribute', atomEntry('<category term="&#55357;&#56832;"/>'), { categories: ['😀'] }],
  ])('are one letter %s', async (_, item, expected) => {
    expect(await item).toMatchObject(expected);
  });

  it('are no letter alone or in the wrong order', async () => {
    expect((await rssItem('<title>a&#55357;b&#56832;c&#56832;&#55357;</title>')).title).toBe('abc');
  });
});

describe('an entity of the document', () => {
  const withEntities = (entities: string, xml: string): string =>
    `<!DOCTYPE rss [${entities}]>${rss(`<item>${xml}</item>`)}`;
  it.each([
    ['is read in texts', '<!ENTITY pub "The Paper">', '<title>By &pub;</title>', { title: 'By The Paper' }],
    ['is read in addresses', '<!ENTITY site "https://harbour.example">', '<link>&site;/1</link>', { url: page('1') }],
    [
      'is read in attributes',
      "<!ENTITY site 'https://harbour.example'>",
      '<enclosure url="&site;/1.mp3"/>',
      { enclosures: [{ url: page('1.mp3') }] },
    ],
    [
      'has a name of any letters',
      '<!ENTITY ae_big "Æ"><!ENTITY größe.1 "20 m">',
      '<title>&ae_big;rø &größe.1;</title>',
      { title: 'Ærø 20 m' },
    ],
    ['goes before HTML’s of its name', '<!ENTITY dot "·">', '<title>a &dot; b</title>', { title: 'a · b' }],
    ['doesn’t go before XML’s', '<!ENTITY amp "x">', '<title>a &amp; b</title>', { title: 'a & b' }],
    [
      'may hold references',
      '<!ENTITY firm "Smith &amp; S&#246;hne &#38;#169;">',
      '<title>&firm;</title>',
      { title: 'Smith & Söhne ©' },
    ],
    ['may hold an entity', '<!ENTITY a "Paper"><!ENTITY b "The &a;">', '<title>&b;</title>', { title: 'The Paper' }],
    [
      'may hold HTML',
      '<!ENTITY sig "<i>Ada</i>">',
      '<description>By &sig;</description>',
      { summary: 'By <i>Ada</i>' },
    ],
    ['has its first value', '<!ENTITY a "b"><!ENTITY a "c">', '<title>&a;</title>', { title: 'b' }],
  ])('%s', async (_, entities, xml, expected) => {
    const document = await documentOf(withEntities(entities, xml));
    expect(document.items[0]).toMatchObject(expected);
    expect(document).not.toHaveProperty('repaired');
  });

  it.each([
    ['is fetched from nowhere', '<!ENTITY file SYSTEM "file:///etc/passwd">', 'a&file;b'],
    ['is none if it is longer than a thousand characters', `<!ENTITY file "${'x'.repeat(1_001)}">`, 'a&file;b'],
    ['is none if it stands in no declaration', '', 'a&file;b'],
  ])('%s', async (_, entities, title) => {
    expect((await itemOf(withEntities(entities, '<title>a&file;b</title>'))).title).toBe(title);
  });

  it('is named in a text about it without harm', async () => {
    const text = '<description><![CDATA[<!DOCTYPE a [<!ENTITY b "&c;&c;">]>]]></description>';
    expect((await rssItem(`<title>t</title>${text}`)).title).toBe('t');
  });

  it('adds no more to a document than as much as the document has', async () => {
    const texts = '&a;'.repeat(1_000);
    const { summary = '' } = await itemOf(
      withEntities(`<!ENTITY a "${'x'.repeat(1_000)}">`, `<description>${texts}</description>`),
    );
    expect(summary.length).toBeLessThan(110_000);
  });
});

describe('an item within an item', () => {
  it('is an item, and the outer one goes on behind it', async () => {
    const inner = '<item><title>Inner</title><link>/b</link></item>';
    const { items } = await documentOf(
      rss(`<item><title>Outer</title>${inner}<link>/a</link></item><item><title>Next</title></item>`),
    );
    expect(items.map(({ title, url }) => [title, url])).toEqual([
      ['Outer', page('a')],
      ['Inner', page('b')],
      ['Next', undefined],
    ]);
  });

  it('is an item of Atom as well', async () => {
    const { items } = await documentOf(atom('<entry><entry><title>Inner</title></entry><title>Outer</title></entry>'));
    expect(items.map(({ title }) => title)).toEqual(['Outer', 'Inner']);
  });

  it('is an item of its own if the outer one lacks its end tag', async () => {
    const { items } = await documentOf(
      rss('<item><title>a</title><item><title>b</title><item><title>c</title></item>'),
    );
    expect(items.map(({ title }) => title)).toEqual(['a', 'b', 'c']);
  });

  it.each([
    ['an element of another vocabulary', '<shop:offers><item><title>Buy</title></item></shop:offers>'],
    ['a programme with a channel', '<tv:show><channel>Harbour TV</channel></tv:show>'],
    [
      'a document of another vocabulary',
      '<x:related xmlns:x="urn:x"><rss><channel><item/></channel></rss></x:related>',
    ],
  ])('is no item in %s', async (_, foreign) => {
    const { items } = await documentOf(rss(`<item><title>a</title>${foreign}<link>/a</link></item>`));
    expect(items.map(({ title, url }) => [title, url])).toEqual([['a', page('a')]]);
  });
});

describe('a language', () => {
  it.each([
    ['of xml:lang', '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="pt_BR"/>', 'pt-BR'],
    ['of RSS', rss('<language>zh_Hans_CN</language>'), 'zh-Hans-CN'],
    ['of JSON Feed', jsonFeed({ language: 'de_AT' }), 'de-AT'],
  ])('%s has hyphens for underscores', async (_, document, language) => {
    expect((await documentOf(document)).language).toBe(language);
  });
});

describe('the author of a feed in Atom', () => {
  it.each(['name', 'atom:name'])('is the author of the items of RSS that name none (%s)', async (name) => {
    const document = rss(`<atom:author><${name}>Ada</${name}></atom:author><item><title>a</title></item>`);
    expect((await itemOf(document)).authors).toEqual([{ name: 'Ada' }]);
  });
});
