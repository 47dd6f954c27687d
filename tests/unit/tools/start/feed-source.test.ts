import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { listFromNetwork, namedFeeds, opmlFeeds } from '../../../../tools/start/feed-source.ts';

const directory = mkdtempSync(join(tmpdir(), 'wireroom-list-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const HERE = 'http://127.0.0.1:8000/feed.xml';
const PUBLIC = 'https://harbour.example/rss';
const opml = (...urls: string[]): string =>
  `<opml version="2.0"><body>${urls.map((url) => `\n<outline text="x" xmlUrl="${url}"/>`).join('')}</body></opml>`;
const file = (...urls: string[]): string => {
  const path = join(directory, 'list.opml');
  writeFileSync(path, opml(...urls));
  return path;
};

it('an address on this machine may be fetched when a person types it', () => {
  expect(namedFeeds([HERE, PUBLIC])).toMatchObject({
    feeds: [{ url: HERE }, { url: PUBLIC }],
    allowedOrigins: ['http://127.0.0.1:8000'],
  });
});

it('an address on this machine may be fetched when a file on this machine lists it', async () => {
  expect(await opmlFeeds(file(HERE, PUBLIC))).toMatchObject({
    feeds: [{ url: HERE }, { url: PUBLIC }],
    allowedOrigins: ['http://127.0.0.1:8000'],
    warnings: [],
  });
});

it('an address in a private network is left out, even of a file', async () => {
  expect(await opmlFeeds(file('http://10.0.0.7/rss', PUBLIC))).toMatchObject({
    feeds: [{ url: PUBLIC }],
    warnings: [expect.stringMatching(/, line 2: http:\/\/10\.0\.0\.7\/rss can't be polled: /)],
  });
});

it('a feed is kept when it shares its line with a feed that can’t be polled', async () => {
  const path = join(directory, 'one-line.opml');
  writeFileSync(path, opml('http://10.0.0.7/rss', PUBLIC).replaceAll('\n', ''));
  expect((await opmlFeeds(path)).feeds).toMatchObject([{ url: PUBLIC }]);
});

it.each([
  ['a list from the network may name no address on this machine', 'https://lists.example/opml', [PUBLIC]],
  ['a list on this machine may name addresses at its own origin', 'http://127.0.0.1:8000/opml', [HERE, PUBLIC]],
  ['a list on this machine may name no address at another port', 'http://127.0.0.1:9000/opml', [PUBLIC]],
])('%s', (_, location, urls) => {
  const { feeds, problems } = listFromNetwork(location, Buffer.from(opml(HERE, PUBLIC)));
  expect(feeds.map(({ url }) => url)).toEqual(urls);
  expect(problems).toHaveLength(2 - urls.length);
});
