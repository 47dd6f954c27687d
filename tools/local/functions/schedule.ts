import cronParser from 'aws-cron-parser';
import * as v from 'valibot';
import { TemplateError } from '../template/errors.ts';

/** Properties of `AWS::Scheduler::Schedule`. */
export const scheduleSchema = v.object({
  ScheduleExpression: v.string(),
  ScheduleExpressionTimezone: v.optional(v.picklist(['UTC', 'Etc/UTC', 'GMT', 'Etc/GMT']), 'UTC'),
  State: v.optional(v.picklist(['ENABLED', 'DISABLED']), 'ENABLED'),
  Target: v.object({ Arn: v.string(), Input: v.optional(v.string()) }),
});

const unitMs: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** Max wait of a Node timer (a signed 32-bit number of milliseconds). A longer wait is cut into pieces. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/**
 * Returns a function that gives a schedule's next due time, in UTC. A rate is first due now, as in EventBridge
 * Scheduler for a schedule without a start date. A cron is first due at its next time.
 * @throws {TemplateError} if the expression is no rate and no cron
 */
export function parseScheduleExpression(
  expression: string,
  within: string,
): (previous: Date | undefined, now: Date) => Date {
  const [, count, unit] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  if (count !== undefined && unit !== undefined) {
    const interval = Number(count) * (unitMs[unit] ?? 0);
    // Times that were missed while the machine slept are skipped.
    return (previous, now) =>
      previous === undefined ? now : new Date(Math.max(previous.getTime() + interval, now.getTime()));
  }
  const [, fields] = /^cron\((.+)\)$/.exec(expression) ?? [];
  if (fields === undefined)
    throw new TemplateError(`${within} has the schedule ${expression}: only rate(…) and cron(…) run locally.`);
  try {
    const cron = cronParser.parse(fields);
    // A timer may fire a moment early. Its time is not due again.
    return (previous, now) =>
      cronParser.next(cron, new Date(Math.max(previous?.getTime() ?? 0, now.getTime()))) ?? new Date(8.64e15);
  } catch (cause) {
    throw new TemplateError(`${within} has a schedule that can't be read: ${expression}`, { cause });
  }
}

/** Calls `fire` at every due time, until the returned function is called. A slow run delays no other run. */
export function startTimer(
  due: (previous: Date | undefined, now: Date) => Date,
  fire: (scheduledAt: Date) => void,
): () => void {
  let timer: NodeJS.Timeout;
  const waitUntil = (next: Date): void => {
    const wait = next.getTime() - Date.now();
    timer = setTimeout(
      () => {
        if (wait > MAX_TIMER_MS) return waitUntil(next);
        fire(next);
        waitUntil(due(next, new Date()));
      },
      Math.min(Math.max(wait, 0), MAX_TIMER_MS),
    );
  };
  waitUntil(due(undefined, new Date()));
  return () => clearTimeout(timer);
}

/** Returns the event of a schedule: its input, or EventBridge Scheduler's default event if it has no input. */
export function scheduleEvent(
  input: string | undefined,
  schedule: { readonly arn: string; readonly region: string; readonly accountId: string; readonly scheduledAt: Date },
): unknown {
  const time = schedule.scheduledAt.toISOString().replace(/\.\d+Z$/, 'Z');
  if (input === undefined) {
    return {
      version: '0',
      id: crypto.randomUUID(),
      'detail-type': 'Scheduled Event',
      source: 'aws.scheduler',
      account: schedule.accountId,
      time,
      region: schedule.region,
      resources: [schedule.arn],
      detail: '{}',
    };
  }
  // Source: AWS, "Adding context attributes in EventBridge Scheduler".
  const filled = input
    .replaceAll('<aws.scheduler.scheduled-time>', time)
    .replaceAll('<aws.scheduler.schedule-arn>', schedule.arn)
    .replaceAll('<aws.scheduler.execution-id>', () => crypto.randomUUID())
    .replaceAll('<aws.scheduler.attempt-number>', '1');
  return JSON.parse(filled);
}
