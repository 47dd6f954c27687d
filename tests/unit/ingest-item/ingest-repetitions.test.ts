import { describe, expect, it } from 'vitest';
import { ingestItem } from '../../../lambdas/ingest-item/ingest-item.ts';
import { recheckArticle } from '../../../lambdas/ingest-item/recheck-article.ts';
import { fakeArticleStore } from '../../fakes/article-store.ts';
import { LATER } from '../../fakes/ingest-world.ts';
import { feedB, item, message } from '../../fakes/messages.ts';
import { fakeHostStore, fakeRepeatedBlocksStore, pagesOf } from '../../fakes/pages.ts';
import { articlesInProcess } from '../../fakes/readers.ts';
import { fakeWeb } from '../../fakes/web.ts';

const APPEAL =
  'Os ydych yn mwynhau’r papur hwn, rhowch bunt neu ddwy i ni bob mis er mwyn i bawb gael ei ddarllen am ddim.';
const STORIES = ['Ferry', 'Night bus', 'Apple', 'Library', 'Lighthouse'];
const urlOf = (index: number): string => `https://harbour.example/news/${index}`;
const textOf = (story: string): string[] => [
  `The ${story} of the island has been in the talk of the town since Monday, and nobody knows how that began.`,
  `A second look at the ${story} shows that there is more to say of it than of most things in a small harbour.`,
];
const pageOf = (story: string, head: string): string =>
  `<html><head>${head}<title>${story} in the news</title></head><body><article><h1>${story} in the news</h1>
   <p>${textOf(story).join(`</p><p>${APPEAL}</p><p>`)}</p></article></body></html>`;

function hostWorld(head = '') {
  const articles = fakeArticleStore();
  const repetitions = fakeRepeatedBlocksStore();
  const pages = STORIES.map((story, index) => [urlOf(index), { body: pageOf(story, head) }]);
  const { fetch } = fakeWeb(Object.fromEntries(pages));
  const now = () => new Date(LATER);
  const page = pagesOf(fetch, now, fakeHostStore(), repetitions);
  const ingest = ingestItem({ articles, page, read: articlesInProcess, articleRetentionDays: 0, now });
  const recheck = recheckArticle({ articles, page, read: articlesInProcess, now });
  const announce = (index: number, summary = 'In short.') =>
    message({ item: item({ guid: `${index}`, url: urlOf(index), title: `${STORIES[index]} in the news`, summary }) });
  return { articles, repetitions, ingest, recheck, announce };
}

describe('an appeal that no rule knows, on each page of a host', () => {
  it('an appeal on each page of a host is cut from the fourth article on, and nothing else is cut', async () => {
    const { articles, ingest, announce } = hostWorld();
    for (const index of STORIES.keys()) await ingest(announce(index), 1);
    const stored = [...articles.articles.values()];
    expect(stored.map(({ text }) => text?.split('\n'))).toEqual(
      STORIES.map((story, index) => {
        const [first = '', second = ''] = textOf(story);
        return index < 3 ? [first, APPEAL, second] : [first, second];
      }),
    );
    expect(stored.map(({ html }) => html?.includes(APPEAL))).toEqual([true, true, true, false, false]);
  });

  it('an appeal on each page of a host is cut although every page gives the same wrong canonical address', async () => {
    const { articles, ingest, announce } = hostWorld('<link rel="canonical" href="https://harbour.example/sport">');
    for (const index of STORIES.keys()) await ingest(announce(index), 1);
    const stored = [...articles.articles.values()];
    expect(stored.map(({ url }) => url)).toEqual([...STORIES.keys()].map(urlOf));
    expect(stored.map(({ text }) => text?.includes(APPEAL))).toEqual([true, true, true, false, false]);
  });

  it('an edited item makes no revision because its host’s appeal is now known', async () => {
    const { ingest, announce } = hostWorld();
    for (const index of STORIES.keys()) await ingest(announce(index), 1);
    for (const index of STORIES.keys()) {
      const edited = { ...announce(index, 'In other words.'), foundAt: LATER };
      expect((await ingest(edited, 1)).outcome).toBe('unchanged');
    }
  });

  it('a recheck makes no revision because its host’s appeal is now known', async () => {
    const { articles, ingest, recheck, announce } = hostWorld();
    for (const index of STORIES.keys()) await ingest(announce(index), 1);
    for (const { articleId, url = '' } of articles.articles.values()) {
      expect(await recheck({ version: 1, recheck: { articleId, url } }, 1)).toMatchObject({ outcome: 'unchanged' });
    }
  });

  it('the blocks of a host are written once for each article, and not again when its page is read again', async () => {
    const { repetitions, ingest, announce } = hostWorld();
    for (const index of STORIES.keys()) await ingest(announce(index), 1);
    expect(repetitions.writes()).toBe(STORIES.length);
    await ingest({ ...announce(0, 'In other words.'), foundAt: LATER }, 1);
    await ingest({ ...announce(1), feed: feedB }, 1);
    expect(repetitions.writes()).toBe(STORIES.length);
  });
});
