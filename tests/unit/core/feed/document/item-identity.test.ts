import { describe, expect, it } from 'vitest';
import type { FeedItem } from '../../../../../lambdas/core/feed/document/feed-document.ts';
import { itemHash, itemKey, markSharedUrls } from '../../../../../lambdas/core/feed/document/item-identity.ts';
import { item } from '../../../../fakes/messages.ts';

const without = (fields: Partial<FeedItem>, ...names: (keyof FeedItem)[]): FeedItem => {
  const copy: Partial<Record<keyof FeedItem, unknown>> = item(fields);
  for (const name of names) delete copy[name];
  return copy as FeedItem;
};

describe('an item is called', () => {
  it.each([
    ['by its guid', item({ guid: '1', url: 'https://h.example/a' }), 'guid:1'],
    ['by its address when it has no guid', without({ url: 'https://h.example/a' }, 'guid'), 'url:h.example/a'],
  ])('%s', (_, which, key) => {
    expect(itemKey(which)).toBe(key);
  });

  it('by what it says when it has no guid and no address of its own', () => {
    const nameless = without({}, 'guid', 'url');
    const shared = without({ urlIsShared: true }, 'guid');
    expect(itemKey(nameless)).toMatch(/^hash:/);
    expect(itemKey(shared)).toBe(itemKey(nameless));
    expect(itemKey(without({ title: 'Another' }, 'guid', 'url'))).not.toBe(itemKey(nameless));
    expect(itemKey(without({ summary: 'Another.' }, 'guid', 'url'))).not.toBe(itemKey(nameless));
  });
});

describe('an item has changed', () => {
  const before = item({ title: 'Ferry returns', summary: 'The ferry  is back.', content: '<p>Long</p>' });
  it.each<[string, boolean, Partial<FeedItem>]>([
    ['when its title does', true, { title: 'Ferry is back' }],
    ['when its summary does', true, { summary: 'The ferry is late.' }],
    ['when its content does', true, { content: '<p>Longer</p>' }],
    ['when its address does', true, { url: 'https://harbour.example/news/1b' }],
    ['not when only tracking parameters do', false, { url: 'https://harbour.example/news/1?utm_medium=rss' }],
    ['not when only white space does', false, { title: ' Ferry\n returns', summary: 'The ferry is back. ' }],
    ['when its date of publication does', true, { publishedAt: '2026-11-23T00:00:00.000Z' }],
    ['not when only the date of its last change does', false, { updatedAt: '2026-11-24' }],
    ['not when only its picture does', false, { imageUrl: 'https://harbour.example/i.jpg' }],
    ['not when only its categories do', false, { categories: ['News'] }],
  ])('%s', (_, expected, fields) => {
    expect(itemHash({ ...before, ...fields }) !== itemHash(before)).toBe(expected);
  });

  it('not when its date gets a fraction of a second', () => {
    const [one, other] = ['2026-11-23T07:00:00.000Z', '2026-11-23T07:00:00.250Z'] as const;
    expect(itemHash(item({ publishedAt: one }))).toBe(itemHash(item({ publishedAt: other })));
  });

  it('when a text moves from the summary to the content', () => {
    const asSummary = without({ summary: 'Text' }, 'content');
    const asContent = without({ content: 'Text' }, 'summary');
    expect(itemHash(asSummary)).not.toBe(itemHash(asContent));
  });
});

describe('an address is shared', () => {
  const page = 'https://harbour.example/podcast';
  const shared = (items: readonly FeedItem[]): (boolean | undefined)[] =>
    markSharedUrls(items).map(({ urlIsShared }) => urlIsShared);

  it.each([
    ['when two items have it', [item({ guid: '1', url: page }), item({ guid: '2', url: page })], [true, true]],
    [
      'when two items have it but for fragments and tracking parameters',
      [item({ guid: '1', url: `${page}#c1` }), item({ guid: '2', url: `${page}?utm_source=rss#c2` })],
      [true, true],
    ],
    [
      'when two items have it under one guid',
      [item({ guid: '1', url: page, title: 'A' }), item({ guid: '1', url: page, title: 'B' })],
      [true, true],
    ],
    ['not when one item is listed twice', [item({ url: page }), item({ url: page })], [undefined, undefined]],
    [
      'not when items have addresses of their own',
      [item({ guid: '1', url: page }), item({ guid: '2' })],
      [undefined, undefined],
    ],
    ['not when there is none', [without({}, 'url'), without({ guid: '2' }, 'url')], [undefined, undefined]],
    [
      'by items that only differ in their titles',
      [without({ title: 'A', url: page }, 'guid'), without({ title: 'B', url: page }, 'guid')],
      [true, true],
    ],
  ])('%s', (_, items, expected) => {
    expect(shared(items)).toEqual(expected);
  });
});
