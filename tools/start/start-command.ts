/** `npm start`: reads the command line, chooses the feeds, and starts the run. `run.ts` lists all steps. */
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
      'run the whole pipeline on this machine, from the synthesized template; the feeds are those given, else those in --data, else those of a small sample site',
    )
    .option(
      '--feed <url>',
      'poll this feed (repeat the option for several feeds); the feed may be on this machine',
      (url: string, urls: readonly string[] = []) => [...urls, url],
    )
    .option(
      '--opml <file|url>',
      "poll the feeds of this OPML list; if the list is a file, its feeds may be on this machine, else only at the list's own origin",
    )
    .option('--data <dir>', 'keep the state here between runs (default: a temporary directory)', directory)
    .option(
      '--cycles <n>',
      'number of polls of every feed before the report, whatever its schedule (default: 2)',
      wholeNumber,
    )
    .option(
      '--watch',
      'after the report, poll by the schedule until Ctrl-C; feeds that were polled before skip the cycles unless --cycles is given',
    )
    .option('--verbose', "show the functions' logs")
    .option('--json', 'the report as JSON')
    .action(start);
}

async function start(options: StartOptions): Promise<void> {
  // The command line is checked before anything is started or written.
  const named = await namedSource(options);
  const dataDirectory = options.data === undefined ? mkdtempSync(join(tmpdir(), 'wireroom-')) : resolve(options.data);
  let sample: SampleSource | undefined;
  try {
    mkdirSync(dataDirectory, { recursive: true });
    accessSync(dataDirectory, constants.W_OK);
    const known = named ?? (await storedFeeds(dataDirectory));
    sample = known === undefined ? await sampleFeeds(dataDirectory, new Date()) : undefined;
    const source = known ?? sample;
    if (source === undefined) return;
    const { cycles, watch = false, verbose = false, json = false } = options;
    process.exitCode = await run({ dataDirectory, data: options.data, source, sample, cycles, watch, verbose, json });
  } finally {
    await sample?.stop();
    if (options.data === undefined) rmSync(dataDirectory, { recursive: true, force: true });
  }
}

/** The source that the command line names, or undefined. @throws {CliError} */
async function namedSource({ feed, opml }: StartOptions): Promise<FeedSource | undefined> {
  if (feed !== undefined && opml !== undefined)
    throw new CliError('Give either --feed or --opml, not both.', EXIT.usage);
  if (opml !== undefined) return opmlFeeds(opml);
  return feed === undefined ? undefined : namedFeeds(feed);
}

function wholeNumber(raw: string): number {
  const value = Number(raw);
  if (!Number.isSafeInteger(value) || value < 1)
    throw new InvalidArgumentError('It must be a whole number of at least 1.');
  return value;
}
