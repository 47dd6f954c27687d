/** One cycle of a local run: every feed of the run is made due, polled, and all that follows from it is waited for. */
import type { FeedRegistry } from '../../lambdas/adapters/feed-registry.ts';
import type { Feed } from '../../lambdas/core/feed/types.ts';
import type { LocalRuntime } from '../local/runtime.ts';
import type { Progress } from './progress.ts';
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
const MOST_SCHEDULES = 20;

export async function runCycle({ title, feedIds, registry, runtime, recorder, progress }: Cycle): Promise<void> {
  const due = new Set<string>();
  for (const feedId of feedIds) if (await makeDue(registry, feedId)) due.add(feedId);
  const before = { polls: recorder.polls, sent: recorder.itemsSent, ingested: recorder.itemsIngested };

  progress.begin(title, () => {
    const polls = recorder.polls - before.polls;
    const sent = recorder.itemsSent - before.sent;
    const ingested = recorder.itemsIngested - before.ingested;
    const detail = `${polls} of ${Math.max(polls, due.size)} feeds polled, ${ingested} of ${Math.max(ingested, sent)} items ingested`;
    return { done: polls + ingested, total: due.size + sent, detail };
  });
  try {
    for (let round = 0; round < MOST_SCHEDULES; round++) {
      await runtime.fireSchedules();
      await runtime.idle();
      if (recorder.polls - before.polls >= due.size) break;
    }
  } finally {
    progress.end();
  }
}

/** A publisher who asked us to wait is not asked again just because somebody starts a run. */
async function makeDue(registry: FeedRegistry, feedId: string): Promise<boolean> {
  const feed = await registry.get(feedId);
  return feed !== undefined && !isAskedToWait(feed) && registry.makeDue(feedId);
}

const isAskedToWait = ({ lastPoll, nextPollAt }: Feed): boolean =>
  /^http-(?:429|503)$/.test(lastPoll?.reason ?? '') && nextPollAt > new Date().toISOString();
