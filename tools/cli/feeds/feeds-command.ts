import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import type { FeedRegistry } from '../../../lambdas/adapters/dynamodb/feed-registry.ts';
import { formatOpml } from '../../../lambdas/core/feed/format-opml.ts';
import { opmlFeedOf } from '../../../lambdas/core/feed/opml-feed.ts';
import { problemsOf } from '../../../lambdas/core/feed/polling/problems.ts';
import type { Feed } from '../../../lambdas/core/feed/record/feed.ts';
import { addedUrlOf, feedIdOf } from '../../../lambdas/core/feed/record/feed-url.ts';
import { sortedLabels } from '../../../lambdas/core/feed/record/label.ts';
import { CliError, EXIT } from '../cli-error.ts';
import { type Deployment, type Target, withDeployment } from '../deployment.ts';
import { fileProblem } from '../file-problem.ts';
import { counted, minute, print, table, write } from '../output.ts';
import { registryOf } from '../registry-of.ts';
import { SHORT_ID } from '../short-id.ts';
import { addTargetOptions } from '../target-options.ts';
import { addDiscoverCommand } from './discover-command.ts';
import { feedAddresses } from './feed-argument.ts';
import { detailLines, readableFeed } from './feed-details.ts';
import { readFeedList } from './feed-list.ts';
import { findFeed } from './find-feed.ts';
import { describeImport, importFeeds } from './import-feeds.ts';
import { checkNumber, collectLabels } from './label-argument.ts';
import { addLabelCommand } from './label-command.ts';
import { pollingHint } from './polling-hint.ts';
import { addSettingsCommand, checkExposure, settingsOf } from './settings-command.ts';

type Options = Target & { readonly json?: boolean };
type Labelled = Options & { readonly label?: readonly string[] };
type Added = Labelled & { readonly credentials?: string };

export function addFeedsCommand(program: Command): void {
  const feeds = program.command('feeds').description('manage the feeds that are polled');
  const command = (usage: string, description: string): Command =>
    addTargetOptions(feeds.command(usage).description(description));

  command('add <url...>', 'poll these feeds')
    .option('--label <label>', 'give the feeds this label (repeat the option for several labels)', collectLabels)
    .option('--credentials <name>', 'the name of the secret that opens the feeds (docs/polling.md, "Private feeds")')
    .action((urls: string[], options: Added) => addFeeds(urls, options));
  command('list', 'list all feeds, each with the first eight characters of its id')
    .option('--problems', 'only feeds that fail, are silent, or may have lost items, with the reasons')
    .option(
      '--label <label>',
      'only feeds with this label (repeat the option for feeds with any of several)',
      collectLabels,
    )
    .action((options: Labelled & { readonly problems?: boolean }) =>
      options.problems ? listProblems(options) : listFeeds(options),
    );
  command('show <feed>', 'show one feed; give its URL, its id, or the first eight characters of the id').action(
    (feed: string, options: Options) => showFeed(feed, options),
  );
  command('pause <feed>', 'stop polling the feed until it is resumed').action((feed: string, options: Options) =>
    change(feed, options, 'pause', 'is paused'),
  );
  command('resume <feed>', 'poll the feed again, starting now').action((feed: string, options: Options) =>
    change(feed, options, 'resume', 'is due now'),
  );
  addSettingsCommand(command('set <feed> [name=value...]', "show or change the feed's settings; name= resets one"));
  addLabelCommand(command('label <feed> [changes...]', 'add labels (+a) to a feed, and remove labels (-b)'));
  command('remove <feed>', 'remove the feed; its articles stay').action((feed: string, options: Options) =>
    change(feed, options, 'remove', 'is removed'),
  );
  command(
    'revert <feed>',
    'poll the address again under which the feed was added, if a redirect has moved the feed',
  ).action((feed: string, options: Options) => revertFeed(feed, options));
  addDiscoverCommand(command('discover <site>', 'find the feeds of a site'));
  command('import <file>', 'add the feeds of an OPML file; folders and categories become labels')
    .option('--update', 'also give feeds that are there already the labels and settings of the file')
    .action((file: string, options: Options & { readonly update?: boolean }) => importList(file, options));
  command('export [file]', 'write all feeds as OPML to a file, or to standard output if no file is given').action(
    (file: string | undefined, options: Options) => exportFeeds(file, options),
  );
}

async function addFeeds(raw: readonly string[], options: Added): Promise<void> {
  const urls = feedAddresses(raw);
  const labels = sortedLabels(options.label ?? []);
  checkNumber(labels);
  const settings = settingsOf(options.credentials === undefined ? [] : [`credentials=${options.credentials}`]);
  for (const url of urls) checkExposure(url, settings);
  const work = async (deployment: Deployment): Promise<void> => {
    const registry = registryOf(deployment);
    const results: { readonly feedId: string; readonly url: string; readonly result: 'added' | 'known' }[] = [];
    for (const url of urls)
      results.push({ feedId: feedIdOf(url), url, result: await registry.add(url, undefined, labels, settings) });
    const lines = results.map(({ url, result }) => `${url}: ${result === 'added' ? 'added' : 'was there already'}`);
    const hint = results.some(({ result }) => result === 'added') ? pollingHint(deployment) : '';
    print(options.json, results, () => lines.join('\n') + hint);
  };
  await withDeployment(options, work, 'create');
}

async function listFeeds(options: Labelled): Promise<void> {
  await withDeployment(options, async (deployment) => {
    const known = await all(registryOf(deployment));
    const feeds = known.filter((feed) => hasLabel(feed, options.label));
    const hasLabels = feeds.some(({ labels }) => labels !== undefined);
    const rows = feeds.map((feed) => [
      feed.feedId.slice(0, SHORT_ID),
      feed.title ?? addedUrlOf(feed),
      feed.status,
      feed.lastPoll?.outcome ?? 'never polled',
      feed.status === 'active' ? minute(feed.nextPollAt) : '–',
      ...(hasLabels ? [feed.labels?.join(', ') ?? '–'] : []),
      addedUrlOf(feed),
    ]);
    const head = ['id', 'feed', 'status', 'last poll', 'next poll (UTC)', ...(hasLabels ? ['labels'] : []), 'address'];
    print(options.json, feeds.map(readableFeed), () =>
      feeds.length > 0
        ? table(head, rows)
        : options.label && known.length > 0
          ? noneLabelled(known)
          : 'There are no feeds.',
    );
  });
}

const hasLabel = ({ labels = [] }: Feed, wanted: readonly string[] | undefined): boolean =>
  wanted === undefined || wanted.some((label) => labels.includes(label));

function noneLabelled(feeds: readonly Feed[]): string {
  const used = sortedLabels(feeds.flatMap(({ labels = [] }) => labels));
  return used.length === 0 ? 'No feed has labels.' : `No feed has that label; the labels are ${used.join(', ')}.`;
}

async function listProblems(options: Labelled): Promise<void> {
  await withDeployment(options, async (deployment) => {
    const now = new Date();
    const feeds = (await all(registryOf(deployment)))
      .filter((feed) => hasLabel(feed, options.label))
      .map((feed) => ({ feedId: feed.feedId, url: addedUrlOf(feed), problems: problemsOf(feed, now) }))
      .filter(({ problems }) => problems.length > 0);
    print(options.json, feeds, () =>
      feeds.length === 0
        ? 'No feed has a problem.'
        : table(
            ['address', 'problem'],
            feeds.flatMap(({ url, problems }) => problems.map((problem) => [url, problem])),
            100,
          ),
    );
  });
}

async function showFeed(name: string, options: Options): Promise<void> {
  await withDeployment(options, async (deployment) => {
    const feed = await findFeed(registryOf(deployment), name);
    print(options.json, readableFeed(feed), () => table(['', ''], detailLines(feed, new Date()), 160).trim());
  });
}

async function change(
  name: string,
  options: Options,
  action: 'pause' | 'resume' | 'remove',
  done: string,
): Promise<void> {
  await withDeployment(options, async (deployment) => {
    const registry = registryOf(deployment);
    const { feedId } = await findFeed(registry, name);
    await registry[action](feedId);
    const hint = action === 'resume' ? pollingHint(deployment) : '';
    print(options.json, { feedId, action }, () => `${name} ${done}.${hint}`);
  });
}

async function revertFeed(name: string, options: Options): Promise<void> {
  await withDeployment(options, async (deployment) => {
    const registry = registryOf(deployment);
    const { feedId } = await findFeed(registry, name);
    const isReverted = await registry.revert(feedId);
    print(options.json, { feedId, isReverted }, () =>
      isReverted ? `${name} is polled at the address under which it was added.` : `${name} hasn't moved.`,
    );
  });
}

async function importList(file: string, options: Options & { readonly update?: boolean }): Promise<void> {
  const list = readFeedList(file);
  const work = async (deployment: Deployment): Promise<void> => {
    const result = await importFeeds(list, registryOf(deployment), options.update);
    const hint = result.added > 0 ? pollingHint(deployment) : '';
    print(options.json, result, () => describeImport(file, result) + hint);
  };
  await withDeployment(options, work, 'create');
}

async function exportFeeds(file: string | undefined, options: Options): Promise<void> {
  if (file === undefined && options.json)
    throw new CliError('Give a file with --json, or use `feeds list --json`: OPML is XML.', EXIT.usage);
  await withDeployment(options, async (deployment) => {
    const feeds = (await all(registryOf(deployment))).map(opmlFeedOf);
    const opml = formatOpml(feeds, 'Wireroom feeds', new Date());
    if (file === undefined) write(opml.trimEnd());
    else {
      writeToFile(file, opml);
      print(options.json, { file, feeds: feeds.length }, () => `${counted(feeds.length, 'feed')} written to ${file}.`);
    }
  });
}

function writeToFile(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (cause) {
    throw fileProblem(file, 'written', cause);
  }
}

async function all(registry: FeedRegistry): Promise<Feed[]> {
  const feeds = await Array.fromAsync(registry.list());
  return feeds.sort((a, b) => (addedUrlOf(a) < addedUrlOf(b) ? -1 : 1));
}
