import { describe, expect, it } from 'vitest';
import { mergeMetadata } from '../../../../lambdas/core/article/merge-metadata.ts';
import type { PageMetadata } from '../../../../lambdas/core/article/metadata/page-metadata.ts';
import type { PageReading } from '../../../../lambdas/core/article/read-page.ts';
import { chooseText } from '../../../../lambdas/core/article/text-source.ts';
import { type Voice, voiceOf } from '../../../../lambdas/core/article/voice.ts';
import type { FeedItem } from '../../../../lambdas/core/feed/document/feed-document.ts';
import { longText } from '../../../fakes/messages.ts';
import { PAPER } from '../../../fakes/speakers.ts';

const HARBOUR = 'https://harbour.example/rss';
const EVIL = 'https://evil.example/rss';
const LINK = 'https://evil.example/r';
const PARTNER = 'https://partner.example/1';
const named = { feeds: ['http://www.feeds.example/harbour/'] };

describe('who speaks', () => {
  it.each<[string, string, string | undefined, PageMetadata | undefined, Partial<Voice>]>([
    ['a feed speaks for an item of its site', HARBOUR, PAPER, undefined, { speaksForItem: true, speaksForPage: true }],
    ['a feed doesn’t speak for an item of another site', EVIL, PAPER, undefined, { speaksForItem: false }],
    ['a feed speaks for an item without an address', EVIL, undefined, undefined, { speaksForItem: true }],
    [
      'a feed speaks for the page of its site',
      HARBOUR,
      PAPER,
      { url: PAPER },
      { speaksForPage: true, isElsewhere: false },
    ],
    ['a feed doesn’t speak for the page of another site', EVIL, PAPER, { url: PAPER }, { speaksForPage: false }],
    [
      'a feed doesn’t speak for the page of another site to which its address leads',
      EVIL,
      LINK,
      { url: PAPER },
      { speaksForItem: true, speaksForPage: false, isElsewhere: true },
    ],
    [
      'a feed speaks for the page of its site to which the address of another site leads',
      HARBOUR,
      PARTNER,
      { url: PAPER },
      { speaksForItem: false, speaksForPage: true, isElsewhere: true },
    ],
    [
      'a feed speaks for a page that names it',
      'https://feeds.example/harbour',
      PAPER,
      { url: PAPER, ...named },
      { speaksForItem: true, speaksForPage: true },
    ],
    [
      'a feed speaks for a page that names it, not for the address of another site that leads there',
      'https://feeds.example/harbour',
      LINK,
      { url: PAPER, ...named },
      { speaksForItem: false, speaksForPage: true },
    ],
    [
      'a feed doesn’t speak for a page that names another feed',
      EVIL,
      PAPER,
      { url: PAPER, ...named },
      { speaksForPage: false },
    ],
    [
      'a feed and a page of another site agree on an address of the feed’s site',
      HARBOUR,
      PAPER,
      { url: PARTNER, foreignUrl: `${PAPER}?original` },
      { agreedUrl: `${PAPER}?original`, speaksForPage: true },
    ],
    [
      'a feed of a third site agrees on nothing',
      EVIL,
      PAPER,
      { url: 'https://evil.example/1', foreignUrl: PAPER },
      { speaksForItem: false, speaksForPage: true, isElsewhere: true },
    ],
  ])('%s', (_, feedUrl, url, page, expected) => {
    const voice = voiceOf({ feedUrl, ...(url === undefined ? {} : { url }) }, page);
    expect(voice).toMatchObject(expected);
    expect(voice.agreedUrl).toBe(expected.agreedUrl);
  });

  it('a stored article speaks for its page, whatever feed gave its words', () => {
    const voice = voiceOf({ feedUrl: EVIL, url: PAPER, isStored: true }, { url: PAPER });
    expect(voice).toMatchObject({ speaksForItem: true, speaksForPage: true });
  });
});

describe('the text beside a page for which the feed doesn’t speak', () => {
  const HEADLINE = 'Ferry returns to the island';
  const STORY = longText('the ferry and the island');
  const LONG = { text: `${STORY} ${STORY}`, html: '' };
  const page = (text: string, reading: Partial<PageReading> = {}): PageReading => ({
    metadata: { title: HEADLINE },
    shown: { text, html: '' },
    ...reading,
  });
  const foreign = { speaksForItem: false, speaksForPage: false };
  const redirected = { speaksForItem: true, speaksForPage: false };

  it.each<[string, string, PageReading, typeof redirected, string | undefined]>([
    ['a page that says less gives the text', HEADLINE, page(STORY), foreign, undefined],
    [
      'a short page about something else than the feed’s text gives the text',
      HEADLINE,
      page('Look here, please.'),
      foreign,
      undefined,
    ],
    [
      'an article that contradicts the headline gives the text',
      'Mayor admits everything',
      page(STORY, { isArticle: true }),
      foreign,
      undefined,
    ],
    [
      'a page that is no article and contradicts the headline is another page',
      'Mayor admits everything',
      page(STORY),
      foreign,
      'other-page',
    ],
    [
      'an article that contradicts the headline is another page if the feed’s own address led there',
      'Mayor admits everything',
      page(STORY, { isArticle: true }),
      redirected,
      'other-page',
    ],
    [
      'an article without a text gives none',
      'Mayor admits everything',
      page('', { isArticle: true }),
      foreign,
      'other-page',
    ],
    [
      'a list of articles gives no text',
      'Mayor admits everything',
      page(STORY, { isArticle: true, isIndex: true }),
      foreign,
      'index-page',
    ],
    [
      'a consent wall gives no text',
      HEADLINE,
      page(longText('cookies, partners and your privacy'), {
        metadata: { title: HEADLINE, excerpt: 'It is back after weeks in dock.' },
      }),
      foreign,
      'wall',
    ],
    [
      'a teaser gives no text',
      HEADLINE,
      page(`${STORY} …`, { metadata: { title: HEADLINE, access: 'paywalled' } }),
      foreign,
      'teaser',
    ],
  ])('%s', (_, headline, reading, voice, objection) => {
    const choice = chooseText(headline, LONG, reading, voice);
    expect([choice.objection, choice.textSource]).toEqual([objection, objection === undefined ? 'page' : 'feed']);
  });
});

describe('the metadata beside a page for which the feed doesn’t speak', () => {
  const item: FeedItem = {
    title: 'A scandal',
    authors: [{ name: 'Eve Mallory' }],
    publishedAt: '2026-11-23T07:00:00.000Z',
    publishedRaw: 'Mon, 23 Nov 2026 07:00:00 GMT',
    updatedAt: '2026-11-23T07:30:00.000Z',
    categories: ['Scandal'],
    imageUrl: 'https://evil.example/i.jpg',
  };
  const SEEN = { firstSeenAt: '2026-11-23T12:00:00.000Z', foundAt: '2026-11-23T12:00:00.000Z' };
  const feed = { title: 'Evil Post', language: 'en', feedUrl: EVIL, url: PAPER, ...SEEN };

  it('a page that says nothing gets only a headline, a date and a language', () => {
    const { provenance, ...merged } = mergeMetadata(item, { url: PAPER }, feed, 'filling');
    expect(merged).toEqual({
      ...{ title: 'A scandal', url: PAPER, authors: [], tags: [], language: 'en' },
      ...{ publishedAt: item.publishedAt, publishedRaw: item.publishedRaw, publishedPrecision: 'time' },
    });
    expect(provenance).toMatchObject({ title: 'feed', publishedAt: 'feed', language: 'feed' });
  });

  it.each(['filling', 'stand-in'] as const)('what a page only shows wins over %s words', (words) => {
    const page: PageMetadata = {
      ...{ title: 'Ferry returns', url: PAPER, language: 'de', publishedAt: '2026-11-22T00:00:00.000Z' },
      provenance: { title: 'page', url: 'url', language: 'meta', publishedAt: 'url' },
    };
    const merged = mergeMetadata(item, page, feed, words);
    expect(merged).toMatchObject({ ...page, provenance: page.provenance });
    expect(merged).not.toHaveProperty('publishedRaw');
  });

  it('words that stand in fill every gap except the name of the site', () => {
    const merged = mergeMetadata(item, { url: PAPER }, feed, 'stand-in');
    expect(merged).toMatchObject({ authors: ['Eve Mallory'], tags: ['Scandal'], image: { url: item.imageUrl } });
    expect(merged).not.toHaveProperty('siteName');
  });
});

describe('who speaks, by the operator’s setting', () => {
  it.each<[string, 'own' | 'other', string, string, PageMetadata | undefined, Partial<Voice>]>([
    [
      'the site’s own feed at another address speaks for its items and their pages',
      'own',
      'https://feeds.example/harbour',
      PAPER,
      { url: PAPER },
      { speaksForItem: true, speaksForPage: true },
    ],
    [
      'the site’s own feed speaks for the page of another site to which its address leads',
      'own',
      'https://feeds.example/harbour',
      LINK,
      { url: PAPER },
      { speaksForItem: true, speaksForPage: true, isElsewhere: true },
    ],
    [
      'a feed at the site’s address that isn’t the site’s own speaks for nothing',
      'other',
      HARBOUR,
      PAPER,
      { url: PAPER },
      { speaksForItem: false, speaksForPage: false },
    ],
    [
      'a feed that isn’t the site’s own doesn’t speak for a page that names it',
      'other',
      'https://feeds.example/harbour',
      PAPER,
      { url: PAPER, ...named },
      { speaksForItem: false, speaksForPage: false },
    ],
  ])('%s', (_, site, feedUrl, url, page, voice) => {
    expect(voiceOf({ feedUrl, url, site }, page)).toMatchObject(voice);
  });

  it('the words of a stored article stay its site’s', () => {
    expect(voiceOf({ feedUrl: HARBOUR, url: PAPER, site: 'other', isStored: true }, undefined)).toMatchObject({
      speaksForItem: true,
    });
  });
});
