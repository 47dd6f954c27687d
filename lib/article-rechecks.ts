import { Duration } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import { encodeEnvironment } from '../lambdas/core/env.ts';
import { scheduledRun, scheduleRechecksEnvironment } from '../lambdas/schedule-rechecks/config.ts';
import { FunctionSchedule } from './function-schedule.ts';
import { grant } from './grants.ts';
import { NodeFunction } from './node-function.ts';
import type { Settings } from './settings.ts';
import type { WorkQueue } from './work-queue.ts';

export interface ArticleRechecksProps {
  readonly articles: ITable;
  /** The queue for articles whose pages are checked again. */
  readonly items: WorkQueue;
  readonly settings: Settings;
}

/** Checks each article's page once more: schedule → `schedule-rechecks` → Items queue (docs/decisions/rechecks.md). */
export class ArticleRechecks extends Construct {
  readonly schedule: FunctionSchedule;
  readonly scheduleRechecks: NodeFunction;

  constructor(scope: Construct, id: string, { articles, items, settings }: ArticleRechecksProps) {
    super(scope, id);
    this.scheduleRechecks = new NodeFunction(this, 'ScheduleRechecks', {
      source: 'schedule-rechecks',
      description: 'Sends the articles of an hour to the Items queue, for their pages to be looked at once more',
      // Lambda's max, because a later run can repeat this run but can't continue it.
      timeout: Duration.minutes(15),
      memorySize: 256,
      settings,
      environment: encodeEnvironment(scheduleRechecksEnvironment, {
        ARTICLES_TABLE_NAME: articles.tableName,
        ITEM_QUEUE_URL: items.queue.queueUrl,
        RECHECK_AFTER_HOURS: settings.recheckAfterHours,
      }),
    });
    this.schedule = new FunctionSchedule(this, 'EveryHour', {
      target: this.scheduleRechecks,
      expression: 'cron(0 * * * ? *)',
      input: JSON.stringify(scheduledRun),
      maxAge: Duration.hours(6),
      eachRunCounts: true,
    });
    grant(this.scheduleRechecks, ['dynamodb:Query'], `${articles.tableArn}/index/byDay`);
    items.grantSend(this.scheduleRechecks);
  }
}
