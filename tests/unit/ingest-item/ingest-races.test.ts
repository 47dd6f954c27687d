import fc from 'fast-check';
import { it } from 'vitest';
import { fakeArticleStore } from '../../fakes/article-store.ts';
import { racesComeToTheSame } from '../../fakes/ingest-races.ts';

it('however functions interleave, die and repeat, a story is one article, and no appearance is lost', async () => {
  await fc.assert(racesComeToTheSame(fakeArticleStore), { numRuns: 200 });
}, 60_000);
