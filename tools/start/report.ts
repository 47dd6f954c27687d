/** The report of a run, as data (`--json`) and as text. */
import { GetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import { paginateScan } from '@aws-sdk/lib-dynamodb';
import type { Article } from '../../lambdas/core/article/record/article.ts';
import { fromRecord } from '../../lambdas/core/article/record/record.ts';
import type { Feed } from '../../lambdas/core/feed/record/feed.ts';
import { type ArticleRow, articleTable } from '../cli/articles/article-table.ts';
import type { Deployment, OutputName } from '../cli/deployment.ts';
import { clip, table } from '../cli/output.ts';
import { costLine, type RunCost } from '../cost/run-meter.ts';
import type { RunRecorder, SeenEvent } from './run-recorder.ts';

export interface FeedReport {
  readonly feedId: string;
  readonly url: string;
  readonly title: string;
  /** Empty if the feed has none. */
  readonly labels: readonly string[];
  readonly status: string;
  /** The outcome of the last poll: `changed`, `unchanged`, `gone`, or the name of a failure. */
  readonly outcome: string;
  readonly detail: string;
  readonly polls: number;
  readonly newItems: number;
  readonly changedItems: number;
  /** Number of items by outcome of their ingestion. */
  readonly items: Readonly<Record<string, number>>;
}

/** An article without its text, but with the text's source and the number of the article's appearances. */
export type ReportedArticle = ArticleRow &
  Pick<Article, 'textSource' | 'pageFailure' | 'retractedAt' | 'labels' | 'restricted' | 'media'> & {
    readonly feeds: number;
  };

export interface RunReport {
  readonly feeds: readonly FeedReport[];
  readonly articles: readonly ReportedArticle[];
  readonly events: readonly SeenEvent[];
  /** Number of dead letters by queue. */
  readonly deadLetters: Readonly<Record<string, number>>;
  /** What the run would have cost at AWS. */
  readonly cost: RunCost;
  /** Resource types of the template that don't run locally. */
  readonly unsupported: readonly string[];
  /** Milliseconds by step of the run. */
  readonly timings: Readonly<Record<string, number>>;
}

const DEAD_LETTER_QUEUES: Readonly<Record<string, OutputName>> = {
  polls: 'PollDeadLetterQueueUrl',
  items: 'ItemDeadLetterQueueUrl',
  consumer: 'ExampleConsumerFailureQueueUrl',
};
const MAX_ARTICLES_SHOWN = 25;
const MAX_EVENTS_SHOWN = 15;

export function feedReport(feed: Feed, { feeds }: RunRecorder): FeedReport {
  const tally = feeds.get(feed.feedId);
  const { lastPoll } = feed;
  return {
    feedId: feed.feedId,
    url: feed.url,
    title: feed.title ?? feed.url,
    labels: feed.labels ?? [],
    status: feed.status,
    outcome: lastPoll?.reason ?? lastPoll?.outcome ?? 'not polled',
    detail: lastPoll?.detail ?? (feed.status === 'active' ? feed.nextPollReason : `The feed is ${feed.status}.`),
    polls: tally?.polls ?? 0,
    newItems: tally?.newItems ?? 0,
    changedItems: tally?.changedItems ?? 0,
    items: Object.fromEntries(tally?.items ?? []),
  };
}

export async function countDeadLetters({ sqs, output }: Deployment): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const [name, queue] of Object.entries(DEAD_LETTER_QUEUES)) {
    const { Attributes } = await sqs.send(
      new GetQueueAttributesCommand({ QueueUrl: output(queue), AttributeNames: ['ApproximateNumberOfMessages'] }),
    );
    counts[name] = Number(Attributes?.ApproximateNumberOfMessages ?? 0);
  }
  return counts;
}

/** Returns all articles, the latest first. It scans the table, which only local data is small enough for. */
export async function allArticles({ documents, output }: Deployment): Promise<ReportedArticle[]> {
  const articles: ReportedArticle[] = [];
  for await (const { Items = [] } of paginateScan({ client: documents }, { TableName: output('ArticlesTableName') })) {
    for (const { appearances, text: _, ...row } of Items.map(fromRecord).filter((article) => article !== undefined)) {
      articles.push({ ...row, feeds: appearances.length });
    }
  }
  return articles.sort((a, b) => (a.firstSeenAt < b.firstSeenAt ? 1 : -1));
}

/** Returns why the run as a whole has failed, in one sentence. Undefined if it hasn't failed. */
export function failureOf({ feeds, deadLetters }: RunReport): string | undefined {
  if (total(deadLetters) > 0) return 'Some messages were dead-lettered: see docs/runbook.md.';
  const [problem] = feeds.filter(hasProblem);
  const allFailed = problem !== undefined && feeds.every(hasProblem);
  return allFailed ? `No feed could be polled: ${problem.url}: ${problem.detail}` : undefined;
}

const hasProblem = ({ outcome }: FeedReport): boolean => outcome !== 'changed' && outcome !== 'unchanged';

/** @param data the name of the directory that holds the run's data; undefined if the data is removed */
export function reportText(report: RunReport, data: string | undefined): string {
  const { feeds, articles, events, deadLetters, unsupported, cost, timings } = report;
  const problems = feeds.filter(hasProblem);
  const published = feeds.reduce((sum, { items }) => sum + (items['published'] ?? 0), 0);
  const dead = Object.entries(deadLetters).map(([queue, count]) => `${queue} ${count}`);
  return [
    ...section(
      `Feeds: ${feeds.length}, of which ${feeds.length - problems.length} polled and ${problems.length} with a problem`,
      feedTable(feeds),
    ),
    ...section(
      'Problems',
      problems.map(({ url, outcome, detail }) => `  ${outcome}: ${url}: ${clip(detail, 160)}`).join('\n'),
    ),
    ...section(
      `Articles: ${articles.length}${restrictedAmong(articles)}`,
      articles.length === 0 ? '' : articleTable(articles.slice(0, MAX_ARTICLES_SHOWN)),
      rest(articles.length, data),
    ),
    ...section('Where their texts come from', textSources(articles)),
    ...section('What comes with them', mediaOf(articles)),
    ...section(
      `Stream events that the consumer saw: ${events.length}${byType(events)}`,
      events.slice(-MAX_EVENTS_SHOWN).map(eventLine).join('\n'),
      earlier(events.length),
    ),
    ...(unsupported.length === 0 ? [] : ['', `Not run locally: ${unsupported.join(', ')}`]),
    '',
    `Dead letters: ${total(deadLetters)} (${dead.join(', ')})`,
    `Time: ${Object.entries(timings)
      .map(([name, ms]) => `${name} ${(ms / 1000).toFixed(1)} s`)
      .join(', ')}`,
    ...(published === 0 ? [] : [costLine(cost, published)]),
  ].join('\n');
}

/** Articles in the words of a feed that was opened with credentials. */
function restrictedAmong(articles: readonly ReportedArticle[]): string {
  const { length } = articles.filter(({ restricted }) => restricted);
  return length === 0 ? '' : `, of which ${length} restricted: the words are a private feed's`;
}

const section = (title: string, body: string, ...after: readonly string[]): string[] =>
  body === '' ? [] : ['', title, body, ...after.filter(Boolean)];

function feedTable(feeds: readonly FeedReport[]): string {
  const withRetractions = feeds.some(({ items }) => items['retracted'] !== undefined);
  const withLabels = feeds.some(({ labels }) => labels.length > 0);
  const rows = feeds.map(({ title, labels, outcome, polls, newItems, changedItems, items }) => {
    const countOf = (...outcomes: string[]): number => outcomes.reduce((sum, name) => sum + (items[name] ?? 0), 0);
    return [
      title,
      polls,
      outcome,
      newItems,
      changedItems,
      countOf('published'),
      countOf('appeared'),
      countOf('revised', 'restored'),
      countOf('unchanged', 'stale', 'deleted'),
      ...(withRetractions ? [countOf('retracted')] : []),
      ...(withLabels ? [labels.join(', ') || '–'] : []),
    ];
  });
  const head = ['feed', 'polls', 'last poll', 'new', 'changed', 'published', 'appeared', 'revised', 'unchanged'];
  const more = [...(withRetractions ? ['retracted'] : []), ...(withLabels ? ['labels'] : [])];
  return feeds.length === 0 ? '' : table([...head, ...more], rows, 44);
}

/** Counts articles by text source. `feed (robots)`: robots.txt forbids the page, so the text comes from the feed. */
function textSources(articles: readonly ReportedArticle[]): string {
  const sources = Map.groupBy(articles, ({ textSource, pageFailure }) =>
    pageFailure === undefined ? textSource : `${textSource} (${pageFailure})`,
  );
  return [...sources]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([source, { length }]) => `  ${String(length).padStart(6)}  ${source}`)
    .join('\n');
}

/** Counts the media of all articles by kind. */
const mediaOf = (articles: readonly ReportedArticle[]): string =>
  [
    ...Map.groupBy(
      articles.flatMap(({ media = [] }) => media),
      ({ kind }) => kind,
    ),
  ]
    .map(([kind, { length }]) => `  ${String(length).padStart(6)}  ${kind}`)
    .join('\n');

export const eventLine = ({ articleEvent, articleId, title }: SeenEvent): string =>
  `  ${articleEvent.padEnd(10)} ${articleId.slice(0, 8)}  ${clip(title, 80)}`;

function byType(events: readonly SeenEvent[]): string {
  const counts = Map.groupBy(events, ({ articleEvent }) => articleEvent);
  const parts = [...counts].map(([type, { length }]) => `${length} ${type}`);
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

function rest(count: number, data: string | undefined): string {
  if (count <= MAX_ARTICLES_SHOWN) return '';
  const whole =
    data === undefined
      ? '--data DIR keeps them'
      : `\`npm run -s wireroom -- articles list --limit ${count} --data ${data}\``;
  return `  … and ${count - MAX_ARTICLES_SHOWN} more: ${whole}`;
}

const earlier = (count: number): string => (count > MAX_EVENTS_SHOWN ? `  (the last ${MAX_EVENTS_SHOWN})` : '');

const total = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);
