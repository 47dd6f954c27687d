import { describe, expect, it } from 'vitest';
import { parseJsonFeed } from '../../../../../lambdas/core/feed/document/json-feed.ts';
import { DocumentBase } from '../../../../../lambdas/core/web/document-base.ts';
import { FEED_URL, jsonFeed } from '../../../../fakes/feed-documents.ts';

const read = (fields: object) => parseJsonFeed(jsonFeed(fields), DocumentBase.of(FEED_URL));
const readItem = (item: object, feed: object = {}) => read({ ...feed, items: [item] })?.items[0];

describe('a JSON Feed', () => {
  it('is read with all that it says', () => {
    const document = read({
      title: ' Harbour ',
      home_page_url: '/home/',
      feed_url: '/all.json',
      language: 'en',
      hubs: [{ type: 'WebSub', url: '/hub' }],
      authors: [{ name: 'Ada' }],
      items: [
        {
          id: 7,
          url: 'a',
          external_url: '/elsewhere',
          title: 'Ferry',
          content_html: '<a href="b">b</a>',
          content_text: 'not this',
          summary: 'Ships & <crews>',
          image: 'i.png',
          banner_image: 'banner.png',
          date_published: '2026-11-23T08:00:00Z',
          date_modified: '2026-11-24T08:00:00Z',
          tags: ['Sea', ' Sea'],
          attachments: [{ url: 'a.mp3', mime_type: 'audio/mpeg', size_in_bytes: 7 }],
        },
      ],
    });
    const at = (path: string): string => `https://harbour.example/home/${path}`;
    expect(document).toEqual({
      title: 'Harbour',
      siteUrl: at(''),
      language: 'en',
      hub: { url: 'https://harbour.example/hub', topic: 'https://harbour.example/all.json' },
      items: [
        {
          guid: '7',
          url: at('a'),
          title: 'Ferry',
          summary: 'Ships &amp; &lt;crews&gt;',
          content: `<a href="${at('b')}">b</a>`,
          authors: [{ name: 'Ada' }],
          publishedAt: '2026-11-23T08:00:00.000Z',
          publishedRaw: '2026-11-23T08:00:00Z',
          updatedAt: '2026-11-24T08:00:00.000Z',
          categories: ['Sea'],
          imageUrl: at('i.png'),
          enclosures: [{ url: at('a.mp3'), type: 'audio/mpeg', length: 7 }],
        },
      ],
    });
  });

  it.each([
    ['may say nothing', '{"version":"https://jsonfeed.org/version/1","items":[]}', { items: [] }],
    ['may have a version with www', '{"version":"https://www.jsonfeed.org/version/1","items":[]}', { items: [] }],
    ['may have a version without TLS', '{"version":"http://jsonfeed.org/version/1","items":[]}', { items: [] }],
    [
      'may have a number as its version, beside its address',
      '{"version":1.1,"feed_url":"/a","items":[]}',
      { items: [] },
    ],
    [
      'may have a number as its version, beside its site',
      '{"version":"1","home_page_url":"/","items":[]}',
      { siteUrl: 'https://harbour.example/', items: [] },
    ],
    ['may have a title that is a number', jsonFeed({ title: 7 }), { title: '7', items: [] }],
    ['has no title if it is a list', jsonFeed({ title: ['a'] }), { items: [] }],
    ['has no title if it is blank', jsonFeed({ title: ' ' }), { items: [] }],
    ['has no items that are no objects', jsonFeed({ items: ['a', null, 7] }), { items: [] }],
  ])('%s', (_, json, expected) => {
    expect(parseJsonFeed(json, DocumentBase.of(FEED_URL))).toEqual(expected);
  });

  it.each([
    ['has no items', '{"version":"https://jsonfeed.org/version/1"}'],
    ['has items that are no list', '{"version":"https://jsonfeed.org/version/1","items":{}}'],
    ['has no version', '{"items":[]}'],
    ['has the version of something else', '{"version":"x https://jsonfeed.org/version/1","items":[]}'],
    ['has a number as its version alone', '{"version":1,"items":[]}'],
    ['has a word as its version', '{"version":"v1","feed_url":"/a","items":[]}'],
    ['is a list', '[]'],
    ['is null', 'null'],
    ['is no JSON', 'a'],
  ])('is none if it %s', (_, json) => {
    expect(parseJsonFeed(json, DocumentBase.of(FEED_URL))).toBeUndefined();
  });

  it.each([
    [
      'is the first of WebSub',
      [
        { type: 'rssCloud', url: '/a' },
        { type: 'websub', url: '/b' },
      ],
      'https://harbour.example/b',
    ],
    ['is absent if no hub is of WebSub', [{ type: 'rssCloud', url: '/a' }, { url: '/b' }], undefined],
    ['is absent if its address is no web address', [{ type: 'WebSub', url: 'mailto:a@h.example' }], undefined],
    ['is absent if the hubs are no list', 'a', undefined],
  ])('has a hub that %s', (_, hubs, expected) => {
    expect(read({ hubs })?.hub?.url).toBe(expected);
  });

  it('is known at its hub by the address that it came from, if it names none', () => {
    expect(read({ hubs: [{ type: 'WebSub', url: '/b' }] })?.hub?.topic).toBe(FEED_URL);
  });
});

describe('an item of a JSON Feed', () => {
  it.each([
    ['has a plain text as its content', { content_text: 'a < b' }, { content: 'a &lt; b' }],
    [
      'has paragraphs for empty lines',
      { content_text: 'a\n\nb\nc\n\n\nd' },
      { content: '<p>a</p>\n<p>b<br>\nc</p>\n<p>d</p>' },
    ],
    ['has paragraphs in its summary too', { summary: 'a\n\nb' }, { summary: '<p>a</p>\n<p>b</p>' }],
    [
      'has links that start at the feed if no site is named',
      { content_html: '<a href="/b">' },
      { content: '<a href="https://harbour.example/b">' },
    ],
    ['has an address elsewhere if it has no other', { external_url: '/b' }, { url: 'https://harbour.example/b' }],
    ['has a banner as its image if it has no other', { banner_image: '/b' }, { imageUrl: 'https://harbour.example/b' }],
    ['keeps a date that is unreadable', { date_published: 'soon' }, { publishedRaw: 'soon' }],
    ['has no tags of other types', { tags: ['a', 5, null, ['b']] }, { categories: ['a', '5'] }],
    ['has no enclosures without addresses', { attachments: [{ mime_type: 'a' }, null, 'b'] }, {}],
    ['has no enclosures if they are no list', { attachments: 'a' }, {}],
    [
      'has enclosures of unknown length',
      { attachments: [{ url: '/a', size_in_bytes: 'many' }] },
      { enclosures: [{ url: 'https://harbour.example/a' }] },
    ],
  ])('%s', (_, item, expected) => {
    expect(readItem(item)).toEqual({ authors: [], categories: [], ...expected });
  });

  it.each([
    ['is that of version 1.0', { author: { name: 'Ada' } }, {}, ['Ada']],
    ['is that of version 1.1 before that of 1.0', { author: { name: 'Ada' }, authors: [{ name: 'Bea' }] }, {}, ['Bea']],
    ['is that of version 1.0 if the list is empty', { author: { name: 'Ada' }, authors: [] }, {}, ['Ada']],
    ['is that of the feed if the item names none', {}, { authors: [{ name: 'Cleo' }] }, ['Cleo']],
    ['is that of the feed in version 1.0', {}, { author: { name: 'Cleo' } }, ['Cleo']],
    [
      'is not that of the feed if the item names one',
      { author: { name: 'Ada' } },
      { author: { name: 'Cleo' } },
      ['Ada'],
    ],
    ['is named by an object in the place of the list', { authors: { name: 'Ada' } }, {}, ['Ada']],
    ['is named by a text', { author: 'Ada' }, {}, ['Ada']],
    ['is named by texts in the list', { authors: ['Ada', ' Bea '] }, {}, ['Ada', 'Bea']],
    ['is named by a text with an address', { author: 'ada@harbour.example (Ada)' }, {}, ['Ada']],
    ['is named by a list in the place of the object', { author: [{ name: 'Ada' }, 'Bea'] }, {}, ['Ada', 'Bea']],
    [
      'is named by a list that PHP wrote as an object',
      { authors: { 0: { name: 'Ada' }, 2: { name: 'Bea' } } },
      {},
      ['Ada', 'Bea'],
    ],
    ['is named by the feed in whatever shape', {}, { authors: 'Cleo' }, ['Cleo']],
    ['is absent without a name', { authors: [{ url: '/a' }, null, 7, [[[[['b']]]]]] }, {}, []],
  ])('has an author who %s', (_, item, feed, expected) => {
    expect(readItem(item, feed)?.authors.map(({ name }) => name)).toEqual(expected);
  });

  it.each([
    ['a comma too many', '[{"id":"1","title":"a b"},]'],
    ['tabs and line ends in a string', '[{"id":"1","title":"a\tb"}]'],
    ['a quotation mark in a string', '[{"id":"1","title":"a b","summary":"a "b" c"}]'],
  ])('is read in JSON that has %s, and the feed is called repaired', (_, items) => {
    const document = parseJsonFeed(
      `{"version":"https://jsonfeed.org/version/1.1","items":${items}}`,
      DocumentBase.of(FEED_URL),
    );
    expect(document).toMatchObject({ repaired: true, items: [{ guid: '1', title: 'a b' }] });
  });

  it('is not read in JSON that is cut off', () => {
    const json = '{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1"},{"id":"2';
    expect(parseJsonFeed(json, DocumentBase.of(FEED_URL))).toBeUndefined();
  });

  it('is marked if another item has the same address', () => {
    const items = [
      { id: 1, url: '/live' },
      { id: 2, url: '/live' },
    ];
    expect(read({ items })?.items.map(({ urlIsShared }) => urlIsShared)).toEqual([true, true]);
  });
});

it('the first 500 entries of a list are read', () => {
  const tags = Array.from({ length: 1_000 }, (_, n) => (n < 450 ? '' : `${n}`));
  expect(read({ items: [{ id: '1', tags }] })?.items[0]?.categories).toEqual(tags.slice(450, 500));
});
