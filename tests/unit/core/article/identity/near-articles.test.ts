import { expect, it } from 'vitest';
import type { Claim } from '../../../../../lambdas/core/article/identity/fingerprints.ts';
import { nearArticles } from '../../../../../lambdas/core/article/identity/near-articles.ts';
import type { TextSketch } from '../../../../../lambdas/core/article/identity/near-duplicate.ts';

const runs = (from: number, count: number): TextSketch => ({
  runs: Uint32Array.from({ length: count }, (_, index) => from + index),
  numbers: new Uint32Array(),
});
const text = runs(0, 20);
const wanted = ['a', 'b', 'c'].map((fingerprint) => ({ fingerprint, sketch: text }));
const find = (...claims: readonly Claim[]) =>
  nearArticles(wanted, new Map(claims.map((claim) => [claim.fingerprint, claim]))).map(([articleId]) => articleId);
const held = (fingerprint: string, articleId: string, sketch?: TextSketch): Claim => ({
  fingerprint,
  articleId,
  ...(sketch === undefined ? {} : { sketch }),
});

it.each<[string, readonly Claim[], readonly string[]]>([
  ['no claim is no article', [], []],
  ['an article of which half is in the text is found by one key', [held('a', 'half', runs(10, 20))], ['half']],
  ['an article of other words with the same key is not found', [held('a', 'other', runs(18, 20))], []],
  ['the nearest article comes first', [held('a', 'half', runs(10, 20)), held('b', 'same', text)], ['same', 'half']],
  ['a text four times as long is found by one key', [held('a', 'long', runs(0, 80))], ['long']],
  ['a text more than four times as long is not found by one key', [held('a', 'digest', runs(0, 81))], []],
  [
    'a text more than four times as long is found by two keys',
    [held('a', 'long', runs(0, 100)), held('c', 'long', runs(0, 100))],
    ['long'],
  ],
  [
    'an article is as near as the nearest of the texts that it had',
    [held('a', 'revised', runs(18, 20)), held('b', 'revised', text)],
    ['revised'],
  ],
  ['a claim without a sketch is no article', [held('a', 'exact')], []],
])('%s', (_, claims, expected) => {
  expect(find(...claims)).toEqual(expected);
});
