import { describe, expect, it } from 'vitest';
import type { ItemMessage } from '../../../lambdas/core/queues/messages.ts';
import { LATER, only, ingestWorld as world } from '../../fakes/ingest-world.ts';
import { feedA, feedB, item, longText, message, pageOf, sportFeed } from '../../fakes/messages.ts';
import type { Answer } from '../../fakes/web.ts';

describe('a new item', () => {
  it('a new item becomes an article with the text of its page', async () => {
    const { articles, ingest } = world({
      'https://harbour.example/news/1': { body: pageOf('Ferry returns', longText('ferries')) },
    });
    expect(await ingest(message())).toMatchObject({ outcome: 'published' });
    expect(only(articles)).toMatchObject({
      title: 'Ferry returns',
      revision: 1,
      textSource: 'page',
      language: 'en',
      appearances: [{ feedId: 'feed-a', url: 'https://harbour.example/news/1' }],
    });
  });

  it('a new item becomes an article with the feed’s text if its page cannot be fetched', async () => {
    const { articles, ingest } = world();
    expect(await ingest(message())).toMatchObject({ outcome: 'published' });
    expect(only(articles)).toMatchObject({ text: 'The ferry is back.', textSource: 'feed', wordCount: 4 });
  });

  it('an article has the feed’s text if the page has less text', async () => {
    const { articles, ingest } = world({
      'https://harbour.example/news/1': { body: pageOf('Ferry', 'Please subscribe.') },
    });
    await ingest(message({ item: item({ content: `<p>${longText('ferries')}</p>` }) }));
    expect(only(articles)).toMatchObject({ textSource: 'feed' });
  });

  it('an item whose address other items of its document share is published without fetching the page', async () => {
    const { articles, web, ingest } = world();
    await ingest(message({ item: item({ guid: 'a', urlIsShared: true, title: 'One' }) }));
    await ingest(message({ item: item({ guid: 'b', urlIsShared: true, title: 'Two' }) }));
    expect(articles.articles.size).toBe(2);
    expect(web.requests).toEqual([]);
  });

  it('an item is published without fetching the page if its feed is followed without pages', async () => {
    const { web, ingest } = world();
    expect(await ingest(message({ feed: { ...feedA, pages: 'off' } }))).toMatchObject({ outcome: 'published' });
    expect(web.requests).toEqual([]);
  });

  it('an item that was old at the first poll of its feed is published without fetching the page, and says so', async () => {
    const { articles, web, ingest } = world();
    expect(await ingest(message({ isBackfill: true }))).toMatchObject({ outcome: 'published' });
    expect(only(articles)).toMatchObject({ textSource: 'feed', pageFailure: 'old' });
    expect(web.requests).toEqual([]);
  });

  it('an item that was old at the first poll of its feed is read with its page when it changes', async () => {
    const { articles, ingest } = world({
      'https://harbour.example/news/1': { body: pageOf('Ferry returns', longText('ferries')) },
    });
    await ingest(message({ isBackfill: true }));
    await ingest(message({ item: item({ summary: 'The ferry is really back.' }), foundAt: LATER }));
    expect(only(articles)).toMatchObject({ revision: 2, textSource: 'page' });
  });

  it('two items with the front page as their address are two articles', async () => {
    const { articles, ingest } = world();
    await ingest(message({ item: item({ guid: 'a', url: 'https://harbour.example/', title: 'One' }) }));
    await ingest(message({ item: item({ guid: 'b', url: 'https://harbour.example/', title: 'Two' }) }));
    expect(articles.articles.size).toBe(2);
  });
});

describe('an item that is known', () => {
  it('an item that comes twice is fetched and written once', async () => {
    const { articles, web, ingest } = world();
    await ingest(message());
    expect(await ingest(message({ foundAt: LATER }))).toMatchObject({ outcome: 'unchanged' });
    expect(articles.streamRecords).toBe(1);
    expect(web.requests).toHaveLength(1);
  });

  const twins: [string, ItemMessage][] = [
    [
      'an item becomes an appearance when another feed carries its address with tracking parameters',
      message({ feed: feedB, item: item({ guid: 'x', url: 'https://harbour.example/news/1?utm_source=b' }) }),
    ],
    [
      'an item becomes an appearance when another feed of its site carries its guid that is unique in the world',
      message({
        feed: sportFeed,
        item: item({ guid: 'tag:harbour.example,2026:1', url: 'https://valley.example/r/1' }),
      }),
    ],
  ];
  it.each(twins)('%s', async (_, twin) => {
    const { articles, ingest } = world();
    await ingest(message({ item: item({ guid: 'tag:harbour.example,2026:1' }) }));
    expect(await ingest(twin)).toMatchObject({ outcome: 'appeared' });
    expect(only(articles)?.appearances.map(({ feedId }) => feedId)).toEqual(['feed-a', twin.feed.feedId]);
    expect(await ingest(twin)).toMatchObject({ outcome: 'unchanged' });
  });

  it('an item becomes an appearance when another site carries the same text', async () => {
    const text = longText('ferries');
    const { articles, ingest } = world({
      'https://harbour.example/news/1': { body: pageOf('Ferry returns', text) },
      'https://valley.example/wire/9': { body: pageOf('Ferry is back', text) },
    });
    await ingest(message());
    expect(
      await ingest(message({ feed: feedB, item: item({ guid: '9', url: 'https://valley.example/wire/9' }) })),
    ).toMatchObject({ outcome: 'appeared' });
    expect(only(articles)?.title).toBe('Ferry returns');
  });

  it('two items of two feeds are two articles if they share only a guid that is not unique in the world', async () => {
    const { articles, ingest } = world();
    await ingest(message({ item: item({ guid: '1' }) }));
    await ingest(message({ feed: feedB, item: item({ guid: '1', url: 'https://valley.example/1' }) }));
    expect(articles.articles.size).toBe(2);
  });

  it('an item does not bring back an article that was deleted', async () => {
    const { articles, ingest } = world();
    await ingest(message());
    articles.articles.clear();
    expect(await ingest(message({ feed: feedB, item: item({ guid: 'x' }) }))).toMatchObject({ outcome: 'deleted' });
    expect(articles.articles.size).toBe(0);
  });
});

describe('an item that changed', () => {
  it('an item that changed makes the next revision, which keeps the appearances', async () => {
    const { articles, ingest } = world();
    await ingest(message());
    await ingest(message({ feed: feedB, item: item({ guid: 'x' }) }));
    const edited = message({ item: item({ summary: 'The ferry is back, a day late.' }), foundAt: LATER });
    expect(await ingest(edited)).toMatchObject({ outcome: 'revised' });
    expect(only(articles)).toMatchObject({
      revision: 2,
      text: 'The ferry is back, a day late.',
      appearances: [{}, {}],
    });
    expect(await ingest(edited)).toMatchObject({ outcome: 'unchanged' });
  });

  it('an item that changed only its date makes the next revision', async () => {
    const { articles, ingest } = world();
    const dated = (day: number) => item({ publishedAt: `2026-11-${day}T07:00:00.000Z` });
    await ingest(message({ item: dated(21) }));
    expect(await ingest(message({ item: dated(22), foundAt: LATER }))).toMatchObject({ outcome: 'revised' });
    expect(only(articles)).toMatchObject({ revision: 2, publishedAt: '2026-11-22T07:00:00.000Z' });
  });

  it('an item that changed its guid too makes the next revision', async () => {
    const { articles, ingest } = world();
    await ingest(message());
    const edited = item({ guid: 'story-1-v2', title: 'Ferry returns late', summary: 'The ferry is back, a day late.' });
    expect(await ingest(message({ item: edited, foundAt: LATER }))).toMatchObject({ outcome: 'revised' });
    expect(only(articles)).toMatchObject({ revision: 2, title: 'Ferry returns late', appearances: [{}] });
  });

  it('a new story at the same address becomes another article', async () => {
    const { articles, ingest } = world();
    await ingest(message({ item: item({ guid: 'mon', title: 'Ferry returns', summary: 'Monday’s news.' }) }));
    const tuesday = item({ guid: 'tue', title: 'Council votes on buses', summary: 'Tuesday’s news.' });
    const other = message({ item: tuesday, foundAt: LATER });
    expect(await ingest(other)).toMatchObject({ outcome: 'published' });
    expect(await ingest(other)).toMatchObject({ outcome: 'unchanged' });
    expect([...articles.articles.values()].map(({ text }) => text)).toEqual(['Monday’s news.', 'Tuesday’s news.']);
  });

  it('an item that changed makes no revision if the article’s content stays the same', async () => {
    const { articles, ingest } = world({
      'https://harbour.example/news/1': { body: pageOf('Ferry returns', longText('ferries')) },
    });
    await ingest(message());
    expect(await ingest(message({ item: item({ summary: 'A new teaser.' }), foundAt: LATER }))).toMatchObject({
      outcome: 'unchanged',
    });
    expect(articles.streamRecords).toBe(1);
  });

  it('a message that is older than the ingested state of its item is stale, as after a redrive', async () => {
    const { articles, ingest } = world();
    await ingest(message({ item: item({ summary: 'The new text.' }), foundAt: LATER }));
    expect(await ingest(message({ item: item({ summary: 'The old text.' }) }))).toMatchObject({ outcome: 'stale' });
    expect(only(articles)?.text).toBe('The new text.');
  });

  it('an article keeps the text of its page if the page cannot be fetched when the feed’s teaser changes', async () => {
    const pages: Record<string, Answer> = {
      'https://harbour.example/news/1': { body: pageOf('Ferry returns', longText('ferries')) },
    };
    const { articles, ingest } = world(pages);
    await ingest(message());
    delete pages['https://harbour.example/news/1'];
    await ingest(message({ item: item({ summary: 'A new teaser.' }), foundAt: LATER }));
    expect(only(articles)).toMatchObject({ revision: 1, textSource: 'page' });
  });

  it('an item makes no revision if another feed than the article’s first feed changes its words', async () => {
    const { articles, ingest } = world();
    await ingest(message());
    const theirs = { feed: feedB, item: item({ guid: 'x' }) };
    await ingest(message(theirs));
    await ingest(message({ ...theirs, item: item({ guid: 'x', summary: 'Their own words.' }), foundAt: LATER }));
    expect(only(articles)).toMatchObject({ revision: 1, text: 'The ferry is back.' });
  });
});
