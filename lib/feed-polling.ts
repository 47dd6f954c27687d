import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { encodeEnvironment } from '../lambdas/core/env.ts';
import { pollFeedEnvironment } from '../lambdas/poll-feed/config.ts';
import { schedulePollsEnvironment } from '../lambdas/schedule-polls/config.ts';
import { feedSecretsPrefix, grantFeedSecrets } from './feed-secrets.ts';
import { fetchValues } from './fetch-values.ts';
import { FunctionSchedule } from './function-schedule.ts';
import { grant, grantObjects } from './grants.ts';
import { NodeFunction } from './node-function.ts';
import type { Settings } from './settings.ts';
import type { Storage } from './storage.ts';
import { callbackKey, WebSub } from './web-sub.ts';
import { WorkQueue } from './work-queue.ts';

export interface FeedPollingProps {
  readonly storage: Storage;
  /** The queue for new and changed items. */
  readonly items: WorkQueue;
  readonly settings: Settings;
}

/** Schedule → `schedule-polls` → Polls queue → `poll-feed` → Items queue. */
export class FeedPolling extends Construct {
  readonly schedule: FunctionSchedule;
  readonly schedulePolls: NodeFunction;
  /** One message for each feed that is due. The message group is the host of the feed. */
  readonly polls: WorkQueue;
  readonly pollFeed: NodeFunction;
  /** The callback of WebSub hubs, if `webSub` is set. */
  readonly webSub: WebSub | undefined;

  constructor(scope: Construct, id: string, { storage, items, settings }: FeedPollingProps) {
    super(scope, id);
    const { feeds, bodies } = storage;
    const timeout = Duration.seconds(settings.pollTimeoutSeconds);
    // A poll that has waited for a day is worthless, because the schedule sends a feed again once in each lease.
    // Two days are longer than all receives at the longest timeout, so a failing poll still reaches the
    // dead-letter queue.
    this.polls = new WorkQueue(this, 'Polls', { consumerTimeout: timeout, retention: Duration.days(2) });

    this.schedulePolls = new NodeFunction(this, 'SchedulePolls', {
      source: 'schedule-polls',
      description: 'Sends a message for each feed that is due to the Polls queue',
      // A run ends before the next minute's run begins. If they overlap, SQS drops what both send.
      timeout: Duration.seconds(50),
      memorySize: 256,
      settings,
      environment: encodeEnvironment(schedulePollsEnvironment, {
        FEEDS_TABLE_NAME: feeds.tableName,
        POLL_QUEUE_URL: this.polls.queue.queueUrl,
        LEASE_SECONDS: settings.leaseMinutes * 60,
      }),
    });
    this.schedule = new FunctionSchedule(this, 'EveryMinute', {
      target: this.schedulePolls,
      expression: 'rate(1 minute)',
      // A run is worthless when the next run is due, because the next run does the same work.
      maxAge: Duration.minutes(1),
      eachRunCounts: false,
    });
    grant(this.schedulePolls, ['dynamodb:Query'], `${feeds.tableArn}/index/due`);
    grant(this.schedulePolls, ['dynamodb:GetItem', 'dynamodb:UpdateItem'], feeds.tableArn);
    this.polls.grantSend(this.schedulePolls);

    this.webSub = settings.webSub ? new WebSub(this, 'WebSub', { storage, polls: this.polls, settings }) : undefined;
    this.pollFeed = new NodeFunction(this, 'PollFeed', {
      source: 'poll-feed',
      description: 'Fetches a feed once, finds what is new or changed and sends it to the Items queue',
      timeout,
      // Five documents of 15 MiB at once, and the reader's 400 MiB (docs/decisions/wall.md).
      memorySize: 1024,
      settings,
      environment: encodeEnvironment(pollFeedEnvironment, {
        ...fetchValues(settings),
        FEEDS_TABLE_NAME: feeds.tableName,
        POLL_QUEUE_URL: this.polls.queue.queueUrl,
        ITEM_QUEUE_URL: items.queue.queueUrl,
        BODIES_BUCKET_NAME: bodies.bucketName,
        CREDENTIALS_PREFIX: feedSecretsPrefix(this),
        POLL_FLOOR_MINUTES: settings.pollFloorMinutes,
        BACKFILL_PAGES_DAYS: settings.backfillPagesDays,
        WEBSUB_CALLBACK_URL: this.webSub?.url.url,
        WEBSUB_CALLBACK_KEY: this.webSub && callbackKey(this),
      }),
    });
    this.polls.consumedBy(this.pollFeed, { batchSize: 5, maxConcurrency: settings.pollConcurrency });
    grant(this.pollFeed, ['dynamodb:BatchGetItem', 'dynamodb:UpdateItem'], feeds.tableArn);
    items.grantSend(this.pollFeed);
    grantObjects(this.pollFeed, ['s3:PutObject'], bodies, 'messages/');
    grantFeedSecrets(this.pollFeed);
  }
}
