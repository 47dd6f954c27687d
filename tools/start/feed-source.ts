/** Which feeds a run polls: those of an OPML list, those named on the command line, or the sample publisher's. */
import { readFileSync } from 'node:fs';
import { createFetcher } from '../../lambdas/adapters/http-fetch.ts';
import { type OpmlFeed, parseOpml } from '../../lambdas/core/feed/opml.ts';
import { CliError, EXIT } from '../cli/cli-error.ts';
import { feedAddress, isLoopback } from '../cli/feed-address.ts';

export interface FeedSource {
  readonly feeds: readonly OpmlFeed[];
  /** Origins on this machine that a person named, directly or as the home of the list: they may be fetched. */
  readonly allowedOrigins: readonly string[];
  /** What in the list could not be used. */
  readonly warnings: readonly string[];
}

const OPML_TIMEOUT_MS = 30_000;
const OPML_MAX_BYTES = 50_000_000;

/** @throws {CliError} */
export function namedFeeds(raw: readonly string[]): FeedSource {
  const urls = raw.map(feedAddress);
  return { feeds: urls.map((url) => ({ url })), allowedOrigins: loopbackOrigins(urls), warnings: [] };
}

/** @param location a file or an http(s) address. @throws {CliError} */
export async function opmlFeeds(location: string): Promise<FeedSource> {
  const isAddress = /^https?:/i.test(location);
  const { feeds, problems } = parseOpml(isAddress ? await download(location) : readFile(location));
  const warnings = problems.map(({ line, problem }) => `${location}, line ${line}: ${problem}`);
  if (feeds.length === 0) throw new CliError(`${warnings[0] ?? `${location} lists no feeds`}.`, EXIT.usage);
  return { feeds, allowedOrigins: isAddress ? loopbackOrigins([location]) : [], warnings };
}

const loopbackOrigins = (urls: readonly string[]): string[] => [
  ...new Set(urls.filter(isLoopback).map((url) => new URL(url).origin)),
];

function readFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const problem = code === 'ENOENT' ? 'there is no such file' : `it can't be read (${code})`;
    throw new CliError(`The OPML file ${path} can't be used: ${problem}.`, EXIT.usage, { cause });
  }
}

async function download(location: string): Promise<string> {
  const url = feedAddress(location);
  const fetch = createFetcher({
    userAgent: 'Wireroom',
    timeoutMs: OPML_TIMEOUT_MS,
    maxBytes: OPML_MAX_BYTES,
    allowedOrigins: loopbackOrigins([url]),
  });
  const outcome = await fetch({ url, accept: 'text/x-opml, text/xml;q=0.9, */*;q=0.5' });
  if (outcome.kind === 'response' && outcome.status === 200) return Buffer.from(outcome.body).toString('utf8');
  const problem = outcome.kind === 'failed' ? outcome.detail : `it answered with status ${outcome.status}`;
  throw new CliError(`The OPML list ${location} can't be fetched: ${problem}.`, EXIT.failed);
}
