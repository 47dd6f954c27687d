import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { InvocationRecord } from '../../tools/local/functions/invoker.ts';
import { type Fault, refusing, throttling } from './faults/faults.ts';
import { startFaultyService } from './faults/faulty-service.ts';
import { type Pipeline, type PipelineOptions, type PipelineResult, startPipeline } from './pipeline-run.ts';
import { stage } from './stage.ts';

const staged = stage();

interface Hooks {
  readonly started?: (pipeline: Pipeline) => void;
  readonly afterCycle?: (pipeline: Pipeline) => Promise<void>;
}

async function run(options: PipelineOptions, { started, afterCycle }: Hooks = {}): Promise<PipelineResult> {
  const pipeline = await startPipeline(staged(), options);
  try {
    started?.(pipeline);
    await pipeline.cycle();
    await afterCycle?.(pipeline);
    pipeline.publisher.nextEdition();
    await pipeline.cycle();
    await afterCycle?.(pipeline);
    return await pipeline.result();
  } finally {
    await pipeline.stop();
  }
}

/** Runs the pipeline with a fault in one service. */
async function runWithFault(service: 'dynamodb' | 'sqs', fault: Fault): Promise<PipelineResult> {
  let pipeline: Pipeline | undefined;
  const faulty = await startFaultyService(() => pipeline?.runtime.endpoints[service] ?? '', fault.answer);
  try {
    const environment = { [`AWS_ENDPOINT_URL_${service.toUpperCase()}`]: faulty.endpoint };
    return await run(
      { environment },
      {
        started: (started) => {
          pipeline = started;
        },
      },
    );
  } finally {
    await faulty.stop();
  }
}

/** The parts of a result that no fault may change. They exclude times, and which of two feeds came first. */
const essence = ({ articles, recorder, deadLetters }: PipelineResult) => ({
  articles: articles
    .map(({ firstSeenAt, revisedAt, feedId, appearances, expiresAt, ...article }) => ({
      ...article,
      appearances: appearances.map(({ key, url }) => ({ key, url })).sort((a, b) => (a.key < b.key ? -1 : 1)),
    }))
    .sort((a, b) => (a.articleId < b.articleId ? -1 : 1)),
  events: recorder.events.map(({ articleEvent, articleId }) => `${articleEvent} ${articleId}`).sort(),
  deadLetters,
});

let clean: ReturnType<typeof essence>;
beforeAll(async () => {
  clean = essence(await run({}));
  expect(clean.articles).toHaveLength(14);
});

describe('a faulty run', () => {
  it('articles and events equal those of a clean run when every message and stream record is delivered three times', async () => {
    const delivered: InvocationRecord[] = [];
    let redelivered = 0;
    const result = await run(
      { onInvocation: (record) => delivered.push(record) },
      {
        afterCycle: async ({ runtime }) => {
          const events = delivered.splice(0).filter(({ trigger }) => trigger === 'sqs' || trigger === 'stream');
          for (const { functionName, event } of [...events, ...events]) {
            expect(await runtime.invoke(functionName, event)).toMatchObject({
              outcome: 'success',
              payload: { batchItemFailures: [] },
            });
            redelivered++;
          }
          await runtime.idle();
          delivered.length = 0;
        },
      },
    );
    expect(redelivered).toBeGreaterThan(20);
    expect(essence(result)).toEqual(clean);
  });

  it('articles and events equal those of a clean run when functions are killed in the middle of their batches', async () => {
    const deaths = mkdtempSync(join(tmpdir(), 'wireroom-deaths-'));
    const environment = {
      NODE_OPTIONS: `--require ${join(import.meta.dirname, 'faults/die-at-request.cjs')}`,
      FAULT_DIE_AT: '5 8 13 21',
      FAULT_DIE_DIRECTORY: deaths,
    };
    const crashes: string[] = [];
    const result = await run({
      environment,
      onInvocation: ({ outcome, functionName }) => {
        if (outcome === 'crash') crashes.push(functionName);
      },
    });
    expect(readdirSync(deaths).length).toBeGreaterThanOrEqual(6);
    expect(new Set(crashes).size).toBeGreaterThanOrEqual(2);
    expect(essence(result)).toEqual(clean);
    rmSync(deaths, { recursive: true });
  });

  it('articles and events equal those of a clean run when DynamoDB throttles every third call', async () => {
    const fault = throttling();
    expect(essence(await runWithFault('dynamodb', fault))).toEqual(clean);
    expect(fault.struck()).toBeGreaterThan(50);
  });

  it('articles and events equal those of a clean run when SQS refuses every second message of a batch', async () => {
    const fault = refusing();
    expect(essence(await runWithFault('sqs', fault))).toEqual(clean);
    expect(fault.struck()).toBeGreaterThan(10);
  });
});
