/** Functions ingest the items of a paper and of two other sites at once, in any order, twice, and die in between. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ItemMessage } from '../../../lambdas/core/queues/messages.ts';
import { ingestItem } from '../../../lambdas/ingest-item/ingest-item.ts';
import { fakeArticleStore } from '../../fakes/article-store.ts';
import { faults, interleaved } from '../../fakes/ingest-races.ts';
import { only } from '../../fakes/ingest-world.ts';
import { articlesInProcess } from '../../fakes/readers.ts';
import { from, LIE, otherFeed, ownFeed, TRUTH, thirdFeed } from '../../fakes/speakers.ts';

const FEEDS = { own: ownFeed, other: otherFeed, third: thirdFeed } as const;
interface Delivery {
  readonly speaker: keyof typeof FEEDS;
  /** Edition 2 of the item has one more word at its end. */
  readonly edition: 1 | 2;
}
const deliveries: fc.Arbitrary<Delivery> = fc.record({
  speaker: fc.constantFrom('own', 'other', 'third'),
  edition: fc.constantFrom(1, 2),
});

const messageOf = ({ speaker, edition }: Delivery): ItemMessage =>
  from(
    FEEDS[speaker],
    { content: `${speaker === 'own' ? TRUTH : LIE}${edition === 2 ? ' Edited.' : ''}` },
    `2026-11-23T0${7 + edition}:00:00.000Z`,
  );

it('the paper’s latest word stands, once and under one id, in whatever order functions bring it, repeat it, or die', async () => {
  const property = fc.asyncProperty(
    fc.scheduler(),
    fc.array(deliveries, { minLength: 2, maxLength: 8 }),
    fc.array(faults, { maxLength: 4 }),
    fc.integer({ min: 2, max: 4 }),
    async (scheduler, all, planned, workers) => {
      const store = fakeArticleStore();
      let minute = 0;
      const ingest = ingestItem({
        articles: interleaved(store, scheduler, planned),
        page: async () => ({ kind: 'none', reason: 'http-403' }),
        read: articlesInProcess,
        articleRetentionDays: 0,
        now: () => new Date(Date.UTC(2026, 10, 23, 8, minute++)),
      });
      const queue = [...all];
      const work = async () => {
        for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
          const again = next;
          await ingest(messageOf(next), 1).catch(() => queue.push(again)); // SQS delivers it again
        }
      };
      await scheduler.waitFor(Promise.all(Array.from({ length: workers }, work)));

      const article = only(store);
      const carriers = [...new Set(all.map(({ speaker }) => FEEDS[speaker].feedId))];
      expect(article?.appearances.map(({ feedId }) => feedId).sort()).toEqual(carriers.sort());
      const own = all.filter(({ speaker }) => speaker === 'own');
      expect(article?.wordsOf).toBe(own.length > 0 ? 'site' : 'other-site');
      if (own.length === 0) return;
      const isEdited = own.some(({ edition }) => edition === 2);
      expect(article).toMatchObject({ feedId: ownFeed.feedId, text: isEdited ? `${TRUTH} Edited.` : TRUTH });
      expect(article?.revision, 'two editions of the first feed, and two of the paper').toBeLessThanOrEqual(4);
    },
  );
  await fc.assert(property, { numRuns: 100 });
}, 60_000);
