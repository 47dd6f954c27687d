import { describe, expect, it } from 'vitest';
import {
  guidFingerprint,
  itemFingerprint,
  nearFingerprints,
  textFingerprint,
  urlFingerprint,
} from '../../../../../lambdas/core/article/identity/fingerprints.ts';
import {
  appearanceOf,
  freeClaims,
  identify,
  itemClaim,
  pageFingerprints,
} from '../../../../../lambdas/core/article/identity/identity.ts';
import { itemHash } from '../../../../../lambdas/core/feed/document/item-identity.ts';
import { article } from '../../../../fakes/article.ts';
import { feedA, item, longText, message } from '../../../../fakes/messages.ts';

const NOW = new Date('2026-11-23T09:00:00.000Z');
const NEWS = 'https://harbour.example/news/1';
const GUID = 'tag:harbour.example,2026:news/1';

describe('identify', () => {
  it('identify returns the item’s own fingerprint and its hash', () => {
    expect(identify(message())).toMatchObject({ item: itemFingerprint('feed-a', item()), hash: itemHash(item()) });
  });

  it('identify returns the address before the guid', () => {
    expect(identify(message({ item: item({ guid: GUID }) })).sharedFingerprints).toEqual([
      urlFingerprint(NEWS),
      guidFingerprint(GUID, feedA.url),
    ]);
  });

  it.each<[string, Parameters<typeof item>[0], string | undefined]>([
    ['the address loses its tracking parameters', { url: `${NEWS}?utm_source=rss` }, NEWS],
    ['a front page is no article’s address', { url: 'https://harbour.example/' }, undefined],
    ['an address that several items share is no article’s', { urlIsShared: true }, undefined],
    ['an address that can’t be read is no article’s', { url: 'mailto:ada@harbour.example' }, undefined],
  ])('%s', (_, fields, url) => {
    const identity = identify(message({ item: item(fields) }));
    expect(identity.url).toBe(url);
    expect(identity.sharedFingerprints).toEqual(url === undefined ? [] : [urlFingerprint(url)]);
  });

  it('an item without an address has the fingerprint of its guid', () => {
    const { url: _, ...withoutUrl } = item({ guid: GUID });
    expect(identify(message({ item: withoutUrl }))).toMatchObject({
      sharedFingerprints: [guidFingerprint(GUID, feedA.url)],
    });
  });
});

describe('pageFingerprints', () => {
  const identity = identify(message());
  const text = longText('ferries');

  it('pageFingerprints returns the declared address, the text, and the keys of the text', () => {
    const url = 'https://harbour.example/sea/ferry';
    expect(pageFingerprints(article({ url, text }), identity)).toEqual([
      { fingerprint: urlFingerprint(url) },
      { fingerprint: textFingerprint(text) },
      ...nearFingerprints(text),
    ]);
    expect(nearFingerprints(text).filter(({ isRetired }) => !isRetired)).toHaveLength(10);
    const names = nearFingerprints(text).map(({ fingerprint }) => fingerprint);
    expect(new Set(names).size, 'no key comes twice').toBe(names.length);
  });

  it('the item’s own address adds nothing', () => {
    expect(pageFingerprints(article({ url: NEWS }), identity)).toEqual([]);
  });

  it('content without address and text adds nothing', () => {
    expect(pageFingerprints({}, identity)).toEqual([]);
  });
});

describe('claims', () => {
  const [key] = nearFingerprints(longText('ferries'));
  if (key === undefined) throw new Error('no key');
  const held = (articleId: string, fingerprint: string) => new Map([[fingerprint, { fingerprint, articleId }]]);

  it('itemClaim claims the item with its hash and the time at which it was found', () => {
    const identity = identify(message());
    expect(itemClaim('article-1', message(), identity)).toEqual({
      fingerprint: identity.item,
      articleId: 'article-1',
      item: { hash: identity.hash, foundAt: '2026-11-23T08:00:00.000Z' },
    });
  });

  it.each<[string, Parameters<typeof freeClaims>[1], Parameters<typeof freeClaims>[2], number]>([
    ['a fingerprint that nobody holds is free', [{ fingerprint: 'url:1' }], new Map(), 1],
    [
      'a fingerprint that the article holds is claimed again',
      [{ fingerprint: 'url:1' }],
      held('article-1', 'url:1'),
      1,
    ],
    ['a fingerprint that another article holds is not free', [{ fingerprint: 'url:1' }], held('article-2', 'url:1'), 0],
    [
      'a fingerprint that comes twice is claimed once',
      [{ fingerprint: 'url:1' }, { fingerprint: 'url:1' }],
      new Map(),
      1,
    ],
    ['a key that nobody holds is free', [key], new Map(), 1],
    ['a key that the article holds keeps its sketch', [key], held('article-1', key.fingerprint), 0],
    ['a key that another article holds is not free', [key], held('article-2', key.fingerprint), 0],
  ])('%s', (_, wanted, holders, count) => {
    const claims = freeClaims('article-1', wanted, holders);
    expect(claims).toHaveLength(count);
    expect(claims).toEqual(wanted.slice(0, count).map((each) => ({ ...each, articleId: 'article-1' })));
  });
});

describe('the keys of a text', () => {
  const all = nearFingerprints(longText('ferries'));
  const keys = all.filter(({ isRetired }) => !isRetired).map(({ fingerprint }) => fingerprint);
  const at = (indexes: readonly number[]) => indexes.map((index) => keys[index] ?? '');
  const heldBy = (articleId: string, indexes: readonly number[]) =>
    new Map(at(indexes).map((fingerprint) => [fingerprint, { fingerprint, articleId }]));

  it.each<[string, ReturnType<typeof heldBy>, readonly number[]]>([
    ['an article claims the first six keys', new Map(), [0, 1, 2, 3, 4, 5]],
    ['an article claims the first six keys that are free', heldBy('other', [0, 2]), [1, 3, 4, 5, 6, 7]],
    ['an article claims all keys that are free, if these are fewer', heldBy('other', [0, 1, 2, 3, 4]), [5, 6, 7, 8, 9]],
    ['an article that holds four keys claims two more', heldBy('article-1', [0, 1, 2, 8]), [3, 4]],
    ['an article that holds six keys claims none', heldBy('article-1', [0, 1, 2, 3, 4, 9]), []],
    ['an article that holds more keys claims none', heldBy('article-1', [0, 1, 2, 3, 4, 5, 6, 7]), []],
  ])('%s', (_, held, expected) => {
    expect(freeClaims('article-1', all, held).map(({ fingerprint }) => fingerprint)).toEqual(at(expected));
  });
});

describe('appearanceOf', () => {
  const of = (fields: Parameters<typeof item>[0], copy = {}) => {
    const sent = message({ item: item(fields) });
    return appearanceOf(sent, identify(sent), NOW, copy);
  };

  it('an appearance tells where the item was found and when', () => {
    expect(of({ url: `${NEWS}?utm_source=rss` })).toEqual({
      key: expect.stringMatching(/^[\da-f]{16}$/),
      feedId: 'feed-a',
      feedUrl: feedA.url,
      url: NEWS,
      firstSeenAt: NOW.toISOString(),
    });
  });

  it('an appearance has the item’s address as it is if that names no article', () => {
    expect(of({ url: 'https://harbour.example/' }).url).toBe('https://harbour.example/');
  });

  it('an appearance has another key for another address', () => {
    expect(of({ url: `${NEWS}2` }).key).not.toBe(of({ url: NEWS }).key);
  });

  it.each<[string, number, boolean]>([
    ['an address of 1,000 characters is listed', 1_000, true],
    ['an address of 1,001 characters is not listed', 1_001, false],
  ])('%s', (_, length, isListed) => {
    const url = NEWS.padEnd(length, 'a');
    expect(of({ url }).url).toBe(isListed ? url : undefined);
  });

  it('an item without an address is listed without one', () => {
    const { url: _, ...withoutUrl } = item();
    const sent = message({ item: withoutUrl });
    expect(appearanceOf(sent, identify(sent), NOW)).not.toHaveProperty('url');
  });

  it('a copy has its similarity and its publisher, whose name is cut at 60 characters', () => {
    expect(of({}, { similarity: 0.9, publisher: 'Valley Wire' })).toMatchObject({
      similarity: 0.9,
      publisher: 'Valley Wire',
    });
    expect(of({}, { publisher: 'x'.repeat(61) }).publisher).toBe(`${'x'.repeat(60)}…`);
    expect(of({}, { publisher: 'x'.repeat(60) }).publisher).toBe('x'.repeat(60));
  });
});
