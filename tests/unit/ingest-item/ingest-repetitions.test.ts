import { describe, expect, it } from 'vitest';
import { ingestItem } from '../../../lambdas/ingest-item/ingest-item.ts';
import { recheckArticle } from '../../../lambdas/ingest-item/recheck-article.ts';
import { fakeArticleStore } from '../../fakes/article-store.ts';
import { LATER } from '../../fakes/ingest-world.ts';
import { feedB, item, message } from '../../fakes/messages.ts';
import { fakeHostStore, fakeRepeatedBlocksStore, pagesOf } from '../../fakes/pages.ts';
import { fakeWeb } from '../../fakes/web.ts';

const APPEAL =
  'Os ydych yn mwynhau’r papur hwn, rhowch bunt neu ddwy i ni bob mis er mwyn i bawb gael ei ddarllen am ddim.';
const STORIES = ['Ferry', 'Night bus', 'Apple', 'Library', 'Lighthouse'];
const urlOf = (index: number): string => `https://harbour.example/news/${index}`;
const told = (story: string): string[] => [
  `The ${story} of the island has been in the talk of the town since Monday, and nobody knows how that began.`,
  `A second look at the ${story} shows that there is more to say of it than of most things in a small harbour.`,
];
const pageOf = (story: string, head: string): string =>
  `<html><head>${head}<title>${story} in the news</title></head><body><article><h1>${story} in the news</h1>
   <p>${told(story).join(`</p><p>${APPEAL}</p><p>`)}</p></article></body></html>`;

function host(head = '') {
  const articles = fakeArticleStore();
  const repetitions = fakeRepeatedBlocksStore();
  const pages = STORIES.map((story, index) => [urlOf(index), { body: pageOf(story, head) }]);
  const { fetch } = fakeWeb(Object.fromEntries(pages));
  const now = () => new Date(LATER);
  const page = pagesOf(fetch, now, fakeHostStore(), repetitions);
  const ingest = ingestItem({ articles, page, articleRetentionDays: 0, now });
  const recheck = recheckArticle({ articles, page, now });
  const announce = (index: number, summary = 'In short.') =>
    message({ item: item({ guid: `${index}`, url: urlOf(index), title: `${STORIES[index]} in the news`, summary }) });
  return { articles, repetitions, ingest, recheck, announce };
}

describe('an appeal that no rule knows, on each page of a host,', () => {
  it('vanishes from the fourth article on, from text and HTML alike; nothing else does', async () => {
    const { articles, ingest, announce } = host();
    for (const index of STORIES.keys()) await ingest(announce(index), 1);
    const stored = [...articles.articles.values()];
    expect(stored.map(({ text }) => text?.split('\n'))).toEqual(
      STORIES.map((story, index) => {
        const [first = '', second = ''] = told(story);
        return index < 3 ? [first, APPEAL, second] : [first, second];
      }),
    );
    expect(stored.map(({ html }) => html?.includes(APPEAL))).toEqual([true, true, true, false, false]);
  });

  it('vanishes too where the template gives every page one canonical address, which is none of theirs', async () => {
    const { articles, ingest, announce } = host('<link rel="canonical" href="https://harbour.example/sport">');
    for (const index of STORIES.keys()) await ingest(announce(index), 1);
    const stored = [...articles.articles.values()];
    expect(stored.map(({ url }) => url)).toEqual([...STORIES.keys()].map(urlOf));
    expect(stored.map(({ text }) => text?.includes(APPEAL))).toEqual([true, true, true, false, false]);
  });

  it('makes no revision of an article that was stored with it, or without', async () => {
    const { ingest, announce } = host();
    for (const index of STORIES.keys()) await ingest(announce(index), 1);
    for (const index of STORIES.keys()) {
      const edited = { ...announce(index, 'In other words.'), foundAt: LATER };
      expect((await ingest(edited, 1)).outcome).toBe('unchanged');
    }
  });

  it('makes none either when its page is looked at once more', async () => {
    const { articles, ingest, recheck, announce } = host();
    for (const index of STORIES.keys()) await ingest(announce(index), 1);
    for (const { articleId, url = '' } of articles.articles.values()) {
      expect(await recheck({ version: 1, recheck: { articleId, url } }, 1)).toMatchObject({ outcome: 'unchanged' });
    }
  });

  it('is learned with one write an article, and with none of one that is read again', async () => {
    const { repetitions, ingest, announce } = host();
    for (const index of STORIES.keys()) await ingest(announce(index), 1);
    expect(repetitions.writes()).toBe(STORIES.length);
    await ingest({ ...announce(0, 'In other words.'), foundAt: LATER }, 1);
    await ingest({ ...announce(1), feed: feedB }, 1);
    expect(repetitions.writes()).toBe(STORIES.length);
  });
});
