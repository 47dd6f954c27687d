import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { nearFingerprints } from '../../lambdas/core/article/identity/fingerprints.ts';
import { appearanceOf, identify } from '../../lambdas/core/article/identity/identity.ts';
import { MAX_APPEARANCES } from '../../lambdas/core/article/record/article.ts';
import { withinLimits } from '../../lambdas/core/article/record/content-limits.ts';
import { fromRecord } from '../../lambdas/core/article/record/record.ts';
import { FERRY, MARKET, paragraphs } from '../fakes/stories.ts';
import { appearance, articleStores, articleTable, claim, content, NOW, newArticle } from './article-subjects.ts';
import { localServices } from './local-services.ts';

const services = localServices();
const table = articleTable(services);

describe.each(articleStores(services))('articles %s', (_, subject) => {
  it('are got as they were published, with their claims', async () => {
    const store = subject();
    const article = newArticle({ image: { url: 'https://harbour.example/1.jpg' }, publishedAt: NOW.toISOString() });
    const claims = [claim('url', article), claim('item', article, NOW.toISOString())];
    expect(await store.publish(article, claims, NOW)).toBe(true);
    expect(await store.get(article.articleId)).toEqual(article);
    const names = [...claims.map(({ fingerprint }) => fingerprint), 'unknown'];
    const found = await store.findClaims(names, NOW);
    expect(new Set(found.values())).toEqual(new Set(claims));
  });

  it('are found by the keys of their text, with its sketch', async () => {
    const store = subject();
    const article = newArticle({ text: paragraphs(FERRY) });
    const claims = nearFingerprints(article.text).map((each) => ({ ...each, articleId: article.articleId }));
    expect(claims.length).toBeGreaterThan(5);
    expect(await store.publish(article, claims, NOW)).toBe(true);
    const names = claims.map(({ fingerprint }) => fingerprint);
    expect(new Set((await store.findClaims([...names, ...names], NOW)).values())).toEqual(new Set(claims));
  });

  it('are published by one of many who try at once', async () => {
    const store = subject();
    const article = newArticle();
    const results = await Promise.all(
      Array.from({ length: 8 }, () => store.publish(article, [claim('url', article)], NOW)),
    );
    expect(results.filter(Boolean)).toHaveLength(1);
  });

  it('are not published, nor anything claimed, when one claim is another article’s', async () => {
    const store = subject();
    const first = newArticle();
    const second = newArticle();
    await store.publish(first, [claim('url', first)], NOW);
    const stolen = { ...claim('url', first), articleId: second.articleId };
    expect(await store.publish(second, [claim('text', second), stolen], NOW)).toBe(false);
    expect(await store.get(second.articleId)).toBeUndefined();
    expect((await store.findClaims([claim('text', second).fingerprint], NOW)).size).toBe(0);
  });

  it('are revised from the revision that one has seen, and keep what is not content', async () => {
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

  it('gain an appearance once', async () => {
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

  it('never let an item’s claim go back to an earlier state', async () => {
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

describe('articles in DynamoDB', () => {
  it('forget a claim when it has expired, before TTL deletes it', async () => {
    const store = table();
    const article = newArticle();
    const other = newArticle();
    const { fingerprint } = claim('url', article);
    await store.claim([{ fingerprint, articleId: article.articleId }], NOW);
    const afterRetention = new Date(NOW.getTime() + 31 * 86_400_000);
    expect((await store.findClaims([fingerprint], afterRetention)).size).toBe(0);
    expect(await store.claim([{ fingerprint, articleId: other.articleId }], afterRetention)).toBe(true);
  });

  it('forget the keys of a text after two weeks', async () => {
    const store = table();
    const { articleId } = newArticle();
    const keys = nearFingerprints(paragraphs(MARKET)).map((each) => ({ ...each, articleId }));
    await store.claim(keys, NOW);
    const names = keys.map(({ fingerprint }) => fingerprint);
    const inDays = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
    expect((await store.findClaims(names, inDays(14))).size).toBe(keys.length);
    expect((await store.findClaims(names, inDays(15))).size).toBe(0);
  });

  it('keep what they said before they were revised, out of the table that has the stream', async () => {
    const store = table();
    const article = newArticle({
      image: { url: 'https://harbour.example/1.jpg' },
      expiresAt: '2027-05-22T08:00:00.000Z',
    });
    await store.publish(article, [], NOW);
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

  it('keep a text that is too large for an item in the Bodies bucket, whole', async () => {
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

  it('keep HTML that is too large for an item in the bucket too, beside the text', async () => {
    const store = table();
    const html = '<p>Wörter</p>'.repeat(4_000);
    const article = newArticle({ html });
    await store.publish(article, [], NOW);
    const stored = await store.get(article.articleId);
    expect(stored).toMatchObject({ text: article.text });
    expect(stored).not.toHaveProperty('html');
    expect(await services().bodies.get(stored?.htmlKey ?? '')).toBe(html);
  });

  it('fit the table whatever a publisher claims: the longest of everything, a hundred times carried, and revised', async () => {
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
    const appearances = Array.from({ length: MAX_APPEARANCES }, (_, index) => {
      const url = `https://harbour.example/${index}`.padEnd(1_000, 'a');
      const item = { url, authors: [], categories: [] };
      const copy = { similarity: 0.99, publisher: long(5_000) };
      return appearanceOf({ ...message, item }, identify({ ...message, item }), NOW, copy);
    });
    const article = newArticle({ ...most, appearances });
    expect(await store.publish(article, [], NOW)).toBe(true);
    expect(await store.revise(article, { ...most, contentHash: 'two' }, [], NOW)).toBe(true);
    expect(await store.get(article.articleId)).toMatchObject({ revision: 2, text: most.text, html: most.html });
  });
});
