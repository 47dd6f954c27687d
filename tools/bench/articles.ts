/** The cost of an article: the deployed bundle against two loopback sites and the embedded emulators. */
import Table from 'cli-table3';
import { encodeEnvironment } from '../../lambdas/core/env.ts';
import { type ItemMessage, messageBody } from '../../lambdas/core/queues/messages.ts';
import { ingestItemEnvironment } from '../../lambdas/ingest-item/config.ts';
import { fetchValues } from '../../lib/fetch-values.ts';
import { defaultSettings } from '../../lib/settings.ts';
import type { Deployment } from '../cli/deployment.ts';
import { meanBytes } from '../cost/stored-bytes.ts';
import { type BenchPages, benchPages, headlineOf } from './bench-pages.ts';
import { hundredths, operationsEach, unitsEach, withBenchStack, writtenEach } from './bench-stack.ts';
import { type Bundler, bundledFunction } from './bundled-function.ts';
import { unitsOfArticleBefore } from './units-before.ts';
import { costOf, type WorkCost } from './work-cost.ts';

/**
 * The cost of articles, outcome by outcome.
 *
 * @param onStored is called when all articles are stored, and none has appeared elsewhere or was revised
 */
export async function articleCosts(
  articleCount: number,
  onStored: (deployment: Deployment) => Promise<void> = async () => {},
  bundle?: Bundler,
): Promise<readonly WorkCost[]> {
  const costs: WorkCost[] = [];
  await withBenchStack(async (stack) => {
    const { directory, deployment, environment } = stack;
    const pages = await benchPages();
    const ingestItem = bundledFunction(
      'ingest-item',
      directory,
      {
        ...encodeEnvironment(ingestItemEnvironment, {
          ...fetchValues({
            ...defaultSettings,
            hostSpacingMilliseconds: 0,
            allowedOrigins: [pages.origin, pages.copyOrigin],
          }),
          ARTICLES_TABLE_NAME: deployment.output('ArticlesTableName'),
          FINGERPRINTS_TABLE_NAME: deployment.output('FingerprintsTableName'),
          REVISIONS_TABLE_NAME: deployment.output('RevisionsTableName'),
          BODIES_BUCKET_NAME: deployment.output('BodiesBucketName'),
          ITEM_QUEUE_URL: deployment.output('ItemQueueUrl'),
          ARTICLE_RETENTION_DAYS: defaultSettings.articleRetentionDays,
          REVISION_RETENTION_DAYS: defaultSettings.revisionRetentionDays,
          FINGERPRINT_RETENTION_DAYS: defaultSettings.fingerprintRetentionDays,
        }),
        ...environment,
      },
      { sqs: deployment.sqs, url: deployment.output('ItemQueueUrl') },
      bundle,
    );
    try {
      for (const { name, edition, messageOf } of scenarios(pages)) {
        pages.edition = edition;
        const bodies = Array.from({ length: articleCount }, (_, story) => messageBody(messageOf(story)));
        costs.push(await costOf(name, bodies, ingestItem, stack));
        if (costs.length === 1) await onStored(deployment);
      }
    } finally {
      ingestItem.stop();
      await pages.stop();
    }
  });
  return costs;
}

/** Prints a table: articles per second of one process, CPU per article, AWS operations per article. */
export async function benchArticles(articleCount: number): Promise<void> {
  const table = new Table({
    head: [
      `${articleCount} articles`,
      'articles/s',
      'CPU ms/article',
      'write + read units',
      'at 3870366',
      'written to',
      'DynamoDB operations/article',
      'S3 operations/article',
    ],
    colAligns: ['left', 'right', 'right', 'right', 'right', 'left', 'left', 'left'],
    style: { head: [], border: [] },
  });
  let bytes = 0;
  const costs = await articleCosts(articleCount, async ({ documents, output }) => {
    bytes = await meanBytes(documents, output('ArticlesTableName'));
  });
  for (const { name, pieces, seconds, cpuMs, dynamodb, s3 } of costs)
    table.push([
      name,
      Math.round(pieces / seconds),
      hundredths(cpuMs / pieces),
      unitsEach(dynamodb, pieces),
      unitsOfArticleBefore(name),
      writtenEach(dynamodb, pieces),
      operationsEach(dynamodb, pieces),
      operationsEach(s3, pieces),
    ]);
  console.log(table.toString());
  console.log(`A stored article has ${Math.round(bytes)} bytes.`);
}

interface Scenario {
  readonly name: string;
  readonly edition: number;
  readonly messageOf: (story: number) => ItemMessage;
}

function scenarios({ origin, copyOrigin }: BenchPages): readonly Scenario[] {
  const message =
    (site: string, feed: string, foundAt: string, summary = 'A ferry.') =>
    (story: number): ItemMessage => ({
      version: 1,
      feed: { feedId: feed, url: `${site}/feeds/${feed}`, title: feed },
      item: {
        guid: `${feed}-${story}`,
        url: `${site}/news/${story}`,
        title: headlineOf(story),
        summary,
        authors: [],
        categories: [],
      },
      foundAt,
    });
  const first = '2026-11-20T09:00:00.000Z';
  const later = '2026-11-20T10:00:00.000Z';
  return [
    { name: 'new: page read, stored', edition: 1, messageOf: message(origin, 'harbour', first) },
    { name: 'the same message again', edition: 1, messageOf: message(origin, 'harbour', first) },
    { name: 'another feed, the same address', edition: 1, messageOf: message(origin, 'harbour-local', first) },
    { name: 'another site, nearly the same text', edition: 1, messageOf: message(copyOrigin, 'valley', first) },
    { name: 'revised: page read again', edition: 2, messageOf: message(origin, 'harbour', later, 'A late ferry.') },
  ];
}
