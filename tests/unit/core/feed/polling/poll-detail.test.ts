import { expect, it } from 'vitest';
import type { FeedDocument } from '../../../../../lambdas/core/feed/document/feed-document.ts';
import { pollDetail } from '../../../../../lambdas/core/feed/polling/poll-detail.ts';
import type { SeenComparison } from '../../../../../lambdas/core/feed/polling/seen-set.ts';
import type { FetchedState } from '../../../../../lambdas/core/feed/record/feed-store.ts';
import { feed } from '../../../../fakes/feed.ts';
import { item } from '../../../../fakes/messages.ts';

const NOTHING: SeenComparison = {
  newItems: [],
  changedItems: [],
  renamed: 0,
  share: 0,
  isReplaced: false,
  seen: new Uint8Array(),
};
const WITHOUT_NEWS = 'A new document without news.';

it.each<[string, Partial<FeedDocument>, Partial<SeenComparison>, FetchedState, string]>([
  ['a document without news says so', {}, {}, {}, WITHOUT_NEWS],
  ['a document with new items counts them', {}, { newItems: [item()] }, {}, '1 new and 0 changed of 2 items.'],
  ['a document with edited items counts them', {}, { changedItems: [item()] }, {}, '0 new and 1 changed of 2 items.'],
  [
    'a document with too many items says how many are read',
    { leftOut: 3 },
    { newItems: [item()] },
    {},
    '1 new and 0 changed of 5 items. Only the newest 2 are read.',
  ],
  [
    'a repaired document says so',
    { repaired: true },
    {},
    {},
    `${WITHOUT_NEWS} It is not well-formed, and was repaired.`,
  ],
  [
    'a document without known items says so',
    {},
    { isReplaced: true },
    {},
    `${WITHOUT_NEWS} None of them was there last time: some may have been missed in between.`,
  ],
  [
    'a document whose guids are given up says so',
    {},
    {},
    { identity: 'url' },
    `${WITHOUT_NEWS} Its guids change though its items do not: they are known by their URLs now.`,
  ],
  [
    'a document that a 304 had hidden says so',
    {},
    {},
    { distrustedUntil: '2026-11-30T08:00:00.000Z' },
    `${WITHOUT_NEWS} A 304 had hidden them: its validators are not used for a week.`,
  ],
])('%s', (_, document, comparison, state, expected) => {
  const read = { items: [item(), item({ guid: '2' })], hints: {}, ...document } as FeedDocument;
  expect(pollDetail(read, { ...NOTHING, ...comparison }, feed(), state)).toBe(expected);
});
