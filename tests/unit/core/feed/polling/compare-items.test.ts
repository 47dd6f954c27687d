import { expect, it } from 'vitest';
import type { FeedItem } from '../../../../../lambdas/core/feed/document/feed-document.ts';
import { compareItems } from '../../../../../lambdas/core/feed/polling/compare-items.ts';
import type { Feed } from '../../../../../lambdas/core/feed/record/feed.ts';
import { feed } from '../../../../fakes/feed.ts';
import { item } from '../../../../fakes/messages.ts';

/** So many items, of which the first `renamed` have other guids than in the other round. */
const items = (count: number, renamed: number, round: number): FeedItem[] =>
  Array.from({ length: count }, (_, n) =>
    item({ guid: n < renamed ? `${n} of round ${round}` : `${n}`, url: `https://harbour.example/${n}`, title: `${n}` }),
  );
const compared = (before: readonly FeedItem[], now: readonly FeedItem[], fields: Partial<Feed> = {}) => {
  const { seen } = compareItems(feed(), before, false).comparison;
  return compareItems(feed({ seen, ...fields }), now, false);
};

it('guids are kept if a twentieth of a document is renamed', () => {
  const { identity, comparison } = compared(items(20, 1, 1), items(20, 1, 2));
  expect(identity).toBeUndefined();
  expect(comparison).toMatchObject({ renamed: 1, newItems: [] });
});

it('guids are given up if more than a twentieth of a document is renamed', () => {
  const { identity, comparison } = compared(items(20, 2, 1), items(20, 2, 2));
  expect(identity).toBe('url');
  expect(comparison.newItems).toEqual([]);
});

it('guids that were given up stay given up', () => {
  expect(compared(items(20, 0, 1), items(20, 0, 2), { identity: 'url' }).identity).toBe('url');
});

it('an item without a URL of its own keeps its guid though guids are given up', () => {
  const shared = [item({ guid: 'a', urlIsShared: true }), item({ guid: 'b', urlIsShared: true, title: 'Other' })];
  const { url: _, ...withoutUrl } = item({ guid: 'c' });
  const given = feed({ identity: 'url' });
  const { newItems } = compareItems(given, [...shared, withoutUrl, item({ guid: 'd' })], false).comparison;
  expect(newItems.map(({ guid }) => guid)).toEqual(['a', 'b', 'c', undefined]);
});

const lastPoll = (at: string) => ({ at, outcome: 'changed', detail: '', newItems: 1, changedItems: 0 }) as const;
const gap = (after: string, before: string) => ({ after, before });

it.each<[string, Partial<Feed>, Feed['identity']]>([
  [
    'guids are given up if the last two polls found no known item either',
    { lastPoll: lastPoll('3'), gaps: [gap('1', '2'), gap('2', '3')] },
    'url',
  ],
  [
    'guids are kept if the last poll found no known item, but the poll before did',
    { lastPoll: lastPoll('4'), gaps: [gap('1', '2'), gap('3', '4')] },
    undefined,
  ],
  [
    'guids are kept if the last poll found known items',
    { lastPoll: lastPoll('4'), gaps: [gap('1', '2'), gap('2', '3')] },
    undefined,
  ],
  ['guids are kept if there was one such poll', { lastPoll: lastPoll('3'), gaps: [gap('2', '3')] }, undefined],
  ['guids are kept at the first replaced document', { lastPoll: lastPoll('3') }, undefined],
])('%s', (_, fields, identity) => {
  const texts = (round: number) => items(3, 3, round).map((each) => ({ ...each, title: `${each.title} of ${round}` }));
  expect(compared(texts(1), texts(2), fields).identity).toBe(identity);
});

it('guids are kept if known items come beside new items, whatever gaps there were', () => {
  const fields = { lastPoll: lastPoll('3'), gaps: [gap('1', '2'), gap('2', '3')] };
  expect(compared(items(2, 0, 1), items(3, 0, 2), fields).identity).toBeUndefined();
});
