import { describe, expect, it } from 'vitest';
import type { FeedItem } from '../../../../../lambdas/core/feed/document/feed-document.ts';
import {
  hashOfWords,
  hasOwnUrl,
  itemHash,
  itemKey,
  markSharedUrls,
  tellGuidsApart,
} from '../../../../../lambdas/core/feed/document/item-identity.ts';
import { item } from '../../../../fakes/messages.ts';

const without = (fields: Partial<FeedItem>, ...names: (keyof FeedItem)[]): FeedItem => {
  const copy: Partial<Record<keyof FeedItem, unknown>> = item(fields);
  for (const name of names) delete copy[name];
  return copy as FeedItem;
};

describe('the key of an item', () => {
  it.each([
    ['is its guid', item({ guid: '1', url: 'https://h.example/a' }), 'guid:1'],
    ['is its address when it has no guid', without({ url: 'https://h.example/a' }, 'guid'), 'url:h.example/a'],
  ])('%s', (_, which, key) => {
    expect(itemKey(which)).toBe(key);
  });

  it('is a hash of its words when it has no guid and no address of its own', () => {
    const nameless = without({}, 'guid', 'url');
    const shared = without({ urlIsShared: true }, 'guid');
    expect(itemKey(nameless)).toMatch(/^hash:/);
    expect(itemKey(shared)).toBe(itemKey(nameless));
    expect(itemKey(without({ title: 'Another' }, 'guid', 'url'))).not.toBe(itemKey(nameless));
    expect(itemKey(without({ summary: 'Another.' }, 'guid', 'url'))).not.toBe(itemKey(nameless));
  });
});

describe('the hash of an item', () => {
  const before = item({ title: 'Ferry returns', summary: 'The ferry  is back.', content: '<p>Long</p>' });
  it.each<[string, boolean, Partial<FeedItem>]>([
    ['changes with its title', true, { title: 'Ferry is back' }],
    ['changes with its summary', true, { summary: 'The ferry is late.' }],
    ['changes with its content', true, { content: '<p>Longer</p>' }],
    ['changes with its address', true, { url: 'https://harbour.example/news/1b' }],
    ['stays when only tracking parameters change', false, { url: 'https://harbour.example/news/1?utm_medium=rss' }],
    ['stays when only the host and the scheme change', false, { url: 'http://www.harbour.example/news/1' }],
    ['stays when only white space changes', false, { title: ' Ferry\n returns', summary: 'The ferry is back. ' }],
    ['changes with its date of publication', true, { publishedAt: '2026-11-23T00:00:00.000Z' }],
    ['stays when only the date of its last change changes', false, { updatedAt: '2026-11-24' }],
    ['stays when only its picture changes', false, { imageUrl: 'https://harbour.example/i.jpg' }],
    ['stays when only its categories change', false, { categories: ['News'] }],
  ])('%s', (_, expected, fields) => {
    expect(itemHash({ ...before, ...fields }) !== itemHash(before)).toBe(expected);
  });

  it('stays in its first twelve digits when only the date of publication changes', () => {
    const [hash, later] = [itemHash(before), itemHash({ ...before, publishedAt: '2026-11-24T00:00:00.000Z' })];
    expect(hash).toMatch(/^[\da-f]{16}$/);
    expect(hashOfWords(hash)).toBe(hash.slice(0, 12));
    expect(hashOfWords(later)).toBe(hashOfWords(hash));
    expect(later).not.toBe(hash);
  });

  it('is that of an item without an address, whatever else it lacks', () => {
    expect(itemHash({ authors: [], categories: [] })).toMatch(/^[\da-f]{16}$/);
  });

  it('stays when its date gets a fraction of a second', () => {
    const [one, other] = ['2026-11-23T07:00:00.000Z', '2026-11-23T07:00:00.250Z'] as const;
    expect(itemHash(item({ publishedAt: one }))).toBe(itemHash(item({ publishedAt: other })));
  });

  it('changes when a text moves from the summary to the content', () => {
    const asSummary = without({ summary: 'Text' }, 'content');
    const asContent = without({ content: 'Text' }, 'summary');
    expect(itemHash(asSummary)).not.toBe(itemHash(asContent));
  });
});

describe('an address', () => {
  const page = 'https://harbour.example/podcast';
  const shared = (items: readonly FeedItem[]): (boolean | undefined)[] =>
    markSharedUrls(items).map(({ urlIsShared }) => urlIsShared);

  it.each([
    [
      'is shared when two items have it',
      [item({ guid: '1', url: page }), item({ guid: '2', url: page })],
      [true, true],
    ],
    [
      'is shared when two items have it with other fragments and tracking parameters',
      [item({ guid: '1', url: `${page}#c1` }), item({ guid: '2', url: `${page}?utm_source=rss#c2` })],
      [true, true],
    ],
    [
      'is shared when two items have it under one guid',
      [item({ guid: '1', url: page, title: 'A' }), item({ guid: '1', url: page, title: 'B' })],
      [true, true],
    ],
    ['is not shared when one item is listed twice', [item({ url: page }), item({ url: page })], [undefined, undefined]],
    [
      'is not shared when each item has another',
      [item({ guid: '1', url: page }), item({ guid: '2' })],
      [undefined, undefined],
    ],
    ['is not shared when there is none', [without({}, 'url'), without({ guid: '2' }, 'url')], [undefined, undefined]],
    [
      'is shared by items that only differ in their titles',
      [without({ title: 'A', url: page }, 'guid'), without({ title: 'B', url: page }, 'guid')],
      [true, true],
    ],
  ])('%s', (_, items, expected) => {
    expect(shared(items)).toEqual(expected);
  });
});

describe('an item has an address of its own', () => {
  it.each([
    ['if it has an address', item({ url: 'https://h.example/a' }), true],
    ['unless other items have the address', item({ url: 'https://h.example/a', urlIsShared: true }), false],
    ['unless it has no address', without({}, 'url'), false],
  ])('%s', (_, which, expected) => {
    expect(hasOwnUrl(which)).toBe(expected);
  });
});

describe('the guids of a document', () => {
  const guids = (items: readonly FeedItem[]): (string | undefined)[] => tellGuidsApart(items).map(({ guid }) => guid);
  const [a, b] = ['https://h.example/a', 'https://h.example/b'] as const;

  it.each([
    ['stay if they are unique', [item({ guid: '1', url: a }), item({ guid: '2', url: a })], ['1', '2']],
    [
      'get the address if they are shared',
      [item({ guid: '1', url: a }), item({ guid: '1', url: b })],
      [`1 ${a}`, `1 ${b}`],
    ],
    ['stay if the item is listed twice', [item({ guid: '1', url: a }), item({ guid: '1', url: a })], ['1', '1']],
    ['stay absent', [without({ url: a }, 'guid'), without({ url: b }, 'guid')], [undefined, undefined]],
    [
      'get the address only where an item has one',
      [item({ guid: '1', url: a }), without({ guid: '1', title: 'X' }, 'url')],
      [`1 ${a}`, '1'],
    ],
  ])('%s', (_, items, expected) => {
    expect(guids(items)).toEqual(expected);
  });

  it('get a hash of the words if the address is shared too', () => {
    const items = ['A', 'B', 'A'].map((title) => item({ guid: '1', url: a, title }));
    const [first, second, third] = guids(items);
    expect(first).toMatch(/^1 \S+$/);
    expect(second).toMatch(/^1 \S+$/);
    expect(second).not.toBe(first);
    expect(third).toBe(first);
  });

  it('get a hash of the content, or of the summary without one', () => {
    const contents = ['A', 'B'].map((content) => item({ guid: '1', url: a, content }));
    const summaries = ['A', 'B'].map((summary) => without({ guid: '1', url: a, summary }, 'content'));
    expect(new Set(guids(contents)).size).toBe(2);
    expect(new Set(guids(summaries)).size).toBe(2);
  });
});
