import { describe, expect, it } from 'vitest';
import type { FetchOutcome, FetchRequest } from '../../../lambdas/core/web/fetcher.ts';
import { PAGE_ATTEMPTS, type PageOutcome } from '../../../lambdas/ingest-item/page-fetcher.ts';
import { longText, pageOf } from '../../fakes/messages.ts';
import { fakeHostStore, pagesOf } from '../../fakes/pages.ts';
import type { Answer } from '../../fakes/web.ts';

const PAGE = 'https://harbour.example/news/1';
const ROBOTS = 'https://harbour.example/robots.txt';
const NOW = new Date('2026-11-23T08:00:00.000Z');
const good: Answer = { body: pageOf('Ferry returns', longText('the ferry')) };
const failed = (reason: Extract<FetchOutcome, { kind: 'failed' }>['reason']): FetchOutcome => ({
  kind: 'failed',
  reason,
  detail: '',
});

/** One host, whose answers may change; every request is recorded, robots.txt too. */
function host(answers: Record<string, Answer | FetchOutcome>, hosts = fakeHostStore()) {
  const requests: FetchRequest[] = [];
  let clock = NOW.getTime();
  const fetch = async (request: FetchRequest): Promise<FetchOutcome> => {
    requests.push(request);
    const answer = answers[request.url] ?? { status: 404 };
    if ('kind' in answer) return answer;
    const { status = 200, headers = {}, body = '' } = answer;
    return { kind: 'response', status, url: request.url, headers, body: Buffer.from(body) };
  };
  const page = pagesOf(fetch, () => new Date(clock), hosts);
  return {
    answers,
    hosts,
    asked: () => requests.map(({ url }) => url),
    requests,
    pass: (minutes: number) => (clock += minutes * 60_000),
    ask: (attempt = 1, url = PAGE): Promise<PageOutcome> => page(url, attempt),
  };
}

describe('a page', () => {
  it('is read', async () => {
    expect(await host({ [PAGE]: good }).ask()).toMatchObject({
      kind: 'page',
      reading: { metadata: { title: 'Ferry returns' } },
    });
  });

  it.each<[string, Answer | FetchOutcome, string]>([
    ['that is not there', { status: 404 }, 'http-404'],
    ['behind a wall', { status: 403 }, 'http-403'],
    ['behind a wall that says so', { status: 503, headers: { 'cf-mitigated': 'challenge' } }, 'bot-wall'],
    ['that is too large', failed('too-large'), 'too-large'],
    ['that is a film', { headers: { 'content-type': 'video/mp4' }, body: 'x' }, 'not-html'],
    [
      'that turned out to be the front page',
      { kind: 'response', status: 200, url: 'https://harbour.example/', headers: {}, body: new Uint8Array() },
      'front-page',
    ],
  ])('%s is given up at once, with its reason', async (_, answer, reason) => {
    expect(await host({ [PAGE]: answer }).ask()).toEqual({ kind: 'none', reason });
  });
});

describe('a page that may be there in a while', () => {
  it.each<[string, Answer | FetchOutcome, number, number | 'given up']>([
    ['after a time-out is tried again in a minute', failed('timeout'), 1, 60],
    ['is tried a third time after five more', failed('dns'), 2, 300],
    ['is given up then', { status: 503 }, PAGE_ATTEMPTS, 'given up'],
    ['is tried when its host says', { status: 429, headers: { 'retry-after': '240' } }, 1, 240],
    ['is not tried sooner than in a minute', { status: 429, headers: { 'retry-after': '1' } }, 1, 60],
    ['is given up when its host says: tomorrow', { status: 503, headers: { 'retry-after': '86400' } }, 1, 'given up'],
  ])('%s', async (_, answer, attempt, expected) => {
    const outcome = await host({ [PAGE]: answer }).ask(attempt);
    expect(outcome).toMatchObject(expected === 'given up' ? { kind: 'none' } : { kind: 'later', seconds: expected });
  });

  it('holds up no other article of its host, once it was given up', async () => {
    const { ask, pass } = host({ [PAGE]: { status: 503 } });
    expect(await ask(PAGE_ATTEMPTS)).toEqual({ kind: 'none', reason: 'http-503' });
    expect(await ask(1)).toEqual({ kind: 'none', reason: 'http-503' });
    pass(61);
    expect(await ask(1)).toMatchObject({ kind: 'later' });
  });
});

describe('a host with a robots.txt', () => {
  const forbidding = { [PAGE]: good, [ROBOTS]: { body: 'User-agent: *\nDisallow: /news' } };

  it('that forbids the page is obeyed', async () => {
    const { ask, asked } = host(forbidding);
    expect(await ask()).toEqual({ kind: 'none', reason: 'robots' });
    expect(asked()).toEqual([ROBOTS]);
  });

  it('is asked for it once a day, whichever function asks', async () => {
    const first = host(forbidding);
    await first.ask();
    await first.ask();
    const second = host(forbidding, first.hosts);
    await second.ask();
    expect([...first.asked(), ...second.asked()]).toEqual([ROBOTS]);
    second.pass(24 * 60 + 1);
    await second.ask();
    expect(second.asked()).toEqual([ROBOTS]);
  });

  it('is obeyed by who is redirected to it', async () => {
    const elsewhere = 'https://valley.example/news/1';
    const { ask, requests } = host({
      [PAGE]: good,
      'https://valley.example/robots.txt': { body: 'User-agent: *\nDisallow: /news' },
    });
    await ask();
    const { refuses } = requests.at(-1) ?? {};
    expect(await refuses?.(elsewhere)).toBe('robots');
    expect(await refuses?.('https://valley.example/open')).toBeUndefined();
  });

  it('that sets a pace is asked in it', async () => {
    const { ask, requests } = host({ [PAGE]: good, [ROBOTS]: { body: 'User-agent: *\nCrawl-delay: 5' } });
    await ask();
    expect(requests.at(-1)).toMatchObject({ url: PAGE, spacingMs: 5_000 });
  });

  it('that sets a pace of minutes is asked every ten seconds', async () => {
    const { ask, requests } = host({ [PAGE]: good, [ROBOTS]: { body: 'User-agent: *\nCrawl-delay: 600' } });
    await ask();
    expect(requests.at(-1)).toMatchObject({ spacingMs: 10_000 });
  });

  it.each<[string, Answer | FetchOutcome]>([
    ['answers with a 404', { status: 404 }],
    ['answers with a 403', { status: 403 }],
    ['redirects in circles', failed('too-many-redirects')],
  ])('that %s allows all', async (_, robots) => {
    expect(await host({ [PAGE]: good, [ROBOTS]: robots }).ask()).toMatchObject({ kind: 'page' });
  });

  it.each<[string, Answer | FetchOutcome]>([
    ['answers with a 500', { status: 500 }],
    ['answers with a 429', { status: 429 }],
    ['does not answer', failed('timeout')],
  ])('that %s is asked again later, and its pages not at all', async (_, robots) => {
    const { ask, asked } = host({ [PAGE]: good, [ROBOTS]: robots });
    expect(await ask()).toEqual({ kind: 'later', reason: 'robots-unreachable', seconds: 60 });
    expect(await ask(PAGE_ATTEMPTS)).toEqual({ kind: 'none', reason: 'robots-unreachable' });
    expect(await ask(1)).toEqual({ kind: 'none', reason: 'robots-unreachable' });
    expect(asked()).toEqual([ROBOTS, ROBOTS]);
  });
});
