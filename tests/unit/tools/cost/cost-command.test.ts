import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { addCostCommand, costOfStack, lastHours } from '../../../../tools/cost/cost-command.ts';
import { stackBillText } from '../../../../tools/cost/stack-bill-text.ts';
import { type Account, awsAccount } from '../../../fakes/aws-account.ts';

afterEach(() => vi.unstubAllEnvs());

const NOW = new Date('2026-11-28T08:15:00Z');

/** Parts of a stack with 300 feeds and 3,000 articles a day, as CloudWatch told them in a week. */
const ACCOUNT: Account = {
  created: '2026-08-01T10:00:00Z',
  resources: [
    ['StorageFeedsA1B2C3D4', 'AWS::DynamoDB::Table', 'Wireroom-StorageFeedsA1B2C3D4-1X'],
    ['StorageArticles0F1E2D3C', 'AWS::DynamoDB::Table', 'Wireroom-StorageArticles0F1E2D3C-1X'],
    ['StorageBodies11112222', 'AWS::S3::Bucket', 'wireroom-storagebodies11112222-1x'],
    [
      'IngestionItemsQueue33334444',
      'AWS::SQS::Queue',
      'https://sqs.eu-central-1.amazonaws.com/123456789012/Items.fifo',
    ],
    [
      'IngestionItemsDeadLetterQueue55556666',
      'AWS::SQS::Queue',
      'https://sqs.eu-central-1.amazonaws.com/123456789012/Dead.fifo',
    ],
    ['PollingPollFeed77778888', 'AWS::Lambda::Function', 'Wireroom-PollFeed'],
    ['IngestionIngestItem9999AAAA', 'AWS::Lambda::Function', 'Wireroom-IngestItem'],
    ['PollingPollFeedLogsBBBBCCCC', 'AWS::Logs::LogGroup', 'Wireroom-PollFeedLogs'],
    ['IngestionIngestItemLogsDDDDEEEE', 'AWS::Logs::LogGroup', 'Wireroom-IngestItemLogs'],
    ['AlarmsPollFeedErrors01234567', 'AWS::CloudWatch::Alarm', 'Wireroom-AlarmsPollFeedErrors01234567-1X'],
    ['AlarmsIngestItemErrors89ABCDEF', 'AWS::CloudWatch::Alarm', 'Wireroom-AlarmsIngestItemErrors89ABCDEF-1X'],
  ],
  tables: {
    'Wireroom-StorageFeedsA1B2C3D4-1X': {
      TableSizeBytes: 2_400_000,
      GlobalSecondaryIndexes: [{ IndexName: 'due', IndexSizeBytes: 60_000 }],
    },
    'Wireroom-StorageArticles0F1E2D3C-1X': {
      TableSizeBytes: 2_100_000_000,
      GlobalSecondaryIndexes: [
        { IndexName: 'byFeed', IndexSizeBytes: 150_000_000 },
        { IndexName: 'byDay', IndexSizeBytes: 150_000_000 },
      ],
      TableClassSummary: { TableClass: 'STANDARD_INFREQUENT_ACCESS' },
    },
  },
  functions: { 'Wireroom-PollFeed': [1024, 'poll-feed'], 'Wireroom-IngestItem': [2048, 'ingest-item'] },
  series: {
    'ConsumedWriteCapacityUnits of Wireroom-StorageFeedsA1B2C3D4-1X': [60_000, 60_000, 40_000],
    'ConsumedWriteCapacityUnits of Wireroom-StorageFeedsA1B2C3D4-1X due': [30_000, 30_000, 20_000],
    'ConsumedReadCapacityUnits of Wireroom-StorageFeedsA1B2C3D4-1X': [90_000],
    'ConsumedReadCapacityUnits of Wireroom-StorageFeedsA1B2C3D4-1X due': [10_000.5],
    'ConsumedWriteCapacityUnits of Wireroom-StorageArticles0F1E2D3C-1X': [100_000, 110_000],
    'ConsumedWriteCapacityUnits of Wireroom-StorageArticles0F1E2D3C-1X byFeed': [42_000],
    'ConsumedWriteCapacityUnits of Wireroom-StorageArticles0F1E2D3C-1X byDay': [42_000],
    'ConsumedReadCapacityUnits of Wireroom-StorageArticles0F1E2D3C-1X': [21_000],
    'NumberOfMessagesSent of Items.fifo': [10_000, 11_000],
    'NumberOfMessagesReceived of Items.fifo': [10_000, 11_000],
    'NumberOfMessagesDeleted of Items.fifo': [10_000, 11_000],
    'NumberOfEmptyReceives of Items.fifo': [75_000, 75_000],
    'Invocations of Wireroom-PollFeed': [15_000],
    'Duration of Wireroom-PollFeed': [9_000_000],
    'Invocations of Wireroom-IngestItem': [20_000],
    'Duration of Wireroom-IngestItem': [14_000_000],
    'IncomingBytes of Wireroom-PollFeedLogs': [30_000_000, 20_000_000],
    'IncomingBytes of Wireroom-IngestItemLogs': [40_000_000],
    'Item.published of ingest-item': Array.from({ length: 168 }, () => 125),
    'Poll.gone of poll-feed': [1],
  },
  custom: [
    ['Item.published', 'ingest-item'],
    ['Poll.gone', 'poll-feed'],
  ],
};

const cost = async (account: Partial<Account> = {}, days = 7) => {
  const { requests } = await awsAccount({ ...ACCOUNT, ...account });
  return { ...(await costOfStack('Wireroom', days, NOW)), requests };
};

describe('the cost of a deployed stack', () => {
  it('is read from all pages of every service', async () => {
    const { bill, region } = await cost();
    expect(region).toBe('eu-central-1');
    expect(Object.fromEntries(bill.lines.map(({ component, units }) => [component, units]))).toEqual({
      'table Feeds': { writeUnits: 240_000, readUnits: 100_000.5 },
      'table Articles': { writeUnits: 294_000, readUnits: 21_000 },
      'queue IngestionItemsQueue': { requests: 213_000 },
      'queue IngestionItemsDeadLetterQueue': { requests: 0 },
      'function poll-feed': { invocations: 15_000, gigabyteSeconds: 9000 },
      'function ingest-item': { invocations: 20_000, gigabyteSeconds: 28_000 },
      logs: { gigabytes: 0.09 },
      metrics: { metricHours: 169 },
      alarms: { alarms: 2 },
      'storage of Feeds': { gigabytes: 0.0024, indexGigabytes: 0.00006 },
      'storage of Articles': { gigabytes: 2.1, indexGigabytes: 0.3 },
    });
  });

  it('gives the cents of a thousand articles without storage', async () => {
    const { bill } = await cost();
    const running = bill.lines.filter(({ component }) => !component.startsWith('storage'));
    expect(bill.published).toBe(21_000);
    expect(bill.centsPerThousand).toBeCloseTo((running.reduce((all, { dollars }) => all + dollars, 0) * 100) / 21, 9);
    expect(bill.dollars).toBeGreaterThan(running.reduce((all, { dollars }) => all + dollars, 0));
  });

  it('names the metrics that CloudWatch does not know, and counts them as 0', async () => {
    const { bill } = await cost();
    expect(bill.withoutData).toEqual([
      'table Articles (ConsumedReadCapacityUnits of byFeed, ConsumedReadCapacityUnits of byDay)',
      'queue IngestionItemsDeadLetterQueue',
    ]);
  });

  it('has no cents of an article if no article was published', async () => {
    const { bill, region } = await cost({ series: {} });
    expect(bill).toMatchObject({
      published: 0,
      withoutData: expect.arrayContaining(['Item.published', 'table Feeds']),
    });
    expect(bill).not.toHaveProperty('centsPerThousand');
    expect(stackBillText(bill, region)).toContain('No article was published, so there is no cost of an article.\n');
  });

  it('names a function that is not of Wireroom by its logical id', async () => {
    const { bill } = await cost({ functions: {} });
    expect(bill.lines.map(({ component }) => component)).toContain('function IngestionIngestItem');
  });

  it('asks for at most 500 metrics a call, and for whole hours', async () => {
    const custom = Array.from({ length: 600 }, (_, index) => [`Poll.${index}`, 'poll-feed'] as const);
    const series = { 'Poll.3 of poll-feed': [1], 'Poll.599 of poll-feed': [1, 1] };
    const { bill, requests } = await cost({ custom, series });
    expect(requests.map(({ MetricDataQueries }) => MetricDataQueries.length)).toEqual([500, 125]);
    expect(requests[0]).toMatchObject({
      StartTime: Date.parse('2026-11-21T08:00:00Z') / 1000,
      EndTime: Date.parse('2026-11-28T08:00:00Z') / 1000,
    });
    expect(bill.lines).toContainEqual(expect.objectContaining({ component: 'metrics', units: { metricHours: 3 } }));
  });

  it('is printed as JSON with the region of the prices', async () => {
    await awsAccount(ACCOUNT);
    const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    onTestFinished(() => written.mockRestore());
    const program = new Command();
    addCostCommand(program);
    await program.parseAsync(['cost', '--stack', 'Wireroom', '--days', '1', '--json'], { from: 'user' });
    expect(JSON.parse(String(written.mock.calls[0]?.[0]))).toMatchObject({
      stack: 'Wireroom',
      region: 'eu-central-1',
      prices: { region: 'us-east-1', month: '2026-11' },
      days: 1,
      published: 21_000,
      lines: expect.arrayContaining([expect.objectContaining({ component: 'logs', units: { gigabytes: 0.09 } })]),
    });
  });

  it('is printed as docs/cost.md shows it', async () => {
    const { bill, region } = await cost();
    const shown = stackBillText(bill, region).replace(/^(?=.)/gm, '    ');
    expect(readFileSync('docs/cost.md', 'utf8')).toContain(shown);
  });
});

describe('what can’t be read is one sentence:', () => {
  it('no such stack', async () => {
    await awsAccount(ACCOUNT);
    await expect(costOfStack('News', 7, NOW)).rejects.toThrow(
      /^The stack News can't be read: Stack with id News does not exist\.$/,
    );
  });

  it('a stack of something else', async () => {
    await expect(cost({ resources: ACCOUNT.resources.slice(2) })).rejects.toThrow(
      /^The stack Wireroom has no tables or no functions: is it a Wireroom stack\?$/,
    );
  });

  const denied = 'User: arn:aws:iam::123456789012:user/me is not authorized to perform: ';
  it.each(['GetMetricData', 'ListMetrics', 'DescribeTable'])('no permission for %s', async (refused) => {
    const change = (operation: string, answer: object) =>
      operation === refused ? { __type: 'AccessDeniedException', message: `${denied}${refused}` } : answer;
    // The command line prints the messages of AWS's errors, which have $metadata, as they are.
    await expect(cost({ change })).rejects.toMatchObject({
      message: `${denied}${refused}`,
      $metadata: expect.anything(),
    });
  });

  it.each([
    ['Forbidden', "CloudWatch doesn't let you read Invocations."],
    ['InternalError', 'CloudWatch failed to read Invocations: try again.'],
  ])('a metric that is %s', async (StatusCode, sentence) => {
    const change = (operation: string, answer: object) =>
      operation === 'GetMetricData' ? { MetricDataResults: [{ Id: 'm3', Label: 'Invocations', StatusCode }] } : answer;
    await expect(cost({ change })).rejects.toThrow(sentence);
  });
});

it.each([
  ['an old stack: all the days', 2, '2026-01-01T00:00:00Z', '2026-11-26T08:00:00.000Z'],
  ['a young stack: since the hour of its creation', 7, '2026-11-28T03:59:00Z', '2026-11-28T03:00:00.000Z'],
  ['a stack of this minute: the last hour', 7, '2026-11-28T08:14:00Z', '2026-11-28T07:00:00.000Z'],
])('the hours that count for %s', (_, days, created, from) => {
  const period = lastHours(days, NOW, new Date(created));
  expect([period.from.toISOString(), period.to.toISOString()]).toEqual([from, '2026-11-28T08:00:00.000Z']);
});
