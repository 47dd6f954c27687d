import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { everything, readable, synthesize } from './synthesize.ts';

const runbook = readFileSync(join(import.meta.dirname, '../../docs/runbook.md'), 'utf8');
/** The anchors by GitHub's rules, without lib's function: lower case, no punctuation, hyphens for spaces. */
const anchors = new Set(
  [...runbook.matchAll(/^## (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^a-z0-9 -]/g, '')
      .replace(/ /g, '-'),
  ),
);
const alarmsOf = (template = everything()) =>
  Object.values(template.findResources('AWS::CloudWatch::Alarm')).map((alarm) => alarm['Properties']);
const alarms = alarmsOf();
const linked = (description: string) => description.match(/docs\/runbook\.md#([\w-]+)$/)?.[1];

it.each(alarms.map((alarm) => [alarm.AlarmDescription]))(
  'the alarm "%s" links a heading of the runbook',
  (description) => {
    expect(anchors).toContain(linked(description));
  },
);

it('every heading of the runbook is linked by an alarm', () => {
  expect([...anchors].sort()).toEqual([...new Set(alarms.map((alarm) => linked(alarm.AlarmDescription)))].sort());
});

it('every entry of the runbook has a description, an investigation and a resolution', () => {
  const [, ...entries] = runbook.split(/^## /m);
  for (const entry of entries) {
    expect([...entry.matchAll(/^### (.+)$/gm)].map(([, heading]) => heading)).toEqual([
      'Description',
      'Investigation',
      'Resolution',
    ]);
  }
});

interface Dimension {
  readonly Name: string;
  readonly Value: unknown;
}
const watched = (metric: string) =>
  alarms
    .filter((alarm) => alarm.MetricName === metric)
    .flatMap((alarm) => alarm.Dimensions as readonly Dimension[])
    .map(({ Value }) => readable(Value))
    .sort();

describe('alarms', () => {
  it.each([
    [
      'the errors of each function',
      'Errors',
      [
        'ExampleConsumerPrintEvents',
        'IngestionIngestItem',
        'PollingPollFeed',
        'PollingSchedulePolls',
        'PollingWebSubWebsubCallback',
        'RechecksScheduleRechecks',
      ],
    ],
    ['each schedule that has stopped', 'Invocations', ['PollingSchedulePolls', 'RechecksScheduleRechecks']],
    [
      'the age of the oldest message of each work queue',
      'ApproximateAgeOfOldestMessage',
      ['IngestionItemsQueue', 'PollingPollsQueue'],
    ],
    [
      'each dead-letter queue and failure queue',
      'ApproximateNumberOfMessagesVisible',
      [
        'ExampleConsumerFailureQueue',
        'IngestionItemsDeadLetterQueue',
        'PollingEveryMinuteDeadLetterQueue',
        'PollingPollsDeadLetterQueue',
        'RechecksEveryHourDeadLetterQueue',
      ],
    ],
  ])('there is an alarm for %s', (_, metric, expected) => {
    expect(watched(metric)).toEqual(expected);
  });
});

it('an alarm goes off at one dead letter and at one error', () => {
  for (const alarm of alarms.filter(({ MetricName }) => /Errors|MessagesVisible/.test(MetricName))) {
    expect(alarm).toMatchObject({
      Threshold: 1,
      EvaluationPeriods: 1,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      TreatMissingData: 'notBreaching',
    });
  }
});

it('an alarm goes off when a scheduled function has no data points', () => {
  const silence = alarms.filter(({ MetricName }) => MetricName === 'Invocations');
  for (const alarm of silence)
    expect(alarm).toMatchObject({ ComparisonOperator: 'LessThanThreshold', TreatMissingData: 'breaching' });
  expect(silence.map(({ Period }) => Period).sort()).toEqual([300, 3600]);
});

it('the alarm of late polls goes off when a message is older than the lease', () => {
  const late = alarmsOf(synthesize({ leaseMinutes: 20 })).filter(({ Threshold }) => Threshold === 20 * 60);
  expect(late.map(({ MetricName }) => MetricName)).toEqual(['ApproximateAgeOfOldestMessage']);
});

it('every alarm notifies the topic if alarmTopicArn is set, else no topic', () => {
  const alarmTopicArn = 'arn:aws:sns:eu-west-1:123456789012:on-call';
  for (const alarm of alarmsOf(synthesize({ alarmTopicArn, exampleConsumer: true, recheckAfterHours: 1 }))) {
    expect(alarm).toMatchObject({ AlarmActions: [alarmTopicArn], OKActions: [alarmTopicArn] });
  }
  for (const alarm of alarms) expect(alarm).not.toHaveProperty('AlarmActions');
});
