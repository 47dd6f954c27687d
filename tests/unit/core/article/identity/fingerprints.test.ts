import { describe, expect, it } from 'vitest';
import {
  guidFingerprint,
  itemFingerprint,
  textFingerprint,
  urlFingerprint,
} from '../../../../../lambdas/core/article/identity/fingerprints.ts';
import { feedA, item } from '../../../../fakes/messages.ts';

describe('a guid', () => {
  it.each([
    ['a URL with a path is unique in the world', 'https://harbour.example/?p=1', true],
    ['a URL in capitals is unique in the world', 'HTTPS://HARBOUR.EXAMPLE/1', true],
    ['a tag URI (RFC 4151) is unique in the world', 'tag:harbour.example,2026:news/1', true],
    ['a tag URI as Blogger writes it is unique in the world', 'tag:blogger.com,1999:blog-1.post-2', true],
    ['a URN is unique in the world', 'urn:newsml:harbour.example:20261123:1', true],
    ['a UUID URN is unique in the world', 'urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a', true],
    ['a bare UUID is unique in the world', '1225C695-cfb8-4ebb-aaaa-80da344efa6a', true],
    ['a UUID with digits in each part is unique in the world', '6ba7b810-9dad-11d1-80b4-00c04fd430c8', true],
    ['a UUID with letters in each part is unique in the world', 'a00000a0-a00a-a00a-a00a-a000000a000a', true],
    ['a UUID with another letter proves nothing', '6ba7b810-9dad-11d1-80g4-00c04fd430c8', false],
    ['a UUID with a short part proves nothing', '6ba7b810-9dad-11d-80b4-00c04fd430c8', false],
    ['a tag URI without a second colon proves nothing', 'tag:harbour.example,2026', false],
    ['a URN without a name proves nothing', 'urn::1', false],
    ['a counter is unique in its feed only', '4711', false],
    ['a slug is unique in its feed only', 'ferry-returns', false],
    ['a UUID within a longer guid proves nothing', 'x-1225c695-cfb8-4ebb-aaaa-80da344efa6a-y', false],
    ['a URL without a path proves nothing', 'https://harbour.example', false],
    ['a URL of a host without a dot proves nothing', 'http://localhost/a.b/1', false],
    ['words with a colon prove nothing', 'Breaking: the ferry', false],
    ['an empty guid proves nothing', '', false],
    ['a missing guid proves nothing', undefined, false],
  ])('%s', (_, guid, expected) => {
    expect(guidFingerprint(guid, feedA.url) !== undefined).toBe(expected);
  });

  it.each([
    ['a megabyte of dots is no address', `https://${'.'.repeat(1_000_000)}`],
    ['a megabyte of dots and letters is no address', `https://${'a.'.repeat(500_000)}`],
    ['a megabyte of commas is no tag URI', `tag:${','.repeat(1_000_000)}`],
    ['a megabyte of commas and letters is no tag URI', `tag:a${',a'.repeat(500_000)}`],
  ])('%s', (_, guid) => {
    expect(guidFingerprint(guid, feedA.url)).toBeUndefined();
  });
});

describe('a guid in two feeds', () => {
  const UUID = 'urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a';
  const [harbour, evil] = ['https://harbour.example/rss', 'https://evil.example/rss'];
  it.each<[string, string, string, string, boolean]>([
    [
      'an address of their site is the same',
      'https://harbour.example/?p=1',
      harbour,
      'https://m.harbour.example/rss',
      true,
    ],
    ['an address of one feed’s site is another', 'https://harbour.example/?p=1', harbour, evil, false],
    [
      'a tag URI of their site is the same',
      'tag:harbour.example,2026:1',
      harbour,
      'https://m.harbour.example/rss',
      true,
    ],
    [
      'a tag URI of an e-mail at their site is the same',
      'tag:ada@harbour.example,2026:1',
      harbour,
      'https://m.harbour.example/rss',
      true,
    ],
    ['a tag URI of one feed’s site is another', 'tag:harbour.example,2026:1', harbour, evil, false],
    [
      'an address with another’s name before its host is another',
      'https://harbour.example@evil.example/1',
      harbour,
      evil,
      false,
    ],
    ['a UUID is the same in two feeds of one host', UUID, harbour, 'http://www.harbour.example/sport/rss', true],
    ['a UUID is another in two feeds of two hosts', UUID, harbour, evil, false],
    [
      'a UUID is another in the feeds of two users of a host',
      UUID,
      'https://uni.example/~ada/rss',
      'https://uni.example/~eve/rss',
      false,
    ],
    [
      'an address elsewhere is the same in two feeds of one host',
      'https://valley.example/1',
      harbour,
      'https://harbour.example/sport/rss',
      true,
    ],
  ])('of the guids in two feeds, %s', (_, guid, one, other, expected) => {
    expect(guidFingerprint(guid, one) === guidFingerprint(guid, other)).toBe(expected);
  });

  it.each([UUID, 'https://harbour.example/1'])(
    '%s counts in its feed only if strangers share the feed’s host',
    (guid) => {
      expect(guidFingerprint(guid, 'https://feeds.feedburner.com/harbour')).toBeUndefined();
    },
  );
});

describe('two addresses', () => {
  it.each([
    ['the same address has the same fingerprint', 'https://harbour.example/1', true],
    ['http and https have the same fingerprint', 'http://harbour.example/1', true],
    ['another path has another fingerprint', 'https://harbour.example/2', false],
    ['capitals in the path make another fingerprint', 'https://harbour.example/News', false],
  ])('%s', (_, url, expected) => {
    const reference = url.endsWith('News') ? 'https://harbour.example/news' : 'https://harbour.example/1';
    expect(urlFingerprint(url) === urlFingerprint(reference)).toBe(expected);
  });
});

describe('two texts', () => {
  const words = (count: number) => Array.from({ length: count }, (_, index) => `word${index}`).join(' ');

  it.each([
    ['white space makes no difference', words(40).replaceAll(' ', ' \n\t'), true],
    ['letter case makes no difference', words(40).toUpperCase(), true],
    ['punctuation makes no difference', words(40).replaceAll(' ', ', '), true],
    ['another word makes another fingerprint', words(40).replace('word7', 'ward7'), false],
    ['a text that goes on has another fingerprint', words(41), false],
  ])('%s', (_, text, expected) => {
    expect(textFingerprint(text) === textFingerprint(words(40))).toBe(expected);
  });

  it.each([
    ['a text of 39 words has no fingerprint', words(39)],
    ['an empty text has no fingerprint', ''],
    ['a missing text has no fingerprint', undefined],
    ['punctuation has no fingerprint', '. '.repeat(1_000)],
  ])('%s', (_, text) => {
    expect(textFingerprint(text)).toBeUndefined();
  });

  it('a text in any script has a fingerprint', () => {
    expect(textFingerprint('Слово '.repeat(40))).toMatch(/^text:/);
  });
});

it('the same guid in another feed is another item', () => {
  expect(itemFingerprint('feed-a', item())).toBe(itemFingerprint('feed-a', item({ title: 'Edited' })));
  expect(itemFingerprint('feed-a', item())).not.toBe(itemFingerprint('feed-b', item()));
  expect(itemFingerprint('feed-a', item())).not.toBe(itemFingerprint('feed-a', item({ guid: 'other' })));
});
