/** Another site tries everything that a feed and its pages can do, in any order, before, between and after the paper's items. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { FetchOutcome } from '../../../lambdas/core/web/fetcher.ts';
import { isSameSite } from '../../../lambdas/core/web/site.ts';
import { ingestWorld as world } from '../../fakes/ingest-world.ts';
import { pageOf } from '../../fakes/messages.ts';
import {
  forbidden,
  from,
  LIE,
  leadingTo,
  otherFeed,
  ownFeed,
  PAPER,
  pageWith,
  readable,
  TRUTH,
} from '../../fakes/speakers.ts';
import type { Answer } from '../../fakes/web.ts';

const EVIL = 'https://evil.example/1';
const LINK = 'https://evil.example/r';
const OPEN_REDIRECT = 'https://harbour.example/go?to=evil.example';
const GUID = 'https://harbour.example/?p=1';
const CLAIM = `<link rel="canonical" href="${PAPER}"><meta property="og:url" content="${PAPER}"><link rel="alternate" type="application/rss+xml" href="${otherFeed.url}">`;

const evilPages = [pageWith(LIE), pageWith(LIE, CLAIM), { status: 404 }, forbidden];
const paperPages = [
  readable,
  forbidden,
  { status: 404 },
  { body: pageOf('Log in', 'Your name and password, please.') },
];
const redirects = (to: Answer[]) => [
  ...to.map((page) => leadingTo(EVIL, page)),
  ...paperPages.map((page) => leadingTo(PAPER, page)),
];
type Pages = Record<string, Answer | FetchOutcome>;

const step = fc.oneof(
  fc.record({
    kind: fc.constant('evil' as const),
    feed: fc.constantFrom('feed-x', 'feed-x2'),
    guid: fc.constantFrom('1', '2', GUID, 'https://evil.example/g'),
    url: fc.constantFrom(PAPER, PAPER.replace('https', 'http'), EVIL, LINK, OPEN_REDIRECT, undefined),
    title: fc.constantFrom('Ferry returns', 'Mayor admits everything'),
    more: fc.nat(2),
  }),
  fc.record({ kind: fc.constant('own' as const), more: fc.nat(2) }),
  fc.record({ kind: fc.constant('recheck' as const) }),
  fc.record({
    kind: fc.constant('page' as const),
    page: fc.oneof(
      fc.tuple(fc.constantFrom(PAPER, PAPER.replace('https', 'http')), fc.constantFrom(...paperPages)),
      fc.tuple(fc.constant(EVIL), fc.constantFrom(...evilPages)),
      fc.tuple(fc.constantFrom(LINK, OPEN_REDIRECT), fc.constantFrom(...redirects(evilPages))),
    ),
  }),
);

it('no article with an address of the paper has another site’s words as its site’s, and the paper’s item has its own article', async () => {
  const property = fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
    const pages: Pages = { [PAPER]: forbidden };
    const { articles, ingest, recheck, pass } = world(pages);
    let minute = 0;
    let own: string | undefined;
    for (const each of [...steps, { kind: 'own' as const, more: 0 }]) {
      pass(5);
      const foundAt = new Date(Date.UTC(2026, 10, 23, 8, minute++)).toISOString();
      if (each.kind === 'page') pages[each.page[0]] = each.page[1];
      else if (each.kind === 'recheck') for (const id of articles.articles.keys()) await recheck(id);
      else if (each.kind === 'own') {
        const content = `${TRUTH}${' More.'.repeat(each.more)}`;
        const outcome = await ingest(from(ownFeed, { guid: GUID, content, authors: [{ name: 'Ada Quay' }] }, foundAt));
        own = 'articleId' in outcome ? outcome.articleId : own;
      } else {
        const { kind: _, feed, guid, url, title, more } = each;
        const fields = { guid, title, content: `${LIE}${' More.'.repeat(more)}`, authors: [{ name: 'Eve Mallory' }] };
        const lie = from(
          { ...otherFeed, feedId: feed },
          { ...fields, imageUrl: 'https://evil.example/i.jpg' },
          foundAt,
        );
        const { url: __, ...item } = lie.item;
        await ingest({ ...lie, item: url === undefined ? item : { ...item, url } });
      }
      for (const article of articles.articles.values()) {
        if (article.wordsOf !== 'site' || !isSameSite(article.url, PAPER)) continue;
        expect(article).toMatchObject({ title: 'Ferry returns', text: expect.stringContaining(TRUTH) });
        expect(article.authors).not.toContain('Eve Mallory');
        expect([article.siteName, article.image?.url].join()).not.toMatch(/evil/i);
      }
    }
    const article = articles.articles.get(own ?? '');
    expect(article?.wordsOf).toBe('site');
    expect(isSameSite(article?.url, PAPER)).toBe(true);
  });
  await fc.assert(property, { numRuns: 100 });
}, 60_000);
