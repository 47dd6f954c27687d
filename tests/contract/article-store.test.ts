import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { nearFingerprints } from '../../lambdas/core/article/identity/fingerprints.ts';
import { appearanceOf, freeClaims, identify } from '../../lambdas/core/article/identity/identity.ts';
import {
  type Appearance,
  type Article,
  type ArticleContent,
  MAX_APPEARANCES,
} from '../../lambdas/core/article/record/article.ts';
import { withinLimits } from '../../lambdas/core/article/record/content-limits.ts';
import { withLabelRoom } from '../../lambdas/core/article/record/label-room.ts';
import { contentAttributes, fromRecord } from '../../lambdas/core/article/record/record.ts';
import { MAX_LABEL_LENGTH, MAX_LABELS } from '../../lambdas/core/feed/record/label.ts';
import { completeArticle } from '../fakes/article.ts';
import { FERRY, MARKET, paragraphs } from '../fakes/stories.ts';
import { appearance, articleStores, articleTable, claim, content, NOW, newArticle } from './article-subjects.ts';
import { localServices } from './local-services.ts';

const services = localServices();
const table = articleTable(services);
const { articleId: _, ...completeFields } = completeArticle;
const unionOf = (appearances: readonly Appearance[]): string[] => [
  ...new Set(appearances.flatMap(({ labels = [] }) => labels)),
];

describe.each(articleStores(services))('the article store %s', (_, subject) => {
  it('returns an article and its claims as they were published', async () => {
    const store = subject();
    const article = newArticle({ image: { url: 'https://harbour.example/1.jpg' }, publishedAt: NOW.toISOString() });
    const claims = [claim('url', article), claim('item', article, NOW.toISOString())];
    expect(await store.publish(article, claims, NOW)).toBe(true);
    expect(await store.get(article.articleId)).toEqual(article);
    const names = [...claims.map(({ fingerprint }) => fingerprint), 'unknown'];
    const found = await store.findClaims(names, NOW);
    expect(new Set(found.values())).toEqual(new Set(claims));
  });

  it('returns every field of a complete article', async () => {
    const store = subject();
    const article = newArticle(completeFields);
    expect(await store.publish(article, [], NOW)).toBe(true);
    const stored = await store.get(article.articleId);
    for (const field of Object.keys(completeArticle) as (keyof Article)[])
      expect(stored?.[field], field).toEqual(article[field]);
    expect(stored).toEqual(article);
  });

  it('replaces every field of the content in a revision', async () => {
    const store = subject();
    const article = newArticle();
    await store.publish(article, [], NOW);
    // The links are no attribute beside the HTML, and are read from it.
    const all = { ...contentAttributes(completeArticle), links: completeArticle.links } as ArticleContent;
    await store.revise(article, all, [], NOW);
    expect(await store.get(article.articleId)).toEqual({ ...article, ...all, revision: 2 });
    await store.revise({ ...article, ...all, revision: 2 }, content(), [], NOW);
    expect(await store.get(article.articleId)).toEqual({ ...article, revision: 3 });
  });

  it('finds an article by the fingerprints of its text, with the sketch', async () => {
    const store = subject();
    const article = newArticle({ text: paragraphs(FERRY) });
    const claims = freeClaims(article.articleId, nearFingerprints(article.text), new Map());
    expect(claims.length).toBeGreaterThan(5);
    expect(await store.publish(article, claims, NOW)).toBe(true);
    const names = claims.map(({ fingerprint }) => fingerprint);
    expect(new Set((await store.findClaims([...names, ...names], NOW)).values())).toEqual(new Set(claims));
  });

  it('finds the claim of a stand-in with its mark, until the article claims again without the mark', async () => {
    const store = subject();
    const article = newArticle();
    const plain = claim('url', article);
    const marked = { ...plain, isOfStandIn: true as const };
    expect(await store.publish(article, [marked], NOW)).toBe(true);
    expect(await store.findClaims([plain.fingerprint], NOW)).toEqual(new Map([[plain.fingerprint, marked]]));
    expect(await store.claim([plain], NOW)).toBe(true);
    expect(await store.findClaims([plain.fingerprint], NOW)).toEqual(new Map([[plain.fingerprint, plain]]));
  });

  it('refuses to write one claim twice at once', async () => {
    const store = subject();
    const article = newArticle();
    await expect(store.publish(article, [claim('url', article), claim('url', article)], NOW)).rejects.toThrow();
  });

  it('publishes an article once when eight writers try at once', async () => {
    const store = subject();
    const article = newArticle();
    const results = await Promise.all(
      Array.from({ length: 8 }, () => store.publish(article, [claim('url', article)], NOW)),
    );
    expect(results.filter(Boolean)).toHaveLength(1);
  });

  it('publishes and claims nothing when another article holds one of the claims', async () => {
    const store = subject();
    const first = newArticle();
    const second = newArticle();
    await store.publish(first, [claim('url', first)], NOW);
    const stolen = { ...claim('url', first), articleId: second.articleId };
    expect(await store.publish(second, [claim('text', second), stolen], NOW)).toBe(false);
    expect(await store.get(second.articleId)).toBeUndefined();
    expect((await store.findClaims([claim('text', second).fingerprint], NOW)).size).toBe(0);
  });

  it('revises an article once from one revision, and keeps the fields that are not content', async () => {
    const store = subject();
    const article = newArticle({ section: 'Harbour' });
    await store.publish(article, [], NOW);
    const edited = content({ title: 'Ferry returns late', contentHash: 'two' });
    const later = new Date('2026-11-23T09:00:00.000Z');
    expect(await store.revise(article, edited, [claim('item', article, later.toISOString())], later)).toBe(true);
    const { section: _, ...rest } = article;
    expect(await store.get(article.articleId)).toEqual({
      ...rest,
      ...edited,
      revision: 2,
      revisedAt: later.toISOString(),
    });
    expect(await store.revise(article, content(), [], later)).toBe(false);
  });

  it('gives a revised article to the feed that takes the article over, with its appearance, in one write', async () => {
    const store = subject();
    const article = newArticle({ wordsOf: 'other-site' });
    await store.publish(article, [], NOW);
    const words = content({ title: 'Ferry returns late', contentHash: 'two', wordsOf: 'site' });
    const takeover = { feedId: 'feed-own', appearance: appearance('b') };
    expect(await store.revise(article, words, [claim('item', article, NOW.toISOString())], NOW, takeover)).toBe(true);
    const taken = await store.get(article.articleId);
    expect(taken).toMatchObject({ revision: 2, feedId: 'feed-own', wordsOf: 'site', title: 'Ferry returns late' });
    expect(taken?.appearances.map(({ key }) => key)).toEqual(['a', 'b']);
    expect(await store.revise(article, words, [], NOW, takeover), 'a second time').toBe(false);
  });

  it('keeps the appearances of an article that is taken over by a feed that is listed already', async () => {
    const store = subject();
    const article = newArticle();
    await store.publish(article, [], NOW);
    expect(await store.revise(article, content(), [], NOW, { feedId: 'feed-own' })).toBe(true);
    expect(await store.get(article.articleId)).toMatchObject({ feedId: 'feed-own', appearances: article.appearances });
  });

  it('adds an appearance once', async () => {
    const store = subject();
    const article = newArticle();
    await store.publish(article, [], NOW);
    expect(
      await store.appear(article.articleId, appearance('b'), [claim('item', article, NOW.toISOString())], NOW),
    ).toBe(true);
    expect(await store.appear(article.articleId, appearance('b'), [], NOW)).toBe(false);
    expect((await store.get(article.articleId))?.appearances.map(({ key }) => key)).toEqual(['a', 'b']);
    expect(await store.appear('nobody', appearance('b'), [], NOW)).toBe(false);
  });

  it('gives an article the labels of all its appearances, each once', async () => {
    const store = subject();
    const labelled = (key: string, labels: string[]) => ({ ...appearance(key), labels });
    const article = newArticle({ appearances: [labelled('a', ['b', 'c'])], labels: ['b', 'c'] });
    await store.publish(article, [], NOW);
    expect(await store.appear(article.articleId, labelled('b', ['a', 'b']), [], NOW)).toBe(true);
    expect(await store.appear(article.articleId, appearance('c'), [], NOW)).toBe(true);
    const takeover = { feedId: 'feed-own', appearance: labelled('d', ['d']) };
    expect(await store.revise(article, content({ contentHash: 'two' }), [], NOW, takeover)).toBe(true);
    const stored = await store.get(article.articleId);
    expect(stored).toMatchObject({ revision: 2, labels: ['a', 'b', 'c', 'd'] });
    const listed = stored?.appearances.map(({ labels }) => labels);
    expect(listed).toEqual([['b', 'c'], ['a', 'b'], undefined, ['d']]);
  });

  it('gives an article without labels those of its next appearance', async () => {
    const store = subject();
    const article = newArticle();
    await store.publish(article, [], NOW);
    expect(await store.get(article.articleId)).not.toHaveProperty('labels');
    await store.appear(article.articleId, { ...appearance('b'), labels: ['client-7'] }, [], NOW);
    expect(await store.get(article.articleId)).toMatchObject({ labels: ['client-7'] });
  });

  it('keeps the labels of every appearance when eight writers add one at once', async () => {
    const store = subject();
    const article = newArticle();
    await store.publish(article, [], NOW);
    const names = Array.from({ length: 8 }, (_, index) => `label-${index}`);
    const add = async (label: string): Promise<void> => {
      while (!(await store.appear(article.articleId, { ...appearance(label), labels: [label] }, [], NOW)));
    };
    await Promise.all(names.map(add));
    expect((await store.get(article.articleId))?.labels).toEqual(names);
  });

  it('refuses a claim with an earlier state of its item', async () => {
    const store = subject();
    const article = newArticle();
    const [early, late] = ['2026-11-23T08:00:00.000Z', '2026-11-23T09:00:00.000Z'].map((at) =>
      claim('item', article, at),
    );
    if (early === undefined || late === undefined) throw new Error('unreachable');
    expect(await store.claim([early], NOW)).toBe(true);
    expect(await store.claim([late], NOW)).toBe(true);
    expect(await store.claim([early], NOW)).toBe(false);
    expect((await store.findClaims([late.fingerprint], NOW)).get(late.fingerprint)).toEqual(late);
  });
});

describe('the article store in DynamoDB', () => {
  it('ignores an expired claim that TTL hasn’t deleted yet', async () => {
    const store = table();
    const article = newArticle();
    const other = newArticle();
    const { fingerprint } = claim('url', article);
    await store.claim([{ fingerprint, articleId: article.articleId }], NOW);
    const afterRetention = new Date(NOW.getTime() + 31 * 86_400_000);
    expect((await store.findClaims([fingerprint], afterRetention)).size).toBe(0);
    expect(await store.claim([{ fingerprint, articleId: other.articleId }], afterRetention)).toBe(true);
  });

  it('keeps the fingerprints of a text for two weeks', async () => {
    const store = table();
    const { articleId } = newArticle();
    const keys = freeClaims(articleId, nearFingerprints(paragraphs(MARKET)), new Map());
    await store.claim(keys, NOW);
    const names = keys.map(({ fingerprint }) => fingerprint);
    const inDays = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
    expect((await store.findClaims(names, inDays(14))).size).toBe(keys.length);
    expect((await store.findClaims(names, inDays(15))).size).toBe(0);
  });

  it('keeps the earlier state of a revised article in the Revisions table, without its appearances and labels', async () => {
    const store = table();
    const article = newArticle({
      image: { url: 'https://harbour.example/1.jpg' },
      expiresAt: '2027-05-22T08:00:00.000Z',
    });
    await store.publish({ ...article, labels: ['desk:sea'] }, [], NOW);
    expect(await store.revise(article, content({ title: 'Late', contentHash: 'two' }), [], NOW)).toBe(true);
    expect(await store.revise(article, content({ title: 'Lost', contentHash: 'three' }), [], NOW)).toBe(false);
    const { documents, output } = services().deployment;
    const { articleId } = article;
    const { Items = [] } = await documents.send(
      new QueryCommand({
        TableName: output('RevisionsTableName'),
        KeyConditionExpression: 'articleId = :article',
        ExpressionAttributeValues: { ':article': articleId },
      }),
    );
    expect(Items.map(fromRecord)).toEqual([{ ...article, appearances: [], expiresAt: '2027-02-21T08:00:00.000Z' }]);
  });

  it('keeps a text that is too large for an item in the Bodies bucket', async () => {
    const store = table();
    const text = 'Wörter '.repeat(60_000);
    const article = newArticle({ text });
    expect(await store.publish(article, [], NOW)).toBe(true);
    const stored = await store.get(article.articleId);
    expect(stored).not.toHaveProperty('text');
    expect(await services().bodies.get(stored?.textKey ?? '')).toBe(text);

    await store.revise(article, content({ text: 'Short now.' }), [], NOW);
    expect(await store.get(article.articleId)).toMatchObject({ text: 'Short now.' });
    expect(await store.get(article.articleId)).not.toHaveProperty('textKey');
  });

  it('keeps HTML that is too large for an item in the Bodies bucket, and the text in the item', async () => {
    const store = table();
    const html = '<p>Wörter</p>'.repeat(4_000);
    const article = newArticle({ html });
    await store.publish(article, [], NOW);
    const stored = await store.get(article.articleId);
    expect(stored).toMatchObject({ text: article.text });
    expect(stored).not.toHaveProperty('html');
    expect(await services().bodies.get(stored?.htmlKey ?? '')).toBe(html);
  });

  it('stores and revises an article that has every field at its limit and 100 appearances', async () => {
    const store = table();
    const long = (length: number) => '😀'.repeat(length);
    const most = withinLimits(
      content({
        title: long(5_000),
        url: `https://harbour.example/${'a'.repeat(4_000)}`,
        siteName: long(5_000),
        authors: Array(500).fill(long(5_000)),
        tags: Array(500).fill(long(5_000)),
        section: long(5_000),
        image: { url: `https://harbour.example/${'a'.repeat(4_000)}`, alt: long(5_000) },
        excerpt: long(280),
        text: 'a'.repeat(50_000),
        html: 'a'.repeat(30_000),
      }),
    );
    const message = {
      version: 1 as const,
      feed: { feedId: 'f'.repeat(32), url: 'u'.repeat(1_000) },
      foundAt: NOW.toISOString(),
    };
    const labels = (index: number) =>
      Array.from({ length: MAX_LABELS }, (_, n) => `${index}-${n}-${'😀'.repeat(MAX_LABEL_LENGTH - 6)}`);
    const listed: Appearance[] = [];
    for (let index = 0; index < MAX_APPEARANCES; index++) {
      const url = `https://harbour.example/${index}`.padEnd(1_000, 'a');
      const item = { url, authors: [], categories: [] };
      const copy = { similarity: 0.99, publisher: long(5_000) };
      const feed = { ...message.feed, labels: labels(index) };
      const listing = appearanceOf({ ...message, feed, item }, identify({ ...message, item }), NOW, copy);
      listed.push(withLabelRoom(listing, newArticle({ appearances: listed, labels: unionOf(listed) })));
    }
    const article = newArticle({ ...most, appearances: listed, labels: unionOf(listed) });
    expect(await store.publish(article, [], NOW)).toBe(true);
    expect(await store.revise(article, { ...most, contentHash: 'two' }, [], NOW)).toBe(true);
    expect(await store.get(article.articleId)).toMatchObject({ revision: 2, text: most.text, html: most.html });
  });
});
