import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { temporaryDirectory } from '../../tools/local/machine/temporary-directory.ts';
import { startSamplePublisher } from '../../tools/sample/sample-publisher.ts';
import { SAMPLE_MEMORY } from '../../tools/start/sample-source.ts';
import { startWireroom, wireroom } from './command-line.ts';

it('feeds import creates the local data, and polls nothing', async () => {
  using data = temporaryDirectory();
  const list = join(data.path, 'list.opml');
  writeFileSync(
    list,
    '<opml><body>\n<outline xmlUrl="https://harbour.example/rss"/>\n<outline type="rss" text="B"/></body></opml>',
  );
  const directory = join(data.path, 'new');
  const imported = await wireroom('feeds', 'import', list, '--data', directory);
  expect(imported.stderr).toBe(`Local data was created in ${directory}.\n`);
  expect(imported.stdout).toBe(
    `1 feed added, 1 can't be used.\n${list}:3: B has no address (xmlUrl)\nNo process is polling this data: \`npm start -- --data ${directory} --watch\` does.\n`,
  );
  const feeds = JSON.parse((await wireroom('feeds', 'list', '--data', directory, '--json')).stdout);
  expect(feeds).toMatchObject([{ url: 'https://harbour.example/rss', status: 'active' }]);
  expect(feeds[0]).not.toHaveProperty('lastPoll');
  const exported = await wireroom('feeds', 'export', join(directory, 'none', 'out.opml'), '--data', directory);
  expect(exported).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/out\.opml can't be written: there is no such directory\.\n$/),
  });
});

it('no command lets a title steer the terminal', async () => {
  using data = temporaryDirectory();
  const list = join(data.path, 'list.opml');
  writeFileSync(
    list,
    '<opml><body><outline text="Quay &#x9b;31m&#x202e;News&#x2028;x" xmlUrl="https://harbour.example/rss"/></body></opml>',
  );
  const directory = join(data.path, 'new');
  const outputs = [];
  for (const args of [
    ['import', list],
    ['list'],
    ['list', '--json'],
    ['show', 'https://harbour.example/rss'],
    ['export'],
  ])
    outputs.push(await wireroom('feeds', ...args, '--data', directory));
  expect(outputs.map(({ code }) => code)).toEqual([0, 0, 0, 0, 0]);
  const all = outputs.map(({ stdout, stderr }) => stdout + stderr).join('');
  expect(all.match(/Quay/g)).toHaveLength(5);
  expect(all).not.toMatch(/[\u0080-\u009f\u2028-\u202e\u2066-\u2069]/);
});

describe('on the data of a run', () => {
  const data = temporaryDirectory();
  const onData = async (...args: string[]) => {
    const { code, stdout, stderr } = await wireroom(...args, '--data', data.path);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    return stdout;
  };
  const json = async (...args: string[]) => JSON.parse(await onData(...args, '--json'));
  beforeAll(async () => {
    expect(await wireroom('start', '--data', data.path)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Dead letters: 0'),
    });
  });
  afterAll(() => data[Symbol.dispose]());

  it('feeds list and feeds show print the feeds of the run', async () => {
    const feeds = await json('feeds', 'list');
    expect(feeds).toHaveLength(10);
    expect(await onData('feeds', 'list')).toContain('The Brackwater Courier');
    expect(await json('feeds', 'show', feeds[0].url)).toMatchObject({ feedId: feeds[0].feedId });
    expect(await onData('feeds', 'show', feeds[0].feedId)).toContain(feeds[0].url);
    const [shortId = ''] = (await onData('feeds', 'list')).split('\n')[1]?.split(' ') ?? [];
    expect(feeds.map(({ feedId }: { feedId: string }) => feedId.slice(0, 8))).toContain(shortId);
    expect(await json('feeds', 'show', shortId)).toMatchObject({ feedId: expect.stringMatching(`^${shortId}`) });
  });

  it('articles list --label prints the articles that a feed with the label carried', async () => {
    const articles: { labels: string[]; url: string }[] = await json('articles', 'list', '--label', 'Desks/Ideas');
    expect(articles.length).toBeGreaterThan(2);
    for (const { labels, url } of articles)
      expect([labels, new URL(url).pathname]).toEqual([
        expect.arrayContaining(['Desks/Ideas']),
        expect.stringMatching(/^\/orrery\//),
      ]);
    expect(await json('articles', 'list', '--label', 'nobody')).toEqual([]);
    expect(await onData('articles', 'list', '--label', 'Client 7', '--limit', '1')).toMatch(/ labels\n.*Client 7/);
  });

  it('feeds list --problems prints only feeds with problems, and the problems', async () => {
    const problems: { url: string; problems: string[] }[] = await json('feeds', 'list', '--problems');
    expect(problems.map(({ url }) => new URL(url).pathname)).toEqual(['/courier/traffic.xml', '/orrery/events.xml']);
    expect(await onData('feeds', 'list', '--problems')).toContain(
      'The publisher says the feed is gone for good (410).',
    );
  });

  it('a feed is added once, paused, resumed and removed', async () => {
    const url = 'https://harbour.example/rss';
    expect(await onData('feeds', 'add', url)).toMatch(
      new RegExp(`^${url}: added\nNo process is polling this data: .npm start -- --data .+ --watch. does\\.\n$`),
    );
    expect(await onData('feeds', 'add', url)).toBe(`${url}: was there already\n`);
    await onData('feeds', 'pause', url);
    expect(await json('feeds', 'show', url)).toMatchObject({ status: 'paused' });
    expect(await onData('feeds', 'resume', url)).toMatch(/ is due now\.\nNo process is polling this data: /);
    expect(await json('feeds', 'show', url)).toMatchObject({ status: 'active' });
    expect(await onData('feeds', 'revert', url)).toBe(`${url} hasn't moved.\n`);
    await onData('feeds', 'remove', url);
    expect((await wireroom('feeds', 'show', url, '--data', data.path)).code).toBe(3);
  });

  it('feeds discover finds the feeds of a site, and adds feeds by their numbers', async () => {
    const { port, startedAt } = JSON.parse(readFileSync(join(data.path, SAMPLE_MEMORY), 'utf8'));
    const publisher = await startSamplePublisher({ port, now: new Date(startedAt) });
    onTestFinished(() => publisher.stop());
    const site = `${publisher.origin}/courier/`;
    const found = JSON.parse((await wireroom('feeds', 'discover', site, '--json')).stdout);
    expect(found.feeds).toMatchObject([{ from: 'link', format: 'RSS 2.0', title: 'The Brackwater Courier' }, {}, {}]);
    const text = await onData('feeds', 'discover', site, '--add', '2');
    expect(text).toMatch(/^1 +The Brackwater Courier .* –$/m);
    expect(text).toMatch(/^2 .* added$/m);
    const itself = await onData('feeds', 'discover', found.feeds[0].url, '--add');
    expect(itself).toMatch(/^1 +The Brackwater Courier .* known$/m);
    await onData('feeds', 'remove', found.feeds[1].url);
    const nothing = await wireroom('feeds', 'discover', `${publisher.origin}/nothing/`);
    expect(nothing).toMatchObject({ code: 3, stderr: expect.stringContaining('It answers with status 404.') });
  });

  it('explain reads a page, and articles explain an article of the run and two of them', async () => {
    const { port, startedAt } = JSON.parse(readFileSync(join(data.path, SAMPLE_MEMORY), 'utf8'));
    const publisher = await startSamplePublisher({ port, now: new Date(startedAt) });
    onTestFinished(() => publisher.stop());
    const rows: readonly { readonly articleId: string }[] = await json('articles', 'list');
    const readFromPage = [];
    for (const { articleId } of rows) {
      const shown = await json('articles', 'show', articleId);
      if (shown.url?.includes('/courier/') && shown.textSource === 'page' && readFromPage.push(shown) === 2) break;
    }
    const [one, other] = readFromPage;
    const { page, appearances } = await json('articles', 'explain', one.articleId);
    expect(page.fields).toContainEqual(expect.objectContaining({ field: 'title', why: expect.any(String) }));
    expect(appearances[0]).toMatchObject({ reason: 'it announced the article first' });
    const explained = await wireroom('explain', page.url);
    expect(explained).toMatchObject({ code: 0, stderr: '' });
    expect(explained.stdout).toMatch(/^title +.* the first|agree|heading/m);
    expect(explained.stdout).toMatch(/^left out by +reason +text$/m);
    const pair = await onData('articles', 'explain', one.articleId, other.articleId);
    expect(pair).toMatch(/^These are two pieces of news: /);
    expect(await wireroom('explain', 'ftp://harbour.example/')).toMatchObject({ code: 2 });
    expect(await wireroom('explain', `${publisher.origin}/nothing/`)).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/answered with 404\.\n$/),
    });
  });

  it('feeds import reads the file of feeds export, and names bad lines', async () => {
    const file = join(data.path, 'feeds.opml');
    await onData('feeds', 'export', file);
    const undated = (opml: string) => opml.replace(/<dateCreated>.*<\/dateCreated>/, '');
    expect(undated(await onData('feeds', 'export'))).toBe(undated(readFileSync(file, 'utf8')));
    writeFileSync(file, readFileSync(file, 'utf8').replace('</body>', '<outline xmlUrl="ftp://x"/>\n</body>'));
    expect(await json('feeds', 'import', file)).toMatchObject({
      added: 0,
      known: { length: 10 },
      problems: [{ problem: expect.stringContaining('ftp://x') }],
    });
    const text = await onData('feeds', 'import', file);
    expect(text).toMatch(/^0 feeds added, 10 were there already, 1 can't be used\.\n/);
    expect(text).toMatch(/feeds\.opml:27: "ftp:\/\/x" is not an http or https address\n/);
  });

  it('articles export writes each article in full on one line', async () => {
    const linesOf = async (...args: string[]) =>
      (await onData('articles', 'export', ...args))
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
    const listed: { articleId: string; firstSeenAt: string }[] = await json('articles', 'list', '--limit', '100');
    const [latest] = listed;
    const ofDay = listed.filter(({ firstSeenAt }) => firstSeenAt.startsWith(latest?.firstSeenAt.slice(0, 10) ?? ''));
    expect(await linesOf()).toHaveLength(listed.length);
    const exported = await linesOf('--day', latest?.firstSeenAt.slice(0, 10) ?? '');
    expect(exported.map(({ articleId }) => articleId).sort()).toEqual(ofDay.map(({ articleId }) => articleId).sort());
    expect(exported[0]).toMatchObject({ text: expect.any(String), appearances: expect.any(Array) });
  });

  it('articles list prints the latest articles, and articles show prints the text', async () => {
    const articles = await json('articles', 'list', '--limit', '5');
    expect(articles).toHaveLength(5);
    const shown = await onData('articles', 'show', articles[0].articleId.slice(0, 8));
    expect(shown).toContain(articles[0].title);
    expect(shown).toContain('Carried by 1 feed:');
    expect(shown).toMatch(/^provenance +(?:\w+ [a-z-]+, )+\w+ [a-z-]+$/m);
    expect((await wireroom('articles', 'show', 'nothing', '--data', data.path)).code).toBe(3);
    const short = await wireroom('articles', 'show', articles[0].articleId.slice(0, 7), '--data', data.path);
    expect(short).toMatchObject({ code: 3, stderr: expect.stringContaining('at least the first 8 characters') });
  });

  it('articles list --feed prints the articles that the feed carried first', async () => {
    const lines = (await onData('articles', 'list')).split('\n');
    expect(lines[0]).toMatch(/^article +first seen \(UTC\) +title/);
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(125);
    const feeds: { feedId: string; title?: string; url: string }[] = await json('feeds', 'list');
    const feedOf = (path: string) => feeds.find(({ url }) => url.endsWith(path))?.feedId ?? '';
    const [first] = await json('articles', 'list', '--feed', feedOf('/orrery/atom.xml').slice(0, 8));
    expect(first).toMatchObject({ feedId: feedOf('/orrery/atom.xml') });
    expect(await json('articles', 'list', '--feed', feedOf('/orrery/atom.xml'), '--day', '2020-01-01')).toEqual([]);
    expect(await onData('articles', 'list', '--feed', feedOf('/orrery/events.xml'))).toBe('There are no articles.\n');
    const { code, stderr } = await wireroom('articles', 'list', '--feed', 'nosuch', '--data', data.path);
    expect(stderr).toBe('There is no feed nosuch: `feeds list` shows all feeds.\n');
    expect(code).toBe(3);
  });

  it('invoke runs a function that needs no event', async () => {
    const { code, stdout } = await wireroom('invoke', 'schedule-polls', '--data', relative(process.cwd(), data.path));
    expect(JSON.parse(stdout)).toEqual({ sent: 0, complete: true });
    expect(code).toBe(0);
  });

  it.each(['poll-feed', 'ingest-item'])('invoke runs %s with its sample event', async (name) => {
    const { code, stdout } = await wireroom('invoke', name, `docs/events/${name}.json`, '--data', data.path);
    expect(JSON.parse(stdout)).toEqual({ batchItemFailures: [] });
    expect(code).toBe(0);
  });

  it.each([
    ['websub-callback', { statusCode: 404 }],
    ['schedule-rechecks', { hour: '2026-11-23T09' }],
  ])('invoke runs %s with its sample event, although the function is optional', async (name, expected) => {
    const { stdout, code } = await wireroom('invoke', name, `docs/events/${name}.json`, '--data', data.path);
    expect(JSON.parse(stdout)).toMatchObject(expected);
    expect(code).toBe(0);
  });

  it('tail says that it waits for events, and ends when its output is closed', async () => {
    const { child, ended } = startWireroom('tail', '--from-start', '--data', data.path);
    child.stdout?.destroy();
    const { code, stderr } = await ended;
    expect(stderr).toMatch(/^Waiting for events, but no process is polling this data: .+\.\n$/);
    expect(code).toBe(0);
  });

  it('redrive says that there are no dead letters', async () => {
    expect(await onData('redrive', 'items')).toBe('There are no dead letters in items.\n');
  });
});
