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
   * The event, in JSON. EventBridge Scheduler fills in its context attributes (`<aws.scheduler.scheduled-time>`).
   * @default - EventBridge Scheduler's default event
   */
  readonly input?: string;
  /**
   * Max age of a run, after which it is not retried. From one minute, the shortest that EventBridge Scheduler and
   * Lambda's asynchronous queue allow, to six hours, the longest that Lambda's queue allows.
   */
  readonly maxAge: Duration;
  /**
   * `false`: the next run does a failed run's work, so Lambda doesn't retry the failed run. `true`: no later run does
   * that work, so Lambda retries the failed run and then keeps it in the dead-letter queue.
   */
  readonly eachRunCounts: boolean;
}

/**
 * Retries by default, of EventBridge Scheduler and of Lambda's asynchronous invocations. Source: AWS, both user guides.
 */
const MAX_DELIVERIES = 185;
const MAX_RETRIES = 2;

/** Invokes a function on a schedule. */
export class FunctionSchedule extends Construct {
  /** Runs that EventBridge Scheduler could not deliver to Lambda and, if each run counts, runs that Lambda gave up. */
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
    // Without this dependency, the first runs would be denied and dead-lettered.
    schedule.node.addDependency(role);

    // EventBridge Scheduler invokes asynchronously, so Lambda retries a run that throws.
    if (eachRunCounts) grant(target, ['sqs:SendMessage'], queueArn);
    target.configureAsyncInvoke({
      maxEventAge: maxAge,
      retryAttempts: eachRunCounts ? MAX_RETRIES : 0,
      // SqsDestination would also grant reading the queue's attributes and URL.
      ...(eachRunCounts ? { onFailure: { bind: () => ({ destination: queueArn }) } } : {}),
    });
  }
}
