import { SendMessageBatchCommand, StartMessageMoveTaskCommand } from '@aws-sdk/client-sqs';
import { describe, expect, it } from 'vitest';
import { countOf, outputOf, receiveAll, send, startSmallStack } from './runtime-harness.ts';
import { temporaryDirectory } from './small-assembly.ts';
import { consumedQueue } from './small-resources.ts';

const failing = (condition: string) => `
  const failed = event.Records.filter((record) => ${condition});
  for (const record of event.Records) log((failed.includes(record) ? 'failed ' : 'done ') + record.body);
  return { batchItemFailures: failed.map((record) => ({ itemIdentifier: record.messageId })) };`;

describe('a queue feeds its function', () => {
  it('a failed message of a batch is retried alone, and dead-lettered after maxReceiveCount', async () => {
    const stack = { functions: { Worker: { handler: failing('record.body === "bad"') } }, ...consumedQueue('Worker') };
    const harness = await startSmallStack(stack);
    for (const body of ['a', 'bad', 'b']) await send(harness, 'work', body);
    await harness.runtime.idle();

    expect(harness.said.toSorted()).toEqual(['done a', 'done b', 'failed bad', 'failed bad']);
    expect((await receiveAll(harness, 'deadLetters')).map(({ Body }) => Body)).toEqual(['bad']);
  });

  it('a FIFO group stays in order, in one batch and after a failure in the middle of the batch', async () => {
    // The messages behind a failure are reported too, because they would overtake the failed message otherwise.
    const handler = `
      const at = event.Records.findIndex((record) => record.body === 'g2' && once('g2'));
      const done = at === -1 ? event.Records : event.Records.slice(0, at);
      for (const record of done) log(record.body);
      log('batch of ' + event.Records.length);
      return { batchItemFailures: event.Records.slice(done.length).map((r) => ({ itemIdentifier: r.messageId })) };`;
    const stack = {
      functions: { Worker: { handler } },
      ...consumedQueue('Worker', { fifo: true, maxReceiveCount: 5 }),
    };
    const harness = await startSmallStack(stack);
    const bodies = ['g0', 'g1', 'g2', 'g3', 'g4'];
    const Entries = bodies.map((body) => ({
      Id: body,
      MessageBody: body,
      MessageGroupId: 'g',
      MessageDeduplicationId: body,
    }));
    await harness.sqs.send(new SendMessageBatchCommand({ QueueUrl: outputOf(harness, 'work'), Entries }));
    await harness.runtime.idle();

    expect(harness.said).toEqual(['g0', 'g1', 'batch of 5', 'g2', 'g3', 'g4', 'batch of 3']);
    expect(await countOf(harness, 'deadLetters')).toBe(0);
  });

  it.each([
    ['throws', 'throw new Error("no")', 'error'],
    ['ends its process', 'process.exit(3)', 'crash'],
    ['runs out of time', 'await new Promise(() => setInterval(() => {}, 1000))', 'timeout'],
    ['blocks its thread', 'for (;;) {}', 'timeout'],
    ['names a message that is not in the batch', 'return { batchItemFailures: [{ itemIdentifier: "x" }] }', 'success'],
    ['returns a malformed report', 'return { batchItemFailures: [{ id: event.Records[0].messageId }] }', 'success'],
    ['returns a text', 'return "fine"', 'success'],
  ])('a function that %s fails its whole batch, and a fresh attempt succeeds', async (_name, failure, outcome) => {
    const handler = `if (once('failure')) { ${failure} } for (const record of event.Records) log(record.body);`;
    const harness = await startSmallStack({ functions: { Worker: { handler } }, ...consumedQueue('Worker') });
    await send(harness, 'work', 'a');
    await harness.runtime.idle();

    expect(harness.said).toEqual(['a']);
    expect(harness.invocations).toMatchObject([
      { outcome, trigger: 'sqs', records: 1, failures: 1 },
      { outcome: 'success', trigger: 'sqs', records: 1, failures: 0 },
    ]);
  });

  it('a function that throws when it is imported fails with that error each time', async () => {
    const worker = { atImport: 'throw new TypeError("no import")', handler: '' };
    const harness = await startSmallStack({ functions: { Worker: worker }, ...consumedQueue('Worker') });
    await send(harness, 'work', 'a');
    await harness.runtime.idle();

    expect(harness.invocations.map(({ outcome }) => outcome)).toEqual(['error', 'error']);
    expect(harness.invocations[0]?.payload).toMatchObject({ errorType: 'TypeError', errorMessage: 'no import' });
    expect(await countOf(harness, 'deadLetters')).toBe(1);
  });

  it('a message that matches no filter is dropped without an invocation', async () => {
    const mapping = { FilterCriteria: { Filters: [{ Pattern: '{"body":{"kind":["wanted"]}}' }] } };
    const stack = {
      functions: { Worker: { handler: 'for (const record of event.Records) log(record.body);' } },
      ...consumedQueue('Worker', { mapping }),
    };
    const harness = await startSmallStack(stack);
    for (const body of ['{"kind":"other"}', 'not JSON', '{"kind":"wanted"}']) await send(harness, 'work', body);
    await harness.runtime.idle();

    expect(harness.said).toEqual(['{"kind":"wanted"}']);
  });

  it('a failed message comes back before its visibility timeout when redeliverySeconds is set', async () => {
    const work = consumedQueue('Worker');
    const { Work } = work.resources;
    const patient = { ...Work, Properties: { ...Work.Properties, VisibilityTimeout: 3600 } };
    const stack = {
      functions: { Worker: { handler: failing('once("a")') } },
      ...work,
      resources: { ...work.resources, Work: patient },
    };
    const harness = await startSmallStack(stack, temporaryDirectory(), { redeliverySeconds: 0 });
    await send(harness, 'work', 'a');
    await harness.runtime.idle();
    expect(harness.said).toEqual(['failed a', 'done a']);
  });

  it('no message is consumed when eventSources is false', async () => {
    const stack = { functions: { Worker: { handler: 'return event;' } }, ...consumedQueue('Worker') };
    const harness = await startSmallStack(stack, temporaryDirectory(), { eventSources: false });
    await send(harness, 'work', 'a');
    expect(await harness.runtime.invoke('Worker', { own: 1 })).toEqual({ outcome: 'success', payload: { own: 1 } });
    await harness.runtime.idle();
    expect(await countOf(harness, 'work')).toBe(1);
    expect(harness.invocations.map(({ trigger }) => trigger)).toEqual(['direct']);
  });

  it('redriven dead letters come to the function again, as new messages', async () => {
    const handler = failing('once("first-" + record.attributes.ApproximateReceiveCount)');
    const harness = await startSmallStack({
      functions: { Worker: { handler } },
      ...consumedQueue('Worker', { maxReceiveCount: 1, fifo: true }),
    });
    await send(harness, 'work', 'a', 'g');
    await harness.runtime.idle();
    expect(await countOf(harness, 'deadLetters')).toBe(1);

    await harness.sqs.send(new StartMessageMoveTaskCommand({ SourceArn: outputOf(harness, 'deadLettersArn') }));
    await harness.runtime.idle();
    expect(harness.said).toEqual(['failed a', 'done a']);
    expect(await countOf(harness, 'deadLetters')).toBe(0);
  });

  it('a redrive of a queue that is no dead-letter queue is refused', async () => {
    const harness = await startSmallStack({
      functions: { Worker: { handler: '' } },
      ...consumedQueue('Worker'),
    });
    const SourceArn = outputOf(harness, 'deadLettersArn').replace('DeadLetters', 'Work');
    await expect(harness.sqs.send(new StartMessageMoveTaskCommand({ SourceArn }))).rejects.toThrow(
      'must be configured as a Dead Letter Queue',
    );
  });
});
