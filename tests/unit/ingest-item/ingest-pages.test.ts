import { describe, expect, it } from 'vitest';
import type { FetchOutcome } from '../../../lambdas/core/web/fetcher.ts';
import { ingestWorld as world } from '../../fakes/ingest-world.ts';
import { item, longText, message, pageOf } from '../../fakes/messages.ts';
import type { Answer } from '../../fakes/web.ts';

describe('pages that do not have the story of their items', () => {
  const stories = ['Ferry returns to the island', 'Council votes for the night bus', 'Apples ripen early this year'];
  const publishAll = async (pages: (index: number) => Answer | FetchOutcome) => {
    const { articles, ingest } = world(
      Object.fromEntries(stories.map((_, n) => [`https://harbour.example/news/${n}`, pages(n)])),
    );
    for (const [n, title] of stories.entries()) {
      await ingest(
        message({
          item: item({ guid: `${n}`, url: `https://harbour.example/news/${n}`, title, summary: `${title}, we hear.` }),
        }),
      );
    }
    return [...articles.articles.values()].map(({ title }) => title);
  };

  it('each item becomes an article if every address shows a consent wall', async () => {
    const wall = { body: pageOf('We value your privacy', longText('cookies and partners')) };
    expect(await publishAll(() => wall)).toEqual(stories);
  });

  it('each item becomes an article if every address redirects to a login page', async () => {
    const login = Buffer.from(pageOf('Sign in', longText('accounts')));
    const url = 'https://harbour.example/login';
    expect(await publishAll(() => ({ kind: 'response', status: 200, url, headers: {}, body: login }))).toEqual(stories);
  });

  it('each item becomes an article if every address redirects to the front page', async () => {
    const frontPage = Buffer.from(pageOf('Harbour Post', longText('everything')));
    const url = 'https://harbour.example/';
    expect(await publishAll(() => ({ kind: 'response', status: 200, url, headers: {}, body: frontPage }))).toEqual(
      stories,
    );
  });

  it('each item becomes an article if every page gives the section page as its canonical address', async () => {
    const canonical = '<link rel="canonical" href="https://harbour.example/news">';
    expect(
      await publishAll((n) => ({
        body: pageOf(stories[n] ?? '', longText(`story ${n}`)).replace('<title>', `${canonical}<title>`),
      })),
    ).toEqual(stories);
  });

  it('each item becomes an article if every page has the same text under a headline of its own', async () => {
    expect(await publishAll((n) => ({ body: pageOf(stories[n] ?? '', longText('the daily weather')) }))).toEqual(
      stories,
    );
  });
});
