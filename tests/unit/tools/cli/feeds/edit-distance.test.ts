import { expect, it } from 'vitest';
import { editDistance } from '../../../../../tools/cli/feeds/edit-distance.ts';

it.each([
  ['the same', 'feed.xml', 'feed.xml', 0],
  ['one character more', 'feed.xml', 'feeds.xml', 1],
  ['one character less', 'feed.xml', 'eed.xml', 1],
  ['one replaced', 'feed.xml', 'feed.xmI', 1],
  ['two that changed places', 'feed.xml', 'fede.xml', 2],
  ['all of it', '', 'abc', 3],
  ['more than is asked for', 'harbour', 'mountain', 4],
  ['much longer', 'a', 'abcdefgh', 4],
])('%s', (_, one, other, distance) => {
  expect(editDistance(one, other, 3)).toBe(distance);
  expect(editDistance(other, one, 3)).toBe(distance);
});
