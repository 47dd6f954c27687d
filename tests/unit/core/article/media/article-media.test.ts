/** The media of whole articles: of the feed, of the page, and of what the text links to. */
import { describe, expect, it } from 'vitest';
import { composeArticle } from '../../../../../lambdas/core/article/compose-article.ts';
import { readPage } from '../../../../../lambdas/core/article/read-page.ts';
import type { FeedItem } from '../../../../../lambdas/core/feed/document/feed-document.ts';
import { item } from '../../../../fakes/messages.ts';
import { ld } from '../../../../fakes/page-heads.ts';
import { inArticle } from '../../../../fakes/story-page.ts';

const URL = 'https://harbour.example/news/1';
const at = (path: string): string => `https://harbour.example/${path}`;
const figure = (name: string): string => `<figure><img src="/i/${name}.jpg"></figure>`;

function articleOf(fields: Partial<FeedItem>, between = '', head = '', feedUrl = 'https://harbour.example/rss') {
  const page = Buffer.from(`<html><head>${head}</head><body>${inArticle(between)}</body></html>`);
  const seen = { firstSeenAt: '2026-11-23T12:00:00.000Z', foundAt: '2026-11-23T12:00:00.000Z' };
  const announced = item({ title: 'The ferry is back', ...fields });
  return composeArticle(announced, readPage(page, 'text/html', URL), { feedUrl, url: URL, ...seen });
}

const episode = { url: 'https://count.example/e/cdn.example/1.mp3', type: 'audio/mpeg', durationSeconds: 754 };

describe('the media of an article', () => {
  it('are those of the feed before those of the page', () => {
    const media = articleOf({ enclosures: [episode] }, figure('lead') + figure('quay')).media;
    expect(media?.map(({ kind }) => kind)).toEqual(['audio', 'image']);
  });

  it('have a file of feed and page once, with what both say of it', () => {
    const audio = { '@type': 'AudioObject', contentUrl: 'https://cdn.example/1.mp3?from=page', name: 'Tides' };
    expect(articleOf({ enclosures: [episode] }, '', ld({ '@type': 'NewsArticle', audio })).media).toEqual([
      { url: episode.url, kind: 'audio', type: 'audio/mpeg', durationSeconds: 754, title: 'Tides' },
    ]);
  });

  it('don’t repeat the article’s title', () => {
    const { media } = articleOf({ enclosures: [{ ...episode, title: 'The ferry is back' }] });
    expect(media?.[0]).not.toHaveProperty('title');
  });

  it('don’t have the article’s image, in whatever size', () => {
    const head = '<meta property="og:image" content="/i/ferry-at-quay-1200x630.jpg">';
    const { image, media } = articleOf({}, figure('ferry-at-quay-640x360') + figure('pier'), head);
    expect(image?.url).toBe(at('i/ferry-at-quay-1200x630.jpg'));
    expect(media).toEqual([{ url: at('i/pier.jpg'), kind: 'image' }]);
  });

  it('have the documents that the text links to', () => {
    const link =
      '<p>The harbour office has printed <a href="/d/plan.pdf?utm_source=x">the <b>plan</b> of berths</a> for the year.</p>';
    expect(articleOf({}, link).media).toEqual([
      { url: at('d/plan.pdf'), kind: 'document', title: 'the plan of berths' },
    ]);
  });

  it('have no document that only the navigation links to', () => {
    expect(articleOf({}, '<nav><ul><li><a href="/d/prices.pdf">Prices</a></li></ul></nav>')).not.toHaveProperty(
      'media',
    );
  });

  it('have nothing of another site’s feed beside the page’s words', () => {
    expect(articleOf({ enclosures: [episode] }, '', '', 'https://valley.example/rss')).not.toHaveProperty('media');
  });

  it('are fifty at most', () => {
    const enclosures = Array.from({ length: 50 }, (_, n) => ({ url: at(`${n}.mp3`) }));
    expect(articleOf({ enclosures }, figure('quay')).media).toHaveLength(50);
  });

  it('make no other hash of the content, so that they alone make no revision', () => {
    const plain = articleOf({});
    const full = articleOf({ enclosures: [episode], categories: ['Opinion'] }, figure('quay'));
    expect(full).toMatchObject({ media: expect.anything(), genre: 'opinion' });
    expect(full.contentHash).toBe(plain.contentHash);
  });
});

describe('the links of an article', () => {
  const linked = (...hrefs: string[]): string =>
    hrefs
      .map(
        (href) =>
          `<p>The harbour office has told <a href="${href}">more of this</a> to everybody who asked for it.</p>`,
      )
      .join('');

  it.each<[string, string, readonly string[] | undefined]>([
    [
      'are absolute, in the order of the text, each once',
      linked('/b', 'https://a.example/', '/b'),
      [at('b'), 'https://a.example/'],
    ],
    ['have no parameters that only track readers', linked('/b?id=1&utm_source=x&fbclid=2'), [at('b?id=1')]],
    ['have no fragment', linked('/b#first', '/b#second'), [at('b')]],
    ['are not the article itself', linked(URL, `${URL}?utm_source=x#top`), undefined],
    [
      'are on the web',
      linked('mailto:ada@harbour.example', 'javascript:alert(1)', 'ftp://harbour.example/a', 'data:text/html,x'),
      undefined,
    ],
    ['keep their signs', linked('/b?x=1&amp;y=&quot;2&quot;'), [at('b?x=1&y=%222%22')]],
    ['are none of the navigation', '<nav><a href="/a">A</a><a href="/b">B</a></nav>', undefined],
    ['are absent without links', '', undefined],
  ])('%s', (_, between, expected) => {
    expect(articleOf({}, between).links).toEqual(expected);
  });

  it('are fifty at most', () => {
    expect(articleOf({}, linked(...Array.from({ length: 60 }, (_, n) => `/p/${n}`))).links).toHaveLength(50);
  });
});
