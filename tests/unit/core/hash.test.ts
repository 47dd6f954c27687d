import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bytesId, contentId, digest } from '../../../lambdas/core/hash.ts';

const parts = fc.array(fc.option(fc.string({ unit: 'grapheme' }), { nil: undefined }));

it('a content id is 32 hexadecimal digits', () => {
  expect(contentId('feed', 'https://harbour.example/rss')).toMatch(/^[\da-f]{32}$/);
});

it('a content id is the same in every version, because tables hold such ids', () => {
  expect(contentId('a', undefined, '')).toBe('6b32f9b841c760504c746409b44faff9');
});

it.each([
  ['ids differ if the parts begin at other places', ['ab', 'c'], ['a', 'bc']],
  ['ids differ if the number of parts differs', ['a'], ['a', '']],
  ['ids differ if a part is empty in one id and missing in the other', [''], [undefined]],
  ['ids differ if a part looks like the length of another part', ['1:a'], ['1', 'a']],
])('%s', (_, one, other) => {
  expect(contentId(...one)).not.toBe(contentId(...other));
});

it('two ids are the same if and only if their parts are the same', () => {
  fc.assert(
    fc.property(parts, parts, (one, other) => {
      const same = JSON.stringify(one) === JSON.stringify(other); // undefined becomes null
      expect(contentId(...one) === contentId(...other)).toBe(same);
    }),
  );
});

it('a digest has the requested number of bytes, and a shorter digest is its beginning', () => {
  expect(digest(8, 'a')).toHaveLength(8);
  expect(digest(2, 'a')).toEqual(digest(8, 'a').subarray(0, 2));
});

it('an id of bytes is the same in every version, and differs if one byte differs', () => {
  expect(bytesId(Uint8Array.of(0, 128, 255))).toBe(
    createHash('sha256').update(Buffer.from('0080ff', 'hex')).digest('hex').slice(0, 32),
  );
  expect(bytesId(Uint8Array.of(0, 128, 254))).not.toBe(bytesId(Uint8Array.of(0, 128, 255)));
});
