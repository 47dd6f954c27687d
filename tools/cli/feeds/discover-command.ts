/** `feeds discover`: finds the feeds of a site, and with `--add` adds them to the registry. */
import { type Command, InvalidArgumentError } from 'commander';
import type { Added } from '../../../lambdas/adapters/dynamodb/feed-registry.ts';
import { fetcherFromEnvironment } from '../../../lambdas/adapters/http/fetcher-from-environment.ts';
import { normaliseFeedUrl } from '../../../lambdas/core/feed/record/feed-url.ts';
import { fetchValues } from '../../../lib/fetch-values.ts';
import { defaultSettings } from '../../../lib/settings.ts';
import { CliError, EXIT } from '../cli-error.ts';
import { type Deployment, type Target, withDeployment } from '../deployment.ts';
import { minute, print, table } from '../output.ts';
import { registryOf } from '../registry-of.ts';
import { discoverFeeds, type FoundFeed } from './discover-feeds.ts';
import { feedAddress, isLoopback } from './feed-argument.ts';
import { pollingHint } from './polling-hint.ts';

interface Options extends Target {
  readonly json?: boolean;
  /** The numbers of the feeds to add. `true`: all feeds. */
  readonly add?: true | readonly number[];
}

interface Additions {
  /** The result of each addition, by address. */
  readonly results: ReadonlyMap<string, Added>;
  readonly hint: string;
}

const NOTHING_ADDED: Additions = { results: new Map(), hint: '' };

export const addDiscoverCommand = (command: Command): Command =>
  command
    .option('--add [numbers]', 'add the feeds: all, or some by their numbers, such as 1,3', numbers)
    .action((site: string, options: Options) => discover(site, options));

async function discover(site: string, options: Options): Promise<void> {
  const address = feedAddress(/^[a-z][a-z0-9+.-]*:/i.test(site) && !/^[^/]*:\d/.test(site) ? site : `https://${site}`);
  // The same fetcher as in the functions, with the stack's default limits and pace.
  const allowedOrigins = isLoopback(address) ? [new URL(address).origin] : [];
  const fetch = fetcherFromEnvironment(fetchValues({ ...defaultSettings, allowedOrigins }));
  const { feeds, refused } = await discoverFeeds(fetch, address);
  const chosen = options.add === undefined ? [] : choose(feeds, options.add);
  if (feeds.length === 0) {
    const reasons = refused.map(({ url, reason }) => ` ${url}: ${reason}`);
    throw new CliError(`No feed was found at ${address}.${reasons.join('')}`, EXIT.notFound);
  }
  const { results, hint } = chosen.length > 0 ? await add(chosen, options) : NOTHING_ADDED;
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
      ...refused.map(({ url, reason }) => `Linked as a feed, but not a feed: ${url}: ${reason}`),
      ...(results.size > 0 ? [hint].filter(Boolean) : ['Add all feeds with --add, or some feeds with --add 1,2.']),
    ].join('\n'),
  );
}

function choose(feeds: readonly FoundFeed[], which: true | readonly number[]): readonly FoundFeed[] {
  if (which === true) return feeds;
  const unknown = which.find((number) => feeds[number - 1] === undefined);
  if (unknown !== undefined && feeds.length > 0) {
    throw new CliError(`There is no feed number ${unknown}: ${feeds.length} feeds were found.`, EXIT.usage);
  }
  return which.flatMap((number) => feeds[number - 1] ?? []);
}

async function add(feeds: readonly FoundFeed[], target: Target): Promise<Additions> {
  const work = async (deployment: Deployment): Promise<Additions> => {
    const registry = registryOf(deployment);
    const results = new Map<string, Added>();
    for (const { url, title } of feeds) results.set(url, await registry.add(normaliseFeedUrl(url) ?? url, title));
    return { results, hint: [...results.values()].includes('added') ? pollingHint(deployment).trim() : '' };
  };
  return withDeployment(target, work, 'create');
}

function numbers(raw: string): readonly number[] {
  const parts = raw.split(',').map((part) => part.trim());
  if (parts.every((part) => /^[1-9]\d{0,3}$/.test(part))) return parts.map(Number);
  throw new InvalidArgumentError('Give numbers such as 1,3, or no value to add all feeds; put --add after the site.');
}
