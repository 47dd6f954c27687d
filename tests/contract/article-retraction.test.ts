import { describe, expect, it } from 'vitest';
import type { ArticleStore } from '../../lambdas/core/article/article-store.ts';
import { articleStores, claim, content, NOW, newArticle } from './article-subjects.ts';
import { localServices } from './local-services.ts';

describe.each(articleStores(localServices()))('articles %s whose page is gone', (_, subject) => {
  const LATER = new Date('2026-11-24T08:00:00.000Z');
  const retracted = async (store: ArticleStore) => {
    const article = newArticle();
    await store.publish(article, [], NOW);
    const item = claim('item', article, NOW.toISOString());
    expect(await store.retract(article, NOW, [item], NOW)).toBe(true);
    expect((await store.findClaims([item.fingerprint], NOW)).size).toBe(1);
    return article;
  };

  it('say since when, and are else as they were', async () => {
    const store = subject();
    const article = await retracted(store);
    expect(await store.get(article.articleId)).toEqual({ ...article, retractedAt: NOW.toISOString() });
  });

  it('don’t change when they are found gone once more', async () => {
    const store = subject();
    const article = await retracted(store);
    const other = claim('other', article, LATER.toISOString());
    expect(await store.retract(article, LATER, [other], LATER)).toBe(false);
    expect(await store.get(article.articleId)).toMatchObject({ retractedAt: NOW.toISOString() });
    expect((await store.findClaims([other.fingerprint], LATER)).size).toBe(0);
  });

  it('are as before when it is found again, once', async () => {
    const store = subject();
    const article = await retracted(store);
    expect(await store.retract(article, undefined, [], LATER)).toBe(true);
    expect(await store.get(article.articleId)).toEqual(article);
    expect(await store.retract(article, undefined, [], LATER)).toBe(false);
  });

  it('are retracted no longer when they are revised', async () => {
    const store = subject();
    const article = await retracted(store);
    expect(await store.revise(article, content({ contentHash: 'two' }), [], LATER)).toBe(true);
    expect(await store.get(article.articleId)).not.toHaveProperty('retractedAt');
  });

  it('are not retracted by who has seen an earlier revision, nor where there is none', async () => {
    const store = subject();
    const article = newArticle();
    await store.publish(article, [], NOW);
    await store.revise(article, content({ contentHash: 'two' }), [], NOW);
    expect(await store.retract(article, LATER, [], LATER)).toBe(false);
    expect(await store.get(article.articleId)).not.toHaveProperty('retractedAt');
    expect(await store.retract(newArticle(), LATER, [], LATER)).toBe(false);
  });

  it('are not retracted when a claim is another article’s', async () => {
    const store = subject();
    const [article, other] = [newArticle(), newArticle()];
    await store.publish(article, [], NOW);
    await store.publish(other, [claim('url', other)], NOW);
    const stolen = { ...claim('url', other), articleId: article.articleId };
    expect(await store.retract(article, LATER, [stolen], LATER)).toBe(false);
    expect(await store.get(article.articleId)).toEqual(article);
  });
});
