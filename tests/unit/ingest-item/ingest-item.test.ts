import { describe, expect, it } from 'vitest';
import type { ItemMessage } from '../../../lambdas/core/queues/messages.ts';
import { LATER, only, ingestWorld as world } from '../../fakes/ingest-world.ts';
import { feedA, feedB, item, longText, message, pageOf } from '../../fakes/messages.ts';
import type { Answer } from '../../fakes/web.ts';

describe('a new item', () => {
  it('becomes an article with the text of its page', async () => {
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

  it('becomes an article from the feed when its page cannot be had', async () => {
    const { articles, ingest } = world();
    expect(await ingest(message())).toMatchObject({ outcome: 'published' });
    expect(only(articles)).toMatchObject({ text: 'The ferry is back.', textSource: 'feed', wordCount: 4 });
  });

  it('keeps the text of the feed when the page says less', async () => {
    const { articles, ingest } = world({
      'https://harbour.example/news/1': { body: pageOf('Ferry', 'Please subscribe.') },
    });
    await ingest(message({ item: item({ content: `<p>${longText('ferries')}</p>` }) }));
    expect(only(articles)).toMatchObject({ textSource: 'feed' });
  });

  it('is published without an address when other items of its document share it', async () => {
    const { articles, web, ingest } = world();
    await ingest(message({ item: item({ guid: 'a', urlIsShared: true, title: 'One' }) }));
    await ingest(message({ item: item({ guid: 'b', urlIsShared: true, title: 'Two' }) }));
    expect(articles.articles.size).toBe(2);
    expect(web.requests).toEqual([]);
  });

  it('is made of the feed alone when that is followed without its pages', async () => {
    const { web, ingest } = world();
    expect(await ingest(message({ feed: { ...feedA, pages: 'off' } }))).toMatchObject({ outcome: 'published' });
    expect(web.requests).toEqual([]);
  });

  it('is not identified by the front page of its site', async () => {
    const { articles, ingest } = world();
    await ingest(message({ item: item({ guid: 'a', url: 'https://harbour.example/', title: 'One' }) }));
    await ingest(message({ item: item({ guid: 'b', url: 'https://harbour.example/', title: 'Two' }) }));
    expect(articles.articles.size).toBe(2);
  });
});

describe('an item that is known', () => {
  it('is not written or fetched again when it comes twice', async () => {
    const { articles, web, ingest } = world();
    await ingest(message());
    expect(await ingest(message({ foundAt: LATER }))).toMatchObject({ outcome: 'unchanged' });
    expect(articles.streamRecords).toBe(1);
    expect(web.requests).toHaveLength(1);
  });

  const twins: [string, ItemMessage][] = [
    [
      'by its address with tracking parameters',
      message({ feed: feedB, item: item({ guid: 'x', url: 'https://harbour.example/news/1?utm_source=b' }) }),
    ],
    [
      'by a guid that is unique in the world',
      message({ feed: feedB, item: item({ guid: 'tag:harbour.example,2026:1', url: 'https://valley.example/r/1' }) }),
    ],
  ];
  it.each(twins)('becomes an appearance when another feed carries it, known %s', async (_, twin) => {
    const { articles, ingest } = world();
    await ingest(message({ item: item({ guid: 'tag:harbour.example,2026:1' }) }));
    expect(await ingest(twin)).toMatchObject({ outcome: 'appeared' });
    expect(only(articles)?.appearances.map(({ feedId }) => feedId)).toEqual(['feed-a', 'feed-b']);
    expect(await ingest(twin)).toMatchObject({ outcome: 'unchanged' });
  });

  it('becomes an appearance when another site carries the same text', async () => {
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

  it('is another article when only a guid that means nothing elsewhere is the same', async () => {
    const { articles, ingest } = world();
    await ingest(message({ item: item({ guid: '1' }) }));
    await ingest(message({ feed: feedB, item: item({ guid: '1', url: 'https://valley.example/1' }) }));
    expect(articles.articles.size).toBe(2);
  });

  it('stays away after its article was deleted', async () => {
    const { articles, ingest } = world();
    await ingest(message());
    articles.articles.clear();
    expect(await ingest(message({ feed: feedB, item: item({ guid: 'x' }) }))).toMatchObject({ outcome: 'deleted' });
    expect(articles.articles.size).toBe(0);
  });
});

describe('an item that changed', () => {
  it('makes the next revision, and keeps the appearances', async () => {
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

  it('makes the next revision when only its date is another', async () => {
    const { articles, ingest } = world();
    const dated = (day: number) => item({ publishedAt: `2026-11-${day}T07:00:00.000Z` });
    await ingest(message({ item: dated(21) }));
    expect(await ingest(message({ item: dated(22), foundAt: LATER }))).toMatchObject({ outcome: 'revised' });
    expect(only(articles)).toMatchObject({ revision: 2, publishedAt: '2026-11-22T07:00:00.000Z' });
  });

  it('makes the next revision also when its guid changes with each edit', async () => {
    const { articles, ingest } = world();
    await ingest(message());
    const edited = item({ guid: 'story-1-v2', title: 'Ferry returns late', summary: 'The ferry is back, a day late.' });
    expect(await ingest(message({ item: edited, foundAt: LATER }))).toMatchObject({ outcome: 'revised' });
    expect(only(articles)).toMatchObject({ revision: 2, title: 'Ferry returns late', appearances: [{}] });
  });

  it('is another article when its feed uses one address for a new story each day', async () => {
    const { articles, ingest } = world();
    await ingest(message({ item: item({ guid: 'mon', title: 'Ferry returns', summary: 'Monday’s news.' }) }));
    const tuesday = item({ guid: 'tue', title: 'Council votes on buses', summary: 'Tuesday’s news.' });
    const other = message({ item: tuesday, foundAt: LATER });
    expect(await ingest(other)).toMatchObject({ outcome: 'published' });
    expect(await ingest(other)).toMatchObject({ outcome: 'unchanged' });
    expect([...articles.articles.values()].map(({ text }) => text)).toEqual(['Monday’s news.', 'Tuesday’s news.']);
  });

  it('makes no revision when the article says the same', async () => {
    const { articles, ingest } = world({
      'https://harbour.example/news/1': { body: pageOf('Ferry returns', longText('ferries')) },
    });
    await ingest(message());
    expect(await ingest(message({ item: item({ summary: 'A new teaser.' }), foundAt: LATER }))).toMatchObject({
      outcome: 'unchanged',
    });
    expect(articles.streamRecords).toBe(1);
  });

  it('is passed over when its message is older than what is known, as after a redrive', async () => {
    const { articles, ingest } = world();
    await ingest(message({ item: item({ summary: 'The new text.' }), foundAt: LATER }));
    expect(await ingest(message({ item: item({ summary: 'The old text.' }) }))).toMatchObject({ outcome: 'stale' });
    expect(only(articles)?.text).toBe('The new text.');
  });

  it('does not lose the text of the page to the teaser of the feed', async () => {
    const pages: Record<string, Answer> = {
      'https://harbour.example/news/1': { body: pageOf('Ferry returns', longText('ferries')) },
    };
    const { articles, ingest } = world(pages);
    await ingest(message());
    delete pages['https://harbour.example/news/1'];
    await ingest(message({ item: item({ summary: 'A new teaser.' }), foundAt: LATER }));
    expect(only(articles)).toMatchObject({ revision: 1, textSource: 'page' });
  });

  it('makes no revision when another feed than the first one words it differently', async () => {
    const { articles, ingest } = world();
    await ingest(message());
    const theirs = { feed: feedB, item: item({ guid: 'x' }) };
    await ingest(message(theirs));
    await ingest(message({ ...theirs, item: item({ guid: 'x', summary: 'Their own words.' }), foundAt: LATER }));
    expect(only(articles)).toMatchObject({ revision: 1, text: 'The ferry is back.' });
  });
});
