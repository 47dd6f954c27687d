import { expect, it } from 'vitest';
import { MAX_APPEARANCES } from '../../../lambdas/core/article/record/article.ts';
import { LATER, only, ingestWorld as world } from '../../fakes/ingest-world.ts';
import { item, longText, message, pageOf } from '../../fakes/messages.ts';
import type { Answer } from '../../fakes/web.ts';

const carriedBy = (index: number) =>
  message({ feed: { feedId: `feed-${index}`, url: `https://${index}.example/rss` }, item: item({ guid: `${index}` }) });

it('an article lists a hundred appearances; further items are known but not listed', async () => {
  const { articles, ingest } = world();
  for (let index = 0; index < MAX_APPEARANCES; index++) await ingest(carriedBy(index));
  expect(only(articles)?.appearances).toHaveLength(MAX_APPEARANCES);
  const further = carriedBy(MAX_APPEARANCES);
  const { articleId } = only(articles) ?? {};
  const { streamRecords } = articles;
  const claims = articles.claims.size;
  expect(await ingest(further)).toEqual({ outcome: 'unchanged', articleId });
  expect(only(articles)?.appearances).toHaveLength(MAX_APPEARANCES);
  expect(articles.streamRecords).toBe(streamRecords);
  expect(articles.claims.size).toBe(claims + 1);
});

it('an item tries again if its appearance was not written although the article has room for it', async () => {
  const { articles, ingest } = world();
  await ingest(carriedBy(1));
  const { appear } = articles;
  let calls = 0;
  articles.appear = async (...parameters) => (++calls === 1 ? false : appear(...parameters));
  expect(await ingest(carriedBy(2))).toMatchObject({ outcome: 'appeared' });
  expect(only(articles)?.appearances).toHaveLength(2);
});

it('an item revises the article if an older state of the item became an appearance meanwhile', async () => {
  const url = 'https://harbour.example/news/1';
  const pages: Record<string, Answer> = { [url]: { body: pageOf('Ferry returns', longText('ferries')) } };
  const { articles, ingest } = world(pages);
  await ingest(message());
  const { appear } = articles;
  let calls = 0;
  articles.appear = async (...parameters) => {
    if (++calls === 1) await ingest(carriedBy(1));
    return appear(...parameters);
  };
  pages[url] = { body: pageOf('Ferry returns', longText('ferries and their crews')) };
  const edited = { ...carriedBy(1), item: item({ guid: '1', summary: 'Edited.' }), foundAt: LATER };
  expect(await ingest(edited)).toMatchObject({ outcome: 'revised' });
  expect(only(articles)?.text).toContain('crews');
});
