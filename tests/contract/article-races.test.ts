import fc from 'fast-check';
import { it } from 'vitest';
import { racesComeToTheSame } from '../fakes/ingest-races.ts';
import { articleTable } from './article-subjects.ts';
import { localServices } from './local-services.ts';

const services = localServices();

it('functions that race for a story in DynamoDB store one article with every appearance', async () => {
  const table = articleTable(services)();
  await fc.assert(
    racesComeToTheSame(() => table),
    { numRuns: 25, endOnFailure: true },
  );
}, 120_000);
