/**
 * Sends the articles that were first seen within one hour to the Items queue, so that their pages are checked again.
 */

import type { ArticleIndex } from '../core/article/article-index.ts';
import { DeadlineError } from '../core/errors.ts';
import type { RecheckMessage, ScheduledRun } from '../core/queues/messages.ts';
import type { RecheckQueue } from '../core/queues/queues.ts';

export interface ScheduleRechecksDependencies {
  readonly articles: ArticleIndex;
  readonly rechecks: RecheckQueue;
  /** Min age of an article at its recheck, in hours, from 1 up; an article is less than an hour older. */
  readonly afterHours: number;
  /** Returns false if the function's time is nearly up. */
  readonly hasTime: () => boolean;
}

export interface RechecksOutcome {
  /** The hour in which the articles were first seen, `2026-11-23T08`, in UTC. */
  readonly hour: string;
  readonly sent: number;
  /** Articles without an address, which can't be checked. */
  readonly passedOver: number;
}

/** Messages that are sent at once. */
const BATCH_SIZE = 100;

/**
 * The hour follows from when the run was due, so that no hour is left out or done twice, however late a run is. A run
 * with too little time throws, and does all of its hour again: a message that is sent twice costs one more look at a
 * page.
 * @throws {DeadlineError}
 */
export const scheduleRechecks =
  ({ articles, rechecks, afterHours, hasTime }: ScheduleRechecksDependencies) =>
  async ({ scheduledTime }: ScheduledRun): Promise<RechecksOutcome> => {
    const hour = hourBefore(scheduledTime, afterHours);
    let sent = 0;
    let passedOver = 0;
    let batch: RecheckMessage[] = [];
    const send = async (): Promise<void> => {
      if (!hasTime()) throw new DeadlineError(`Time was up after ${sent} rechecks of the articles of ${hour}.`);
      await rechecks.send(batch);
      sent += batch.length;
      batch = [];
    };
    for await (const { articleId, url } of articles.firstSeenIn(hour)) {
      if (url === undefined) passedOver++;
      else batch.push({ version: 1, recheck: { articleId, url } });
      if (batch.length === BATCH_SIZE) await send();
    }
    if (batch.length > 0) await send();
    return { hour, sent, passedOver };
  };

/** Returns the whole hour that ended `hours` hours before the beginning of the hour of `time`. */
const hourBefore = (time: string, hours: number): string =>
  new Date(Date.parse(time) - (hours + 1) * 3_600_000).toISOString().slice(0, 'YYYY-MM-DDTHH'.length);
