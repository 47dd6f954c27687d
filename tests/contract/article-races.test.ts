import fc from 'fast-check';
import { it } from 'vitest';
import { articlesTable } from '../../lambdas/adapters/articles-table.ts';
import { racesComeToTheSame } from '../fakes/ingest-races.ts';
import { localServices } from './local-services.ts';

const services = localServices();

it('in DynamoDB too, a story is one article, and no appearance is lost', async () => {
  const { deployment, bodies } = services();
  const table = articlesTable({
    client: deployment.documents,
    articlesTableName: deployment.output('ArticlesTableName'),
    revisionsTableName: deployment.output('RevisionsTableName'),
    fingerprintsTableName: deployment.output('FingerprintsTableName'),
    bodies,
    revisionRetentionDays: 90,
    fingerprintRetentionDays: 30,
  });
  await fc.assert(
    racesComeToTheSame(() => table),
    { numRuns: 25, endOnFailure: true },
  );
}, 120_000);
