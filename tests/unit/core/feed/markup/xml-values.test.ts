import { describe, expect, it } from 'vitest';
import { all, attributesOf, fieldName, first } from '../../../../../lambdas/core/feed/markup/raw-feed.ts';
import { attributeOf, childOf, childrenOf, list, textOf } from '../../../../../lambdas/core/feed/markup/xml-values.ts';

describe('the text of a value', () => {
  it.each<[string, unknown, string | undefined]>([
    ['is a string, trimmed', ' a\n', 'a'],
    ['is the text beside attributes', { _: ' a ', $: { b: 'c' } }, 'a'],
    ['is the text of the first value of a list', [{ _: 'a' }, 'b'], 'a'],
    ['is absent in an empty list', [], undefined],
    ['is absent in a blank string', ' \n', undefined],
    ['is absent in an element without text', { $: { b: 'c' } }, undefined],
    ['is absent in an element with elements', { b: ['c'] }, undefined],
    ['is absent in null', null, undefined],
    ['is absent in a number', 1, undefined],
  ])('%s', (_, value, expected) => {
    expect(textOf(value)).toBe(expected);
  });
});

describe('the elements in an element', () => {
  it('are listed by name', () => {
    expect(childrenOf({ a: ['b', 'c'] }, 'a')).toEqual(['b', 'c']);
    expect(childrenOf({ a: 'b' }, 'a')).toEqual(['b']);
  });

  it.each([['text'], [null], [undefined], [{}]])('are none in %o', (value) => {
    expect(childrenOf(value, 'a')).toEqual([]);
  });

  it('have a first text', () => {
    expect(childOf({ a: ['', { $: {} }, { _: 'b' }, 'c'] }, 'a')).toBe('b');
    expect(childOf({ a: [''] }, 'a')).toBeUndefined();
  });
});

describe('an attribute of an element', () => {
  it('is trimmed', () => {
    expect(attributeOf({ $: { a: ' b ' } }, 'a')).toBe('b');
  });

  it.each([[{ $: { a: ' ' } }], [{ $: {} }], [{ $: undefined }], [{}], ['text'], [null], [undefined]])(
    'is absent in %o',
    (value) => {
      expect(attributeOf(value, 'a')).toBeUndefined();
    },
  );
});

it.each([
  ['a list is itself', ['a', 'b'], ['a', 'b']],
  ['a value is a list of one', 'a', ['a']],
  ['null is a list of one', null, [null]],
  ['undefined is an empty list', undefined, []],
])('%s', (_, value, expected) => {
  expect(list(value)).toEqual(expected);
});

describe('an element of rss-parser', () => {
  const raw = {
    title: 'as rss-parser chose',
    [fieldName('title')]: ['', { _: 'A' }, 'B'],
    [fieldName('link')]: 'C',
    [fieldName('$')]: { 'xml:lang': 'en' },
  };

  it('keeps all elements of a name', () => {
    expect(all(raw, 'title')).toEqual(['', { _: 'A' }, 'B']);
    expect(all(raw, 'link')).toEqual(['C']);
    expect(all(raw, 'guid')).toEqual([]);
  });

  it.each([
    ['of a name is the first that is not empty', ['title'], 'A'],
    ['of several names is that of the first name', ['link', 'title'], 'C'],
    ['of several names may be that of the last name', ['guid', 'id', 'title'], 'A'],
    ['of a name without elements is absent', ['guid'], undefined],
  ])('its first text %s', (_, names, expected) => {
    expect(first(raw, ...names)).toBe(expected);
  });

  it('has attributes', () => {
    expect(attributeOf(attributesOf(raw), 'xml:lang')).toBe('en');
  });
});
