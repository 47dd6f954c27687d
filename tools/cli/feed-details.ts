/** A feed as people are shown it. */
import { compact } from '../../lambdas/core/compact.ts';
import { problemsOf } from '../../lambdas/core/feed/problems.ts';
import type { Feed, Subscription } from '../../lambdas/core/feed/types.ts';

type ReadableFeed = Omit<Feed, 'seen' | 'subscription'> & {
  readonly subscription?: Omit<Subscription, 'token' | 'secret'>;
};

/** Without what only machines read and what nobody is to see, and with what people ask first in the first place. */
export function readableFeed(feed: Feed): ReadableFeed {
  const { seen: _, subscription, title, url, status, lastPoll, nextPollAt, nextPollReason, ...rest } = feed;
  const { token: __, secret: ___, ...agreed } = subscription ?? ({} as Subscription);
  return compact({
    ...{ title, url, status, lastPoll, nextPollAt, nextPollReason },
    ...rest,
    subscription: subscription && agreed,
  });
}

/** Names and values, one a line: what a field is made of has lines of its own. What is wrong goes first. */
export function detailLines(feed: Feed, now: Date): [string, string][] {
  const problems = problemsOf(feed, now).map((problem): [string, string] => ['problem', problem]);
  return [...problems, ...Object.entries(readableFeed(feed)).flatMap(([name, value]) => linesOf(name, value))];
}

function linesOf(name: string, value: unknown): [string, string][] {
  if (Array.isArray(value)) {
    const isPlain = value.every((entry) => typeof entry !== 'object');
    return isPlain ? [[name, value.join(', ')]] : value.map((entry): [string, string] => [name, inOneLine(entry)]);
  }
  if (typeof value !== 'object' || value === null) return [[name, String(value)]];
  return Object.entries(value).flatMap(([key, inner]) => linesOf(`${name}.${key}`, inner));
}

const inOneLine = (entry: object): string =>
  Object.entries(entry)
    .map(([key, value]) => `${key} ${value}`)
    .join(', ');
