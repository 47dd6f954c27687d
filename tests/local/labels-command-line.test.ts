import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryDirectory } from '../../tools/local/machine/temporary-directory.ts';
import { wireroom } from './command-line.ts';

const A = 'https://a.example/rss';
const B = 'https://b.example/rss';
const LIST = `<opml version="2.0"><body>
<outline text="Desks">
  <outline text="Women’s sports"><outline text="A" xmlUrl="${A}"/></outline>
  <outline text="B" xmlUrl="${B}" category="client-7" xmlns:wireroom="urn:wireroom:opml" wireroom:pages="off" wireroom:site="mine"/>
</outline>
<outline text="Client 9"><outline text="A" xmlUrl="${A}"/></outline>
</body></opml>`;

describe('feeds that were imported from folders', () => {
  const data = temporaryDirectory();
  const file = (name: string): string => join(data.path, name);
  const directory = file('data');
  const onData = (...args: string[]) => wireroom('feeds', ...args, '--data', directory);
  const json = async (...args: string[]) => JSON.parse((await onData(...args, '--json')).stdout);

  let imported = '';
  beforeAll(async () => {
    writeFileSync(file('list.opml'), LIST);
    imported = (await onData('import', file('list.opml'))).stdout;
  });
  afterAll(() => data[Symbol.dispose]());

  it('feeds import tells once which names became other labels, and which settings it left out', () => {
    expect(imported.split('\n').slice(0, 4)).toEqual([
      '2 feeds added.',
      `${file('list.opml')}:4: site can't be "mine": it must be own or other.`,
      expect.stringMatching(/^1 name of folders or categories became labels that differ\. A label has up to 64 /),
      '  "Women’s sports" → Women-s sports',
    ]);
  });

  it('feeds list --label lists the feeds with one of the labels', async () => {
    const urls = async (...labels: string[]): Promise<string[]> =>
      (await json('list', ...labels.flatMap((label) => ['--label', label]))).map(({ url }: { url: string }) => url);
    expect(await urls('client-7')).toEqual([B]);
    expect(await urls('client-7', 'Client 9')).toEqual([A, B]);
    expect((await onData('list', '--label', 'nobody')).stdout).toBe(
      'No feed has that label; the labels are Client 9, Desks, Desks/Women-s sports, client-7.\n',
    );
  });

  it('feeds export writes a list that another import reads as the same feeds, and exports as the same bytes', async () => {
    await onData('pause', B);
    await onData('export', file('first.opml'));
    const second = file('second');
    await wireroom('feeds', 'import', file('first.opml'), '--data', second);
    await wireroom('feeds', 'export', file('second.opml'), '--data', second);
    const undated = (name: string): string => readFileSync(file(name), 'utf8').replace(/<dateCreated>.*</, '');
    expect(undated('second.opml')).toBe(undated('first.opml'));
    const feeds = JSON.parse((await wireroom('feeds', 'list', '--json', '--data', second)).stdout);
    expect(feeds).toMatchObject([
      { url: A, title: 'A', status: 'active', labels: ['Client 9', 'Desks/Women-s sports'] },
      { url: B, title: 'B', status: 'paused', labels: ['Desks', 'client-7'], pages: 'off' },
    ]);
    await onData('resume', B);
  });

  it('feeds label adds with + and removes with -, wherever they stand', async () => {
    expect((await onData('label', A, '+client-7', '-Client 9', '+h')).stdout).toBe(
      `${A} has the labels Desks/Women-s sports, client-7, h.\n`,
    );
    expect(await json('label', '-h', A)).toMatchObject({ labels: ['Desks/Women-s sports', 'client-7'] });
    expect((await onData('show', A)).stdout).toMatch(/^labels +Desks\/Women-s sports, client-7$/m);
    expect(await onData('label', A, '+a,b')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^"a,b" is no label\. Did you mean "a-b"\?/),
    });
    const many = Array.from({ length: 20 }, (_, n) => `+n${n}`);
    expect(await onData('label', A, ...many)).toMatchObject({
      code: 2,
      stderr: 'A feed has at most 20 labels, and this would be 22.\n',
    });
  });

  it('feeds set shows, changes and resets settings', async () => {
    const changed = await json('set', A, 'retentionDays=30', 'language=de_ch', 'pages=off');
    expect(changed.settings).toMatchObject({ retentionDays: 30, language: 'de-CH', pages: 'off', site: null });
    expect((await onData('set', A, 'pages=')).stdout).toMatch(/^pages +– \(on\)$/m);
    expect((await onData('show', A)).stdout).toMatch(/^settings\.language +de-CH$/m);
    expect(await onData('set', A, 'shortestMinutes=60', 'longestMinutes=30')).toMatchObject({
      code: 2,
      stderr: 'longestMinutes (30) must be at least shortestMinutes (60).\n',
    });
    expect(await onData('set', A, 'speed=1', 'site=mine')).toMatchObject({
      code: 2,
      stderr: `There is no setting "speed"; the settings are pages, shortestMinutes, longestMinutes, retentionDays, language, site, credentials.
site can't be "mine": it must be own or other.
`,
    });
  });

  it('feeds import leaves known feeds as they are, and gives them the labels and settings of the list with --update', async () => {
    await onData('label', B, '-Desks', '-client-7', '+mine');
    await onData('set', B, 'pages=');
    await onData('import', file('list.opml'));
    expect(await json('show', B)).toMatchObject({ labels: ['mine'] });
    expect((await onData('import', file('list.opml'), '--update')).stdout).toContain(
      `${B} was there already, and has its labels and settings`,
    );
    expect(await json('show', B)).toMatchObject({ labels: ['Desks', 'client-7', 'mine'], pages: 'off' });
  });

  it('feeds add --label gives new feeds their labels', async () => {
    const url = 'https://c.example/rss';
    await onData('add', url, '--label', 'desk:politics', '--label', 'Arts & Culture');
    expect(await json('show', url)).toMatchObject({ labels: ['Arts & Culture', 'desk:politics'] });
  });
});
