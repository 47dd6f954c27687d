/** A feed in the form that people see. */
import { compact } from '../../../lambdas/core/compact.ts';
import { problemsOf } from '../../../lambdas/core/feed/polling/problems.ts';
import type { Feed, Subscription } from '../../../lambdas/core/feed/record/feed.ts';
import { type SettingKey, settingTexts } from '../../../lambdas/core/feed/record/feed-settings.ts';
import { entriesByName, shownValue } from '../shown-value.ts';

type ReadableFeed = Omit<Feed, 'seen' | 'subscription'> & {
  readonly subscription?: Omit<Subscription, 'token' | 'secret'>;
};

/** The fields of a feed, in the order in which they are shown. `false`: only JSON has the field. */
const SHOWN: Readonly<Record<Exclude<keyof ReadableFeed, SettingKey>, boolean>> = {
  title: true,
  url: true,
  addedUrl: true,
  labels: true,
  siteUrl: true,
  language: true,
  feedId: true,
  status: true,
  addedAt: true,
  lastPoll: true,
  lastChangedAt: true,
  nextPollAt: true,
  nextPollReason: true,
  intervalMinutes: true,
  meanGapMinutes: true,
  publisherHints: true,
  failures: true,
  moving: true,
  moves: true,
  gaps: true,
  identity: true,
  repaired: true,
  leftOut: true,
  distrustedUntil: true,
  hub: true,
  subscription: true,
  etag: true,
  lastModified: true,
  bodyHash: false,
};

/** Returns the feed without secrets and without the seen set, which only machines read. */
export function readableFeed(feed: Feed): ReadableFeed {
  const { seen: _, subscription, ...rest } = feed;
  const { token: __, secret: ___, ...agreed } = subscription ?? ({} as Subscription);
  return compact({ ...rest, subscription: subscription && agreed });
}

/** Returns lines of a name and a value, one line per property of a field. Problems come first, and are not repeated. */
export function detailLines(feed: Feed, now: Date): [string, string][] {
  const problems = problemsOf(feed, now);
  const readable = readableFeed(feed);
  const names = (Object.keys(SHOWN) as (keyof typeof SHOWN)[]).filter((name) => SHOWN[name]);
  const lines = names.flatMap((name) => (readable[name] === undefined ? [] : linesOf(name, readable[name])));
  return [
    ...problems.map((problem): [string, string] => ['problem', problem]),
    ...lines.filter(([name, value]) => name !== 'lastPoll.detail' || !problems.includes(value)),
    ...settingTexts(feed).map(([name, value]): [string, string] => [`settings.${name}`, value]),
  ];
}

function linesOf(name: string, value: unknown): [string, string][] {
  const isList = Array.isArray(value) && value.some((entry) => typeof entry === 'object');
  if (isList) return value.map((entry): [string, string] => [name, shownValue(entry)]);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [[name, shownValue(value)]];
  return entriesByName(value).flatMap(([key, inner]) => linesOf(`${name}.${key}`, inner));
}
