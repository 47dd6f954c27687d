import { type Duration, Stack } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import { FailureQueue } from './failure-queue.ts';
import { grant } from './grants.ts';

export interface FunctionScheduleProps {
  readonly target: LambdaFunction;
  /** `rate(…)` or `cron(…)`, in UTC. */
  readonly expression: string;
  /**
   * The event, in JSON; EventBridge Scheduler fills in its context attributes (`<aws.scheduler.scheduled-time>`).
   * @default - an event that says nothing of the run
   */
  readonly input?: string;
  /**
   * How long a run is worth anything: from a minute, the shortest that both EventBridge Scheduler and Lambda's asynchronous
   * queue allow, to six hours, the longest that Lambda's does.
   */
  readonly maxAge: Duration;
  /**
   * `false`: the next run does the work of one that failed, so Lambda doesn't retry it. `true`: none does, so it is retried
   * and then kept in the dead-letter queue.
   */
  readonly eachRunCounts: boolean;
}

/** Scheduler's own default, and Lambda's for asynchronous invocations. */
const MAX_DELIVERIES = 185;
const MAX_RETRIES = 2;

/** Invokes a function by the clock. */
export class FunctionSchedule extends Construct {
  /** Runs that Scheduler could not hand to Lambda and, where each counts, those that Lambda gave up on. */
  readonly deadLetterQueue: FailureQueue;

  constructor(scope: Construct, id: string, props: FunctionScheduleProps) {
    super(scope, id);
    const { target, maxAge, eachRunCounts } = props;
    this.deadLetterQueue = new FailureQueue(this, 'DeadLetterQueue');
    const { queueArn } = this.deadLetterQueue;

    // scheduler-targets' LambdaInvoke would also grant every version and alias of the function.
    const role = new Role(this, 'Role', {
      // Only for schedules of this account: https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    });
    grant(role, ['lambda:InvokeFunction'], target.functionArn);
    grant(role, ['sqs:SendMessage'], queueArn);

    const schedule = new CfnSchedule(this, 'Schedule', {
      scheduleExpression: props.expression,
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: target.functionArn,
        roleArn: role.roleArn,
        ...(props.input === undefined ? {} : { input: props.input }),
        retryPolicy: {
          maximumEventAgeInSeconds: maxAge.toSeconds(),
          maximumRetryAttempts: eachRunCounts ? MAX_DELIVERIES : 2,
        },
        deadLetterConfig: { arn: queueArn },
      },
    });
    // Else the first runs are denied and become dead letters.
    schedule.node.addDependency(role);

    // Scheduler invokes asynchronously, so a run that throws is Lambda's to retry.
    if (eachRunCounts) grant(target, ['sqs:SendMessage'], queueArn);
    target.configureAsyncInvoke({
      maxEventAge: maxAge,
      retryAttempts: eachRunCounts ? MAX_RETRIES : 0,
      // SqsDestination would also grant reading the queue's attributes and URL.
      ...(eachRunCounts ? { onFailure: { bind: () => ({ destination: queueArn }) } } : {}),
    });
  }
}
