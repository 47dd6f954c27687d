import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { DataDirectoryInUseError, readEndpoints, readOutputs } from '../../tools/local/machine/data-directory.ts';
import { startRuntime } from '../../tools/local/runtime.ts';
import { countOf, outputOf, send, startSmallStack } from './runtime-harness.ts';
import { temporaryDirectory, writeAssembly } from './small-assembly.ts';
import { consumedQueue, consumedTable } from './small-resources.ts';

/** Lists the processes whose command lines name this directory. */
function processesIn(directory: string): readonly string[] {
  const all = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' }).split('\n');
  return all.filter((line) => line.includes(directory) && !line.includes('ps -eo'));
}

/** Runs the stack in its own process, and collects its output lines. */
function run(assembly: string, dataDirectory: string) {
  const script = fileURLToPath(new URL('run-small-stack.ts', import.meta.url));
  const child = spawn(process.execPath, [script, assembly, dataDirectory], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const lines: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    lines,
    prints: (text: string) => expect.poll(() => lines.join('\n'), { timeout: 30_000 }).toContain(text),
    kill: async (signal: NodeJS.Signals) => {
      child.kill(signal);
      await exited;
    },
  };
}

const queueWorker = (handler: string) => ({
  functions: { Worker: { handler, timeoutSeconds: 60 } },
  ...withLongVisibility(consumedQueue('Worker', { maxReceiveCount: 5 })),
});

function withLongVisibility(stack: ReturnType<typeof consumedQueue>) {
  const { Work } = stack.resources;
  const Properties = { ...Work.Properties, VisibilityTimeout: 3600 };
  return { ...stack, resources: { ...stack.resources, Work: { ...Work, Properties } } };
}

describe('the data directory', () => {
  it('a data directory keeps items, messages and stream checkpoints for the next run', async () => {
    const directory = temporaryDirectory();
    const reader = { handler: 'for (const { dynamodb } of event.Records) log(dynamodb.Keys.id.S);' };
    const parts = [consumedTable('Reader'), consumedQueue('Reader', { mapping: { Enabled: false } })];
    const stack = {
      functions: { Reader: reader },
      resources: { ...parts[0]?.resources, ...parts[1]?.resources },
      outputs: { ...parts[0]?.outputs, ...parts[1]?.outputs },
    };
    const first = await startSmallStack(stack, directory);
    const item = (id: string) => new PutItemCommand({ TableName: outputOf(first, 'notes'), Item: { id: { S: id } } });
    await first.dynamodb.send(item('a'));
    await send(first, 'work', 'kept');
    await first.runtime.idle();
    await first.runtime.stop();
    expect(first.said).toEqual(['a']);

    const second = await startSmallStack(stack, directory);
    await second.dynamodb.send(item('b'));
    await second.runtime.idle();
    expect(second.said).toEqual(['b']);
    expect(await countOf(second, 'work')).toBe(1);
    expect(readOutputs(`${directory}/data`)).toEqual(second.runtime.outputs);
  });

  it('a run without a data directory leaves no files and no processes when it stops', async () => {
    const directory = temporaryDirectory();
    const stack = { functions: { Worker: { handler: 'return process.ppid;' } } };
    vi.stubEnv('TMPDIR', directory);
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    const runtime = await startRuntime({ assembly: writeAssembly(directory, stack), schedules: 'manual' });
    await runtime.invoke('Worker', {});
    expect(processesIn(directory)).not.toEqual([]);
    expect(readdirSync(directory)).toHaveLength(2);
    await Promise.all([runtime.stop(), runtime.stop()]);
    expect(readdirSync(directory)).toEqual(['cdk.out']);
    expect(processesIn(directory)).toEqual([]);
    await expect(fetch(runtime.endpoints.sqs)).rejects.toThrow();
    await expect(fetch(runtime.endpoints.dynamodb)).rejects.toThrow();
  });

  it('a data directory serves one run at a time, and names that run to other processes', async () => {
    const stack = { functions: { Worker: { handler: '' } } };
    const { runtime, directory } = await startSmallStack(stack);
    expect(readEndpoints(`${directory}/data`)).toEqual(runtime.endpoints);
    const second = startSmallStack(stack, directory);
    await expect(second).rejects.toThrow(DataDirectoryInUseError);
    await expect(second).rejects.toMatchObject({ endpoints: runtime.endpoints });
    await runtime.stop();
    expect(readEndpoints(`${directory}/data`)).toBeUndefined();
  });
});

describe('a run that is killed with SIGKILL', () => {
  it('a killed run leaves no process behind, even in an endless loop, and the next run handles its message', async () => {
    const directory = temporaryDirectory();
    const handler = `if (once('first')) { log('began'); for (;;) {} }
      for (const record of event.Records) log('done ' + record.body + ' at attempt ' + record.attributes.ApproximateReceiveCount);`;
    const stack = queueWorker(handler);
    const killed = run(writeAssembly(directory, stack), `${directory}/data`);
    await killed.prints('ready');
    const { sqs } = JSON.parse(killed.lines.find((line) => line.startsWith('ready'))?.slice('ready '.length) ?? '{}');
    await fetch(sqs, {
      method: 'POST',
      headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': 'AmazonSQS.SendMessage' },
      body: JSON.stringify({ QueueUrl: `${sqs}/000000000000/Work`, MessageBody: 'a' }),
    });
    await killed.prints('began');
    expect(processesIn(`${directory}/cdk.out/asset.worker`)).not.toEqual([]);
    await killed.kill('SIGKILL');
    await expect.poll(() => processesIn(directory), { timeout: 10_000 }).toEqual([]);
    expect(readEndpoints(`${directory}/data`)).toBeUndefined();

    // The visibility timeout is an hour. The message comes at once, because its consumer is dead.
    const next = await startSmallStack(stack, directory);
    await next.runtime.idle();
    expect(next.said).toEqual(['done a at attempt 2']);
  });

  it('the run after a killed run delivers the stream records from the last checkpoint on', async () => {
    const directory = temporaryDirectory();
    const handler = `for (const { dynamodb } of event.Records) {
        if (dynamodb.Keys.id.S === 'b' && once('b')) { log('began'); for (;;) {} }
        log(dynamodb.Keys.id.S);
      }`;
    const stack = {
      functions: { Reader: { handler, timeoutSeconds: 60 } },
      ...consumedTable('Reader', { BatchSize: 1 }),
    };
    const killed = run(writeAssembly(directory, stack), `${directory}/data`);
    await killed.prints('ready');
    const { dynamodb } = JSON.parse(
      killed.lines.find((line) => line.startsWith('ready'))?.slice('ready '.length) ?? '{}',
    );
    for (const id of ['a', 'b', 'c']) {
      await fetch(dynamodb, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-amz-json-1.0',
          'x-amz-target': 'DynamoDB_20120810.PutItem',
          authorization:
            'AWS4-HMAC-SHA256 Credential=a/20260101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=a',
          'x-amz-date': '20260101T000000Z',
        },
        body: JSON.stringify({ TableName: 'Notes', Item: { id: { S: id } } }),
      });
    }
    await killed.prints('began');
    await killed.kill('SIGKILL');

    const next = await startSmallStack(stack, directory);
    await next.runtime.idle();
    expect([...killed.lines.slice(1), ...next.said]).toEqual(['a', 'began', 'b', 'c']);
  });
});

describe('a run that gets SIGINT', () => {
  it('the children of a run die with the run when it does not handle SIGINT', async () => {
    const directory = temporaryDirectory();
    const child = run(writeAssembly(directory, { functions: { Worker: { handler: '' } } }), `${directory}/data`);
    await child.prints('ready');
    expect(processesIn(`${directory}/data/dynamodb.db`)).not.toEqual([]);
    await child.kill('SIGINT');
    await expect.poll(() => processesIn(directory), { timeout: 10_000 }).toEqual([]);
    expect(existsSync(`${directory}/data/endpoints.json`)).toBe(true);
  });
});
