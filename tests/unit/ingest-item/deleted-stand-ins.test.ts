import { expect, it } from 'vitest';
import { LATER, only, ingestWorld as world } from '../../fakes/ingest-world.ts';
import { sportFeed } from '../../fakes/messages.ts';
import {
  forbidden,
  from,
  LIE,
  lie,
  otherFeed,
  own,
  PAPER,
  pageWith,
  readable,
  TRUTH,
  thirdFeed,
} from '../../fakes/speakers.ts';
import type { Answer } from '../../fakes/web.ts';

const claiming = (url: string) => `<link rel="canonical" href="${url}">`;

it('the site publishes at its address after another site’s words there were deleted', async () => {
  const { articles, ingest } = world({ [PAPER]: forbidden });
  await ingest(lie);
  articles.articles.clear();
  expect(await ingest(own)).toMatchObject({ outcome: 'published' });
  expect(only(articles)).toMatchObject({ url: PAPER, text: TRUTH, wordsOf: 'site' });
  expect(await ingest(from(sportFeed, { content: TRUTH }))).toMatchObject({ outcome: 'appeared' });
  expect(await ingest({ ...own, item: { ...own.item, content: `${TRUTH} Edited.` }, foundAt: LATER })).toMatchObject({
    outcome: 'revised',
  });
});

it('the site publishes although another site’s words were deleted at the address that the site’s page declares', async () => {
  const variant = 'https://harbour.example/print/news/1';
  const { articles, ingest } = world({ [PAPER]: forbidden, [variant]: pageWith(TRUTH, claiming(PAPER)) });
  await ingest(lie);
  articles.articles.clear();
  expect(await ingest({ ...own, item: { ...own.item, url: variant } })).toMatchObject({ outcome: 'published' });
  expect(only(articles)).toMatchObject({ text: TRUTH, wordsOf: 'site' });
});

it('another site’s words don’t come back after they were deleted', async () => {
  const { articles, ingest } = world({ [PAPER]: forbidden });
  await ingest(lie);
  await ingest(from(thirdFeed, { content: LIE }));
  articles.articles.clear();
  expect(await ingest(from(otherFeed, { guid: 'again', content: LIE }))).toMatchObject({ outcome: 'deleted' });
  expect(await ingest(from(thirdFeed, { guid: 'again', content: LIE }))).toMatchObject({ outcome: 'deleted' });
  expect(articles.articles.size).toBe(0);
});

it.each(['an item', 'a recheck'])(
  'an article that %s has taken over for the site doesn’t come back after it was deleted',
  async (way) => {
    const pages: Record<string, Answer> = { [PAPER]: forbidden };
    const { articles, ingest, recheck } = world(pages);
    await ingest(lie);
    pages[PAPER] = readable;
    const taken = way === 'an item' ? await ingest(own) : await recheck([...articles.articles.keys()][0] ?? '');
    expect(taken).toMatchObject({ outcome: 'revised' });
    articles.articles.clear();
    expect(await ingest({ ...own, item: { ...own.item, guid: 'again' } })).toMatchObject({ outcome: 'deleted' });
  },
);
