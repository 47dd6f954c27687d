/** The pipeline's use cases on real tables that hold the recorded data of an earlier commit (tests/fixtures/earlier-data/README.md). */
import { readdirSync, readFileSync } from 'node:fs';
import { type AttributeValue, BatchWriteItemCommand, DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { articlesTable } from '../../lambdas/adapters/dynamodb/articles-table.ts';
import { feedsTable } from '../../lambdas/adapters/dynamodb/feeds-table.ts';
import { hostsTable } from '../../lambdas/adapters/dynamodb/hosts-table.ts';
import { repeatedBlocksTable } from '../../lambdas/adapters/dynamodb/repeated-blocks-table.ts';
import { scheduleTable } from '../../lambdas/adapters/dynamodb/schedule-table.ts';
import { type ArticleEvent, decodeArticleRecord } from '../../lambdas/consumer/index.ts';
import type { ItemMessage, PollMessage } from '../../lambdas/core/queues/messages.ts';
import { ingestItem } from '../../lambdas/ingest-item/ingest-item.ts';
import { LAST_PAGE_RECEIVE } from '../../lambdas/ingest-item/page-fetcher.ts';
import { recheckArticle } from '../../lambdas/ingest-item/recheck-article.ts';
import { pollFeed } from '../../lambdas/poll-feed/poll-feed.ts';
import { schedulePolls } from '../../lambdas/schedule-polls/schedule-polls.ts';
import { LOCAL_CREDENTIALS, LOCAL_REGION } from '../../tools/local/emulators/emulators.ts';
import { noCredentials } from '../fakes/credentials.ts';
import { pagesOf } from '../fakes/pages.ts';
import { articlesInProcess, feedsInProcess } from '../fakes/readers.ts';
import { type Answer, fakeWeb } from '../fakes/web.ts';
import type { LocalServices } from './local-services.ts';

type Item = Record<string, AttributeValue>;
const TABLES = ['Feeds', 'Articles', 'Fingerprints', 'Revisions'] as const;
type Table = (typeof TABLES)[number];

const KEYS: Readonly<Record<Table, readonly string[]>> = {
  Feeds: ['feedId'],
  Articles: ['articleId'],
  Fingerprints: ['fingerprint'],
  Revisions: ['articleId', 'revision'],
};
/** An item of the recording must not expire before it is read: 2100, in epoch seconds. */
const LATE: AttributeValue = { N: '4102444800' };
const LEASE_SECONDS = 900;
const FOREVER_DAYS = 36_500;
/** Items of one BatchWriteItem. */
const BATCH = 25;

export interface Recording extends Readonly<Record<Table, readonly Item[]>> {
  readonly commit: string;
  readonly recordedAt: string;
}

const DIRECTORY = new URL('../fixtures/earlier-data/', import.meta.url);
const fromJson = (text: string): Recording =>
  JSON.parse(text, (key, value) => (key === 'B' && typeof value === 'string' ? Buffer.from(value, 'base64') : value));

export const recordings: readonly Recording[] = readdirSync(DIRECTORY)
  .filter((name) => name.endsWith('.json'))
  .map((name) => fromJson(readFileSync(new URL(name, DIRECTORY), 'utf8')));

/** Fills the tables with a recording before each test. */
export function earlierData(services: () => LocalServices, recorded: Recording) {
  let client: DynamoDBClient;
  const tableName = (table: Table): string => services().deployment.output(`${table}TableName`);

  async function scan(table: Table): Promise<readonly Item[]> {
    return (await client.send(new ScanCommand({ TableName: tableName(table), ConsistentRead: true }))).Items ?? [];
  }

  async function load(table: Table): Promise<void> {
    const removed = (await scan(table)).map((item) => {
      const Key = Object.fromEntries(Object.entries(item).filter(([name]) => KEYS[table].includes(name)));
      return { DeleteRequest: { Key } };
    });
    const put = recorded[table].map((item) => ({
      PutRequest: { Item: 'expiresAt' in item ? { ...item, expiresAt: LATE } : item },
    }));
    for (const requests of [removed, put])
      for (let done = 0; done < requests.length; done += BATCH) {
        const RequestItems = { [tableName(table)]: requests.slice(done, done + BATCH) };
        await client.send(new BatchWriteItemCommand({ RequestItems }));
      }
  }

  beforeAll(() => {
    const endpoint = services().endpoints.dynamodb;
    client = new DynamoDBClient({ endpoint, region: LOCAL_REGION, credentials: LOCAL_CREDENTIALS });
  });
  afterAll(() => client.destroy());
  beforeEach(async () => {
    for (const table of TABLES) await load(table);
  });

  return {
    scan,
    tableName,
    world: (answers: Record<string, Answer>) => world(services(), recorded, tableName, scan, answers),
  };
}

/** The use cases an hour after the recording, with a web of these answers. Other addresses answer with 404. */
function world(
  { deployment: { documents }, bodies }: LocalServices,
  recorded: Recording,
  tableName: (table: Table) => string,
  scan: (table: Table) => Promise<readonly Item[]>,
  answers: Record<string, Answer>,
) {
  const known = new Proxy(answers, {
    get: (all, url: string) => all[url] ?? (url.endsWith('/robots.txt') ? undefined : { status: 404 }),
  });
  const web = fakeWeb(known);
  // By then, all feeds of the recording are due.
  const now = () => new Date(Date.parse(recorded.recordedAt) + 3_600_000);
  const feeds = feedsTable(documents, tableName('Feeds'));
  const articles = articlesTable({
    client: documents,
    articlesTableName: tableName('Articles'),
    revisionsTableName: tableName('Revisions'),
    fingerprintsTableName: tableName('Fingerprints'),
    bodies,
    revisionRetentionDays: FOREVER_DAYS,
    fingerprintRetentionDays: FOREVER_DAYS,
  });
  const hosts = hostsTable(documents, tableName('Fingerprints'));
  const repetitions = repeatedBlocksTable(documents, tableName('Fingerprints'));
  const page = pagesOf(web.fetch, now, hosts, repetitions);
  const ingestion = { articles, page, read: articlesInProcess, articleRetentionDays: 0, now };
  const polls: PollMessage[] = [];
  const items: ItemMessage[] = [];

  const schedule = schedulePolls({
    feeds,
    rounds: scheduleTable(documents, tableName('Feeds')),
    polls: { send: async (messages) => void polls.push(...messages.map(({ message }) => message)) },
    leaseSeconds: LEASE_SECONDS,
    feedsAtOnce: 200,
    now,
    hasTime: () => true,
  });
  const poll = pollFeed({
    read: feedsInProcess,
    credentials: noCredentials,
    feeds,
    items: { send: async (messages) => void items.push(...messages) },
    fetch: web.fetch,
    floorMinutes: 5,
    backfillPagesDays: 7,
    now,
  });
  const ingest = ingestItem(ingestion);
  const recheck = recheckArticle(ingestion);

  return {
    hosts,
    repetitions,
    requests: web.requests,
    /** The titles of the items that the polls have sent. */
    sent: () => items.map(({ item }) => item.title),
    /** @returns the ids of the feeds that a run of the schedule sends */
    async schedule(): Promise<readonly string[]> {
      await schedule();
      return polls.map(({ feedId }) => feedId);
    },
    /** Lets the schedule send what is due, polls it and ingests the items. @returns the outcomes of polls and of items */
    async cycle() {
      await schedule();
      const outcomes = { polls: [] as string[], items: [] as string[] };
      for (const message of polls.splice(0)) outcomes.polls.push((await poll(message)).outcome);
      for (const message of items) outcomes.items.push((await ingest(message, LAST_PAGE_RECEIVE)).outcome);
      return outcomes;
    },
    recheck: (articleId: string) =>
      recheck({ version: 1, recheck: { articleId, url: 'https://harbour.example/' } }, LAST_PAGE_RECEIVE),
    /** What the stream's consumers are told of the difference between the recording and the Articles table now. */
    async events(): Promise<readonly ArticleEvent[]> {
      const idOf = (item: Item) => item['articleId']?.S;
      const before = new Map(recorded.Articles.map((item) => [idOf(item), item]));
      return (await scan('Articles')).flatMap((item) => {
        const old = before.get(idOf(item));
        return decodeArticleRecord({ dynamodb: { NewImage: item, ...(old && { OldImage: old }) } } as DynamoDBRecord);
      });
    },
  };
}
