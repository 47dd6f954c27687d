/** The feeds that a run polls: named on the command line, or listed in an OPML document. */
import { createFetcher } from '../../lambdas/adapters/http/http-fetch.ts';
import type { OpmlFeed } from '../../lambdas/core/feed/opml-feed.ts';
import { CliError, EXIT } from '../cli/cli-error.ts';
import { addressProblem, feedAddress, isLoopback } from '../cli/feeds/feed-argument.ts';
import { feedList, readFeedList } from '../cli/feeds/feed-list.ts';

export interface FeedSource {
  readonly feeds: readonly OpmlFeed[];
  /**
   * Origins on this machine that may be fetched, because a person named them: typed, in a file, or as the list's
   * origin.
   */
  readonly allowedOrigins: readonly string[];
  /** The lines of the list that can't be used. */
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
  const { feeds, problems, leftOut } = /^https?:/i.test(location)
    ? listFromNetwork(location, await download(location))
    : readFeedList(location);
  const warnings = [...problems, ...leftOut].map(({ line, problem }) => `${location}, line ${line}: ${problem}`);
  return { feeds, allowedOrigins: loopbackOrigins(feeds.map(({ url }) => url)), warnings };
}

/**
 * Reads a list from the network. A stranger may have written it, so it may name no service on this machine except its
 * own origin, which a person has typed. Refused addresses aren't stored, so no later run trusts them.
 * @throws {CliError}
 */
export function listFromNetwork(location: string, bytes: Uint8Array): ReturnType<typeof feedList> {
  const home = new URL(location).origin;
  return feedList(location, bytes, (url) =>
    isLoopback(url) && new URL(url).origin !== home
      ? 'of addresses on this machine, a list from the network may name only its own'
      : addressProblem(url),
  );
}

const loopbackOrigins = (urls: readonly string[]): string[] => [
  ...new Set(urls.filter(isLoopback).map((url) => new URL(url).origin)),
];

async function download(location: string): Promise<Uint8Array> {
  const url = feedAddress(location);
  const fetch = createFetcher({
    userAgent: 'Wireroom',
    timeoutMs: OPML_TIMEOUT_MS,
    maxBytes: OPML_MAX_BYTES,
    allowedOrigins: loopbackOrigins([url]),
  });
  const outcome = await fetch({ url, accept: 'text/x-opml, text/xml;q=0.9, */*;q=0.5, text/html;q=0.1' });
  if (outcome.kind === 'response' && outcome.status === 200) return outcome.body;
  const problem = outcome.kind === 'failed' ? outcome.detail : `it answered with status ${outcome.status}`;
  throw new CliError(`The OPML list ${location} can't be fetched: ${problem}.`, EXIT.failed);
}
