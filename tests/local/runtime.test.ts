import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { startSmallStack } from './runtime-harness.ts';

describe('the local runtime', () => {
  it('a function gets Lambda’s environment variables, and outputs are resolved', async () => {
    const harness = await startSmallStack({
      functions: { Worker: { handler: 'return process.env;' } },
      outputs: { name: { Ref: 'Worker' } },
    });
    const result = await harness.runtime.invoke('Worker', {});
    expect(result).toMatchObject({
      outcome: 'success',
      payload: {
        AWS_LAMBDA_FUNCTION_NAME: 'Worker',
        AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '128',
        AWS_ENDPOINT_URL_DYNAMODB: harness.runtime.endpoints.dynamodb,
        AWS_ENDPOINT_URL_SQS: harness.runtime.endpoints.sqs,
        AWS_ENDPOINT_URL_S3: harness.runtime.endpoints.s3,
      },
    });
    expect(harness.runtime.outputs).toEqual({ name: 'Worker' });
  });

  it('a function does not get the environment of the caller', async () => {
    vi.stubEnv('ONLY_OF_THE_CALLER', 'secret');
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    const harness = await startSmallStack({ functions: { Worker: { handler: 'return Object.keys(process.env);' } } });
    const result = await harness.runtime.invoke('Worker', {});
    expect(result).toMatchObject({ outcome: 'success', payload: expect.arrayContaining(['AWS_REGION']) });
    expect(result).not.toMatchObject({ payload: expect.arrayContaining(['ONLY_OF_THE_CALLER']) });
  });

  it('an instance stays warm, and is replaced after a crash', async () => {
    const handler =
      'if (event.exit) process.exit(1); globalThis.count = (globalThis.count ?? 0) + 1; return globalThis.count;';
    const { runtime } = await startSmallStack({ functions: { Worker: { handler } } });
    expect(await runtime.invoke('Worker', {})).toEqual({ outcome: 'success', payload: 1 });
    expect(await runtime.invoke('Worker', {})).toEqual({ outcome: 'success', payload: 2 });
    expect(await runtime.invoke('Worker', { exit: true })).toMatchObject({
      outcome: 'crash',
      message: 'Runtime exited with error: exit status 1',
    });
    expect(await runtime.invoke('Worker', {})).toEqual({ outcome: 'success', payload: 1 });
  });

  it('a function is killed when it uses more memory than it has', async () => {
    const handler = 'const all = []; for (;;) all.push(new Array(100_000).fill({ text: String(all.length) }));';
    const { runtime } = await startSmallStack({ functions: { Worker: { handler, timeoutSeconds: 60 } } });
    expect(await runtime.invoke('Worker', {})).toMatchObject({ outcome: 'crash', errorType: 'Runtime.ExitError' });
  });

  it('a schedule fires with its input, or with the default event when it has no input', async () => {
    const schedule = (input: object) => ({
      Type: 'AWS::Scheduler::Schedule',
      Properties: {
        ScheduleExpression: 'rate(1 minute)',
        FlexibleTimeWindow: { Mode: 'OFF' },
        Target: {
          Arn: { 'Fn::GetAtt': ['Worker', 'Arn'] },
          RoleArn: { 'Fn::GetAtt': ['WorkerRole', 'Arn'] },
          ...input,
        },
      },
    });
    const harness = await startSmallStack({
      functions: { Worker: { handler: 'log(event.source ?? event.own);' } },
      resources: { Plain: schedule({}), WithInput: schedule({ Input: '{"own":"input"}' }) },
    });
    await harness.runtime.fireSchedules();
    // A function's response may overtake its log lines.
    await expect.poll(() => harness.said.toSorted()).toEqual(['aws.scheduler', 'input']);
    expect(harness.invocations.map(({ trigger }) => trigger)).toEqual(['schedule', 'schedule']);
  });

  it('the runtime names the resources that it does not run, and no others', async () => {
    const { runtime } = await startSmallStack({
      functions: { Worker: { handler: '' } },
      resources: { Topic: { Type: 'AWS::SNS::Topic' }, Search: { Type: 'AWS::OpenSearchService::Domain' } },
    });
    expect(runtime.unsupported).toEqual([{ logicalId: 'Search', type: 'AWS::OpenSearchService::Domain' }]);
  });

  it('a queue is refused, as on Lambda, when its visibility timeout is shorter than its function’s timeout', async () => {
    const queue = { Type: 'AWS::SQS::Queue', Properties: { VisibilityTimeout: 5 } };
    const mapping = {
      Type: 'AWS::Lambda::EventSourceMapping',
      Properties: { EventSourceArn: { 'Fn::GetAtt': ['Work', 'Arn'] }, FunctionName: { Ref: 'Worker' } },
    };
    const start = startSmallStack({
      functions: { Worker: { handler: '', timeoutSeconds: 6 } },
      resources: { Work: queue, WorkMapping: mapping },
    });
    await expect(start).rejects.toThrow("WorkMapping: the queue's visibility timeout (5 s) is less than");
  });

  it('an invocation of an unknown function names the functions of the stack', async () => {
    const { runtime } = await startSmallStack({ functions: { Worker: { handler: '' } } });
    await expect(runtime.invoke('Nobody', {})).rejects.toThrow('There is no function Nobody: the stack has Worker.');
  });
});
