import { describe, expect, it } from 'vitest';
import {
  guidFingerprint,
  itemFingerprint,
  textFingerprint,
  urlFingerprint,
} from '../../../../../lambdas/core/article/identity/fingerprints.ts';
import { item } from '../../../../fakes/messages.ts';

describe('a guid identifies an article in the whole world', () => {
  it.each([
    ['a URL with a path', 'https://harbour.example/?p=1', true],
    ['a URL in capitals', 'HTTPS://HARBOUR.EXAMPLE/1', true],
    ['a tag URI (RFC 4151)', 'tag:harbour.example,2026:news/1', true],
    ['a tag URI as Blogger writes it', 'tag:blogger.com,1999:blog-1.post-2', true],
    ['a URN', 'urn:newsml:harbour.example:20261123:1', true],
    ['a UUID URN', 'urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a', true],
    ['a bare UUID', '1225C695-cfb8-4ebb-aaaa-80da344efa6a', true],
    ['a counter', '4711', false],
    ['a slug', 'ferry-returns', false],
    ['a UUID in something longer', 'x-1225c695-cfb8-4ebb-aaaa-80da344efa6a-y', false],
    ['a URL without a path', 'https://harbour.example', false],
    ['a URL of a host without a dot', 'http://localhost/a.b/1', false],
    ['words with a colon', 'Breaking: the ferry', false],
    ['nothing', '', false],
    ['none', undefined, false],
  ])('%s', (_, guid, expected) => {
    expect(guidFingerprint(guid) !== undefined).toBe(expected);
  });

  it.each([
    ['dots', `https://${'.'.repeat(1_000_000)}`],
    ['dots and letters', `https://${'a.'.repeat(500_000)}`],
    ['commas', `tag:${','.repeat(1_000_000)}`],
    ['colons without an end', `tag:a${',a'.repeat(500_000)}`],
  ])('and a megabyte of %s is told to be none, soon', (_, guid) => {
    expect(guidFingerprint(guid)).toBeUndefined();
  });
});

describe('two addresses are one', () => {
  it.each([
    ['when they are', 'https://harbour.example/1', true],
    ['when they only differ in encryption', 'http://harbour.example/1', true],
    ['not when they differ in their path', 'https://harbour.example/2', false],
    ['not when they differ in capitals of the path', 'https://harbour.example/News', false],
  ])('%s', (_, url, expected) => {
    const reference = url.endsWith('News') ? 'https://harbour.example/news' : 'https://harbour.example/1';
    expect(urlFingerprint(url) === urlFingerprint(reference)).toBe(expected);
  });
});

describe('two texts are one', () => {
  const words = (count: number) => Array.from({ length: count }, (_, index) => `word${index}`).join(' ');

  it.each([
    ['whatever their white space', words(40).replaceAll(' ', ' \n\t'), true],
    ['whatever their letter case', words(40).toUpperCase(), true],
    ['whatever their punctuation', words(40).replaceAll(' ', ', '), true],
    ['not when a word is another', words(40).replace('word7', 'ward7'), false],
    ['not when one goes on', words(41), false],
  ])('%s', (_, text, expected) => {
    expect(textFingerprint(text) === textFingerprint(words(40))).toBe(expected);
  });

  it.each([
    ['a text of 39 words', words(39)],
    ['an empty text', ''],
    ['no text', undefined],
    ['punctuation', '. '.repeat(1_000)],
  ])('%s proves nothing', (_, text) => {
    expect(textFingerprint(text)).toBeUndefined();
  });

  it('in any script', () => {
    expect(textFingerprint('Слово '.repeat(40))).toMatch(/^text:/);
  });
});

it("an item's claim is its own feed's: the same guid in another feed is another claim", () => {
  expect(itemFingerprint('feed-a', item())).toBe(itemFingerprint('feed-a', item({ title: 'Edited' })));
  expect(itemFingerprint('feed-a', item())).not.toBe(itemFingerprint('feed-b', item()));
  expect(itemFingerprint('feed-a', item())).not.toBe(itemFingerprint('feed-a', item({ guid: 'other' })));
});
