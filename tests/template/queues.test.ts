import { describe, expect, it } from 'vitest';
import { LAST_PAGE_RECEIVE } from '../../lambdas/ingest-item/page-fetcher.ts';
import { everything, permissionsIn, type Resource, readable, synthesize, withoutHash } from './synthesize.ts';

const template = everything();
const queues = Object.entries(template.findResources('AWS::SQS::Queue'));
const properties = (id: string): Resource[string] => {
  const found = queues.find(([logicalId]) => withoutHash(logicalId) === id);
  if (found === undefined) throw new Error(`There is no queue ${id}.`);
  return found[1]['Properties'];
};
const mappings = Object.values(template.findResources('AWS::Lambda::EventSourceMapping')).map((m) => m['Properties']);

/** The queues that take what queues, schedules and event source mappings gave up. */
const ends = new Set(
  [
    ...queues.map(([, queue]) => queue['Properties'].RedrivePolicy?.deadLetterTargetArn),
    ...Object.values(template.findResources('AWS::Scheduler::Schedule')).map(
      (s) => s['Properties'].Target.DeadLetterConfig.Arn,
    ),
    ...mappings.map((mapping) => mapping.DestinationConfig?.OnFailure?.Destination),
  ]
    .filter((arn) => arn !== undefined)
    .map(readable),
);

describe.each(queues.map(([id, queue]) => [withoutHash(id), queue['Properties']] as const))(
  'the queue %s',
  (id, queue) => {
    it('the queue has a dead-letter queue or is a dead-letter queue', () => {
      expect(queue.RedrivePolicy !== undefined || ends.has(id)).toBe(true);
    });

    it('the queue is encrypted', () => {
      expect(queue.SqsManagedSseEnabled).toBe(true);
    });

    it('the queue refuses requests without TLS', () => {
      const policies = Object.values(template.findResources('AWS::SQS::QueuePolicy')).map(
        (policy) => policy['Properties'],
      );
      const ofQueue = policies.filter((policy) => policy.Queues.map(readable).includes(id));
      expect(ofQueue.flatMap((policy) => policy.PolicyDocument.Statement)).toContainEqual(
        expect.objectContaining({
          Effect: 'Deny',
          Action: 'sqs:*',
          Principal: { AWS: '*' },
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        }),
      );
      expect(ofQueue.flatMap((policy) => permissionsIn(policy.PolicyDocument)).map(({ resource }) => resource)).toEqual(
        [id],
      );
    });

    it('the queue keeps messages for 14 days when it is a dead-letter queue', () => {
      expect(ends.has(id) ? queue.MessageRetentionPeriod : 14 * 86_400).toBe(14 * 86_400);
    });

    it('the queue has no physical name', () => {
      expect(queue).not.toHaveProperty('QueueName');
    });
  },
);

describe.each([
  ['PollingPollsQueue', 'PollingPollFeed', 'pollTimeoutSeconds', 'pollConcurrency'],
  ['IngestionItemsQueue', 'IngestionIngestItem', 'ingestTimeoutSeconds', 'ingestConcurrency'],
] as const)('the work queue %s', (queueId, functionId, timeoutSetting, concurrencySetting) => {
  const queue = properties(queueId);

  it('the work queue and its dead-letter queue are high-throughput FIFO queues', () => {
    const fifo = { FifoQueue: true, DeduplicationScope: 'messageGroup', FifoThroughputLimit: 'perMessageGroupId' };
    expect(queue).toMatchObject(fifo);
    expect(properties(readable(queue.RedrivePolicy.deadLetterTargetArn))).toMatchObject(fifo);
  });

  it('the work queue gives a message twenty receives, some more than a page may take', () => {
    expect(queue.RedrivePolicy.maxReceiveCount).toBe(20);
    expect(queue.RedrivePolicy.maxReceiveCount).toBeGreaterThan(LAST_PAGE_RECEIVE);
  });

  it('the work queue keeps a message for longer than all its receives take', () => {
    expect(queue.MessageRetentionPeriod).toBeGreaterThan(queue.VisibilityTimeout * queue.RedrivePolicy.maxReceiveCount);
  });

  it.each([70, 90, 900])('the work queue hides a message for six times a timeout of %i seconds', (seconds) => {
    const other = synthesize({ [timeoutSetting]: seconds, fetchTimeoutSeconds: 1, leaseMinutes: 60 });
    const hidden = Object.entries(other.findResources('AWS::SQS::Queue')).find(([id]) => withoutHash(id) === queueId);
    const consumer = Object.entries(other.findResources('AWS::Lambda::Function')).find(
      ([id]) => withoutHash(id) === functionId,
    );
    expect(consumer?.[1]['Properties'].Timeout).toBe(seconds);
    expect(hidden?.[1]['Properties'].VisibilityTimeout).toBeGreaterThanOrEqual(6 * seconds);
  });

  it('one function consumes the work queue in batches of five, with partial responses and limited concurrency', () => {
    const mapping = mappings.filter(({ EventSourceArn }) => readable(EventSourceArn) === queueId);
    expect(mapping).toHaveLength(1);
    expect(readable(mapping[0]?.FunctionName)).toBe(functionId);
    expect(mapping[0]).toMatchObject({ BatchSize: 5, FunctionResponseTypes: ['ReportBatchItemFailures'] });
    synthesize({ [concurrencySetting]: 77 }).hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      ScalingConfig: { MaximumConcurrency: 77 },
    });
  });
});
