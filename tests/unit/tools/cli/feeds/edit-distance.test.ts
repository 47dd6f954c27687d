import { expect, it } from 'vitest';
import { editDistance } from '../../../../../tools/cli/feeds/edit-distance.ts';

it.each([
  ['equal texts have the distance 0', 'feed.xml', 'feed.xml', 0],
  ['an added character has the distance 1', 'feed.xml', 'feeds.xml', 1],
  ['a removed character has the distance 1', 'feed.xml', 'eed.xml', 1],
  ['a replaced character has the distance 1', 'feed.xml', 'feed.xmI', 1],
  ['two swapped characters have the distance 2', 'feed.xml', 'fede.xml', 2],
  ['an empty text has the distance of the other text’s length', '', 'abc', 3],
  ['a distance above the limit is the limit + 1', 'harbour', 'mountain', 4],
  ['lengths that differ by more than the limit have the distance limit + 1', 'a', 'abcdefgh', 4],
])('%s', (_, one, other, distance) => {
  expect(editDistance(one, other, 3)).toBe(distance);
  expect(editDistance(other, one, 3)).toBe(distance);
});
