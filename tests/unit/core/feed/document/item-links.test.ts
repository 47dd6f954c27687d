import { describe, expect, it } from 'vitest';
import { eachUrlOnce } from '../../../../../lambdas/core/feed/document/item-links.ts';
import { atomEntry, rssItem } from '../../../../fakes/feed-documents.ts';

const page = (path: string): string => `https://harbour.example/${path}`;

describe('the address of an item', () => {
  it.each([
    ['is its link', '<link>/a</link><guid>https://harbour.example/g</guid>', page('a')],
    ['is relative to the feed', '<link>a</link>', page('feeds/a')],
    ['is its first link with text', '<link/><link>/b</link>', page('b')],
    ['is the href of its link', '<link href="/a"/>', page('a')],
    ['is the text of a link before the href of a link', '<link href="/a"/><link>/b</link>', page('b')],
    ['is a link of RSS before a link of Atom', '<atom:link href="/a"/><link>/b</link>', page('b')],
    ['is its guid', '<guid>https://harbour.example/g</guid>', page('g')],
    ['is its guid in capitals', '<guid>HTTP://harbour.example/g</guid>', 'http://harbour.example/g'],
    [
      'is its guid that says that it is a permalink',
      '<guid isPermaLink="true">https://harbour.example/g</guid>',
      page('g'),
    ],
    [
      'is absent if the guid says that it is none',
      '<guid isPermaLink="false">https://harbour.example/g</guid>',
      undefined,
    ],
    [
      'is absent if the guid says so in capitals',
      '<guid ispermalink="FALSE">https://harbour.example/g</guid>',
      undefined,
    ],
    ['is absent if the guid is no address', '<guid>a-1</guid>', undefined],
    ['is absent if the guid has an address only within', '<guid>urn:https:a</guid>', undefined],
    ['is absent if the link is no web address', '<link>javascript:alert(1)</link>', undefined],
  ])('of RSS %s', async (_, xml, expected) => {
    expect((await rssItem(`<title>T</title>${xml}`)).url).toBe(expected);
  });

  it.each([
    ['is its link', '<link href="/a"/>', page('a')],
    ['is the text of its link', '<link>/a</link>', page('a')],
    ['is its alternate link', '<link rel="self" href="/a"/><link rel="ALTERNATE" href="/b"/>', page('b')],
    ['is its HTML alternate', '<link type="application/json" href="/a"/><link type="text/html" href="/b"/>', page('b')],
    [
      'is its XHTML alternate',
      '<link type="application/json" href="/a"/><link type="application/xhtml+xml" href="/b"/>',
      page('b'),
    ],
    ['is its alternate without a type', '<link type="application/json" href="/a"/><link href="/b"/>', page('b')],
    [
      'is its first alternate if none is HTML',
      '<link type="application/json" href="/a"/><link type="text/plain" href="/b"/>',
      page('a'),
    ],
    [
      'is an alternate before a related link',
      '<link rel="related" href="/a"/><link type="text/plain" href="/b"/>',
      page('b'),
    ],
    [
      'is a related link if there is no alternate',
      '<link rel="enclosure" href="/a"/><link rel="related" href="/b"/>',
      page('b'),
    ],
    ['is the first link that has an address', '<link rel="alternate"/><link href="/b"/>', page('b')],
    ['is absent without links', '', undefined],
  ])('of Atom %s', async (_, xml, expected) => {
    expect((await atomEntry(`<id>1</id>${xml}`)).url).toBe(expected);
  });

  it.each(
    'self enclosure replies edit edit-media hub next prev previous first last license image icon stylesheet'.split(' '),
  )('is not a link with the relation %s', async (rel) => {
    expect((await atomEntry(`<id>1</id><link rel="${rel}" href="/a"/>`)).url).toBeUndefined();
  });
});

it('each file of a list comes once, and fifty files at most', () => {
  const files = Array.from({ length: 60 }, (_, n) => ({ url: `${n}` }));
  expect(eachUrlOnce([undefined, ...files, ...files], (file) => file)).toEqual(files.slice(0, 50));
});
