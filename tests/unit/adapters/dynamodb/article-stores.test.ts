import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { articleStores } from '../../../../lambdas/adapters/dynamodb/article-stores.ts';
import { article } from '../../../fakes/article.ts';
import { capturedFetch } from '../../../fakes/captured-fetch.ts';
import { jsonServer } from '../../../fakes/json-server.ts';

const NOW = new Date('2026-11-23T08:00:00.000Z');
const LAMBDA = { AWS_REGION: 'eu-west-1', AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'secret' };
const environment = {
  ARTICLES_TABLE_NAME: 'Articles',
  REVISIONS_TABLE_NAME: 'Revisions',
  FINGERPRINTS_TABLE_NAME: 'Fingerprints',
  BODIES_BUCKET_NAME: 'bodies',
  REVISION_RETENTION_DAYS: 90,
  FINGERPRINT_RETENTION_DAYS: 30,
};

async function stores() {
  const { origin, requests } = await jsonServer(() => ({}));
  for (const [name, value] of Object.entries({ ...LAMBDA, AWS_ENDPOINT_URL_DYNAMODB: origin })) vi.stubEnv(name, value);
  onTestFinished(() => void vi.unstubAllEnvs());
  return { ...articleStores(environment as Parameters<typeof articleStores>[0], LAMBDA), requests };
}

describe('the stores of the environment', () => {
  it('an article, its earlier state and its claims go to three tables, with the retention of the environment', async () => {
    const { articles, requests } = await stores();
    await articles.revise(article(), article({ title: 'Late' }), [{ fingerprint: 'a', articleId: 'article-1' }], NOW);
    const expiry = (days: number) => ({ N: `${NOW.getTime() / 1_000 + days * 86_400}` });
    expect(requests).toMatchObject([
      {
        TransactItems: [
          { Update: { TableName: 'Articles' } },
          { Put: { TableName: 'Revisions', Item: { expiresAt: expiry(90) } } },
          { Put: { TableName: 'Fingerprints', Item: { expiresAt: expiry(30) } } },
        ],
      },
    ]);
  });

  it('records of hosts and their repeated blocks go to the Fingerprints table for 30 days', async () => {
    const { hosts, repetitions, requests } = await stores();
    await hosts.put('https://harbour.example', {}, NOW);
    await repetitions.put('https://harbour.example', new Uint8Array([1]), NOW);
    const expiresAt = { N: `${NOW.getTime() / 1_000 + 30 * 86_400}` };
    const item = (fingerprint: string) => ({
      TableName: 'Fingerprints',
      Item: { fingerprint: { S: fingerprint }, expiresAt },
    });
    expect(requests).toMatchObject([item('host:https://harbour.example'), item('blocks:https://harbour.example')]);
  });

  it('bodies go to the bucket', async () => {
    const { bodies } = await stores();
    const captured = capturedFetch(200);
    await bodies.put('1.txt', 'x');
    expect(captured).toMatchObject([{ url: 'https://bodies.s3.eu-west-1.amazonaws.com/1.txt' }]);
  });
});
