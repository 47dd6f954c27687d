import { Duration, Stack } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import { FailureQueue } from './failure-queue.ts';
import { grant } from './grants.ts';

export interface EveryMinuteProps {
  readonly target: LambdaFunction;
}

/** The shortest that both EventBridge Scheduler and Lambda's asynchronous queue allow. */
const maxAge = Duration.seconds(60);

/**
 * Invokes a function every minute. A run that can't be delivered is worth nothing once the next one is due, so nothing is
 * retried for longer than a minute.
 */
export class EveryMinute extends Construct {
  /** Runs that Scheduler could not hand to Lambda. */
  readonly deadLetterQueue: FailureQueue;

  constructor(scope: Construct, id: string, { target }: EveryMinuteProps) {
    super(scope, id);
    this.deadLetterQueue = new FailureQueue(this, 'DeadLetterQueue');

    // scheduler-targets' LambdaInvoke would also grant every version and alias of the function.
    const role = new Role(this, 'Role', {
      // Only for schedules of this account: https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    });
    grant(role, ['lambda:InvokeFunction'], target.functionArn);
    grant(role, ['sqs:SendMessage'], this.deadLetterQueue.queueArn);

    const schedule = new CfnSchedule(this, 'Schedule', {
      scheduleExpression: 'rate(1 minute)',
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: target.functionArn,
        roleArn: role.roleArn,
        retryPolicy: { maximumEventAgeInSeconds: maxAge.toSeconds(), maximumRetryAttempts: 2 },
        deadLetterConfig: { arn: this.deadLetterQueue.queueArn },
      },
    });
    // Else the first runs are denied and become dead letters.
    schedule.node.addDependency(role);

    // Scheduler invokes asynchronously, so a run that throws is Lambda's to retry: the next minute's run does the same work.
    target.configureAsyncInvoke({ maxEventAge: maxAge, retryAttempts: 0 });
  }
}
