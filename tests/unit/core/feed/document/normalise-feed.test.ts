import { describe, expect, it } from 'vitest';
import { atom, documentOf, itemOf, rss, rssItem } from '../../../../fakes/feed-documents.ts';

describe('a feed', () => {
  it.each([
    ['has a title', rss(''), { title: 'Harbour' }],
    [
      'has a title of Dublin Core',
      '<rss><channel><dc:title>A &amp;amp; B</dc:title></channel></rss>',
      { title: 'A & B' },
    ],
    ['has a plain title', atom('<title type="html">A &amp;amp; &lt;b&gt;B&lt;/b&gt;</title>'), { title: 'A & B' }],
    ['has a site', rss('<link>/home/</link>'), { siteUrl: 'https://harbour.example/home/' }],
    ['has a language', rss('<language>en</language><dc:language>fr</dc:language>'), { language: 'en' }],
    ['has a language of Dublin Core', rss('<dc:language>fr</dc:language>'), { language: 'fr' }],
    ['has a language of XML', '<feed xml:lang="de"><title>T</title></feed>', { language: 'de' }],
    ['of RSS has a language of XML', '<rss xml:lang="de"><channel xml:lang="fr"/></rss>', { language: 'fr' }],
  ])('%s', async (_, body, expected) => {
    expect(await documentOf(body)).toMatchObject(expected);
  });
});

describe('the guid of an item', () => {
  it.each([
    ['is that of RSS', rss('<item><guid>a</guid></item>')],
    ['is that of Atom', atom('<entry><id>a</id></entry>')],
    ['is that of Atom in RSS', rss('<item><atom:id>a</atom:id></item>')],
    [
      'is the address of RSS 1.0',
      '<rdf:RDF xmlns="http://purl.org/rss/1.0/"><channel/><item rdf:about="a"/></rdf:RDF>',
    ],
  ])('%s', async (_, body) => {
    expect((await itemOf(body)).guid).toBe('a');
  });
});

describe('the title of an item', () => {
  it.each(['title', 'dc:title', 'itunes:title', 'media:title'])('is that of %s', async (name) => {
    expect((await rssItem(`<${name}>A &amp;amp; B</${name}>`)).title).toBe('A & B');
  });

  it('is absent if there is none', async () => {
    expect(await rssItem('<guid>1</guid>')).toEqual({ guid: '1', authors: [], categories: [] });
  });
});

describe('the texts of an item', () => {
  it.each([
    ['are a description and a content', '<description>a</description><content:encoded>b</content:encoded>', 'a', 'b'],
    [
      'are a description and a summary, which is then the content',
      '<description>a</description><summary>b</summary>',
      'a',
      'b',
    ],
    [
      'are a description and a summary of Atom, which is then the content',
      '<description>a</description><atom:summary>b</atom:summary>',
      'a',
      'b',
    ],
    ['are a summary alone', '<summary>a</summary>', 'a', undefined],
    ['are a summary of Atom alone', '<atom:summary>a</atom:summary>', 'a', undefined],
    ['are a summary of iTunes alone', '<itunes:summary>a</itunes:summary>', 'a', undefined],
    ['are a subtitle of iTunes alone', '<itunes:subtitle>a</itunes:subtitle>', 'a', undefined],
    ['are a summary and a content', '<summary>a</summary><content>b</content>', 'a', 'b'],
    ['are a description of media', '<media:description>a</media:description>', 'a', undefined],
    [
      'are a description of a group of media',
      '<media:group><media:description>a</media:description></media:group>',
      'a',
      undefined,
    ],
    [
      'are a description of a content of media',
      '<media:content url="/b"><media:description>a</media:description></media:content>',
      'a',
      undefined,
    ],
    [
      'are the first description of media with text',
      '<media:description/><media:group><media:description>a</media:description></media:group>',
      'a',
      undefined,
    ],
    [
      'are not a description of media if there is a summary',
      '<media:description>b</media:description><itunes:summary>a</itunes:summary>',
      'a',
      undefined,
    ],
    [
      'have absolute links',
      '<description>&lt;a href="/a"&gt;</description><content>&lt;a href="/b"&gt;</content>',
      '<a href="https://harbour.example/a">',
      '<a href="https://harbour.example/b">',
    ],
  ])('%s', async (_, xml, summary, content) => {
    const item = await rssItem(`<guid>1</guid>${xml}`);
    expect([item.summary, item.content]).toEqual([summary, content]);
  });

  it.each(['content', 'content:encoded', 'xhtml:body', 'body', 'fullitem', 'yandex:full-text', 'atom:content'])(
    'have the content of %s',
    async (name) => {
      expect((await rssItem(`<guid>1</guid><${name}>a</${name}>`)).content).toBe('a');
    },
  );
});

describe('the date of an item', () => {
  const AT = '2026-11-23T00:00:00.000Z';
  it.each(['pubDate', 'atom:published', 'issued', 'dcterms:issued', 'dc:date', 'created', 'dcterms:created'])(
    'of publication is that of %s',
    async (name) => {
      const item = await rssItem(`<guid>1</guid><${name}>2026-11-23</${name}>`);
      expect([item.publishedAt, item.publishedRaw, item.updatedAt]).toEqual([AT, '2026-11-23', undefined]);
    },
  );

  it.each(['atom:updated', 'modified', 'dcterms:modified'])('of the last change is that of %s', async (name) => {
    const item = await rssItem(`<guid>1</guid><pubDate>2026-11-22</pubDate><${name}>2026-11-23</${name}>`);
    expect([item.publishedAt?.slice(0, 10), item.updatedAt]).toEqual(['2026-11-22', AT]);
  });

  it.each([
    ['is the first that can be read', '<pubDate>soon</pubDate><dc:date>2026-11-23</dc:date>', AT, '2026-11-23'],
    ['is that of the last change if there is no other', '<modified>2026-11-23</modified>', AT, '2026-11-23'],
    [
      'is that of the last change if the other is unreadable',
      '<pubDate>soon</pubDate><modified>2026-11-23</modified>',
      AT,
      '2026-11-23',
    ],
    [
      'is the first that is there if none can be read',
      '<pubDate>soon</pubDate><dc:date>later</dc:date>',
      undefined,
      'soon',
    ],
    [
      'is unreadable rather than an unreadable last change',
      '<pubDate>soon</pubDate><modified>later</modified>',
      undefined,
      'soon',
    ],
    ['is absent without a readable last change', '<modified>later</modified>', undefined, undefined],
    ['is absent without dates', '', undefined, undefined],
  ])('of publication %s', async (_, xml, at, raw) => {
    const item = await rssItem(`<guid>1</guid>${xml}`);
    expect([item.publishedAt, item.publishedRaw]).toEqual([at, raw]);
  });
});
