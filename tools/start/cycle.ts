/**
 * One cycle of a local run: makes every feed due, lets the schedule poll the feeds, and waits until the pipeline idles.
 */
import type { FeedRegistry } from '../../lambdas/adapters/dynamodb/feed-registry.ts';
import type { Feed } from '../../lambdas/core/feed/record/feed.ts';
import type { Progress } from '../cli/progress.ts';
import type { LocalRuntime } from '../local/runtime.ts';
import type { RunRecorder } from './run-recorder.ts';

export interface Cycle {
  readonly title: string;
  readonly feedIds: readonly string[];
  readonly registry: FeedRegistry;
  readonly runtime: LocalRuntime;
  readonly recorder: RunRecorder;
  readonly progress: Progress;
}

/** Max runs of `schedule-polls` per cycle. One run sends feeds until its timeout, so a long list takes several runs. */
const MAX_SCHEDULES = 20;

export async function runCycle({ title, feedIds, registry, runtime, recorder, progress }: Cycle): Promise<void> {
  const begun = new Date().toISOString();
  let waiting = await filter(feedIds, async (feedId) => mayBePolled(await registry.get(feedId)));
  const feeds = waiting.length;
  const before = { polls: recorder.polls, sent: recorder.itemsSent, ingested: recorder.itemsIngested };

  progress.begin(title, () => {
    const polls = recorder.polls - before.polls;
    const sent = recorder.itemsSent - before.sent;
    const ingested = recorder.itemsIngested - before.ingested;
    const detail = `${polls} of ${Math.max(polls, feeds)} feeds polled, ${ingested} of ${Math.max(ingested, sent)} items ingested`;
    return { done: polls + ingested, total: feeds + sent, detail };
  });
  try {
    for (let round = 0; round < MAX_SCHEDULES && waiting.length > 0; round++) {
      // Again in each round, because a function that died may have taken the poll of a feed with it.
      waiting = await filter(waiting, (feedId) => registry.makeDue(feedId));
      const scheduled = await runtime.fireSchedules();
      await runtime.idle();
      const left = await filter(waiting, async (feedId) => !isPolledSince(begun, await registry.get(feedId)));
      const isStuck = left.length === waiting.length && scheduled.every(({ outcome }) => outcome === 'success');
      if (isStuck) break;
      waiting = left;
    }
  } finally {
    progress.end();
  }
}

/** False if the feed isn't active, or if its publisher has asked us to wait. */
const mayBePolled = (feed: Feed | undefined): boolean =>
  feed?.status === 'active' &&
  !(/^http-(?:429|503)$/.test(feed.lastPoll?.reason ?? '') && feed.nextPollAt > new Date().toISOString());

const isPolledSince = (begun: string, feed: Feed | undefined): boolean => (feed?.lastPoll?.at ?? '') >= begun;

async function filter(
  feedIds: readonly string[],
  matches: (feedId: string) => Promise<boolean>,
): Promise<readonly string[]> {
  const kept: string[] = [];
  for (const feedId of feedIds) if (await matches(feedId)) kept.push(feedId);
  return kept;
}
