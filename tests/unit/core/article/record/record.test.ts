import { describe, expect, it } from 'vitest';
import { contentAttributes, fromRecord, toRecord } from '../../../../../lambdas/core/article/record/record.ts';
import { article } from '../../../../fakes/article.ts';

describe('an article in the table', () => {
  it('comes out as it went in', () => {
    expect(fromRecord(toRecord(article()))).toEqual(article());
    const slight = article({ tags: [], authors: [], appearances: [] });
    expect(fromRecord(toRecord(slight))).toEqual(slight);
  });

  it('has its appearances by key, a day to be found by, and its expiry in epoch seconds for TTL', () => {
    expect(toRecord(article({ expiresAt: '2027-05-22T08:00:00.000Z' }))).toMatchObject({
      appearances: { 'key-a': { feedId: 'feed-a', feedUrl: 'https://harbour.example/rss' } },
      day: '2026-11-23',
      expiresAt: 1_810_972_800,
    });
  });

  it('lists the appearances from the first to the last, and by key when they came together', () => {
    const at = (key: string, firstSeenAt: string) => ({ key, feedId: 'f', feedUrl: 'https://f.example/', firstSeenAt });
    const [late, b, a] = [at('0', '2026-11-24'), at('b', '2026-11-23'), at('a', '2026-11-23')];
    expect(fromRecord(toRecord(article({ appearances: [late, b, a] })))?.appearances).toEqual([a, b, late]);
  });
});

describe('an article is read tolerantly', () => {
  const record = toRecord(article());
  it.each([
    ['attributes that nobody knows are passed over', { mood: 'good', day: 7 }, {}],
    ['lists lose what is no text', { tags: ['a', 1, null, 'b'] }, { tags: ['a', 'b'] }],
    ['lists that are none are empty', { authors: 'Ada', tags: null }, { authors: [], tags: [] }],
    ['an appearance that is none is left out', { appearances: { 'key-a': 'gone' } }, { appearances: [] }],
    ['appearances that are none are empty', { appearances: ['x'] }, { appearances: [] }],
    ['a word count that is none is nothing', { wordCount: 'many' }, { wordCount: 0 }],
    ['a text from JSON-LD', { textSource: 'json-ld' }, { textSource: 'json-ld' }],
    ['a source that nobody knows is the feed', { textSource: 'telepathy' }, { textSource: 'feed' }],
  ])('%s', (_, stored, expected) => {
    expect(fromRecord({ ...record, ...stored })).toEqual({ ...article(), ...expected });
  });

  it.each(['url', 'siteName', 'publishedAt', 'language', 'image', 'excerpt', 'text'])(
    'a %s of another type is absent',
    (name) => {
      const read = fromRecord({ ...record, [name]: 42 });
      expect(read).toBeDefined();
      expect(read).not.toHaveProperty(name);
    },
  );
});

describe('what is no article', () => {
  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'article'],
    ['an empty item', {}],
    ['an item of another table', { feedId: 'feed-a', url: 'https://harbour.example/rss' }],
    ['an article without a revision', { ...toRecord(article()), revision: undefined }],
    ['an article whose id is a number', { ...toRecord(article()), articleId: 7 }],
  ])('%s', (_, item) => {
    expect(fromRecord(item)).toBeUndefined();
  });
});

describe('the attributes that a revision replaces', () => {
  it('name every part of the content, so that what the revision lacks is removed', () => {
    const { title, contentHash } = article();
    const slight = { title, contentHash, authors: [], tags: [], textSource: 'feed' as const, wordCount: 0 };
    const attributes = contentAttributes(slight);
    expect(attributes).toMatchObject(slight);
    for (const name of ['url', 'siteName', 'publishedAt', 'image', 'text', 'textKey']) {
      expect(attributes).toHaveProperty(name, undefined);
    }
  });

  it('name nothing that identifies the article', () => {
    const names = Object.keys(contentAttributes(article()));
    expect(names).not.toEqual(expect.arrayContaining([expect.stringMatching(/articleId|feedId|appear|revision|Seen/)]));
  });
});
