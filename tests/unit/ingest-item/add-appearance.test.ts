import { expect, it } from 'vitest';
import { MAX_APPEARANCES } from '../../../lambdas/core/article/record/article.ts';
import { only, ingestWorld as world } from '../../fakes/ingest-world.ts';
import { item, message } from '../../fakes/messages.ts';

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
