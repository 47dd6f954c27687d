import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { type ITopic, Topic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { NodeFunction } from './node-function.ts';

export interface ObservabilityProps {
  /**
   * ARN of the SNS topic that every alarm notifies when the alarm goes off and when it is over.
   * @default - no topic is notified
   */
  readonly topicArn?: string | undefined;
}

interface Condition {
  readonly metric: Metric;
  readonly threshold: number;
  /** @default GREATER_THAN_OR_EQUAL_TO_THRESHOLD */
  readonly comparison?: ComparisonOperator;
  /** @default 1 */
  readonly periods?: number;
  /** @default NOT_BREACHING */
  readonly missing?: TreatMissingData;
}

/** The alarms. Each alarm's description links its heading in docs/runbook.md. Plain metrics only, no metric math. */
export class Observability extends Construct {
  readonly #topic: ITopic | undefined;

  constructor(scope: Construct, id: string, { topicArn }: ObservabilityProps) {
    super(scope, id);
    this.#topic = topicArn === undefined ? undefined : Topic.fromTopicArn(this, 'Topic', topicArn);
  }

  /** Goes off at one error, because only our own faults make a function fail. A publisher's fault is an outcome. */
  watchErrors(name: string, target: NodeFunction): void {
    this.#alarm(`${name}Errors`, `${target.source} fails`, {
      metric: target.metricErrors({ period: Duration.minutes(5), statistic: 'Sum' }),
      threshold: 1,
    });
  }

  /** Goes off after three periods without a run. @param period contains at least one run */
  watchSilence(name: string, target: NodeFunction, period: Duration): void {
    this.#alarm(`${name}Silence`, `${target.source} doesn't run`, {
      metric: target.metricInvocations({ period, statistic: 'Sum' }),
      threshold: 1,
      comparison: ComparisonOperator.LESS_THAN_THRESHOLD,
      periods: 3,
      // A function that isn't invoked has no data points.
      missing: TreatMissingData.BREACHING,
    });
  }

  /** Goes off at one message. @param title the meaning of a message in this queue: the heading in the runbook */
  watchDeadLetters(name: string, title: string, queue: IQueue): void {
    this.#alarm(`${name}DeadLetters`, title, {
      metric: queue.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(1), statistic: 'Maximum' }),
      threshold: 1,
    });
  }

  watchAge(name: string, queue: IQueue, maxAge: Duration): void {
    this.#alarm(`${name}Age`, `Messages wait too long in ${name}`, {
      metric: queue.metricApproximateAgeOfOldestMessage({ period: Duration.minutes(5), statistic: 'Maximum' }),
      threshold: maxAge.toSeconds(),
      // Three periods, because one slow moment, such as an import of feeds, needs no attention.
      periods: 3,
    });
  }

  #alarm(id: string, title: string, condition: Condition): void {
    const alarm = new Alarm(this, id, {
      alarmDescription: `${title}: docs/runbook.md#${headingAnchor(title)}`,
      metric: condition.metric,
      threshold: condition.threshold,
      comparisonOperator: condition.comparison ?? ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      evaluationPeriods: condition.periods ?? 1,
      treatMissingData: condition.missing ?? TreatMissingData.NOT_BREACHING,
    });
    if (this.#topic === undefined) return;
    alarm.addAlarmAction(new SnsAction(this.#topic));
    alarm.addOkAction(new SnsAction(this.#topic));
  }
}

/** Returns the anchor of a Markdown heading, as GitHub, GitLab and most renderers make it. */
export const headingAnchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');
