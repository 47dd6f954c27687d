/** `feeds set`: shows and changes the settings of a feed, as `FEED_SETTINGS` declares them. */
import type { Command } from 'commander';
import type { Feed } from '../../../lambdas/core/feed/record/feed.ts';
import {
  contradictionIn,
  exposureAt,
  FEED_SETTINGS,
  type FeedSetting,
  type FeedSettings,
  parseSetting,
  type SettingChange,
  type SettingKey,
  settingsIn,
} from '../../../lambdas/core/feed/record/feed-settings.ts';
import { CliError, EXIT } from '../cli-error.ts';
import { type Target, withDeployment } from '../deployment.ts';
import { print, table } from '../output.ts';
import { registryOf } from '../registry-of.ts';
import { findFeed } from './find-feed.ts';

type Options = Target & { readonly json?: boolean };

const declared = Object.entries(FEED_SETTINGS) as readonly [SettingKey, FeedSetting<unknown>][];

export const addSettingsCommand = (command: Command): Command =>
  command
    .addHelpText('after', `\nSettings:\n${declared.map(([, setting]) => helpOf(setting)).join('\n')}`)
    .action((feed: string, changes: readonly string[], options: Options) => setFeed(feed, changes, options));

const helpOf = ({ name, legal, unset, help }: FeedSetting<unknown>): string =>
  `  ${name}: ${legal} (default: ${unset})\n      ${help}`;

/** Reads `name=value`; nothing behind the sign resets the setting. @throws {CliError} one sentence for each part that is wrong */
export function settingChanges(parts: readonly string[]): SettingChange[] {
  const read = parts.map((part) => {
    const at = part.indexOf('=');
    if (at < 0) return { problem: `${JSON.stringify(part)} has no =: write name=value, or name= for the default.` };
    return parseSetting(part.slice(0, at), part.slice(at + 1));
  });
  const problems = read.flatMap((each) => ('problem' in each ? each.problem : []));
  if (problems.length > 0) throw new CliError(problems.join('\n'), EXIT.usage);
  return read.filter((each) => 'key' in each);
}

/** The settings of a new feed. @throws {CliError} like `settingChanges` */
export const settingsOf = (parts: readonly string[]): FeedSettings =>
  settingsIn(Object.fromEntries(settingChanges(parts).map(({ key, value }) => [key, value])));

async function setFeed(name: string, parts: readonly string[], options: Options): Promise<void> {
  const changes = settingChanges(parts);
  await withDeployment(options, async (deployment) => {
    const registry = registryOf(deployment);
    const feed = await findFeed(registry, name);
    const after = changed(feed, changes);
    if (changes.length > 0) {
      const problem = contradictionIn(after);
      if (problem !== undefined) throw new CliError(problem, EXIT.usage);
      checkExposure(after.url, after);
      await registry.set(feed.feedId, changes);
      // After failures, credentials would otherwise be tried late.
      const opens = changes.some(({ key }) => key === 'credentials');
      if (opens || isDueTooLate(after, new Date())) await registry.makeDue(feed.feedId);
    }
    const rows = declared.map(([key, { name: setting, unset }]) => ({
      setting,
      value: after[key] ?? null,
      effective: after[key] ?? unset,
    }));
    print(
      options.json,
      { feedId: feed.feedId, settings: Object.fromEntries(rows.map((row) => [row.setting, row.value])) },
      () =>
        table(
          ['setting', 'value'],
          rows.map(({ setting, value, effective }) => [setting, value === null ? `– (${effective})` : String(value)]),
        ),
    );
  });
}

/** @throws {CliError} if others could read the credentials on the way to this address */
export function checkExposure(url: string, settings: FeedSettings): void {
  const problem = exposureAt(url, settings);
  if (problem !== undefined) throw new CliError(problem, EXIT.usage);
}

const changed = (feed: Feed, changes: readonly SettingChange[]): Feed => ({
  ...feed,
  ...Object.fromEntries(changes.map(({ key, value }) => [key, value])),
});

/** Whether the next poll was planned for later than the longest interval allows, so that the setting acts at once. */
const isDueTooLate = ({ longestMinutes, failures, nextPollAt }: Feed, now: Date): boolean =>
  longestMinutes !== undefined &&
  failures === 0 &&
  Date.parse(nextPollAt) > now.getTime() + longestMinutes * 60_000 * 1.1;
