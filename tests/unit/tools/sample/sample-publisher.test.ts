import { get } from 'node:http';
import Parser from 'rss-parser';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { type SamplePublisher, startSamplePublisher } from '../../../../tools/sample/sample-publisher.ts';

const now = new Date('2026-11-05T12:00:00Z');
const goodFeeds = [
  '/courier/feed.xml',
  '/courier/rss/harbour',
  '/courier/tide-table.xml',
  '/orrery/atom.xml',
  '/orrery/lab-notes.xml',
  '/shores/index.rdf',
  '/shores/ufer.xml',
];
const feedsWithValidators = goodFeeds.filter((path) => path !== '/orrery/lab-notes.xml');

let publisher: SamplePublisher;
beforeEach(async () => {
  publisher = await startSamplePublisher({ now });
});
afterEach(() => publisher.stop());

const request = (path: string, init: RequestInit = {}) => fetch(new URL(path, publisher.origin), init);
const etagOf = async (path: string) => (await request(path)).headers.get('etag') ?? '';
const parse = async (path: string) => {
  const bytes = await (await request(path)).arrayBuffer();
  const encoding = path === '/shores/ufer.xml' ? 'windows-1252' : 'utf-8';
  return await new Parser().parseString(new TextDecoder(encoding, { fatal: true }).decode(bytes));
};
/** Reads a body as it is sent. `fetch` would decompress it. */
const rawBody = (path: string, headers: Record<string, string>) =>
  new Promise<{ encoding: string | undefined; length: number; declared: number }>((resolve, reject) => {
    get(`${publisher.origin}${path}`, { headers }, (response) => {
      let length = 0;
      response.on('data', (chunk: Buffer) => {
        length += chunk.length;
      });
      response.on('end', () => {
        const { 'content-encoding': encoding, 'content-length': declared } = response.headers;
        resolve({ encoding, length, declared: Number(declared) });
      });
    }).on('error', reject);
  });

describe('the feeds of the publisher', () => {
  it.each(goodFeeds)('the feed %s parses, and every item has title, link, author and date', async (path) => {
    const { title, items } = await parse(path);
    expect(title).toBeTruthy();
    expect(items.length).toBeGreaterThan(0);
    for (const item of items) {
      expect(item).toMatchObject({ title: expect.any(String), link: expect.stringContaining(publisher.origin) });
      expect(item.creator ?? item['author']).toBeTruthy();
      const age = now.getTime() - Date.parse(item.isoDate ?? '');
      expect(age, 'hours before the site opened').toBeGreaterThan(3_600_000);
      expect(age).toBeLessThan(5 * 86_400_000);
    }
  });

  it('feedUrls lists all feeds, with the broken feed and the discontinued feed', () => {
    const expected = [...goodFeeds, '/orrery/events.xml', '/courier/traffic.xml'];
    expect(publisher.feedUrls).toEqual(expected.map((path) => `${publisher.origin}${path}`));
  });

  it('one feed has moved for good, to a relative address', async () => {
    const response = await request('/courier/rss/harbour', { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([301, '/courier/harbour.xml']);
  });

  it('one feed is gone', async () => {
    expect((await request('/courier/traffic.xml')).status).toBe(410);
  });

  it('one feed claims to be RSS and does not parse', async () => {
    const response = await request('/orrery/events.xml');
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/rss+xml']);
    await expect(new Parser().parseString(await response.text())).rejects.toThrow();
  });

  it('one feed is in windows-1252, which only its prolog declares', async () => {
    const response = await request('/shores/ufer.xml');
    expect(response.headers.get('content-type')).toBe('application/xml');
    const bytes = await response.arrayBuffer();
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toThrow();
    const text = new TextDecoder('windows-1252').decode(bytes);
    expect(text).toMatch(/^<\?xml version="1.0" encoding="windows-1252"\?>/);
    expect(text).toContain('für einen symbolischen Betrag von 12 € übernommen – unter der Bedingung');
  });

  it('two feeds carry one article, under different guids, once with tracking parameters', async () => {
    const find = async (path: string) =>
      (await parse(path)).items.find(({ link }) => link?.includes('/skerry-point-lamp'));
    const [main, harbour] = [await find('/courier/feed.xml'), await find('/courier/harbour.xml')];
    expect(main?.guid).toBe(main?.link);
    expect(harbour?.guid).toBe('harbour-desk-2198');
    expect(harbour?.link).toBe(`${main?.link}?utm_source=harbour-feed&utm_medium=rss&utm_campaign=tides`);
  });

  it('every item links to a page that exists, except one item whose text is in the feed', async () => {
    const items = (await Promise.all(goodFeeds.map(parse))).flatMap((feed) => feed.items);
    const missing = [];
    for (const item of items) {
      const { status } = await request(item.link ?? '');
      if (status !== 200) missing.push({ status, link: item.link, text: item['content:encoded'] });
    }
    expect(missing).toEqual([
      {
        status: 404,
        link: `${publisher.origin}/orrery/forty-thousand-moths`,
        text: expect.stringContaining('bed sheet'),
      },
    ]);
  });
});

describe('conditional requests', () => {
  it.each(feedsWithValidators)('the feed %s answers 304 to its ETag and to its Last-Modified', async (path) => {
    const first = await request(path);
    const etag = first.headers.get('etag') ?? '';
    const date = first.headers.get('last-modified') ?? '';
    expect(Date.parse(date)).toBeLessThan(now.getTime());

    const unchanged = await request(path, { headers: { 'if-none-match': etag } });
    expect([unchanged.status, unchanged.headers.get('etag'), await unchanged.text()]).toEqual([304, etag, '']);
    expect((await request(path, { headers: { 'if-modified-since': date } })).status).toBe(304);
  });

  const anyDate = 'Fri, 01 Jan 2100 00:00:00 GMT';
  test.each([
    ['one of several ETags', (etag: string) => ({ 'if-none-match': `"x", ${etag}` }), 304],
    ['its ETag without W/', (etag: string) => ({ 'if-none-match': etag.replace('W/', '') }), 304],
    ['any ETag', () => ({ 'if-none-match': '*' }), 304],
    ['a foreign ETag', () => ({ 'if-none-match': '"x"' }), 200],
    ['a foreign ETag and a late date', () => ({ 'if-none-match': '"x"', 'if-modified-since': anyDate }), 200],
    ['an early date', () => ({ 'if-modified-since': 'Thu, 01 Jan 2026 00:00:00 GMT' }), 200],
    ['an invalid date', () => ({ 'if-modified-since': 'yesterday' }), 200],
  ] as const)('a feed judges the validators of a request with %s', async (_, headers, status) => {
    const etag = await etagOf('/courier/feed.xml');
    expect((await request('/courier/feed.xml', { headers: headers(etag) })).status).toBe(status);
  });

  it('a feed without validators never answers 304, and its bytes stay the same', async () => {
    const [first, second] = [await request('/orrery/lab-notes.xml'), await request('/orrery/lab-notes.xml')];
    expect([first.headers.get('etag'), first.headers.get('last-modified')]).toEqual([null, null]);
    const late = await request('/orrery/lab-notes.xml', { headers: { 'if-modified-since': anyDate } });
    expect(late.status).toBe(200);
    expect(await second.text()).toBe(await first.text());
  });
});

describe('HTTP', () => {
  test.each([
    ['gzip is used when the request accepts gzip', { 'accept-encoding': 'br, gzip' }, 'gzip'],
    ['gzip is used when the request accepts any coding', { 'accept-encoding': '*' }, 'gzip'],
    ['gzip is not used when the request accepts no coding', {}, undefined],
    ['gzip is not used when the request refuses gzip', { 'accept-encoding': 'gzip;q=0, *' }, undefined],
  ])('%s', async (_, headers, encoding) => {
    const body = await rawBody('/courier/feed.xml', headers);
    expect(body.encoding).toBe(encoding);
    expect(body.length).toBe(body.declared);
  });

  it('a 304 has the Vary header', async () => {
    const etag = await etagOf('/orrery/atom.xml');
    const response = await request('/orrery/atom.xml', { headers: { 'if-none-match': etag } });
    expect(response.headers.get('vary')).toBe('Accept-Encoding');
  });

  it('a HEAD request is answered with the headers of GET and no body', async () => {
    const identity = { 'accept-encoding': 'identity' };
    const [full, head] = [
      await request('/courier/feed.xml', { headers: identity }),
      await request('/courier/feed.xml', { method: 'HEAD', headers: identity }),
    ];
    const wanted = ['content-type', 'content-length', 'etag', 'last-modified'];
    expect(wanted.map((name) => head.headers.get(name))).toEqual(wanted.map((name) => full.headers.get(name)));
    expect(await head.text()).toBe('');
  });

  it.each(['POST', 'PUT', 'DELETE'])('a %s request is refused, and Allow names the allowed methods', async (method) => {
    const response = await request('/courier/feed.xml', { method });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  it('any other path is answered with 404 and a page', async () => {
    const response = await request('/no/such/page');
    expect([response.status, response.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
  });

  it('every request is recorded with the status of its answer', async () => {
    await request('/courier/feed.xml?a=1', { headers: { 'user-agent': 'reader/1' } });
    await request('/courier/traffic.xml', { method: 'HEAD' });
    expect(publisher.requests).toMatchObject([
      { method: 'GET', path: '/courier/feed.xml?a=1', headers: { 'user-agent': 'reader/1' }, status: 200 },
      { method: 'HEAD', path: '/courier/traffic.xml', status: 410 },
    ]);
  });
});

describe('the server', () => {
  it('the server listens only on the loopback address', () => {
    expect(publisher.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  it('the server frees its port when it stops, and may be stopped twice', async () => {
    await request('/');
    await publisher.stop();
    await publisher.stop();
    await expect(request('/')).rejects.toThrow();
    publisher = await startSamplePublisher({ now, port: Number(new URL(publisher.origin).port) });
    expect((await request('/')).status).toBe(200);
  });

  it('the error says what to do when the port is taken', async () => {
    const port = Number(new URL(publisher.origin).port);
    await expect(startSamplePublisher({ port })).rejects.toThrow(
      `The sample publisher can't listen on port ${port}: choose another port.`,
    );
  });
});
