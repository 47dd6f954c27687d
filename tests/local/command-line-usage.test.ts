import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { wireroom } from './command-line.ts';

describe('wrong usage', () => {
  const cases: [string, string[], RegExp][] = [
    [
      'an address that no feed can have',
      ['start', '--feed', 'http://169.254.169.254/'],
      /^http:\/\/169\.254\.169\.254\/ can't be polled: 169\.254\.169\.254 is not an address on the public internet\.$/,
    ],
    [
      'an address in a private network, in disguise',
      ['feeds', 'add', 'http://0x0a000001/'],
      /is not an address on the public internet\.$/,
    ],
    [
      'another scheme',
      ['start', '--feed', 'file:///etc/passwd'],
      /^file:\/\/\/etc\/passwd can't be polled: .* http:\/\/ or https:\/\/, and has at most 1,000 characters\.$/,
    ],
    [
      'a missing OPML file',
      ['start', '--opml', 'missing.opml'],
      /^missing\.opml can't be read: there is no such file\.$/,
    ],
    [
      'a file that is no OPML',
      ['start', '--opml', 'package.json'],
      /^package\.json has no feeds \(line 1: this is not an OPML document\)\.$/,
    ],
    [
      'two addresses, one of which can’t be polled',
      ['feeds', 'add', 'https://a.example/rss', 'ftp://b.example/'],
      /^ftp:\/\/b\.example\/ can't be polled: .+\. None of the 2 addresses was taken\.$/,
    ],
    ['an unknown option', ['start', '--bogus'], /^error: unknown option '--bogus'$/],
    ['an unknown command', ['feed'], /^error: unknown command 'feed'/],
    [
      'feeds and a list at once',
      ['start', '--feed', 'https://a.example/', '--opml', 'x'],
      /^Give either --feed or --opml, not both\.$/,
    ],
    [
      'no local data',
      ['feeds', 'list', '--data', 'nowhere'],
      /^There is no local data in nowhere: `feeds add URL` and `npm start -- --feed URL --data nowhere` begin it; .+\.$/,
    ],
    [
      'a function without its event',
      ['invoke', 'poll-feed'],
      /^poll-feed needs an event: `invoke poll-feed docs\/events\/poll-feed\.json` .+\.$/,
    ],
    ['an event that isn’t JSON', ['invoke', 'ingest-item', 'README.md'], /^README\.md is not JSON: .+\.$/],
    [
      'an event of another function',
      ['invoke', 'print-events', 'docs/events/poll-feed.json'],
      /^docs\/events\/poll-feed\.json is no event for print-events \(Records\.0\..+\); docs\/events\/print-events\.json is one\.$/,
    ],
    ['a directory as the list to import', ['feeds', 'import', 'docs'], /^docs can't be read: it is a directory\.$/],
    ['OPML as JSON', ['feeds', 'export', '--json'], /^Give a file with --json, or use `feeds list --json`/],
    [
      'a feed with a password',
      ['feeds', 'add', 'https://me:secret@harbour.example/'],
      /^https:\/\/harbour\.example\/ can't be polled with a name and password in its address, .+ --credentials \(docs\/polling\.md\)\.$/,
    ],
    [
      'a feed with a password that is no web address',
      ['feeds', 'add', 'ftp://me:secret@harbour.example/'],
      /^ftp:\/\/harbour\.example\/ can't be polled with a name and password/,
    ],
    [
      'credentials for an address without https',
      ['feeds', 'add', 'http://harbour.example/', '--credentials', 'harbour'],
      /^http:\/\/harbour\.example\/ can't have credentials: without https, everybody on the way could read them\.$/,
    ],
    [
      'credentials whose name is no name',
      ['feeds', 'add', 'https://harbour.example/', '--credentials', '../Harbour'],
      /^credentials can't be "\.\.\/Harbour": it must be a name of up to 64 small letters/,
    ],
    ['an unknown function', ['invoke', 'nothing'], /^error: .*Allowed choices are schedule-polls/],
    [
      'a missing event file',
      ['invoke', 'poll-feed', 'missing.json'],
      /^missing\.json can't be read: there is no such file\.$/,
    ],
    [
      'an empty list to import',
      ['feeds', 'import', '/dev/null'],
      /^\/dev\/null has no feeds \(line 1: the document is empty\)\.$/,
    ],
    ['a --day that is no day', ['articles', 'list', '--day', 'today'], /^error: .*It must be a day/],
    [
      'the cost of no stack',
      ['cost'],
      /^Name a deployed stack with --stack NAME; `npm start` and `npm run bench -- cost` tell the cost of local runs\.$/,
    ],
    ['the cost of no day', ['cost', '--stack', 'Wireroom', '--days', '0'], /^error: .*whole number from 1 to 90/],
    ['a directory without a name', ['start', '--data', ''], /^error: .*It must name a directory/],
    ['a number of cycles that is no number', ['start', '--cycles', 'two'], /^error: .*whole number/],
  ];
  it.each(cases)('%s gets one sentence and exit code 2', async (_, args, sentence) => {
    const { code, stdout, stderr } = await wireroom(...args);
    expect(stderr.trim().split('\n')[0]).toMatch(sentence);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });
});

it('a run fails with one sentence when no feed answers', async () => {
  const { code, stderr } = await wireroom('start', '--feed', 'http://[::1]:1/');
  expect(stderr.trim().split('\n').at(-1)).toMatch(
    /^No feed could be polled: http:\/\/\[::1\]:1\/: the server refused the connection \(connect ECONNREFUSED/,
  );
  expect(code).toBe(1);
});

it('a command on a stack names the variable to set when no region is set', async () => {
  for (const name of ['AWS_REGION', 'AWS_DEFAULT_REGION', 'AWS_PROFILE']) vi.stubEnv(name, undefined);
  vi.stubEnv('AWS_CONFIG_FILE', '/dev/null');
  onTestFinished(() => void vi.unstubAllEnvs());
  const { code, stderr } = await wireroom('feeds', 'list', '--stack', 'Wireroom');
  expect(stderr).toMatch(/^The stack Wireroom can't be read: no region is set; set AWS_REGION, .+\.\n$/);
  expect(code).toBe(1);
});
