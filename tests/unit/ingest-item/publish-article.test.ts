import { expect, it } from 'vitest';
import { ingestItem } from '../../../lambdas/ingest-item/ingest-item.ts';
import { fakeArticleStore } from '../../fakes/article-store.ts';
import { LATER, only } from '../../fakes/ingest-world.ts';
import { feedA, message } from '../../fakes/messages.ts';
import { articlesInProcess } from '../../fakes/readers.ts';

it.each([
  ['an article expires so many days after it was first seen', 30, '2026-12-23T09:00:00.000Z'],
  ['an article never expires if the retention is 0 days', 0, undefined],
])('%s', async (_, articleRetentionDays, expiresAt) => {
  const articles = fakeArticleStore();
  const now = () => new Date(LATER);
  const page = async () => ({ kind: 'none' }) as const;
  await ingestItem({ articles, page, read: articlesInProcess, articleRetentionDays, now })(message(), 1);
  expect(only(articles)).toMatchObject({ revision: 1, feedId: 'feed-a', firstSeenAt: LATER, revisedAt: LATER });
  expect(only(articles)?.expiresAt).toBe(expiresAt);
});

it.each([
  ['the feed’s retention counts before the pipeline’s', 7, '2026-11-30T09:00:00.000Z'],
  ['a feed’s retention of 0 days keeps an article for ever', 0, undefined],
])('%s', async (_, retentionDays, expiresAt) => {
  const articles = fakeArticleStore();
  const now = () => new Date(LATER);
  const page = async () => ({ kind: 'none' }) as const;
  const ingest = ingestItem({ articles, page, read: articlesInProcess, articleRetentionDays: 30, now });
  await ingest(message({ feed: { ...feedA, retentionDays } }), 1);
  expect(only(articles)?.expiresAt).toBe(expiresAt);
});
