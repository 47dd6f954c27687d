import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { paginateQuery } from '@aws-sdk/lib-dynamodb';
import { type Command, InvalidArgumentError } from 'commander';
import type { Appearance, Article } from '../../../lambdas/core/article/record/article.ts';
import { fromRecord } from '../../../lambdas/core/article/record/record.ts';
import { compact } from '../../../lambdas/core/compact.ts';
import { type Target, withDeployment } from '../deployment.ts';
import { feedIdNamed, findFeed } from '../feeds/find-feed.ts';
import { collectLabels } from '../feeds/label-argument.ts';
import { clip, counted, minute, print, printable, table } from '../output.ts';
import { registryOf } from '../registry-of.ts';
import { shownValue } from '../shown-value.ts';
import { addTargetOptions } from '../target-options.ts';
import { type ArticleRow, articleTable } from './article-table.ts';
import { withLabels } from './articles-by-label.ts';
import { addArticleExplainCommand } from './explain-command.ts';
import { exportArticles } from './export-articles.ts';
import { findArticle, latestArticles } from './find-article.ts';
import { revisionDiffs } from './revision-diff.ts';

type ListOptions = Target & {
  readonly json?: boolean;
  readonly limit: number;
  readonly feed?: string;
  readonly day?: string;
  readonly label?: readonly string[];
};

type ShowOptions = Target & { readonly json?: boolean; readonly revisions?: boolean };

export function addArticlesCommand(program: Command): void {
  const articles = program.command('articles').description('list, show or export the stored articles');
  addTargetOptions(articles.command('list').description('list the latest articles, the newest first'))
    .option('--limit <n>', 'list at most this many', positive, 20)
    .option(
      '--feed <feed>',
      "only articles that this feed carried first; give the feed's URL, its id, or the id's first eight characters",
    )
    .option('--day <YYYY-MM-DD>', 'only articles first seen on this day (UTC)', day)
    .option(
      '--label <label>',
      'only articles that a feed with this label carried (repeat the option for any of several)',
      collectLabels,
    )
    .action((options: ListOptions) => listArticles(options));
  addTargetOptions(
    articles
      .command('show <articleId>')
      .description('show one article in full; give its id, or the first eight characters of the id'),
  )
    .option('--revisions', "show each revision's changes instead, as far as revisions are kept")
    .action((articleId: string, options: ShowOptions) => showArticle(articleId, options));
  addArticleExplainCommand(articles);
  addTargetOptions(articles.command('export').description('write articles in full, one JSON object per line'))
    .option('--day <YYYY-MM-DD>', 'only articles first seen on this day (UTC)', day)
    .action((options: Target & { readonly day?: string }) => exportArticles(options));
}

async function listArticles({ limit, feed, day, label, json, ...target }: ListOptions): Promise<void> {
  await withDeployment(target, async (deployment) => {
    const rowsOf = (feedId?: string): Promise<ArticleRow[]> => {
      const selection = compact({ feed: feedId, day, now: new Date() });
      const { documents, output } = deployment;
      const all = latestArticles(documents, output('ArticlesTableName'), selection);
      const chosen = label === undefined ? all : withLabels(documents, output('ArticlesTableName'), all, label);
      return Array.fromAsync(firstOf(chosen, limit));
    };
    let rows = await rowsOf(feed && feedIdNamed(feed));
    // The registry is asked only if there are no articles, because a removed feed leaves its articles behind.
    if (rows.length === 0 && feed !== undefined)
      rows = await rowsOf((await findFeed(registryOf(deployment), feed)).feedId);
    print(json, rows, () => (rows.length === 0 ? 'There are no articles.' : articleTable(rows)));
  });
}

async function* firstOf<T>(all: AsyncIterable<T>, limit: number): AsyncGenerator<T> {
  let count = 0;
  for await (const each of all) {
    yield each;
    if (++count === limit) return;
  }
}

async function showArticle(name: string, { json, revisions, ...target }: ShowOptions): Promise<void> {
  await withDeployment(target, async ({ documents, output }) => {
    const article = await findArticle(documents, output('ArticlesTableName'), name);
    if (revisions) {
      const states = [...(await earlierStates(documents, output('RevisionsTableName'), article.articleId)), article];
      print(json, states, () => revisionDiffs(states));
      return;
    }
    const { text, html: _, appearances, image, ...fields } = article;
    const lines = Object.entries({ ...fields, image: image?.url }).filter(([, value]) => value !== undefined);
    print(json, article, () =>
      [
        table(
          ['', ''],
          lines.map(([key, value]) => [key, shownValue(value)]),
          300,
        ).trim(),
        '',
        `Carried by ${counted(appearances.length, 'feed')}:`,
        ...appearances.map(appearanceLine),
        '',
        text !== undefined
          ? printable(text)
          : `(the text lies in the Bodies bucket as ${article.textKey ?? 'nothing'})`,
      ].join('\n'),
    );
  });
}

const appearanceLine = (appearance: Appearance): string => {
  const { firstSeenAt, feedUrl, url = '', labels = [], similarity, publisher = '–' } = appearance;
  const copy = similarity === undefined ? '' : `  (${Math.round(similarity * 100)} % alike, by ${clip(publisher, 60)})`;
  const listed = labels.length === 0 ? '' : `  [${labels.join(', ')}]`;
  return `  ${minute(firstSeenAt)}  ${feedUrl}  ${url}${copy}${listed}`;
};

/** Returns the article's earlier revisions, the oldest first. */
async function earlierStates(client: DynamoDBDocumentClient, tableName: string, articleId: string): Promise<Article[]> {
  const states: Article[] = [];
  const pages = paginateQuery(
    { client },
    {
      TableName: tableName,
      KeyConditionExpression: 'articleId = :article',
      ExpressionAttributeValues: { ':article': articleId },
    },
  );
  for await (const { Items = [] } of pages)
    states.push(...Items.map(fromRecord).filter((state) => state !== undefined));
  return states;
}

function positive(raw: string): number {
  const value = Number(raw);
  if (!Number.isSafeInteger(value) || value < 1)
    throw new InvalidArgumentError('It must be a whole number of at least 1.');
  return value;
}

function day(raw: string): string {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(raw) && !Number.isNaN(Date.parse(raw));
  if (!isDay) throw new InvalidArgumentError('It must be a day, such as 2026-11-23.');
  return raw;
}
