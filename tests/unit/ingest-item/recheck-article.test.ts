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

/** An article that was ingested from the first answer and is looked at once more at each of the others, a day apart. */
async function seen(first: Answer, ...answers: readonly (Answer | FetchOutcome)[]) {
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

describe('the page of an article, looked at once more,', () => {
  it.each<[string, readonly (Answer | FetchOutcome)[], readonly string[]]>([
    ['says the same', [there, there], ['unchanged', 'unchanged']],
    ['says more: the article is revised, once', [longer, longer], ['revised', 'unchanged']],
    ['is gone: the article is retracted, once', [{ status: 404 }, { status: 410 }], ['retracted', 'unchanged']],
    ['is there again', [{ status: 404 }, there], ['retracted', 'restored']],
    ['is there again and says more', [{ status: 410 }, longer], ['retracted', 'revised']],
    ['fails', [{ status: 500 }], ['unchanged']],
    ['is forbidden', [{ status: 403 }], ['unchanged']],
    ['can’t be reached', [{ kind: 'failed', reason: 'timeout', detail: '' }], ['unchanged']],
    ['has become a login', [page('Sign in', [longText('your account')])], ['unchanged']],
    ['has become a login, and was gone before', [{ status: 404 }, page('Sign in', [])], ['retracted', 'unchanged']],
    ['has been put behind a wall', [page('Ferry returns', FERRY.slice(0, 4))], ['unchanged']],
    [
      'is there again behind a wall',
      [{ status: 404 }, page('Ferry returns', FERRY.slice(0, 4))],
      ['retracted', 'restored'],
    ],
    [
      'leads to the front page',
      [{ kind: 'response', status: 200, url: 'https://harbour.example/', headers: {}, body: new Uint8Array() }],
      ['unchanged'],
    ],
  ])('%s', async (_, answers, expected) => {
    const { articles, outcomes } = await seen(there, ...answers);
    expect(outcomes).toEqual(expected);
    const writes = expected.filter((outcome) => outcome !== 'unchanged').length;
    expect(articles.streamRecords, 'nothing is written for what is unchanged').toBe(1 + writes);
  });

  it('is asked for at the address that it was read at, since the one that it calls its own may never have been there', async () => {
    const canonical = '<link rel="canonical" href="https://www.harbour.example/ferry-returns">';
    const claiming = { body: there.body?.replace('<title>', `${canonical}<title>`) ?? '' };
    const { articles, web, outcomes } = await seen(claiming, claiming);
    expect(only(articles)?.url).toBe('https://www.harbour.example/ferry-returns');
    expect(outcomes).toEqual(['unchanged']);
    expect(web.requests.map(({ url }) => url)).toEqual([PAGE, PAGE]);
  });

  it('that may be there in a while is waited for like that of a new item', async () => {
    const { articles, articleId, recheck, pages } = await seen(there);
    pages[PAGE] = { status: 503 };
    expect(await recheck(articleId, 1)).toEqual({ outcome: 'postponed', reason: 'http-503', seconds: 60 });
    expect(articles.streamRecords).toBe(1);
  });

  it('adds no claim when it says the same, and those of the new text when it says something else', async () => {
    const { articles } = await seen(there, there);
    const before = articles.claims.size;
    expect((await seen(there, longer)).articles.claims.size).toBeGreaterThan(before);
  });
});

describe('an article is not looked at once more', () => {
  it('when its text is the feed’s', async () => {
    const { outcomes, web } = await seen({ status: 404 }, there);
    expect(outcomes).toEqual(['unchanged']);
    expect(web.requests).toHaveLength(1);
  });

  it('when it has been deleted', async () => {
    const { articles, articleId, recheck, web } = await seen(there);
    articles.articles.clear();
    expect(await recheck(articleId)).toEqual({ outcome: 'deleted', articleId });
    expect(web.requests).toHaveLength(1);
  });
});

it('a revision by the page alone keeps what the feed has said, and who said it', async () => {
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
  ['finds it gone', { status: 404 }, 'retracted'],
  ['finds more', longer, 'revised'],
])('of two looks at once one %s', async (_, answer, expected) => {
  const { articles, articleId, recheck, pages } = await seen(there);
  pages[PAGE] = answer;
  const outcomes = await Promise.all([recheck(articleId), recheck(articleId)]);
  expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual([expected, 'unchanged'].sort());
  expect(articles.streamRecords).toBe(2);
});

it('an edited item that is quicker than a look has the word', async () => {
  const { articles, articleId, recheck, ingest, pages } = await seen(there);
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
