import { Annotations, CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { ArticleIngestion } from './article-ingestion.ts';
import { ArticleRechecks } from './article-rechecks.ts';
import { ExampleConsumer } from './example-consumer.ts';
import { FeedPolling } from './feed-polling.ts';
import { Observability } from './observability.ts';
import { parseSettings } from './parse-settings.ts';
import type { Settings } from './settings.ts';
import { Storage } from './storage.ts';

export interface PipelineStackProps extends StackProps {
  /**
   * The settings that differ from the defaults. `Settings` describes each.
   * @default {}
   */
  readonly settings?: Partial<Settings>;
}

/** The whole system: schedule → polls → items → articles → the consumers of their stream. */
export class PipelineStack extends Stack {
  /** The public API: attach your own consumer to its stream (docs/consuming.md). */
  readonly articles: ITable;
  /** Texts and HTML that are too large for the table. To read them: `bodies.grantRead(consumer, 'articles/*')`. */
  readonly bodies: Bucket;

  /** @throws {SettingsError} if a setting is out of its range */
  constructor(scope: Construct, id: string, { settings: given = {}, ...props }: PipelineStackProps = {}) {
    super(scope, id, { description: 'Wireroom: feeds in, deduplicated articles on a DynamoDB stream out', ...props });
    const settings = parseSettings(given);
    if (settings.userAgentContact === undefined) {
      Annotations.of(this).addInfoV2(
        'wireroom:userAgentContact',
        "Publishers can't contact you: set userAgentContact in cdk.json to a web page or a mailto: address of yours.",
      );
    }

    const storage = new Storage(this, 'Storage', { settings });
    const ingestion = new ArticleIngestion(this, 'Ingestion', { storage, settings });
    const polling = new FeedPolling(this, 'Polling', { storage, items: ingestion.items, settings });
    const rechecks =
      settings.recheckAfterHours > 0
        ? new ArticleRechecks(this, 'Rechecks', { articles: storage.articles, items: ingestion.items, settings })
        : undefined;
    const example = settings.exampleConsumer
      ? new ExampleConsumer(this, 'ExampleConsumer', { articles: storage.articles, settings })
      : undefined;
    this.articles = storage.articles;
    this.bodies = storage.bodies;

    const parts = { storage, ingestion, polling, rechecks, example };
    addAlarms(new Observability(this, 'Alarms', { topicArn: settings.alarmTopicArn }), parts, settings);
    for (const [name, value] of Object.entries(outputsOf(parts))) {
      if (value !== undefined) new CfnOutput(this, name, { value });
    }
  }
}

interface Parts {
  readonly storage: Storage;
  readonly ingestion: ArticleIngestion;
  readonly polling: FeedPolling;
  readonly rechecks: ArticleRechecks | undefined;
  readonly example: ExampleConsumer | undefined;
}

function addAlarms(alarms: Observability, { ingestion, polling, rechecks, example }: Parts, settings: Settings): void {
  alarms.watchSilence('SchedulePolls', polling.schedulePolls, Duration.minutes(5));
  alarms.watchErrors('SchedulePolls', polling.schedulePolls);
  alarms.watchErrors('PollFeed', polling.pollFeed);
  alarms.watchErrors('IngestItem', ingestion.ingestItem);
  alarms.watchDeadLetters('Schedule', 'The schedule could not be delivered', polling.schedule.deadLetterQueue);
  alarms.watchDeadLetters('Polls', 'Dead letters in Polls', polling.polls.deadLetterQueue);
  alarms.watchDeadLetters('Items', 'Dead letters in Items', ingestion.items.deadLetterQueue);
  // After this time the feed's lease has expired, and the schedule has sent the feed again.
  alarms.watchAge('Polls', polling.polls.queue, Duration.minutes(settings.leaseMinutes));
  // Two hours, because one host is read at a polite pace: a large new feed takes its time.
  alarms.watchAge('Items', ingestion.items.queue, Duration.hours(2));
  if (polling.webSub !== undefined) alarms.watchErrors('WebsubCallback', polling.webSub.websubCallback);
  if (rechecks !== undefined) {
    alarms.watchSilence('ScheduleRechecks', rechecks.scheduleRechecks, Duration.hours(1));
    alarms.watchErrors('ScheduleRechecks', rechecks.scheduleRechecks);
    alarms.watchDeadLetters('Rechecks', 'The rechecks of an hour were given up', rechecks.schedule.deadLetterQueue);
  }
  if (example !== undefined) {
    alarms.watchErrors('PrintEvents', example.printEvents);
    alarms.watchDeadLetters('ExampleConsumer', 'The example consumer gave up on records', example.failureQueue);
  }
}

/**
 * The stack's outputs. The command line finds tables, queues and functions by these names (tools/cli/deployment.ts).
 */
function outputsOf({ storage, ingestion, polling, rechecks, example }: Parts): Record<string, string | undefined> {
  return {
    FeedsTableName: storage.feeds.tableName,
    ArticlesTableName: storage.articles.tableName,
    ArticlesStreamArn: storage.articles.tableStreamArn,
    RevisionsTableName: storage.revisions.tableName,
    FingerprintsTableName: storage.fingerprints.tableName,
    BodiesBucketName: storage.bodies.bucketName,
    PollQueueUrl: polling.polls.queue.queueUrl,
    PollDeadLetterQueueUrl: polling.polls.deadLetterQueue.queueUrl,
    ItemQueueUrl: ingestion.items.queue.queueUrl,
    ItemDeadLetterQueueUrl: ingestion.items.deadLetterQueue.queueUrl,
    SchedulePollsFunctionName: polling.schedulePolls.functionName,
    PollFeedFunctionName: polling.pollFeed.functionName,
    IngestItemFunctionName: ingestion.ingestItem.functionName,
    WebsubCallbackFunctionName: polling.webSub?.websubCallback.functionName,
    WebsubCallbackUrl: polling.webSub?.url.url,
    ScheduleRechecksFunctionName: rechecks?.scheduleRechecks.functionName,
    ExampleConsumerFunctionName: example?.printEvents.functionName,
    ExampleConsumerFailureQueueUrl: example?.failureQueue.queueUrl,
  };
}
