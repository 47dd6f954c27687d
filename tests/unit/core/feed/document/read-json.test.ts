import { describe, expect, it } from 'vitest';
import { readJson } from '../../../../../lambdas/core/feed/document/read-json.ts';

describe('a text of JSON', () => {
  it.each([
    ['is read', '{"a":[1]}', { value: { a: [1] } }],
    ['is mended if it has a comma too many', '[1,]', { value: [1], repaired: true }],
    ['is none if it is cut off', '[1', undefined],
    ['is none if it is of words', 'a', undefined],
  ])('%s', (_, text, expected) => {
    expect(readJson(text)).toEqual(expected);
  });

  it.each([
    ['objects', '{}'],
    ['lists', '[]'],
  ])('has no more than 500,000 %s, itself included', (_, one) => {
    const listOf = (count: number): string => `[${`${one},`.repeat(count - 1)}${one}]`;
    expect(readJson(listOf(499_999))?.value).toHaveLength(499_999);
    expect(readJson(listOf(500_000))).toBeUndefined();
  });

  it('has no more than 500,000 objects and lists together', () => {
    expect(readJson(`[${'{},[],'.repeat(250_000)}{}]`)).toBeUndefined();
  });

  it('is not mended if it is longer than three million characters', () => {
    const broken = (length: number): string => `["${'a'.repeat(length - 5)}",]`;
    expect(readJson(broken(3_000_000))).toMatchObject({ repaired: true });
    expect(readJson(broken(3_000_001))).toBeUndefined();
  });
});
