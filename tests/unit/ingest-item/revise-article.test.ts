import { expect, it } from 'vitest';
import { LATER, only, ingestWorld as world } from '../../fakes/ingest-world.ts';
import { item, longText, message, pageOf } from '../../fakes/messages.ts';
import type { Answer } from '../../fakes/web.ts';

const PAGE = 'https://harbour.example/news/1';
const edited = message({ item: item({ summary: 'Edited.' }), foundAt: LATER });

it('an edited item is postponed, and nothing is written, if its page fails for a while', async () => {
  const pages: Record<string, Answer> = { [PAGE]: { body: pageOf('Ferry returns', longText('ferries')) } };
  const { articles, ingest } = world(pages);
  await ingest(message());
  pages[PAGE] = { status: 503 };
  expect(await ingest(edited, 1)).toEqual({ outcome: 'postponed', reason: 'http-503', seconds: 60 });
  expect(articles.streamRecords).toBe(1);
});

it('an edited item does not bring back an article that was deleted, and is fetched no more', async () => {
  const { articles, web, ingest } = world();
  await ingest(message());
  const { articleId } = only(articles) ?? {};
  articles.articles.clear();
  expect(await ingest(edited)).toEqual({ outcome: 'deleted', articleId });
  expect(await ingest(edited)).toEqual({ outcome: 'unchanged', articleId });
  expect(articles.articles.size).toBe(0);
  expect(web.requests).toHaveLength(1);
});

it('a page that names no date but that of its changes keeps the earliest, however often it is edited', async () => {
  const changed = (at: string, words: string): Answer => ({
    body: pageOf('Ferry returns', longText(words)).replace(
      '</head>',
      `<meta property="article:modified_time" content="${at}"></head>`,
    ),
  });
  const pages: Record<string, Answer> = { [PAGE]: changed('2026-11-20T08:00:00Z', 'ferries') };
  const { articles, ingest } = world(pages);
  await ingest(message());
  pages[PAGE] = changed('2026-11-24T08:00:00Z', 'late ferries');
  const outcome = await ingest(edited);
  expect(outcome).toMatchObject({ outcome: 'revised' });
  expect(only(articles)).toMatchObject({
    revision: 2,
    publishedAt: '2026-11-20T08:00:00.000Z',
    publishedAssumed: 'missing',
    modifiedAt: '2026-11-24T08:00:00.000Z',
  });
});
