import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { Architecture, Code, Function as LambdaFunction, Runtime, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { describe, expect, it } from 'vitest';
import { everything, pipeline, readable, synthesize } from './synthesize.ts';

const outputs = [
  'FeedsTableName',
  'ArticlesTableName',
  'ArticlesStreamArn',
  'RevisionsTableName',
  'FingerprintsTableName',
  'BodiesBucketName',
  'PollQueueUrl',
  'PollDeadLetterQueueUrl',
  'ItemQueueUrl',
  'ItemDeadLetterQueueUrl',
  'SchedulePollsFunctionName',
  'PollFeedFunctionName',
  'IngestItemFunctionName',
];
const outputsOf = (template: Template) => Object.keys(template.findOutputs('*')).sort();

it('the outputs name every resource that the command line needs', () => {
  expect(outputsOf(synthesize())).toEqual([...outputs].sort());
  const example = ['ExampleConsumerFunctionName', 'ExampleConsumerFailureQueueUrl'];
  const webSub = ['WebsubCallbackFunctionName', 'WebsubCallbackUrl'];
  expect(outputsOf(everything())).toEqual([...outputs, ...example, ...webSub, 'ScheduleRechecksFunctionName'].sort());
});

describe('the example consumer', () => {
  const streams = (template: Template) =>
    Object.values(template.findResources('AWS::Lambda::EventSourceMapping'))
      .map((mapping) => mapping['Properties'])
      .filter((properties) => properties.StartingPosition !== undefined);

  it('the example consumer is deployed only when exampleConsumer is set', () => {
    expect(streams(synthesize())).toEqual([]);
    expect(Object.keys(synthesize().findResources('AWS::Lambda::Function'))).toHaveLength(3);
  });

  it('the example consumer reads from the oldest record, bisects failing batches, and reports discarded records', () => {
    const [mapping, ...others] = streams(everything());
    expect(others).toEqual([]);
    expect(mapping).toMatchObject({
      StartingPosition: 'TRIM_HORIZON',
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      MaximumRetryAttempts: 5,
      MaximumRecordAgeInSeconds: 21_600,
    });
    expect(readable(mapping.EventSourceArn)).toBe('StorageArticles');
    expect(readable(mapping.DestinationConfig.OnFailure.Destination)).toBe('ExampleConsumerFailureQueue');
  });
});

it("another consumer can be attached to the stack's articles", () => {
  const stack = pipeline();
  const consumer = new LambdaFunction(stack, 'Mine', {
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    handler: 'index.handler',
    code: Code.fromInline('exports.handler = async () => {}'),
  });
  consumer.addEventSource(new DynamoEventSource(stack.articles, { startingPosition: StartingPosition.LATEST }));
  Template.fromStack(stack).hasResourceProperties('AWS::Lambda::EventSourceMapping', {
    EventSourceArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^StorageArticles'), 'StreamArn'] },
  });
});

describe('a contact for publishers', () => {
  const hint = Match.stringLikeRegexp('userAgentContact');

  it('synthesis asks for a contact when none is set', () => {
    Annotations.fromStack(pipeline({ userAgentContact: undefined })).hasInfo('/Wireroom', hint);
  });

  it('synthesis asks for no contact when one is set', () => {
    Annotations.fromStack(pipeline({ userAgentContact: 'mailto:news@example.org' })).hasNoInfo('/Wireroom', hint);
  });
});
