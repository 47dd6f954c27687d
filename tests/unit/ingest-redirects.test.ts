import { expect, it } from 'vitest';
import type { FetchOutcome } from '../../lambdas/core/ports.ts';
import { ingestItem } from '../../lambdas/ingest-item/ingest-item.ts';
import { fakeArticleStore } from '../fakes/article-store.ts';
import { item, longText, message, pageOf } from '../fakes/messages.ts';

it('articles that their publisher redirects to the front page stay articles of their own, told by their feed', async () => {
  const articles = fakeArticleStore();
  const frontPage: FetchOutcome = {
    kind: 'response',
    status: 200,
    url: 'https://harbour.example/',
    headers: { 'content-type': 'text/html' },
    body: Buffer.from(pageOf('Harbour Post', longText('everything'))),
  };
  const ingest = ingestItem({
    articles,
    fetch: async () => frontPage,
    articleRetentionDays: 0,
    now: () => new Date('2026-11-23T08:00:05Z'),
  });
  for (const id of ['1', '2']) {
    const url = `https://harbour.example/news/${id}`;
    await ingest(message({ item: item({ guid: id, url, title: `Story ${id}`, summary: `Text ${id}.` }) }));
  }
  expect([...articles.articles.values()].map(({ title, url, text }) => [title, url, text])).toEqual([
    ['Story 1', 'https://harbour.example/news/1', 'Text 1.'],
    ['Story 2', 'https://harbour.example/news/2', 'Text 2.'],
  ]);
});
