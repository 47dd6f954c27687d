import { describe, expect, it } from 'vitest';
import type { FetchOutcome, FetchRequest } from '../../../lambdas/core/web/fetcher.ts';
import { isGone, LAST_PAGE_RECEIVE, type PageOutcome } from '../../../lambdas/ingest-item/page-fetcher.ts';
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
    ask: (receiveCount = 1, url = PAGE): Promise<PageOutcome> => page(url, receiveCount),
  };
}

describe('a page', () => {
  it('a page that is there is read', async () => {
    expect(await host({ [PAGE]: good }).ask()).toMatchObject({
      kind: 'page',
      reading: { metadata: { title: 'Ferry returns' } },
    });
  });

  it('a page that loses more than a third of its text to filters is told of, and read', async () => {
    const [text, box] = ['x', 'y'].map((letter) => `<p>${letter.repeat(99)}.</p>`) as [string, string];
    const promo = `<div>${box}<p><a href="/2">Go</a></p></div>`;
    const body = `<html><body><article>${text.repeat(3)}${promo.repeat(2)}</article></body></html>`;
    const told: (readonly [string, number])[] = [];
    const fetch = async (): Promise<FetchOutcome> => ({
      kind: 'response',
      status: 200,
      url: PAGE,
      headers: {},
      body: Buffer.from(body),
    });
    const page = pagesOf(
      fetch,
      () => NOW,
      fakeHostStore(),
      undefined,
      (url, share) => told.push([url, share]),
    );
    expect(await page(PAGE, 1)).toMatchObject({ kind: 'page' });
    expect(told).toEqual([[PAGE, 0.4]]);
  });

  it('a page is asked for as HTML, without a pause if its host asks for none', async () => {
    const { ask, requests } = host({ [PAGE]: good });
    await ask();
    expect(requests.at(-1)).toMatchObject({
      url: PAGE,
      accept: 'text/html, application/xhtml+xml;q=0.9, */*;q=0.1',
      spacingMs: 0,
    });
  });

  it.each<[string, Answer | FetchOutcome, string]>([
    ['a page that is not found is given up at once', { status: 404 }, 'http-404'],
    ['a page that is forbidden is given up at once', { status: 403 }, 'http-403'],
    [
      'a page behind a bot wall is given up at once',
      { status: 503, headers: { 'cf-mitigated': 'challenge' } },
      'bot-wall',
    ],
    [
      'a page behind a bot wall that answers with a 200 is given up at once',
      { ...good, headers: { 'cf-mitigated': 'challenge' } },
      'bot-wall',
    ],
    ['an answer without a page (204) is given up at once', { status: 204 }, 'http-204'],
    ['a page that is too large is given up at once', failed('too-large'), 'too-large'],
    ['a feed is given up at once', { headers: { 'content-type': 'application/rss+xml' }, body: '<rss/>' }, 'not-html'],
    ['a feed that is sent as HTML is given up at once', { ...good, body: '<?xml version="1.0"?><rss/>' }, 'not-html'],
    ['a film is given up at once', { headers: { 'content-type': 'video/mp4' }, body: 'x' }, 'not-html'],
    [
      'a page that redirects to the front page is given up at once',
      { kind: 'response', status: 200, url: 'https://harbour.example/', headers: {}, body: new Uint8Array() },
      'front-page',
    ],
  ])('%s', async (_, answer, reason) => {
    expect(await host({ [PAGE]: answer }).ask()).toEqual({ kind: 'none', reason });
  });
});

it.each<[string, string, boolean]>([
  ['a page is gone if its host says so', PAGE, true],
  [
    'a page is not gone because another site says so, to which the page’s address leads',
    'https://evil.example/1',
    false,
  ],
])('%s', async (_, url, expected) => {
  const answer: FetchOutcome = { kind: 'response', status: 410, url, headers: {}, body: new Uint8Array() };
  const outcome = await host({ [PAGE]: answer }).ask();
  expect(outcome).toMatchObject({ kind: 'none', reason: 'http-410' });
  expect(isGone(outcome)).toBe(expected);
});

describe('a page that fails for a while', () => {
  it.each<[string, Answer | FetchOutcome, number, number | 'given up']>([
    ['a page is tried again in a minute after its first failure', failed('timeout'), 1, 60],
    ['a page is tried again in five minutes after its second failure', failed('dns'), 2, 300],
    ['a page is given up after its third failure', { status: 503 }, 3, 'given up'],
    [
      'a page is tried again after the time that its host asks for',
      { status: 429, headers: { 'retry-after': '240' } },
      1,
      240,
    ],
    [
      'a page is tried again in a minute if its host asks for less',
      { status: 429, headers: { 'retry-after': '1' } },
      1,
      60,
    ],
    [
      'a page is given up at once if its host asks for a day',
      { status: 503, headers: { 'retry-after': '86400' } },
      1,
      'given up',
    ],
  ])('%s', async (_, answer, attempts, expected) => {
    const { ask } = host({ [PAGE]: answer });
    for (let attempt = 1; attempt < attempts; attempt++) await ask();
    expect(await ask()).toMatchObject(
      expected === 'given up' ? { kind: 'none' } : { kind: 'later', seconds: expected },
    );
  });

  it('a page is given up at its first failure within an hour after a page of its host was given up', async () => {
    const { ask, pass } = host({ [PAGE]: { status: 503 } });
    for (const kind of ['later', 'later', 'none', 'none'])
      expect(await ask()).toMatchObject({ kind, reason: 'http-503' });
    pass(61);
    expect(await ask()).toMatchObject({ kind: 'later' });
  });

  it('a page is tried again after its first failure, however often its message was received without a request', async () => {
    const { ask } = host({ [PAGE]: { status: 503 } });
    expect(await ask(LAST_PAGE_RECEIVE - 1)).toMatchObject({ kind: 'later', seconds: 60 });
  });

  it('a page is given up before its message runs out of receives, and its host is not in trouble for that', async () => {
    const { ask } = host({ [PAGE]: { status: 503 } });
    expect(await ask(LAST_PAGE_RECEIVE)).toEqual({ kind: 'none', reason: 'http-503' });
    expect(await ask()).toMatchObject({ kind: 'later' });
  });
});

describe('a host with a robots.txt', () => {
  const forbidding = { [PAGE]: good, [ROBOTS]: { body: 'User-agent: *\nDisallow: /news' } };

  it('a page that robots.txt forbids is not fetched', async () => {
    const { ask, asked } = host(forbidding);
    expect(await ask()).toEqual({ kind: 'none', reason: 'robots' });
    expect(asked()).toEqual([ROBOTS]);
  });

  it('a robots.txt is fetched once a day for all functions', async () => {
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

  it('a redirect to a page that robots.txt of its host forbids is refused', async () => {
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

  it('a redirect to a host whose robots.txt is unreachable is refused', async () => {
    const { ask, requests } = host({ [PAGE]: good, 'https://valley.example/robots.txt': failed('timeout') });
    await ask();
    expect(await requests.at(-1)?.refuses?.('https://valley.example/news/1')).toBe('robots-unreachable');
  });

  it('a crawl delay of seconds is kept', async () => {
    const { ask, requests } = host({ [PAGE]: good, [ROBOTS]: { body: 'User-agent: *\nCrawl-delay: 5' } });
    await ask();
    expect(requests.at(-1)).toMatchObject({ url: PAGE, spacingMs: 5_000 });
  });

  it('a crawl delay of minutes is shortened to ten seconds', async () => {
    const { ask, requests } = host({ [PAGE]: good, [ROBOTS]: { body: 'User-agent: *\nCrawl-delay: 600' } });
    await ask();
    expect(requests.at(-1)).toMatchObject({ spacingMs: 10_000 });
  });

  it.each<[string, Answer | FetchOutcome]>([
    ['a robots.txt that answers with a 404 allows all pages', { status: 404 }],
    ['a robots.txt that answers with a 403 allows all pages', { status: 403 }],
    ['a robots.txt that redirects in circles allows all pages', failed('too-many-redirects')],
  ])('%s', async (_, robots) => {
    expect(await host({ [PAGE]: good, [ROBOTS]: robots }).ask()).toMatchObject({ kind: 'page' });
  });

  it.each<[string, Answer | FetchOutcome]>([
    ['pages are not fetched as long as robots.txt answers with a 500', { status: 500 }],
    ['pages are not fetched as long as robots.txt answers with a 429', { status: 429 }],
    ['pages are not fetched as long as robots.txt does not answer', failed('timeout')],
  ])('%s', async (_, robots) => {
    const { ask, asked } = host({ [PAGE]: good, [ROBOTS]: robots });
    expect(await ask()).toEqual({ kind: 'later', reason: 'robots-unreachable', seconds: 60 });
    expect(await ask()).toEqual({ kind: 'later', reason: 'robots-unreachable', seconds: 300 });
    expect(await ask()).toEqual({ kind: 'none', reason: 'robots-unreachable' });
    expect(await ask()).toEqual({ kind: 'none', reason: 'robots-unreachable' });
    expect(asked()).toEqual([ROBOTS, ROBOTS, ROBOTS]);
  });
});
