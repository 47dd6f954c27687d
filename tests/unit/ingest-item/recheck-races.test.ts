import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ArticleStore } from '../../../lambdas/core/article/article-store.ts';
import type { ArticleContent } from '../../../lambdas/core/article/record/article.ts';
import { ingestItem } from '../../../lambdas/ingest-item/ingest-item.ts';
import type { PageFetcher } from '../../../lambdas/ingest-item/page-fetcher.ts';
import { recheckArticle } from '../../../lambdas/ingest-item/recheck-article.ts';
import { fakeArticleStore } from '../../fakes/article-store.ts';
import { faults, interleaved } from '../../fakes/ingest-races.ts';
import { message } from '../../fakes/messages.ts';
import { articlesInProcess } from '../../fakes/readers.ts';
import { FERRY, paragraphs } from '../../fakes/stories.ts';

/** The state of the page at each visit: an edition of the article, or gone. */
const states = fc.array(fc.constantFrom('next edition', 'as before', 'gone'), { minLength: 2, maxLength: 8 });

it('a later edition is never replaced by an older edition however rechecks interleave, die and repeat', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), states, fc.array(faults, { maxLength: 4 }), async (scheduler, web, planned) => {
      const store = fakeArticleStore();
      const written: number[] = [];
      const watched: ArticleStore = {
        ...store,
        revise: async (previous, content, claims, now) => {
          const isWritten = await store.revise(previous, content, claims, now);
          if (isWritten) written.push(editionOf(content));
          return isWritten;
        },
      };
      let visits = 0;
      const page: PageFetcher = async () => pageAt(web, visits++);
      const dependencies = {
        page,
        read: articlesInProcess,
        articleRetentionDays: 0,
        now: () => new Date('2026-11-24T08:00:00Z'),
      };
      await ingestItem({ ...dependencies, articles: store, page: async () => pageAt([], 0) })(message(), 1);
      const [articleId = ''] = store.articles.keys();
      const recheck = (articles: ArticleStore) =>
        recheckArticle({ ...dependencies, articles })(
          { version: 1, recheck: { articleId, url: 'https://harbour.example/' } },
          1,
        );

      const unsteady = interleaved(watched, scheduler, planned);
      const untilDone = async (): Promise<void> => {
        await recheck(unsteady).catch(untilDone); // SQS delivers it again
      };
      await scheduler.waitFor(Promise.all(web.map(untilDone)));
      expect(written, 'each edition once, in order').toEqual([...new Set(written)].sort((a, b) => a - b));

      visits = web.length;
      await recheck(watched);
      const article = store.articles.get(articleId);
      const isGone = web.at(-1) === 'gone';
      expect(article?.retractedAt !== undefined).toBe(isGone);
      if (!isGone && article !== undefined) expect(editionOf(article)).toBe(editionAt(web, web.length));
      const before = store.streamRecords;
      expect(await recheck(watched)).toMatchObject({ outcome: 'unchanged' });
      expect(store.streamRecords).toBe(before);
    }),
    { numRuns: 300 },
  );
}, 60_000);

const editionAt = (web: readonly string[], visit: number): number =>
  web.slice(0, visit + 1).filter((state) => state === 'next edition').length;

const editionOf = ({ text }: Pick<ArticleContent, 'text'>): number => Number(/edition (\d+)/.exec(text ?? '')?.[1]);

function pageAt(web: readonly string[], visit: number): Awaited<ReturnType<PageFetcher>> {
  if (web[Math.min(visit, web.length - 1)] === 'gone') return { kind: 'none', reason: 'http-410' };
  const text = paragraphs([...FERRY, `This is edition ${editionAt(web, visit)} of the story.`]);
  return { kind: 'page', reading: { metadata: { title: 'Ferry returns' }, shown: { text, html: '' } } };
}
