/** Articles of feeds that were opened with credentials. */
import { describe, expect, it } from 'vitest';
import { ingestWorld, LATER, only } from '../../fakes/ingest-world.ts';
import { feedA, item, message, sportFeed } from '../../fakes/messages.ts';
import {
  BRIEF,
  forbidden,
  from,
  LIE,
  otherFeed,
  own,
  ownFeed,
  PAPER,
  pageWith,
  readable,
  TRUTH,
} from '../../fakes/speakers.ts';
import type { Answer } from '../../fakes/web.ts';

const privateFeed = { ...feedA, restricted: true as const };
const LATEST = '2026-11-23T10:00:00.000Z';

it('an article in the words of a private feed is restricted', async () => {
  const { ingest, articles } = ingestWorld();
  await ingest(message({ feed: privateFeed }));
  expect(only(articles)).toMatchObject({ restricted: true, revision: 1 });
});

it('an article of a feed without credentials has no such field', async () => {
  const { ingest, articles } = ingestWorld();
  await ingest(message());
  expect(only(articles)).not.toHaveProperty('restricted');
});

/** What a page says of itself, so that no field is the feed's. */
const HEAD =
  '<meta property="article:published_time" content="2026-11-23T07:00:00Z"><meta name="author" content="Ada Quay">' +
  '<meta property="og:title" content="Ferry returns"><meta property="og:site_name" content="Harbour Post">';
const DESCRIPTION = '<meta name="description" content="The ferry is back at its pier.">';

it('an article whose page says everything itself is not restricted, because no word is the private feed’s', async () => {
  const { ingest, articles } = ingestWorld({ [PAPER]: pageWith(TRUTH, HEAD + DESCRIPTION) });
  await ingest(message({ feed: privateFeed }));
  expect(only(articles)).toMatchObject({ textSource: 'page', provenance: { url: 'feed' } });
  expect(only(articles)).not.toHaveProperty('restricted');
});

it('an article whose page lacks a field that the private feed gives is restricted', async () => {
  const { ingest, articles } = ingestWorld({ [PAPER]: readable });
  await ingest(message({ feed: privateFeed, item: item({ categories: ['Ferries'] }) }));
  expect(only(articles)).toMatchObject({ textSource: 'page', tags: ['Ferries'], restricted: true });
});

it('an article whose excerpt is the private feed’s summary is restricted', async () => {
  const { ingest, articles } = ingestWorld({ [PAPER]: pageWith(TRUTH, HEAD) });
  await ingest(message({ feed: privateFeed, item: item({ content: '<p>Ferry.</p>', summary: 'For members.' }) }));
  expect(only(articles)).toMatchObject({ textSource: 'page', excerpt: 'For members.', restricted: true });
});

it('an article with a file of the private feed is restricted, and stays so when a recheck reads its page', async () => {
  const pages: Record<string, Answer> = { [PAPER]: pageWith(TRUTH, HEAD + DESCRIPTION) };
  const { ingest, articles, recheck } = ingestWorld(pages);
  const enclosures = [{ url: 'https://cdn.example/1.mp3?member=7', type: 'audio/mpeg' }];
  await ingest(message({ feed: privateFeed, item: item({ enclosures }) }));
  expect(only(articles)).toMatchObject({ textSource: 'page', media: [{ kind: 'audio' }], restricted: true });
  pages[PAPER] = pageWith(`${TRUTH} ${BRIEF}`, HEAD + DESCRIPTION);
  expect(await recheck(only(articles)?.articleId ?? '')).toMatchObject({ outcome: 'revised' });
  expect(only(articles)).toMatchObject({ media: [{ kind: 'audio' }], restricted: true, revision: 2 });
});

describe('a restricted article', () => {
  it('stays restricted when a public feed carries it too', async () => {
    const { ingest, articles } = ingestWorld();
    await ingest(message({ feed: privateFeed }));
    expect(await ingest(message({ feed: sportFeed }))).toMatchObject({ outcome: 'appeared' });
    expect(only(articles)).toMatchObject({ restricted: true, revision: 1 });
  });

  it('is open again when a revision has the words of a public feed', async () => {
    const pages: Record<string, Answer> = { [PAPER]: readable };
    const { ingest, articles } = ingestWorld(pages);
    await ingest(message({ feed: privateFeed, item: item({ categories: ['Ferries'] }) }));
    await ingest(message({ feed: sportFeed }));
    pages[PAPER] = pageWith(`${TRUTH} ${BRIEF}`);
    const edited = message({ feed: sportFeed, item: item({ summary: 'Edited.' }), foundAt: LATER });
    expect(await ingest(edited)).toMatchObject({ outcome: 'revised' });
    expect(only(articles)).not.toHaveProperty('restricted');
  });

  it('is open again when its site takes a stand-in over', async () => {
    const { ingest, articles } = ingestWorld({ [PAPER]: forbidden });
    await ingest(from({ ...otherFeed, restricted: true }, { content: LIE }));
    expect(only(articles)).toMatchObject({ wordsOf: 'other-site', restricted: true });
    await ingest(own);
    expect(only(articles)).toMatchObject({ wordsOf: 'site', text: TRUTH });
    expect(only(articles)).not.toHaveProperty('restricted');
  });

  it('stays restricted when a recheck reads its page, as long as words are the feed’s', async () => {
    const pages: Record<string, Answer> = { [PAPER]: readable };
    const { ingest, articles, recheck } = ingestWorld(pages);
    await ingest(message({ feed: privateFeed, item: item({ categories: ['Ferries'] }) }));
    pages[PAPER] = pageWith(`${TRUTH} ${BRIEF}`);
    expect(await recheck(only(articles)?.articleId ?? '')).toMatchObject({ outcome: 'revised' });
    expect(only(articles)).toMatchObject({ restricted: true, revision: 2 });
  });
});

it('a feed that gets credentials makes no revision of an item that is the same', async () => {
  const { ingest, articles } = ingestWorld({ [PAPER]: forbidden });
  await ingest(own);
  const before = articles.streamRecords;
  expect(await ingest({ ...own, feed: { ...ownFeed, restricted: true }, foundAt: LATER })).toMatchObject({
    outcome: 'unchanged',
  });
  const sameWords = from({ ...ownFeed, restricted: true }, { content: TRUTH, categories: ['x'] }, LATEST);
  expect(await ingest(sameWords)).toMatchObject({ outcome: 'unchanged' });
  expect(articles.streamRecords).toBe(before);
});

it('a public article that a private feed revises becomes restricted', async () => {
  const { ingest, articles } = ingestWorld({ [PAPER]: forbidden });
  await ingest(own);
  const revised = from({ ...ownFeed, restricted: true }, { content: `${TRUTH} ${BRIEF}` }, LATER);
  expect(await ingest(revised)).toMatchObject({ outcome: 'revised' });
  expect(only(articles)).toMatchObject({ restricted: true });
});
