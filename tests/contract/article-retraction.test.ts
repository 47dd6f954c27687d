import { describe, expect, it } from 'vitest';
import type { ArticleStore } from '../../lambdas/core/article/article-store.ts';
import { articleStores, claim, content, NOW, newArticle } from './article-subjects.ts';
import { localServices } from './local-services.ts';

describe.each(articleStores(localServices()))('the retraction of an article %s', (_, subject) => {
  const LATER = new Date('2026-11-24T08:00:00.000Z');
  const retracted = async (store: ArticleStore) => {
    const article = newArticle();
    await store.publish(article, [], NOW);
    const item = claim('item', article, NOW.toISOString());
    expect(await store.retract(article, NOW, [item], NOW)).toBe(true);
    expect((await store.findClaims([item.fingerprint], NOW)).size).toBe(1);
    return article;
  };

  it('sets retractedAt and changes nothing else', async () => {
    const store = subject();
    const article = await retracted(store);
    expect(await store.get(article.articleId)).toEqual({ ...article, retractedAt: NOW.toISOString() });
  });

  it('keeps the first retractedAt when the page is found gone again', async () => {
    const store = subject();
    const article = await retracted(store);
    const other = claim('other', article, LATER.toISOString());
    expect(await store.retract(article, LATER, [other], LATER)).toBe(false);
    expect(await store.get(article.articleId)).toMatchObject({ retractedAt: NOW.toISOString() });
    expect((await store.findClaims([other.fingerprint], LATER)).size).toBe(0);
  });

  it('is taken back once when the page is found again', async () => {
    const store = subject();
    const article = await retracted(store);
    expect(await store.retract(article, undefined, [], LATER)).toBe(true);
    expect(await store.get(article.articleId)).toEqual(article);
    expect(await store.retract(article, undefined, [], LATER)).toBe(false);
  });

  it('ends when the article is revised', async () => {
    const store = subject();
    const article = await retracted(store);
    expect(await store.revise(article, content({ contentHash: 'two' }), [], LATER)).toBe(true);
    expect(await store.get(article.articleId)).not.toHaveProperty('retractedAt');
  });

  it('is refused when the caller has an earlier revision, and when the article doesn’t exist', async () => {
    const store = subject();
    const article = newArticle();
    await store.publish(article, [], NOW);
    await store.revise(article, content({ contentHash: 'two' }), [], NOW);
    expect(await store.retract(article, LATER, [], LATER)).toBe(false);
    expect(await store.get(article.articleId)).not.toHaveProperty('retractedAt');
    expect(await store.retract(newArticle(), LATER, [], LATER)).toBe(false);
  });

  it('is refused when another article holds one of the claims', async () => {
    const store = subject();
    const [article, other] = [newArticle(), newArticle()];
    await store.publish(article, [], NOW);
    await store.publish(other, [claim('url', other)], NOW);
    const stolen = { ...claim('url', other), articleId: article.articleId };
    expect(await store.retract(article, LATER, [stolen], LATER)).toBe(false);
    expect(await store.get(article.articleId)).toEqual(article);
  });
});
