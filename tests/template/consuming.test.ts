import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { expect, it } from 'vitest';
import { otherApp } from '../../docs/examples/other-app.ts';
import { sameApp } from '../../docs/examples/same-app.ts';

const app = () => new App({ context: { 'aws:cdk:bundling-stacks': [] } });
const STREAM = 'arn:aws:dynamodb:eu-west-1:111122223333:table/Articles/stream/2026-11-23T08:00:00.000';

it('the consumer of docs/consuming.md reads the stream of a pipeline in the same app', () => {
  const template = Template.fromStack(sameApp(app()));
  template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
    EventSourceArn: { 'Fn::ImportValue': Match.stringLikeRegexp('Wireroom:.*Articles.*StreamArn') },
    FilterCriteria: { Filters: [{ Pattern: '{"eventName":["INSERT"]}' }] },
    FunctionResponseTypes: ['ReportBatchItemFailures'],
  });
});

it('the consumer of docs/consuming.md reads the stream of a pipeline in another app, with the permissions for it', () => {
  const template = Template.fromStack(otherApp(app(), STREAM));
  template.hasResourceProperties('AWS::Lambda::EventSourceMapping', { EventSourceArn: STREAM });
  const policies = JSON.stringify(template.findResources('AWS::IAM::Policy'));
  expect(policies).toContain('dynamodb:GetRecords');
  expect(policies).toContain(STREAM);
});
