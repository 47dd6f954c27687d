import { expect, it } from 'vitest';
import { MAX_APPEARANCES, MAX_APPEARANCES_OF_OTHER_SITE } from '../../../lambdas/core/article/record/article.ts';
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

it('a feed of another site lists an article ten times at most, so that the site’s own feed is listed', async () => {
  const url = (index: number) => `https://harbour.example/news/1?v=${index}`;
  const pages: Record<string, Answer> = {};
  const page = pageOf('Ferry returns', longText('ferries'));
  const flooded = world(pages);
  const evil = { feedId: 'evil', url: 'https://evil.example/rss' };
  for (let index = 0; index < MAX_APPEARANCES + 5; index++) {
    pages[url(index)] = {
      body: page.replace('<title>', `<link rel="canonical" href="https://harbour.example/news/1"><title>`),
    };
    await flooded.ingest(message({ feed: evil, item: item({ guid: `${index}`, url: url(index) }) }));
  }
  expect(only(flooded.articles)?.appearances).toHaveLength(MAX_APPEARANCES_OF_OTHER_SITE);
  expect(await flooded.ingest(message())).toMatchObject({ outcome: 'appeared' });
  expect(only(flooded.articles)?.appearances.at(-1)).toMatchObject({ feedId: 'feed-a' });
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
