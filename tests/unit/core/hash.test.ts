import fc from 'fast-check';
import { expect, it } from 'vitest';
import { contentId, digest } from '../../../lambdas/core/hash.ts';

const parts = fc.array(fc.option(fc.string({ unit: 'grapheme' }), { nil: undefined }));

it('a content id is 32 hexadecimal digits', () => {
  expect(contentId('feed', 'https://harbour.example/rss')).toMatch(/^[\da-f]{32}$/);
});

it('a content id never changes, for tables are full of them', () => {
  expect(contentId('a', undefined, '')).toBe('6b32f9b841c760504c746409b44faff9');
});

it.each([
  ['where the parts begin', ['ab', 'c'], ['a', 'bc']],
  ['the number of parts', ['a'], ['a', '']],
  ['an empty part and a missing one', [''], [undefined]],
  ['lengths that look like parts', ['1:a'], ['1', 'a']],
])('ids tell apart %s', (_, one, other) => {
  expect(contentId(...one)).not.toBe(contentId(...other));
});

it('ids are the same when the parts are, and only then', () => {
  fc.assert(
    fc.property(parts, parts, (one, other) => {
      const same = JSON.stringify(one) === JSON.stringify(other); // undefined becomes null
      expect(contentId(...one) === contentId(...other)).toBe(same);
    }),
  );
});

it('a digest has the bytes that were asked for', () => {
  expect(digest(8, 'a')).toHaveLength(8);
  expect(digest(2, 'a')).toEqual(digest(8, 'a').subarray(0, 2));
});
