/**
 * A model test: many functions ingest the same few stories at once. fast-check chooses the order of all their steps.
 * Messages are delivered twice, and functions die or are throttled before or after any step.
 */
import fc from 'fast-check';
import { expect } from 'vitest';
import type { ArticleStore } from '../../lambdas/core/article/article-store.ts';
import type { ItemMessage } from '../../lambdas/core/queues/messages.ts';
import { ingestItem } from '../../lambdas/ingest-item/ingest-item.ts';
import { articlesInProcess } from './readers.ts';

/** Near duplicates of one story on several sites, each with its own URL and feed. */
const VERSIONS = ['whole', 'shortened', 'own lead', 'section feed'] as const;
type Version = (typeof VERSIONS)[number];

interface Delivery {
  readonly story: number;
  readonly version: Version;
  /** Edition 2 of the item has one more word at its end. */
  readonly edition: 1 | 2;
}

interface Fault {
  /** The number of the call, counted over all functions. */
  readonly call: number;
  readonly when: 'before' | 'after';
}

const deliveries: fc.Arbitrary<Delivery> = fc.record({
  story: fc.nat(1),
  version: fc.constantFrom(...VERSIONS),
  edition: fc.constantFrom(1, 2),
});
export const faults: fc.Arbitrary<Fault> = fc.record({ call: fc.nat(40), when: fc.constantFrom('before', 'after') });

/** @param makeStore returns a store that knows no story of this run's number */
export const racesComeToTheSame = (makeStore: () => ArticleStore) => {
  let run = 0;
  return fc.asyncProperty(
    fc.scheduler(),
    fc.array(deliveries, { minLength: 2, maxLength: 9 }),
    fc.array(faults, { maxLength: 4 }),
    fc.integer({ min: 2, max: 5 }),
    async (scheduler, all, plannedFaults, workers) => {
      const salt = `${++run}`;
      const store = makeStore();
      const unsteady = interleaved(store, scheduler, plannedFaults);
      let minute = 0;
      const now = () => new Date(Date.UTC(2026, 10, 23, 8, minute++));
      const ingest = ingestItem({
        articles: unsteady,
        page: async () => ({ kind: 'none', reason: 'http-404' }),
        read: articlesInProcess,
        articleRetentionDays: 0,
        now,
      });
      const found = new Map<number, Set<string>>();

      const queue = [...all];
      const work = async () => {
        for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
          try {
            const outcome = await ingest(messageOf(next, salt), 1);
            if (outcome.outcome === 'postponed') throw new Error('no page is waited for');
            found.set(next.story, (found.get(next.story) ?? new Set()).add(outcome.articleId));
          } catch {
            queue.push(next); // SQS delivers it again
          }
        }
      };
      await scheduler.waitFor(Promise.all(Array.from({ length: workers }, work)));

      for (const story of new Set(all.map((each) => each.story))) {
        const articleIds = [...(found.get(story) ?? [])];
        const storyDeliveries = all.filter((each) => each.story === story);
        await expectOneArticle({ store, articleIds, deliveries: storyDeliveries, salt });
      }
    },
  );
};

interface IngestedStory {
  readonly store: ArticleStore;
  /** The articles that the functions have named. */
  readonly articleIds: readonly string[];
  readonly deliveries: readonly Delivery[];
  readonly salt: string;
}

async function expectOneArticle({ store, articleIds, deliveries, salt }: IngestedStory): Promise<void> {
  expect(articleIds, 'each story has one article').toHaveLength(1);
  const article = await store.get(articleIds[0] ?? '');
  const messages = deliveries.map((each) => ({ each, message: messageOf(each, salt) }));
  const carriers = new Set(messages.map(({ message: { feed, item } }) => `${feed.feedId} ${item.url}`));
  const listed = article?.appearances.map(({ feedId, url }) => `${feedId} ${url}`) ?? [];
  expect(listed.sort(), 'each feed and URL that carried the story appears once').toEqual([...carriers].sort());

  // The first feed decides the content, so the article has the latest edition of that feed.
  const firsts = messages.filter(({ message: { feed } }) => feed.feedId === article?.feedId);
  const latest = firsts.reduce((a, b) => (b.each.edition > a.each.edition ? b : a)).each;
  expect(article?.text?.includes('edited'), 'the article has the latest edition').toBe(latest.edition === 2);
  expect(article?.revision, 'an article has at most one revision per edition').toBeLessThanOrEqual(latest.edition);
}

function messageOf({ story, version, edition }: Delivery, salt: string): ItemMessage {
  const words = (name: string, count: number) =>
    Array.from({ length: count }, (_, i) => `${name}${i}of${story}in${salt}`);
  const body = words('word', 90);
  const hasOwnSite = version === 'shortened' || version === 'own lead';
  const texts: Record<string, readonly string[]> = {
    shortened: body.slice(0, 70),
    'own lead': [...words('lead', 12), ...body.slice(8)],
  };
  const site = hasOwnSite ? `${version.replace(' ', '-')}.example` : 'home.example';
  const feedId = version === 'section feed' || hasOwnSite ? version : 'home';
  const text = [...(texts[version] ?? body), ...(edition === 2 ? ['edited'] : [])].join(' ');
  return {
    version: 1,
    feed: { feedId: `${feedId} ${salt}`, url: `https://${site}/${feedId.replace(' ', '-')}.xml` },
    item: {
      guid: `story ${story}`,
      url: `https://${site}/${salt}/${story}`,
      title: `Story ${story} of run ${salt}`,
      content: `<p>${text}</p>`,
      authors: [],
      categories: [],
      publishedAt: '2026-11-23T07:00:00.000Z',
    },
    foundAt: `2026-11-23T0${7 + edition}:00:00.000Z`,
  };
}

/** Each call waits for the scheduler before and after its work, and fails there if a fault is planned. */
export function interleaved(store: ArticleStore, scheduler: fc.Scheduler, planned: readonly Fault[]): ArticleStore {
  let calls = 0;
  return new Proxy(store, {
    get: (target, name) => {
      const method = Reflect.get(target, name);
      return async (...parameters: unknown[]) => {
        const call = calls++;
        const fault = planned.find((each) => each.call === call)?.when;
        await scheduler.schedule(Promise.resolve(), `before ${String(name)}`);
        if (fault === 'before') throw new Error('throttled');
        const result: unknown = await Reflect.apply(method, target, parameters);
        await scheduler.schedule(Promise.resolve(), `after ${String(name)}`);
        if (fault === 'after') throw new Error('killed');
        return result;
      };
    },
  });
}
