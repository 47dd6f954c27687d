import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Pipeline, type PipelineResult, startPipeline } from './pipeline-run.ts';
import { stage } from './stage.ts';

const staged = stage();
let pipeline: Pipeline;
let result: PipelineResult;
beforeAll(async () => {
  pipeline = await startPipeline(staged());
  await pipeline.cycle();
  pipeline.publisher.nextEdition();
  await pipeline.cycle();
  result = await pipeline.result();
});
afterAll(() => pipeline?.stop());

const feed = (path: string) => result.feeds.find(({ url }) => url.endsWith(path));
const article = (path: string) => {
  const found = result.articles.filter(({ url }) => url?.endsWith(path));
  expect(found).toHaveLength(1);
  return found[0];
};

describe('two cycles over the sample publisher', () => {
  it('two cycles store every article once, and make no dead letter', () => {
    expect(result.articles).toHaveLength(14);
    expect(result.deadLetters).toEqual({ polls: 0, items: 0, consumer: 0 });
  });

  it('an article that two feeds carry is stored once, with two appearances', () => {
    expect(article('skerry-point-lamp')?.appearances).toHaveLength(2);
  });

  it('a corrected article has a second revision with the corrected text', () => {
    expect(article('night-bus-vote')).toMatchObject({ revision: 2 });
    expect(article('night-bus-vote')?.text).toMatch(/correction/i);
  });

  it('the report has the outcome of each feed', () => {
    expect(feed('/courier/feed.xml')).toMatchObject({ outcome: 'changed', polls: 2, newItems: 4, changedItems: 1 });
    expect(feed('/courier/rss/harbour')).toMatchObject({ outcome: 'unchanged', polls: 2 });
    expect(feed('/orrery/events.xml')).toMatchObject({ outcome: 'html-page', status: 'active' });
    expect(feed('/courier/traffic.xml')).toMatchObject({ outcome: 'gone', status: 'gone', polls: 1 });
  });

  it('an article has the feed’s text when its page is gone', () => {
    expect(article('forty-thousand-moths')).toMatchObject({ textSource: 'feed' });
  });

  it('an episode of a podcast has its file', () => {
    const file = { kind: 'audio', type: 'audio/wav', bytes: 8_044, durationSeconds: 754 };
    expect(article('the-tide-table-twelve')?.media).toEqual([
      { ...file, url: expect.stringMatching(/\/courier\/audio\/the-tide-table-twelve\.wav$/) },
    ]);
  });

  it('articles in windows-1252 have the right letters, and every article its declared language', () => {
    expect(result.articles.map(({ title }) => title)).toContain('Die Salzmühle mahlt wieder – und zwar Kaffee');
    expect(new Set(result.articles.map(({ language }) => language?.slice(0, 2)))).toEqual(
      new Set(['en', 'de', 'fr', 'es']),
    );
  });

  it('the consumer gets one event for each change of an article', () => {
    const counts = Object.fromEntries(
      [...Map.groupBy(result.recorder.events, ({ articleEvent }) => articleEvent)].map(([type, events]) => [
        type,
        events.length,
      ]),
    );
    expect(counts).toEqual({ published: 14, appeared: 1, revised: 1 });
  });

  it('requests have a contact and the publisher’s validators, and no cookies or referrer', () => {
    const { requests } = result.publisher;
    expect(new Set(requests.map(({ headers }) => headers['user-agent']))).toEqual(
      new Set([expect.stringMatching(/^Wireroom\/\S+ \(\+https:\/\/news\.example\.org\/bot\)$/)]),
    );
    expect(requests.filter(({ status }) => status === 304)).not.toHaveLength(0);
    expect(requests.every(({ headers }) => headers.cookie === undefined && headers.referer === undefined)).toBe(true);
  });

  it('each page is fetched once, and once more when its item changes', () => {
    const pages = result.publisher.requests.filter(
      ({ path }) => !path.includes('.xml') && !path.includes('rss') && !path.includes('.rdf'),
    );
    const times = new Map(
      [...Map.groupBy(pages, ({ path }) => path)].map(([path, requests]) => [path, requests.length]),
    );
    for (const [path, count] of times) expect([path, count]).toEqual([path, path.includes('night-bus') ? 2 : 1]);
  });
});

describe('a third cycle over unchanged feeds', () => {
  it('a third cycle over unchanged feeds sends no item and writes no article', async () => {
    const before = { sent: pipeline.recorder.itemsSent, events: pipeline.recorder.events.length };
    await pipeline.cycle();
    const after = await pipeline.result();
    expect({ sent: pipeline.recorder.itemsSent, events: pipeline.recorder.events.length }).toEqual(before);
    expect(after.articles).toEqual(result.articles);
  });
});
