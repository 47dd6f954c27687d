import { integer, text } from '../core/env.ts';

/** The environment of `schedule-rechecks`. */
export const scheduleRechecksEnvironment = {
  ARTICLES_TABLE_NAME: text,
  ITEM_QUEUE_URL: text,
  /** Hours after which an article's page is checked again. */
  RECHECK_AFTER_HOURS: integer(1),
};

/**
 * The event of a run. EventBridge Scheduler fills in when the run was due, so that a run that comes late, or again,
 * does the same work.
 */
export const scheduledRun = { scheduledTime: '<aws.scheduler.scheduled-time>' };
