import { describe, expect, it } from 'vitest';
import { everything, permissionsIn, type Resource, readable, synthesize, withoutHash } from './synthesize.ts';

const template = everything();
const propertiesOf = (type: string): Resource[] =>
  Object.values(template.findResources(type)).map((each) => each['Properties']);
const scheduleOf = (functionId: string): Resource =>
  propertiesOf('AWS::Scheduler::Schedule').find(({ Target }) => readable(Target.Arn) === functionId) ?? {};
const invokeConfigOf = (functionId: string): Resource | undefined =>
  propertiesOf('AWS::Lambda::EventInvokeConfig').find(({ FunctionName }) => readable(FunctionName) === functionId);

it('schedule-polls runs every minute, and schedule-rechecks at each full hour', () => {
  const exact = { FlexibleTimeWindow: { Mode: 'OFF' } };
  expect(scheduleOf('PollingSchedulePolls')).toMatchObject({ ScheduleExpression: 'rate(1 minute)', ...exact });
  expect(scheduleOf('RechecksScheduleRechecks')).toMatchObject({ ScheduleExpression: 'cron(0 * * * ? *)', ...exact });
});

describe('runs of schedule-polls', () => {
  it('Scheduler and Lambda retry a run of schedule-polls for no longer than a minute', () => {
    expect(scheduleOf('PollingSchedulePolls')['Target'].RetryPolicy.MaximumEventAgeInSeconds).toBe(60);
    const inLambda = invokeConfigOf('PollingSchedulePolls');
    expect(inLambda).toMatchObject({ MaximumEventAgeInSeconds: 60, MaximumRetryAttempts: 0 });
    expect(inLambda).not.toHaveProperty('DestinationConfig');
  });
});

describe('runs of schedule-rechecks', () => {
  it('a run of schedule-rechecks gets its due time', () => {
    expect(JSON.parse(scheduleOf('RechecksScheduleRechecks')['Target'].Input)).toEqual({
      scheduledTime: '<aws.scheduler.scheduled-time>',
    });
  });

  it('a run of schedule-rechecks is retried for six hours, and then dead-lettered', () => {
    const { RetryPolicy, DeadLetterConfig } = scheduleOf('RechecksScheduleRechecks')['Target'];
    expect(RetryPolicy).toEqual({ MaximumEventAgeInSeconds: 21_600, MaximumRetryAttempts: 185 });
    const inLambda = invokeConfigOf('RechecksScheduleRechecks');
    expect(inLambda).toMatchObject({ MaximumEventAgeInSeconds: 21_600, MaximumRetryAttempts: 2 });
    const ends = [DeadLetterConfig.Arn, inLambda?.['DestinationConfig'].OnFailure.Destination].map(readable);
    expect(ends).toEqual(Array(2).fill('RechecksEveryHourDeadLetterQueue'));
  });
});

it.each([
  ['PollingSchedulePolls', 'PollingEveryMinuteDeadLetterQueue'],
  ['RechecksScheduleRechecks', 'RechecksEveryHourDeadLetterQueue'],
])('the schedule of %s may only invoke the function and send dead letters to %s', (functionId, queueId) => {
  const roleId = Object.keys(template.findResources('AWS::IAM::Role')).find(
    (id) => withoutHash(id) === readable(scheduleOf(functionId)['Target'].RoleArn),
  );
  const [policy] = Object.values(
    template.findResources('AWS::IAM::Policy', { Properties: { Roles: [{ Ref: roleId }] } }),
  );
  expect(permissionsIn(policy?.['Properties'].PolicyDocument)).toEqual([
    { effect: 'Allow', action: 'lambda:InvokeFunction', resource: functionId },
    { effect: 'Allow', action: 'sqs:SendMessage', resource: queueId },
  ]);
  expect(
    template.findResources('AWS::IAM::Role')[roleId ?? '']?.['Properties'].AssumeRolePolicyDocument.Statement,
  ).toEqual([
    expect.objectContaining({
      Principal: { Service: 'scheduler.amazonaws.com' },
      Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
    }),
  ]);
});

it('the stack has no rechecks when recheckAfterHours is not set', () => {
  const others = Object.values(synthesize().findResources('AWS::Scheduler::Schedule'));
  expect(others.map((each) => readable(each['Properties'].Target.Arn))).toEqual(['PollingSchedulePolls']);
  expect(Object.keys(synthesize().toJSON()['Resources']).filter((id) => id.startsWith('Rechecks'))).toEqual([]);
});
