import { describe, expect, it } from 'vitest';
import type { ItemMessage } from '../../lambdas/core/messages.ts';
import type { ArticleStore, FetchOutcome } from '../../lambdas/core/ports.ts';
import { ingestItem } from '../../lambdas/ingest-item/ingest-item.ts';
import { type FakeArticleStore, fakeArticleStore } from '../fakes/article-store.ts';
import { feedB, item, longText, message, pageOf } from '../fakes/messages.ts';
import { type Answer, fakeWeb } from '../fakes/web.ts';

const LATER = '2026-11-23T09:00:00.000Z';

function world(pages: Record<string, Answer | FetchOutcome> = {}) {
  const articles = fakeArticleStore();
  const web = fakeWeb(pages);
  const deps = { articles, fetch: web.fetch, articleRetentionDays: 0, now: () => new Date('2026-11-23T08:00:05Z') };
  return { articles, web, ingest: ingestItem(deps) };
}
const only = (store: FakeArticleStore) => {
  expect(store.articles.size).toBe(1);
  return [...store.articles.values()][0];
};

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

describe('pages that are not what their items announce', () => {
  const stories = ['Ferry returns to the island', 'Council votes for the night bus', 'Apples ripen early this year'];
  const publishAll = async (pages: (index: number) => Answer | FetchOutcome) => {
    const { articles, ingest } = world(
      Object.fromEntries(stories.map((_, n) => [`https://harbour.example/news/${n}`, pages(n)])),
    );
    for (const [n, title] of stories.entries()) {
      await ingest(
        message({
          item: item({ guid: `${n}`, url: `https://harbour.example/news/${n}`, title, summary: `${title}, we hear.` }),
        }),
      );
    }
    return [...articles.articles.values()].map(({ title }) => title);
  };

  it('a consent wall under every address swallows no story', async () => {
    const wall = { body: pageOf('We value your privacy', longText('cookies and partners')) };
    expect(await publishAll(() => wall)).toEqual(stories);
  });

  it('a login page that every address redirects to swallows no story', async () => {
    const login = Buffer.from(pageOf('Sign in', longText('accounts')));
    const url = 'https://harbour.example/login';
    expect(await publishAll(() => ({ kind: 'response', status: 200, url, headers: {}, body: login }))).toEqual(stories);
  });

  it('a section page that every page calls its canonical address swallows no story', async () => {
    const canonical = '<link rel="canonical" href="https://harbour.example/news">';
    expect(
      await publishAll((n) => ({
        body: pageOf(stories[n] ?? '', longText(`story ${n}`)).replace('<title>', `${canonical}<title>`),
      })),
    ).toEqual(stories);
  });

  it('the same template text under different headlines of one feed makes different articles', async () => {
    expect(await publishAll((n) => ({ body: pageOf(stories[n] ?? '', longText('the daily weather')) }))).toEqual(
      stories,
    );
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

describe('faults', () => {
  const story = [
    message(),
    message({ feed: feedB, item: item({ guid: 'x', url: 'https://harbour.example/news/1?utm_medium=rss' }) }),
    message({ item: item({ summary: 'The ferry is back, a day late.' }), foundAt: LATER }),
    message({
      feed: feedB,
      item: item({ guid: 'y', url: 'https://valley.example/2', title: 'Apples', summary: 'Early apples.' }),
    }),
  ];
  const dying = (store: ArticleStore, diesAt: number, when: 'before' | 'after'): ArticleStore => {
    let calls = 0;
    return new Proxy(store, {
      get: (target, name) => {
        const method = Reflect.get(target, name);
        if (typeof method !== 'function') return method;
        return async (...parameters: unknown[]) => {
          const dies = ++calls === diesAt;
          if (dies && when === 'before') throw new Error('killed');
          const result: unknown = await Reflect.apply(method, target, parameters);
          if (dies) throw new Error('killed');
          return result;
        };
      },
    });
  };
  const run = async (diesAt: number, when: 'before' | 'after') => {
    const articles = fakeArticleStore();
    const store = dying(articles, diesAt, when);
    let minute = 0;
    const now = () => new Date(Date.UTC(2026, 10, 23, 8, minute));
    const ingest = ingestItem({ articles: store, fetch: fakeWeb({}).fetch, articleRetentionDays: 0, now });
    let killed = false;
    for (const each of story) {
      minute++;
      for (let delivery = 1; delivery <= 2; delivery++) {
        try {
          await ingest(each);
        } catch {
          killed = true;
          await ingest(each); // SQS delivers it again
        }
      }
    }
    return { killed, articles: [...articles.articles.values()], streamRecords: articles.streamRecords };
  };

  it('a kill before or after any step, and every message twice, come to the same as a clean run', async () => {
    const clean = await run(0, 'before');
    expect(clean.articles).toHaveLength(2);
    let kills = 0;
    for (const when of ['before', 'after'] as const) {
      for (let step = 1; ; step++) {
        const outcome = await run(step, when);
        if (!outcome.killed) break;
        kills++;
        expect(outcome.articles, `killed ${when} step ${step}`).toEqual(clean.articles);
        expect(outcome.streamRecords, `killed ${when} step ${step}`).toBe(clean.streamRecords);
      }
    }
    expect(kills).toBeGreaterThan(20);
  });

  it('two writers that meet the same story at once agree on one article', async () => {
    const { articles, ingest } = world();
    const twins = [message(), message({ feed: feedB, item: item({ guid: 'x' }) }), message()];
    const outcomes = await Promise.all(twins.map(ingest));
    expect(only(articles)?.appearances).toHaveLength(2);
    expect(outcomes.filter(({ outcome }) => outcome === 'published')).toHaveLength(1);
  });

  it('does not spin when somebody always wins', async () => {
    const articles = fakeArticleStore();
    const losing = { ...articles, publish: async () => false };
    const ingest = ingestItem({
      articles: losing,
      fetch: fakeWeb({}).fetch,
      articleRetentionDays: 0,
      now: () => new Date(),
    });
    await expect(ingest(message())).rejects.toThrow(/quicker/);
  });
});
