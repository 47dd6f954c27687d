import type { Node } from 'constructs';
import * as v from 'valibot';
import { FETCHES, SECONDS_BESIDE_FETCHES } from '../lambdas/ingest-item/config.ts';
import { SECONDS_BESIDE_FETCH as besidePollFetch } from '../lambdas/poll-feed/config.ts';
import { contact, flag, logLevel, logPeriod, origins, topicArn, whole } from './setting-values.ts';
import { defaultSettings, type Settings } from './settings.ts';

/** The settings don't parse. The message is one sentence that names every problem. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`These settings are invalid (cdk.json or -c): ${problems.join('; ')}.`);
    this.problems = problems;
  }
}

const schema = v.pipe(
  v.strictObject(
    {
      userAgentContact: v.optional(contact),
      pollFloorMinutes: whole('minutes', 1, 1440),
      backfillPagesDays: whole('days', 0, 36_500),
      leaseMinutes: whole('minutes', 1, 1440),
      pollConcurrency: whole('instances', 2, 1000),
      ingestConcurrency: whole('instances', 2, 1000),
      pollTimeoutSeconds: whole('seconds', 1, 900),
      ingestTimeoutSeconds: whole('seconds', 1, 900),
      fetchTimeoutSeconds: whole('seconds', 1, 300),
      fetchMaxBytes: whole('bytes', 1024, 100_000_000),
      hostSpacingMilliseconds: whole('milliseconds', 0, 60_000),
      allowedOrigins: origins,
      articleRetentionDays: whole('days', 0, 36_500),
      revisionRetentionDays: whole('days', 0, 36_500),
      recheckAfterHours: whole('hours', 0, 168),
      fingerprintRetentionDays: whole('days', 1, 36_500),
      logRetentionDays: logPeriod,
      logLevel,
      ephemeral: flag,
      exampleConsumer: flag,
      infrequentAccess: flag,
      webSub: flag,
      webSubConcurrency: whole('instances', 0, 1000),
      alarmTopicArn: v.optional(topicArn),
    } satisfies Record<keyof Settings, v.GenericSchema<unknown, unknown>>,
    'is not a setting',
  ),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const { fetchTimeoutSeconds, pollTimeoutSeconds, ingestTimeoutSeconds, leaseMinutes } = dataset.value;
    if (fetchTimeoutSeconds + besidePollFetch >= pollTimeoutSeconds) {
      addIssue({
        message: `pollTimeoutSeconds must be more than ${besidePollFetch} seconds longer than fetchTimeoutSeconds`,
      });
    }
    if (FETCHES * fetchTimeoutSeconds + SECONDS_BESIDE_FETCHES >= ingestTimeoutSeconds) {
      addIssue({
        message: `ingestTimeoutSeconds must be more than ${SECONDS_BESIDE_FETCHES} seconds longer than ${FETCHES} times fetchTimeoutSeconds`,
      });
    }
    if (leaseMinutes * 60 <= pollTimeoutSeconds) {
      addIssue({ message: 'leaseMinutes must be longer than pollTimeoutSeconds' });
    }
  }),
);

/**
 * Returns the settings, with defaults for those that are not given.
 * @throws {SettingsError} that names every problem
 */
export function parseSettings(given: Readonly<Record<string, unknown>> | Partial<Settings>): Settings {
  const present = Object.entries(given).filter(([, value]) => value !== undefined);
  const parsed = v.safeParse(schema, { ...defaultSettings, ...Object.fromEntries(present) });
  if (parsed.success) return parsed.output;
  throw new SettingsError(parsed.issues.map((issue) => [v.getDotPath(issue), issue.message].filter(Boolean).join(' ')));
}

/**
 * Returns the context keys that are meant as settings: every plain word except `stackName`, which `bin/app.ts` reads.
 * CDK's own keys contain a colon or a slash. So a misspelt setting is an error, not silently a default.
 */
export const settingsInContext = (node: Node): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries<unknown>(node.getAllContext()).filter(([key]) => /^\w+$/.test(key) && key !== 'stackName'),
  );
