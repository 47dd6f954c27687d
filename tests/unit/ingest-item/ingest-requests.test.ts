import { expect, it } from 'vitest';
import type { ArticleStore } from '../../../lambdas/core/article/article-store.ts';
import { ingestItem } from '../../../lambdas/ingest-item/ingest-item.ts';
import { recheckArticle } from '../../../lambdas/ingest-item/recheck-article.ts';
import { fakeArticleStore } from '../../fakes/article-store.ts';
import { LATER } from '../../fakes/ingest-world.ts';
import { feedB, item, message, pageOf } from '../../fakes/messages.ts';
import { fakeHostStore, fakeRepeatedBlocksStore, pagesOf } from '../../fakes/pages.ts';
import { articlesInProcess } from '../../fakes/readers.ts';
import { FERRY, paragraphs } from '../../fakes/stories.ts';
import { fakeWeb } from '../../fakes/web.ts';

const HEADLINE = 'Ferry returns';
const HOME = 'https://harbour.example/news/1';
const WIRE = 'https://valley.example/wire/9';

/**
 * Each call of these stores is one request to DynamoDB (articles-table.ts, repeated-blocks-table.ts). The requests for a
 * host's record are not counted: one read a minute and process, one write a day.
 */
function countedWorld() {
  const calls: string[] = [];
  const counted = <T extends object>(store: T, prefix = ''): T =>
    new Proxy(store, {
      get: (target, name) => {
        const method: unknown = Reflect.get(target, name);
        if (typeof method !== 'function') return method;
        return (...parameters: unknown[]) => {
          calls.push(`${prefix}${String(name)}`);
          return Reflect.apply(method, target, parameters);
        };
      },
    });
  const articles = counted<ArticleStore>(fakeArticleStore());
  const blocks = counted(fakeRepeatedBlocksStore(), 'blocks.');
  const pages = {
    [HOME]: { body: pageOf(HEADLINE, paragraphs(FERRY)) },
    [WIRE]: { body: pageOf(HEADLINE, paragraphs(FERRY.slice(2))) },
  };
  const { fetch } = fakeWeb(pages);
  const now = () => new Date(LATER);
  const dependencies = {
    articles,
    page: pagesOf(fetch, now, fakeHostStore(), blocks),
    read: articlesInProcess,
    articleRetentionDays: 0,
    now,
  };
  return { ingest: ingestItem(dependencies), recheck: recheckArticle(dependencies), calls, pages };
}
const elsewhere = message({ feed: feedB, item: item({ guid: '9', url: WIRE }) });

const PAGE = ['blocks.get', 'blocks.put'];

it.each([
  ['an item that has not changed costs one request', message(), ['findClaims']],
  [
    'a new article costs two searches for claims, its host’s blocks, and one write',
    undefined,
    ['findClaims', ...PAGE, 'findClaims', 'publish'],
  ],
  [
    'an item at a known address costs one search for claims, one read and one write',
    message({ feed: feedB }),
    ['findClaims', 'get', 'appear'],
  ],
  [
    'an item at a known address under another headline costs a second search for claims and its host’s blocks',
    message({ feed: feedB, item: item({ title: 'Islanders cheer' }) }),
    ['findClaims', 'get', ...PAGE, 'findClaims', 'appear'],
  ],
  [
    'a copy costs two searches for claims, its host’s blocks, one read and one write',
    elsewhere,
    ['findClaims', ...PAGE, 'findClaims', 'get', 'appear'],
  ],
  [
    'a revision costs two searches for claims, one read, its host’s blocks, and one write',
    message({ item: item({ summary: 'The ferry is back, a day late.' }), foundAt: LATER }),
    ['findClaims', 'get', ...PAGE, 'findClaims', 'revise'],
  ],
])('%s', async (_, second, expected) => {
  const { ingest, calls, pages } = countedWorld();
  await ingest(message(), 1);
  if (second !== undefined) {
    calls.length = 0;
    pages[HOME] = { body: pageOf(HEADLINE, paragraphs([...FERRY, 'It was a day late.'])) };
    await ingest(second, 1);
  }
  expect(calls).toEqual(expected);
});

it('the site’s word on an article that stands in for it costs two searches for claims, one read, its host’s blocks, and one write', async () => {
  const { ingest, calls, pages } = countedWorld();
  Object.assign(pages, { [HOME]: { status: 403 } });
  await ingest(message({ feed: feedB }), 1);
  Object.assign(pages, { [HOME]: { body: pageOf(HEADLINE, paragraphs(FERRY)) } });
  calls.length = 0;
  await ingest(message(), 1);
  expect(calls).toEqual(['findClaims', 'get', ...PAGE, 'findClaims', 'revise']);
});

it.each([
  [
    'a recheck of a page that has not changed costs two reads',
    pageOf(HEADLINE, paragraphs(FERRY)),
    ['get', 'blocks.get'],
  ],
  [
    'a recheck of a page that has changed costs a read, its host’s blocks, a search for claims, and one write',
    pageOf(HEADLINE, paragraphs([...FERRY, 'It was a day late.'])),
    ['get', ...PAGE, 'findClaims', 'revise'],
  ],
  ['a recheck of a page that is gone costs one read and one write', undefined, ['get', 'retract']],
])('%s', async (_, body, expected) => {
  const { ingest, recheck, calls, pages } = countedWorld();
  const outcome = await ingest(message(), 1);
  calls.length = 0;
  Object.assign(pages, { [HOME]: body === undefined ? { status: 404 } : { body } });
  const articleId = 'articleId' in outcome ? outcome.articleId : '';
  await recheck({ version: 1, recheck: { articleId, url: HOME } }, 1);
  expect(calls).toEqual(expected);
});
