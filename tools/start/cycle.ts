/** One cycle of a local run: every feed of the run is made due, polled, and all that follows from it is waited for. */
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

/** `schedule-polls` leases for as long as its timeout lets it; a long list takes several runs of it. */
const MAX_SCHEDULES = 20;

export async function runCycle({ title, feedIds, registry, runtime, recorder, progress }: Cycle): Promise<void> {
  const begun = new Date().toISOString();
  let waiting = await filter(feedIds, async (feedId) => isWelcome(await registry.get(feedId)));
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
      // Each round anew: a function that died may have leased a feed without sending its poll.
      waiting = await filter(waiting, (feedId) => registry.makeDue(feedId));
      const scheduled = await runtime.fireSchedules();
      await runtime.idle();
      const left = await filter(waiting, async (feedId) => !isPolledSince(begun, await registry.get(feedId)));
      const inVain = left.length === waiting.length && scheduled.every(({ outcome }) => outcome === 'success');
      if (inVain) break;
      waiting = left;
    }
  } finally {
    progress.end();
  }
}

/** A publisher who asked us to wait is not asked again just because somebody starts a run. */
const isWelcome = (feed: Feed | undefined): boolean =>
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
