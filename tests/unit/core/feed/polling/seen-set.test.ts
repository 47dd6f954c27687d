import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FeedItem } from '../../../../../lambdas/core/feed/document/feed-document.ts';
import { MAX_ITEMS } from '../../../../../lambdas/core/feed/document/newest-items.ts';
import { compareWithSeen } from '../../../../../lambdas/core/feed/polling/seen-set.ts';
import { item } from '../../../../fakes/messages.ts';

const story = (guid: string, title = `Story ${guid}`): FeedItem => item({ guid, title });
const seenOf = (...items: FeedItem[]): Uint8Array => compareWithSeen({ items }, undefined).seen;
const guids = (items: readonly FeedItem[]) => items.map(({ guid }) => guid);

describe('a document compared with the seen set', () => {
  const [a, b, c] = [story('a'), story('b'), story('c')];
  const cases: [string, Uint8Array | undefined, FeedItem[], string[], string[]][] = [
    ['every item is new the first time', undefined, [a, b], ['a', 'b'], []],
    ['no item is new in the same document', seenOf(a, b), [a, b], [], []],
    ['the order of items does not matter', seenOf(a, b), [b, a], [], []],
    ['an item that came is new', seenOf(a), [b, a], ['b'], []],
    ['an item that left brings no news', seenOf(a, b), [a], [], []],
    ['an edited item has changed', seenOf(a, b), [story('a', 'Edited'), b], [], ['a']],
    ['new and changed items are told apart', seenOf(a), [c, story('a', 'Edited')], ['c'], ['a']],
    ['an item that is listed twice counts once, as it stands first', undefined, [a, story('a', 'Again')], ['a'], []],
    ['an empty document brings no news', seenOf(a), [], [], []],
    ['every item is new to an empty seen set', new Uint8Array(), [a], ['a'], []],
    [
      'a seen set that was cut short is read up to its last whole entry',
      seenOf(a, b).subarray(0, 20),
      [a, b],
      ['b'],
      [],
    ],
  ];
  it.each(cases)('%s', (_, seen, items, expectedNew, expectedChanged) => {
    const { newItems, changedItems } = compareWithSeen({ items }, seen);
    expect(guids(newItems)).toEqual(expectedNew);
    expect(guids(changedItems)).toEqual(expectedChanged);
  });

  const dated = (day: number, ...names: string[]) =>
    names.map((guid) => item({ guid, title: guid, publishedAt: `2026-11-${day}T07:00:00.000Z` }));
  it.each<[string, FeedItem[], string[]]>([
    [
      'an item with another date has changed if it is one of several',
      [...dated(24, 'a'), ...dated(23, 'b', 'c', 'd')],
      ['a'],
    ],
    ['no item has changed if all items have another date', dated(24, 'a', 'b', 'c', 'd'), []],
    [
      'no item has changed if half of the items have another date',
      [...dated(24, 'a', 'b'), ...dated(23, 'c', 'd')],
      [],
    ],
    [
      'an edited item has changed though the other items have another date',
      [item({ guid: 'a', title: 'Edited' }), ...dated(24, 'b', 'c', 'd')],
      ['a'],
    ],
    [
      'new items do not count among the items whose dates are the same',
      [...dated(24, 'a', 'e', 'f', 'g', 'h'), ...dated(23, 'b')],
      [],
    ],
  ])('%s', (_, items, expected) => {
    const before = seenOf(...dated(23, 'a', 'b', 'c', 'd'));
    const { changedItems, seen } = compareWithSeen({ items }, before);
    expect(guids(changedItems)).toEqual(expected);
    expect(compareWithSeen({ items }, seen).changedItems).toEqual([]);
  });

  it('an item whose guid changes with its date is renamed, not new', () => {
    const { newItems, renamed } = compareWithSeen(
      { items: [item({ guid: '2', publishedAt: '2026-11-24T07:00:00.000Z' })] },
      seenOf(item({ guid: '1', publishedAt: '2026-11-23T07:00:00.000Z' })),
    );
    expect({ newItems, renamed }).toEqual({ newItems: [], renamed: 1 });
  });

  it.each<[string, string, string[], number]>([
    [
      'an item with a known text is renamed if it was published before the last poll',
      '2026-11-24T00:00:00.000Z',
      [],
      1,
    ],
    ['an item with a known text is renamed if it was published at the last poll', '2026-11-23T07:00:00.000Z', [], 1],
    ['an item with a known text is new if it was published since the last poll', '2026-11-23T06:00:00.000Z', ['2'], 0],
  ])('%s', (_, since, expectedNew, renamed) => {
    const again = item({ guid: '2', publishedAt: '2026-11-23T07:00:00.000Z' });
    const comparison = compareWithSeen({ items: [again], since }, seenOf(item({ guid: '1' })));
    expect(guids(comparison.newItems)).toEqual(expectedNew);
    expect(comparison.renamed).toBe(renamed);
  });

  it('a delta adds its items to the seen set, before the earlier items', () => {
    const delta = compareWithSeen({ items: [c, story('a', 'Edited')], isDelta: true }, seenOf(a, b));
    expect(guids(delta.newItems)).toEqual(['c']);
    expect(guids(delta.changedItems)).toEqual(['a']);
    expect(delta).toMatchObject({ share: 1 / 3, isReplaced: false });
    expect(delta.seen).toEqual(seenOf(c, story('a', 'Edited'), b));
  });

  it('a delta of new items alone does not replace the document', () => {
    expect(compareWithSeen({ items: [b, c], isDelta: true }, seenOf(a))).toMatchObject({
      share: 2 / 3,
      isReplaced: false,
    });
    expect(compareWithSeen({ items: [b, c] }, seenOf(a))).toMatchObject({ share: 1, isReplaced: true });
  });

  it('a delta to a full seen set makes the oldest item be forgotten', () => {
    const many = Array.from({ length: MAX_ITEMS }, (_, index) => story(String(index)));
    const { seen } = compareWithSeen({ items: [a], isDelta: true }, seenOf(...many));
    expect(seen).toEqual(seenOf(a, ...many.slice(0, -1)));
  });

  it('an item that left and came back is new again', () => {
    const left = compareWithSeen({ items: [b] }, seenOf(a, b)).seen;
    expect(guids(compareWithSeen({ items: [a, b] }, left).newItems)).toEqual(['a']);
  });

  it('no item is new or changed in a document that was seen, whatever its items', () => {
    const anyItem = fc.record({
      guid: fc.option(fc.string(), { nil: 'none' }),
      title: fc.string({ unit: 'grapheme' }),
      authors: fc.constant([]),
      categories: fc.constant([]),
    });
    fc.assert(
      fc.property(fc.array(anyItem), (items) => {
        const first = compareWithSeen({ items }, undefined);
        const second = compareWithSeen({ items }, first.seen);
        expect(second.newItems).toEqual([]);
        expect(second.changedItems).toEqual([]);
        expect(second.seen).toEqual(first.seen);
      }),
    );
  });
});

describe('the largest document', () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => story(String(index)));

  it('the seen set of 2,000 items takes 32 kB', () => {
    expect(compareWithSeen({ items: many(2_000) }, undefined).seen).toHaveLength(32_000);
  });

  it('items behind the first 2,000 are not compared, so that the seen set fits its feed', () => {
    const { newItems, seen } = compareWithSeen({ items: many(MAX_ITEMS + 500) }, undefined);
    expect(newItems).toHaveLength(MAX_ITEMS);
    expect(seen.length).toBeLessThanOrEqual(32_000);
  });
});
