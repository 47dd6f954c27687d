import fc from 'fast-check';
import { it } from 'vitest';
import { fakeArticleStore } from '../../fakes/article-store.ts';
import { racesComeToTheSame } from '../../fakes/ingest-races.ts';

it('a story becomes one article with all its appearances however functions interleave, die and repeat', async () => {
  await fc.assert(racesComeToTheSame(fakeArticleStore), { numRuns: 200 });
}, 60_000);
