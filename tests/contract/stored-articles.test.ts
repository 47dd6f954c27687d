import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { expect, it } from 'vitest';
import { storedArticles } from '../../docs/examples/stored-articles.ts';
import { toRecord } from '../../lambdas/core/article/record/record.ts';
import { article } from '../fakes/article.ts';
import { localServices } from './local-services.ts';

const services = localServices();

it('the example in docs/consuming.md reads all articles of a day, the oldest first', async () => {
  const { documents, output } = services().deployment;
  const TableName = output('ArticlesTableName');
  const seenAt = (second: number) => new Date(Date.UTC(2026, 10, 23, 8, 0, second)).toISOString();
  const stored = Array.from({ length: 130 }, (_, n) => article({ articleId: `article-${n}`, firstSeenAt: seenAt(n) }));
  const nextDay = article({ articleId: 'next', firstSeenAt: '2026-11-24T00:00:00.000Z' });
  for (const each of [...stored, nextDay]) await documents.send(new PutCommand({ TableName, Item: toRecord(each) }));
  expect(await Array.fromAsync(storedArticles(documents, TableName, '2026-11-23'))).toEqual(stored);
});
