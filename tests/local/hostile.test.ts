import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOSTILE_DOCUMENTS } from '../../tools/hostile/hostile-documents.ts';
import { startHostileSites } from '../../tools/hostile/hostile-sites.ts';
import { type Pipeline, type PipelineResult, startPipeline } from './pipeline-run.ts';
import { stage } from './stage.ts';

/** Length of each hostile part, in characters. `npm run bench -- hostile` tries longer ones, one by one. */
const SIZE = 50_000;

let hostile: Awaited<ReturnType<typeof startHostileSites>>;
const staged = stage(async () => {
  hostile = await startHostileSites(HOSTILE_DOCUMENTS, SIZE);
  return hostile.sites.map(({ origin }) => origin);
});

const troubles: string[] = [];
let pipeline: Pipeline;
let result: PipelineResult;
beforeAll(async () => {
  pipeline = await startPipeline(staged(), {
    feedUrls: hostile.sites.map(({ feedUrl }) => feedUrl),
    onInvocation: ({ functionName, outcome }) => {
      if (outcome !== 'success') troubles.push(`${functionName}: ${outcome}`);
    },
  });
  await pipeline.cycle();
  result = await pipeline.result();
}, 600_000);
afterAll(async () => {
  await pipeline?.stop();
  await hostile?.stop();
});

describe('a run over every hostile document, beside the sample publisher', () => {
  it('no function runs out of time or memory, and no message is dead-lettered', () => {
    expect(troubles).toEqual([]);
    expect(result.deadLetters).toEqual({ polls: 0, items: 0, consumer: 0 });
  });

  it('every article of the honest publisher is stored', () => {
    const { origin } = result.publisher;
    expect(result.articles.filter(({ url }) => url?.startsWith(origin))).toHaveLength(13);
  });

  it('the poll of every feed is recorded with an outcome that has a name', () => {
    const outcomes = result.feeds.map(({ url, outcome }) => [url, outcome] as const);
    expect(outcomes).toHaveLength(hostile.sites.length + 9);
    expect(outcomes.filter(([, outcome]) => !/^[a-z][a-z-]+$/.test(outcome) || outcome === 'not polled')).toEqual([]);
  });

  it('every item of every feed is ingested', () => {
    const ingested = (items: Readonly<Record<string, number>>): number =>
      (items['published'] ?? 0) + (items['appeared'] ?? 0) + (items['unchanged'] ?? 0);
    const left = result.feeds.filter(({ newItems, items }) => ingested(items) < newItems);
    expect(left.map(({ url, newItems, items }) => ({ url, newItems, items }))).toEqual([]);
  });
});
