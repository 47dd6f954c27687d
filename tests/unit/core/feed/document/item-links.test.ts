import { describe, expect, it } from 'vitest';
import { eachUrlOnce, enclosure } from '../../../../../lambdas/core/feed/document/item-links.ts';
import { DocumentBase } from '../../../../../lambdas/core/web/document-base.ts';
import { atomEntry, FEED_URL, rssItem } from '../../../../fakes/feed-documents.ts';

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

describe('the enclosures of an item', () => {
  it.each([
    [
      'of RSS have an address, a type and a length',
      '<enclosure url="/a" type="audio/mpeg" length="7"/>',
      [{ url: page('a'), type: 'audio/mpeg', length: 7 }],
    ],
    ['of RSS may have an href', '<enclosure href="/a"/>', [{ url: page('a') }]],
    [
      'of Atom are links',
      '<atom:link rel="Enclosure" href="/a" type="audio/mpeg" length="7"/>',
      [{ url: page('a'), type: 'audio/mpeg', length: 7 }],
    ],
    [
      'are each address once',
      '<enclosure url="/a" length="1"/><enclosure url="/a"/><enclosure url="/b"/>',
      [{ url: page('a'), length: 1 }, { url: page('b') }],
    ],
    ['are absent without an address', '<enclosure type="audio/mpeg"/>', undefined],
    ['are not the other links', '<atom:link href="/a"/>', undefined],
  ])('%s', async (_, xml, expected) => {
    expect((await rssItem(`<guid>1</guid>${xml}`)).enclosures).toEqual(expected);
  });

  it.each([
    ['is left out if it is zero', '0', undefined],
    ['is left out if it is no number', 'many', undefined],
    ['is left out if it is a number with a unit', '7 MB', undefined],
    ['is left out if it is a number with a sign', '-7', undefined],
    ['is left out if it is longer than 15 digits', '1234567890123456', undefined],
    ['may have 15 digits', '123456789012345', 123_456_789_012_345],
  ])('have a length that %s', (_, length, expected) => {
    expect(enclosure('/a', undefined, length, DocumentBase.of(FEED_URL))?.length).toBe(expected);
  });

  it('have a type of a hundred characters at most', async () => {
    const { enclosures } = await rssItem(`<guid>1</guid><enclosure url="/a" type="${'x'.repeat(200)}"/>`);
    expect(enclosures?.[0]?.type).toBe('x'.repeat(100));
  });

  it('are fifty at most', () => {
    const files = Array.from({ length: 60 }, (_, n) => ({ url: `${n}` }));
    expect(eachUrlOnce([undefined, ...files, ...files], (file) => file)).toEqual(files.slice(0, 50));
  });
});
