import { expect, it } from 'vitest';
import type { Appearance } from '../../../../../lambdas/core/article/record/article.ts';
import { MAX_LABEL_BYTES, withLabelRoom } from '../../../../../lambdas/core/article/record/label-room.ts';
import { article } from '../../../../fakes/article.ts';

const listing = (...labels: string[]): Appearance => ({
  key: 'k',
  feedId: 'f',
  feedUrl: 'https://harbour.example/rss',
  firstSeenAt: '2026-11-23T08:00:00.000Z',
  labels,
});
const many = (length: number, name = 'label') => Array.from({ length }, (_, n) => `${name} ${n}`.padEnd(60, '.'));

it('an appearance keeps its labels while there is room', () => {
  const known = article({ labels: ['a'], appearances: [listing('a')] });
  expect(withLabelRoom(listing('a', 'b'), known)).toEqual(listing('a', 'b'));
  expect(withLabelRoom(listing('a'), undefined)).toEqual(listing('a'));
});

it('an appearance in a full list keeps the labels that the article doesn’t have yet', () => {
  const appearances = Array.from({ length: 100 }, () => listing(...many(1)));
  const known = article({ labels: many(1), appearances });
  expect(withLabelRoom(listing(...many(1), 'new'), known)).toEqual(listing('new'));
  expect(withLabelRoom(listing(...many(1)), known)).not.toHaveProperty('labels');
});

it('the labels of an article stay within their bytes', () => {
  const full = many(Math.floor(MAX_LABEL_BYTES / 64));
  const known = article({ labels: full, appearances: [listing('x')] });
  expect(withLabelRoom(listing(...many(20, 'other')), known)).not.toHaveProperty('labels');
  expect(withLabelRoom(listing(...many(1)), known)).toEqual(listing(...many(1)));
});
