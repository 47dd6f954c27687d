/** `feeds discover`: the feeds of a site, and with `--add` into the registry. */
import { type Command, InvalidArgumentError } from 'commander';
import { fetcherFromEnvironment } from '../../lambdas/adapters/fetcher-from-environment.ts';
import { normaliseFeedUrl } from '../../lambdas/core/feed/feed-url.ts';
import { fetchValues } from '../../lib/fetch-values.ts';
import { defaultSettings } from '../../lib/settings.ts';
import { CliError, EXIT } from './cli-error.ts';
import { type Target, withDeployment } from './deployment.ts';
import { discoverFeeds, type FoundFeed } from './discover-feeds.ts';
import { feedAddress, isLoopback } from './feed-address.ts';
import { minute, print, table } from './output.ts';
import { registryOf } from './registry-of.ts';

interface Options extends Target {
  readonly json?: boolean;
  /** `true`: all of them. */
  readonly add?: true | readonly number[];
}

export const addDiscoverCommand = (command: Command): Command =>
  command
    .option('--add [numbers]', 'add them: all, or some by their numbers, such as 1,3', numbers)
    .action((site: string, options: Options) => discover(site, options));

async function discover(site: string, options: Options): Promise<void> {
  const address = feedAddress(/^[a-z][a-z0-9+.-]*:/i.test(site) && !/^[^/]*:\d/.test(site) ? site : `https://${site}`);
  // The very fetcher of the functions, with the stack's defaults for its limits and its pace.
  const allowedOrigins = isLoopback(address) ? [new URL(address).origin] : [];
  const fetch = fetcherFromEnvironment(fetchValues({ ...defaultSettings, allowedOrigins }));
  const { feeds, refused } = await discoverFeeds(fetch, address);
  const chosen = options.add === undefined ? [] : choose(feeds, options.add);
  if (feeds.length === 0) {
    const reasons = refused.map(({ url, reason }) => ` ${url}: ${reason}`);
    throw new CliError(`No feed was found at ${address}.${reasons.join('')}`, EXIT.notFound);
  }
  const results = chosen.length > 0 ? await add(chosen, options) : new Map<string, string>();
  const listed = feeds.map((feed) => ({ ...feed, ...(results.has(feed.url) && { result: results.get(feed.url) }) }));
  print(options.json, { address, feeds: listed, refused }, () =>
    [
      table(
        ['', 'title', 'format', 'items', 'newest (UTC)', 'hub', 'address', ...(results.size > 0 ? ['result'] : [])],
        listed.map(({ title, format, items, newestItemAt, hub, url, result }, position) => [
          position + 1,
          title ?? '–',
          format,
          items,
          minute(newestItemAt),
          hub === undefined ? '–' : new URL(hub).host,
          url,
          ...(results.size > 0 ? [result ?? '–'] : []),
        ]),
        100,
      ),
      ...refused.map(({ url, reason }) => `Named as a feed, but it is none: ${url}: ${reason}`),
      ...(results.size > 0 ? [] : ['Add them with --add, or some of them with --add 1,2.']),
    ].join('\n'),
  );
}

function choose(feeds: readonly FoundFeed[], which: true | readonly number[]): readonly FoundFeed[] {
  if (which === true) return feeds;
  const unknown = which.find((number) => feeds[number - 1] === undefined);
  if (unknown !== undefined && feeds.length > 0) {
    throw new CliError(`There is no number ${unknown}: ${feeds.length} feeds were found.`, EXIT.usage);
  }
  return which.flatMap((number) => feeds[number - 1] ?? []);
}

const add = (feeds: readonly FoundFeed[], target: Target): Promise<ReadonlyMap<string, string>> =>
  withDeployment(target, async (deployment) => {
    const registry = registryOf(deployment);
    const results = new Map<string, string>();
    for (const { url, title } of feeds) results.set(url, await registry.add(normaliseFeedUrl(url) ?? url, title));
    return results;
  });

function numbers(raw: string): readonly number[] {
  const parts = raw.split(',').map((part) => part.trim());
  if (parts.every((part) => /^[1-9]\d{0,3}$/.test(part))) return parts.map(Number);
  throw new InvalidArgumentError('It must be numbers such as 1,3, or nothing for all; put it behind the address.');
}
