import { expect, it } from 'vitest';
import { compact } from '../../../lambdas/core/compact.ts';

it.each<[string, object, object]>([
  ['a key whose value is undefined is left out', { title: 'Ferry', url: undefined }, { title: 'Ferry' }],
  ['keys with other empty values stay', { a: null, b: '', c: 0, d: false }, { a: null, b: '', c: 0, d: false }],
  ['keys within a value stay', { image: { alt: undefined } }, { image: { alt: undefined } }],
])('%s', (_, value, expected) => {
  expect(compact(value)).toStrictEqual(expected);
});

it('the value that was given stays as it was', () => {
  const value = { url: undefined };
  compact(value);
  expect(value).toStrictEqual({ url: undefined });
});
