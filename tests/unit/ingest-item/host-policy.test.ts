import { describe, expect, it } from 'vitest';
import type { FetchOutcome, FetchRequest } from '../../../lambdas/core/web/fetcher.ts';
import { hostPolicy } from '../../../lambdas/ingest-item/host-policy.ts';
import { heapKeptBy } from '../../fakes/heap.ts';
import { fakeHostStore } from '../../fakes/pages.ts';

const HARBOUR = 'https://harbour.example';
const VALLEY = 'https://valley.example';
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const robots = (body: string, status = 200): FetchOutcome => ({
  kind: 'response',
  status,
  url: `${HARBOUR}/robots.txt`,
  headers: {},
  body: Buffer.from(body),
});
const manyRules = (count: number): string =>
  `User-agent: *\n${Array.from({ length: count }, (_, index) => `Disallow: /${index}/private\n`).join('')}`;
const failed = (reason: Extract<FetchOutcome, { kind: 'failed' }>['reason']): FetchOutcome => ({
  kind: 'failed',
  reason,
  detail: '',
});

/** A function's policy over a store that functions share; every robots.txt is the same answer. */
function policyOf(answer: FetchOutcome = robots('', 404), store = fakeHostStore()) {
  const requests: FetchRequest[] = [];
  const reads: string[] = [];
  let clock = Date.parse('2026-11-23T08:00:00.000Z');
  const hosts: typeof store = {
    ...store,
    get: (origin) => {
      reads.push(origin);
      return store.get(origin);
    },
  };
  const fetch = async (request: FetchRequest): Promise<FetchOutcome> => {
    requests.push(request);
    return answer;
  };
  const policy = hostPolicy({ hosts, fetch, productToken: 'Wireroom', now: () => new Date(clock) });
  return { ...policy, store, requests, reads, pass: (ms: number) => (clock += ms) };
}

describe('the rules of a host', () => {
  it('the rules are those of the group that names us', async () => {
    const groups = 'User-agent: *\nDisallow: /all\n\nUser-agent: Wireroom\nDisallow: /news';
    expect(await policyOf(robots(groups)).rulesOf(HARBOUR)).toEqual({ rules: ['-/news'] });
  });

  it('the rules are read as UTF-8', async () => {
    expect(await policyOf(robots('User-agent: *\nDisallow: /é')).rulesOf(HARBOUR)).toEqual({ rules: ['-/%C3%A9'] });
  });

  it('the rules are asked for as text', async () => {
    const { rulesOf, requests } = policyOf();
    await rulesOf(HARBOUR);
    const accept = 'text/plain, */*;q=0.5, text/html;q=0.1';
    expect(requests).toEqual([{ url: `${HARBOUR}/robots.txt`, accept, enoughBytes: 512_001 }]);
  });

  it.each<[string, FetchOutcome, 'none' | 'unreachable']>([
    ['a host has no rules if its robots.txt is not found', robots('Disallow: /', 404), 'none'],
    ['a host has no rules if its robots.txt is forbidden', robots('Disallow: /', 403), 'none'],
    ['a host has no rules if its robots.txt answers with a 499', robots('', 499), 'none'],
    ['a host has no rules if its robots.txt redirects too often', failed('too-many-redirects'), 'none'],
    ['a host has no rules if its robots.txt redirects to nowhere', failed('bad-redirect'), 'none'],
    ['the rules are unreachable if robots.txt answers with a 429', robots('', 429), 'unreachable'],
    ['the rules are unreachable if robots.txt answers with a 500', robots('', 500), 'unreachable'],
    ['the rules are unreachable if robots.txt is larger than any document may be', failed('too-large'), 'unreachable'],
    ['the rules are unreachable if the host is not found', failed('dns'), 'unreachable'],
  ])('%s', async (_, answer, expected) => {
    const rules = await policyOf(answer).rulesOf(HARBOUR);
    expect(rules === 'unreachable' ? rules : rules.rules).toEqual(expected === 'none' ? [] : 'unreachable');
  });

  it.each([
    ['the rules are used again for less than a day', 24 * HOUR_MS - 1, 1],
    ['the rules are fetched again after a day', 24 * HOUR_MS, 2],
  ])('%s', async (_, ms, requestCount) => {
    const { rulesOf, requests, pass } = policyOf();
    await rulesOf(HARBOUR);
    pass(ms);
    await rulesOf(HARBOUR);
    expect(requests).toHaveLength(requestCount);
  });

  it('unreachable rules are asked for again the next time', async () => {
    const { rulesOf, requests, store } = policyOf(failed('timeout'));
    await rulesOf(HARBOUR);
    await rulesOf(HARBOUR);
    expect(requests).toHaveLength(2);
    expect(store.hosts.size).toBe(0);
  });

  it('a robots.txt beyond 500 KiB is read to there', async () => {
    const rules = `User-agent: *\n${'Disallow: /private\n'.repeat(40_000)}`;
    const { rulesOf } = policyOf(robots(rules));
    const read = await rulesOf(HARBOUR);
    expect(read === 'unreachable' ? read : read.rules).toHaveLength(26_946);
  });

  it('rules that the store does not keep are used for less than a day', async () => {
    const store = fakeHostStore();
    const forgetful = { ...store, put: async () => {} };
    const { rulesOf, requests, pass } = policyOf(robots('User-agent: *\nDisallow: /news'), forgetful);
    await rulesOf(HARBOUR);
    pass(24 * HOUR_MS - 1);
    expect(await rulesOf(HARBOUR)).toMatchObject({ rules: ['-/news'] });
    expect(requests).toHaveLength(1);
    pass(1);
    await rulesOf(HARBOUR);
    expect(requests).toHaveLength(2);
  });

  it('each host has rules of its own', async () => {
    const { rulesOf, requests } = policyOf();
    await rulesOf(HARBOUR);
    await rulesOf(VALLEY);
    expect(requests.map(({ url }) => url)).toEqual([`${HARBOUR}/robots.txt`, `${VALLEY}/robots.txt`]);
  });
});

describe('a host in trouble', () => {
  it('a host is in trouble for an hour after a page was given up, for all functions', async () => {
    const first = policyOf();
    expect(await first.isTroubled(HARBOUR)).toBe(false);
    await first.noteTrouble(HARBOUR);
    expect(await first.isTroubled(HARBOUR)).toBe(true);
    expect(await first.isTroubled(VALLEY)).toBe(false);

    const second = policyOf(undefined, first.store);
    second.pass(HOUR_MS - 1);
    expect(await second.isTroubled(HARBOUR)).toBe(true);
    second.pass(1);
    expect(await second.isTroubled(HARBOUR)).toBe(false);
  });

  it('a host in trouble is not asked for its robots.txt', async () => {
    const { noteTrouble, rulesOf, requests } = policyOf();
    await noteTrouble(HARBOUR);
    expect(await rulesOf(HARBOUR)).toBe('unreachable');
    expect(requests).toEqual([]);
  });

  it('a host in trouble keeps the rules that are known', async () => {
    const { noteTrouble, rulesOf } = policyOf(robots('User-agent: *\nDisallow: /news'));
    await rulesOf(HARBOUR);
    await noteTrouble(HARBOUR);
    expect(await rulesOf(HARBOUR)).toMatchObject({ rules: ['-/news'] });
  });
});

describe('the failures of a page', () => {
  const PAGE = `${HARBOUR}/news/1`;

  it('the failures of each page are counted, for all functions', async () => {
    const first = policyOf();
    expect(await first.noteFailure(PAGE)).toBe(1);
    expect(await first.noteFailure(PAGE)).toBe(2);
    expect(await first.noteFailure(`${HARBOUR}/news/2`)).toBe(1);
    const second = policyOf(undefined, first.store);
    expect(await second.noteFailure(PAGE)).toBe(3);
  });

  it('a failure counts for less than an hour', async () => {
    const { noteFailure, pass } = policyOf();
    await noteFailure(PAGE);
    pass(HOUR_MS - 1);
    expect(await noteFailure(PAGE)).toBe(2);
    pass(HOUR_MS);
    expect(await noteFailure(PAGE)).toBe(1);
  });

  it('the failures of the latest 50 pages of a host are remembered', async () => {
    const { noteFailure, store } = policyOf();
    for (let page = 1; page <= 51; page++) await noteFailure(`${HARBOUR}/news/${page}`);
    expect(store.hosts.get(HARBOUR)?.failures).toHaveLength(50);
    expect(await noteFailure(`${HARBOUR}/news/2`)).toBe(2);
    expect(await noteFailure(PAGE)).toBe(1);
  });

  it('a host keeps its rules and its trouble when a page fails', async () => {
    const { rulesOf, noteTrouble, noteFailure, isTroubled } = policyOf(robots('User-agent: *\nDisallow: /news'));
    await rulesOf(HARBOUR);
    await noteTrouble(HARBOUR);
    await noteFailure(PAGE);
    expect(await isTroubled(HARBOUR)).toBe(true);
    expect(await rulesOf(HARBOUR)).toMatchObject({ rules: ['-/news'] });
  });
});

describe('the memory of a function', () => {
  it('a function reads the record of a host once a minute', async () => {
    const { isTroubled, reads, pass } = policyOf();
    await isTroubled(HARBOUR);
    pass(MINUTE_MS - 1);
    await isTroubled(HARBOUR);
    expect(reads).toEqual([HARBOUR]);
    pass(1);
    await isTroubled(HARBOUR);
    expect(reads).toEqual([HARBOUR, HARBOUR]);
  });

  it.each([
    ['a function remembers five thousand hosts with few rules', 5_000, 'User-agent: *\nDisallow: /private', 1],
    ['a function empties its memory of two hundred hosts with many rules', 200, manyRules(3_000), 2],
  ])('%s', async (_, others, rules, expected) => {
    const { rulesOf, reads } = policyOf(robots(rules));
    await rulesOf(HARBOUR);
    for (let index = 0; index < others; index++) await rulesOf(`https://${index}.example`);
    await rulesOf(HARBOUR);
    expect(reads.filter((origin) => origin === HARBOUR)).toHaveLength(expected);
  });

  it('a function holds at most 50 MB of the rules of hosts', async () => {
    const { rulesOf, store } = policyOf(robots(manyRules(20_000)));
    const kept = await heapKeptBy(async () => {
      for (let index = 0; index < 80; index++) {
        await rulesOf(`https://${index}.example`);
        store.hosts.clear();
      }
      return rulesOf;
    });
    expect(kept).toBeLessThan(50_000_000);
  });
});
