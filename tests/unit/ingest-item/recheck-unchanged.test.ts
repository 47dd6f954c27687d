/** A page that hasn't changed makes no revision, whether the article's fields come from the feed or from the page. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compact } from '../../../lambdas/core/compact.ts';
import { isoDate } from '../../../lambdas/core/feed/dates/dates.ts';
import type { FeedItem } from '../../../lambdas/core/feed/document/feed-document.ts';
import { only, ingestWorld as world } from '../../fakes/ingest-world.ts';
import { item, message } from '../../fakes/messages.ts';
import { FERRY, paragraphs } from '../../fakes/stories.ts';

const PAGE = 'https://harbour.example/news/1';

type ItemFields = { readonly [F in keyof FeedItem]?: FeedItem[F] | undefined };

interface Page {
  readonly head?: string;
  readonly headline?: string;
  readonly above?: string;
  readonly story?: readonly string[];
  readonly jsonLd?: object;
}
const html = ({ head = '', headline = 'Ferry returns', above = '', story = FERRY, jsonLd }: Page): string =>
  `<!doctype html><html lang="en"><head>${head}${
    jsonLd === undefined
      ? ''
      : `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', ...jsonLd })}</script>`
  }</head><body><article><h1>${headline}</h1>${above}<p>${story.join('</p><p>')}</p></article></body></html>`;
const meta = (property: string, content: string): string => `<meta property="${property}" content="${content}">`;

/** Ingests an item with its page, and rechecks the article after so many hours each. */
async function outcomesOf(fields: ItemFields, page: Page, hours: readonly number[] = [1, 24, 168]) {
  const { articles, ingest, recheck, pass } = world({ [PAGE]: { body: html(page) } });
  await ingest(message({ item: compact(item(fields as Partial<FeedItem>)) as FeedItem }));
  const article = only(articles);
  const outcomes: string[] = [];
  for (const each of hours) {
    pass(each);
    outcomes.push((await recheck(article?.articleId ?? '')).outcome);
  }
  expect(articles.streamRecords).toBe(1 + outcomes.filter((outcome) => outcome !== 'unchanged').length);
  return { article, outcomes };
}

it.each<[string, ItemFields, Page, object]>([
  [
    'the title from the feed, because the page only shows its own title',
    { title: 'Ferry is back' },
    {},
    { title: 'Ferry is back', provenance: { title: 'feed' } },
  ],
  [
    'the title from the page alone',
    { title: undefined },
    {},
    { title: 'Ferry returns', provenance: { title: 'page' } },
  ],
  [
    'the title from OpenGraph',
    { title: 'Ferry is back' },
    { head: meta('og:title', 'Ferry returns') },
    { title: 'Ferry returns', provenance: { title: 'opengraph' } },
  ],
  [
    'a title with its site’s name',
    {},
    {
      head: `<title>Ferry returns | Harbour Post</title>${meta('og:title', 'Ferry returns | Harbour Post')}${meta('og:site_name', 'Harbour Post')}`,
      headline: 'The ferry returns',
    },
    { siteName: 'Harbour Post' },
  ],
  [
    'a title with signs of HTML',
    { title: 'Fares < 3 & more "ferries" return' },
    { headline: 'Fares &lt; 3 &amp; more "ferries" return' },
    { title: 'Fares < 3 & more "ferries" return' },
  ],
  ['no title at all', { title: undefined, summary: undefined }, { headline: '' }, {}],
  [
    'the date from the feed',
    { publishedAt: '2026-11-23T07:00:00.000Z' },
    {},
    { publishedAt: '2026-11-23T07:00:00.000Z', provenance: { publishedAt: 'feed' } },
  ],
  [
    'a day from the feed',
    { publishedRaw: '2026-11-22' },
    {},
    { publishedAt: '2026-11-22T00:00:00.000Z', publishedPrecision: 'day' },
  ],
  [
    'a time without a zone from the feed',
    { publishedRaw: '2026-11-23 06:00' },
    {},
    { publishedPrecision: 'local-time' },
  ],
  [
    'the date from JSON-LD',
    { publishedAt: '2026-11-23T07:00:00.000Z' },
    { jsonLd: { headline: 'Ferry returns', datePublished: '2026-11-23T06:30:00+01:00' } },
    { publishedAt: '2026-11-23T05:30:00.000Z' },
  ],
  [
    'a day from JSON-LD',
    {},
    { jsonLd: { headline: 'Ferry returns', datePublished: '2026-11-23' } },
    { publishedPrecision: 'day' },
  ],
  [
    'a date that the page shows',
    {},
    { above: '<time>21 November 2026, 10:15</time>' },
    { provenance: { publishedAt: 'page' } },
  ],
  ['no date', {}, {}, { publishedAssumed: 'missing' }],
  ['a date that can’t be read', { publishedRaw: 'the other day' }, {}, { publishedAssumed: 'invalid' }],
  [
    'a date in the future that is past at the last recheck',
    { publishedRaw: '2026-11-27T08:00:00Z', publishedAt: '2026-11-27T08:00:00.000Z' },
    {},
    { publishedAssumed: 'future' },
  ],
  [
    'a date in the future that the page declares',
    {},
    { jsonLd: { headline: 'Ferry returns', datePublished: '2026-11-27T08:00:00Z' } },
    { publishedAssumed: 'future' },
  ],
  [
    'a date from the feed, because the page declares a date in the future',
    { publishedAt: '2026-11-23T07:00:00.000Z' },
    { jsonLd: { headline: 'Ferry returns', datePublished: '2026-11-27T08:00:00Z' } },
    { publishedAt: '2026-11-23T07:00:00.000Z' },
  ],
  [
    'the text from JSON-LD',
    {},
    { story: [FERRY[0]], jsonLd: { headline: 'Ferry returns', articleBody: paragraphs(FERRY) } },
    { textSource: 'json-ld' },
  ],
  [
    'a text that the feed has in part',
    { content: `<p>${FERRY.slice(0, 4).join('</p><p>')}</p>` },
    {},
    { textSource: 'page' },
  ],
  [
    'a text that is too large for the table',
    {},
    {
      story: Array.from(
        { length: 600 },
        (_, n) => `In paragraph ${n} the ferry returns to the island once more, with all who wait for it on the quay.`,
      ),
    },
    {},
  ],
  [
    'authors and tags from the feed, the rest from the page',
    { authors: [{ name: 'Ada Quay' }, { name: 'dpa' }], categories: ['Sea'] },
    { head: `${meta('og:description', 'A ferry & its island.')}${meta('article:section', 'News')}` },
    { authors: ['Ada Quay'], excerpt: 'A ferry & its island.' },
  ],
])('a recheck of an unchanged page makes no revision of an article with %s', async (_, fields, page, expected) => {
  const { article, outcomes } = await outcomesOf(fields, page);
  expect(article).toMatchObject(expected);
  expect(article?.textSource).not.toBe('feed');
  expect(outcomes).toEqual(['unchanged', 'unchanged', 'unchanged']);
});

const titles = fc.constantFrom(
  'Ferry returns',
  'The ferry is back | Harbour Post',
  'Harbour Post: Ferry <returns> & stays',
  'Quay – Ferry returns to the island',
);
const dates = fc.constantFrom(
  '2026-11-23',
  '2026-11-23T06:30:00Z',
  '2026-11-23T06:30:00',
  '23 November 2026',
  '2026-11-30T12:00:00Z',
  'soon',
  'Mon, 23 Nov 2026 09:30:00 +0300',
);
const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: undefined });
const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const pages = fc
  .record({
    og: maybe(titles),
    title: maybe(titles),
    site: maybe(fc.constant('Harbour Post')),
    headline: titles,
    description: maybe(fc.constantFrom(FERRY[1], 'In short.')),
    published: maybe(dates),
    time: maybe(dates),
    ld: maybe(
      fc.record({
        headline: titles,
        datePublished: maybe(dates),
        dateModified: maybe(dates),
        articleBody: maybe(fc.constant(paragraphs(FERRY))),
        author: maybe(fc.constant('Ada Quay, Port Town')),
      }),
    ),
    length: fc.integer({ min: 1, max: FERRY.length }),
  })
  .map(({ og, title, site, headline, description, published, time, ld, length }) => ({
    head: [
      title && `<title>${escaped(title)}</title>`,
      og && meta('og:title', escaped(og)),
      site && meta('og:site_name', site),
      description && meta('og:description', description),
      published && meta('article:published_time', published),
    ].join(''),
    headline: escaped(headline),
    above: time === undefined ? '' : `<time datetime="${time}">${time}</time>`,
    story: FERRY.slice(0, length),
    ...(ld === undefined ? {} : { jsonLd: ld }),
  }));
const items = fc.record({
  title: maybe(titles),
  summary: maybe(fc.constantFrom('In short.', `<p>${FERRY[0]}</p>`)),
  publishedRaw: maybe(dates),
  categories: fc.subarray(['Sea', 'News']),
  authors: fc.subarray([{ name: 'Bea Mole' }, { name: 'dpa' }]),
});

it('a recheck of an unchanged page makes no revision whatever feed and page say', async () => {
  await fc.assert(
    fc.asyncProperty(items, pages, async (fields, page) => {
      const { outcomes } = await outcomesOf({ ...fields, publishedAt: isoDate(fields.publishedRaw) }, page, [24, 168]);
      expect(outcomes).toEqual(['unchanged', 'unchanged']);
    }),
    { numRuns: 300 },
  );
}, 60_000);
