import { accessSync, constants, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { CliError, EXIT } from '../cli/cli-error.ts';
import { directory } from '../cli/target-options.ts';
import { type FeedSource, namedFeeds, opmlFeeds } from './feed-source.ts';
import { run } from './run.ts';
import { type SampleSource, sampleFeeds } from './sample-source.ts';
import { storedFeeds } from './stored-source.ts';

export interface StartOptions {
  readonly feed?: readonly string[];
  readonly opml?: string;
  readonly data?: string;
  readonly cycles?: number;
  readonly watch?: boolean;
  readonly json?: boolean;
  readonly verbose?: boolean;
}

export function addStartCommand(program: Command): void {
  program
    .command('start')
    .description(
      'run the whole pipeline on this machine, from the synthesized template: on these feeds, else on those in --data, else on a small sample site',
    )
    .option(
      '--feed <url>',
      'poll this feed (may be given several times); it may be on this machine',
      (url: string, urls: readonly string[] = []) => [...urls, url],
    )
    .option(
      '--opml <file|url>',
      'poll the feeds of this OPML list; those of a file may be on this machine, those of an address only at its own origin',
    )
    .option('--data <dir>', 'keep the state here between runs (default: a temporary directory)', directory)
    .option(
      '--cycles <n>',
      'how often every feed is polled before the report, at once and whatever its schedule (default: 2)',
      wholeNumber,
    )
    .option(
      '--watch',
      'after that, keep polling by the schedule until Ctrl-C; feeds that were polled before are polled by the schedule only, unless --cycles is given',
    )
    .option('--verbose', 'show what the functions log')
    .option('--json', 'the report as JSON')
    .action(start);
}

async function start(options: StartOptions): Promise<void> {
  if (options.feed !== undefined && options.opml !== undefined)
    throw new CliError('Give either --feed or --opml, not both.', EXIT.usage);
  // What the command line names is checked before anything is started or written.
  const named: FeedSource | undefined =
    options.opml !== undefined
      ? await opmlFeeds(options.opml)
      : options.feed !== undefined
        ? namedFeeds(options.feed)
        : undefined;
  const dataDirectory = options.data === undefined ? mkdtempSync(join(tmpdir(), 'wireroom-')) : resolve(options.data);
  let sample: SampleSource | undefined;
  try {
    mkdirSync(dataDirectory, { recursive: true });
    accessSync(dataDirectory, constants.W_OK);
    const own = named ?? (await storedFeeds(dataDirectory));
    sample = own === undefined ? await sampleFeeds(dataDirectory, new Date()) : undefined;
    const source = own ?? sample;
    if (source === undefined) return;
    const { cycles, watch = false, verbose = false, json = false } = options;
    process.exitCode = await run({ dataDirectory, data: options.data, source, sample, cycles, watch, verbose, json });
  } finally {
    await sample?.stop();
    if (options.data === undefined) rmSync(dataDirectory, { recursive: true, force: true });
  }
}

function wholeNumber(raw: string): number {
  const value = Number(raw);
  if (!Number.isSafeInteger(value) || value < 1)
    throw new InvalidArgumentError('It must be a whole number of at least 1.');
  return value;
}
