import { describe, expect, it } from 'vitest';
import type { FetchOutcome } from '../../../lambdas/core/web/fetcher.ts';
import { LATER, only, ingestWorld as world } from '../../fakes/ingest-world.ts';
import { item, longText, message, pageOf } from '../../fakes/messages.ts';
import { FERRY, paragraphs } from '../../fakes/stories.ts';
import type { Answer } from '../../fakes/web.ts';

const PAGE = 'https://harbour.example/news/1';
const page = (title: string, story: readonly string[]): Answer => ({ body: pageOf(title, story.join('</p><p>')) });
const there = page('Ferry returns', FERRY);
const longer = page('Ferry returns', [...FERRY, 'The harbour board has corrected the number of passengers since.']);

/** Ingests an article from the first answer and rechecks it with each of the other answers, a day apart. */
async function recheckDaily(first: Answer, ...answers: readonly (Answer | FetchOutcome)[]) {
  const pages: Record<string, Answer | FetchOutcome> = { [PAGE]: first };
  const subject = world(pages);
  const published = await subject.ingest(message());
  if (published.outcome !== 'published') throw new Error('no article');
  const { articleId } = published;
  const outcomes: string[] = [];
  for (const answer of answers) {
    pages[PAGE] = answer;
    subject.pass(24);
    outcomes.push((await subject.recheck(articleId)).outcome);
  }
  return { ...subject, pages, articleId, outcomes };
}

describe('a recheck', () => {
  it.each<[string, readonly (Answer | FetchOutcome)[], readonly string[]]>([
    ['a recheck changes nothing if the page has not changed', [there, there], ['unchanged', 'unchanged']],
    ['a recheck revises the article once if the page has more text', [longer, longer], ['revised', 'unchanged']],
    [
      'a recheck retracts the article once if the page is gone',
      [{ status: 404 }, { status: 410 }],
      ['retracted', 'unchanged'],
    ],
    ['a recheck restores the article if the page is there again', [{ status: 404 }, there], ['retracted', 'restored']],
    [
      'a recheck revises a retracted article if the page is there again with more text',
      [{ status: 410 }, longer],
      ['retracted', 'revised'],
    ],
    ['a recheck changes nothing if the page fails', [{ status: 500 }], ['unchanged']],
    ['a recheck changes nothing if the page is forbidden', [{ status: 403 }], ['unchanged']],
    [
      'a recheck changes nothing if the page can’t be reached',
      [{ kind: 'failed', reason: 'timeout', detail: '' }],
      ['unchanged'],
    ],
    [
      'a recheck changes nothing if the page has become a login',
      [page('Sign in', [longText('your account')])],
      ['unchanged'],
    ],
    [
      'a recheck does not restore a retracted article if the page has become a login',
      [{ status: 404 }, page('Sign in', [])],
      ['retracted', 'unchanged'],
    ],
    [
      'a recheck changes nothing if most of the text is now behind a wall',
      [page('Ferry returns', FERRY.slice(0, 4))],
      ['unchanged'],
    ],
    [
      'a recheck restores a retracted article, with its text, if the page is there again behind a wall',
      [{ status: 404 }, page('Ferry returns', FERRY.slice(0, 4))],
      ['retracted', 'restored'],
    ],
    [
      'a recheck changes nothing if the page redirects to the front page',
      [{ kind: 'response', status: 200, url: 'https://harbour.example/', headers: {}, body: new Uint8Array() }],
      ['unchanged'],
    ],
  ])('%s', async (_, answers, expected) => {
    const { articles, outcomes } = await recheckDaily(there, ...answers);
    expect(outcomes).toEqual(expected);
    const writes = expected.filter((outcome) => outcome !== 'unchanged').length;
    expect(articles.streamRecords, 'nothing is written for what is unchanged').toBe(1 + writes);
  });

  it('a recheck fetches the address that the page was read at, not the address that the page gives as its own', async () => {
    const canonical = '<link rel="canonical" href="https://www.harbour.example/ferry-returns">';
    const claiming = { body: there.body?.replace('<title>', `${canonical}<title>`) ?? '' };
    const { articles, web, outcomes } = await recheckDaily(claiming, claiming);
    expect(only(articles)?.url).toBe('https://www.harbour.example/ferry-returns');
    expect(outcomes).toEqual(['unchanged']);
    expect(web.requests.map(({ url }) => url)).toEqual([PAGE, PAGE]);
  });

  it('a recheck is postponed if the page fails for a while', async () => {
    const { articles, articleId, recheck, pages } = await recheckDaily(there);
    pages[PAGE] = { status: 503 };
    expect(await recheck(articleId, 1)).toEqual({ outcome: 'postponed', reason: 'http-503', seconds: 60 });
    expect(articles.streamRecords).toBe(1);
  });

  it('a recheck adds claims only if the text has changed', async () => {
    const { articles } = await recheckDaily(there, there);
    const before = articles.claims.size;
    expect((await recheckDaily(there, longer)).articles.claims.size).toBeGreaterThan(before);
  });
});

describe('a recheck without a page to read', () => {
  it('a recheck fetches nothing if the article’s text is the feed’s', async () => {
    const { outcomes, web } = await recheckDaily({ status: 404 }, there);
    expect(outcomes).toEqual(['unchanged']);
    expect(web.requests).toHaveLength(1);
  });

  it('a recheck fetches nothing if the article has been deleted', async () => {
    const { articles, articleId, recheck, web } = await recheckDaily(there);
    articles.articles.clear();
    expect(await recheck(articleId)).toEqual({ outcome: 'deleted', articleId });
    expect(web.requests).toHaveLength(1);
  });
});

it('a revision by a recheck keeps the fields that the feed gave, and their provenance', async () => {
  const fromFeed = item({
    publishedAt: '2026-11-23T07:00:00.000Z',
    authors: [{ name: 'Ada Quay' }],
    categories: ['Ferries'],
    imageUrl: 'https://harbour.example/ferry.jpg',
    summary: 'In short: it is back.',
  });
  const pages = { [PAGE]: there };
  const { articles, ingest, recheck } = world(pages);
  await ingest(message({ item: fromFeed }));
  const before = only(articles);
  pages[PAGE] = longer;
  expect(await recheck(before?.articleId ?? '')).toMatchObject({ outcome: 'revised' });
  const { text, html, wordCount, contentHash, revision, ...rest } = only(articles) ?? {};
  expect(before).toMatchObject(rest);
  expect(rest).toMatchObject({ authors: ['Ada Quay'], provenance: { authors: 'feed', publishedAt: 'feed' } });
  expect({ text, revision }).toEqual({
    text: paragraphs([...FERRY, 'The harbour board has corrected the number of passengers since.']),
    revision: 2,
  });
  expect(html).toContain('corrected');
  expect(wordCount).toBeGreaterThan(before?.wordCount ?? 0);
  expect(contentHash).not.toBe(before?.contentHash);
});

it.each<[string, Answer, string]>([
  ['one of two rechecks at the same moment retracts the article', { status: 404 }, 'retracted'],
  ['one of two rechecks at the same moment revises the article', longer, 'revised'],
])('%s', async (_, answer, expected) => {
  const { articles, articleId, recheck, pages } = await recheckDaily(there);
  pages[PAGE] = answer;
  const outcomes = await Promise.all([recheck(articleId), recheck(articleId)]);
  expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual([expected, 'unchanged'].sort());
  expect(articles.streamRecords).toBe(2);
});

it('a recheck changes nothing if an edited item revises the article meanwhile', async () => {
  const { articles, articleId, recheck, ingest, pages } = await recheckDaily(there);
  const get = articles.get;
  let reads = 0;
  articles.get = async (id) => {
    const article = await get(id);
    if (++reads === 1) {
      pages[PAGE] = longer;
      await ingest(message({ item: item({ summary: 'Edited.' }), foundAt: LATER }));
      pages[PAGE] = { status: 404 };
    }
    return article;
  };
  expect(await recheck(articleId)).toMatchObject({ outcome: 'unchanged' });
  expect(only(articles)).toMatchObject({ revision: 2 });
  expect(only(articles)).not.toHaveProperty('retractedAt');
});
