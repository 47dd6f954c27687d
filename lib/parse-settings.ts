import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Node } from 'constructs';
import * as v from 'valibot';
import { defaultSettings, type Settings } from './settings.ts';

/** The settings don't parse. The message is one sentence that names every problem. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`These settings need mending (cdk.json or -c): ${problems.join('; ')}.`);
    this.problems = problems;
  }
}

const shown = (value: unknown) => (typeof value === 'string' ? `"${value}"` : JSON.stringify(value));

/** A schema whose one message says what is wanted. `-c` gives every value as a string, `cdk.json` also as JSON. */
const wanted = <T>(expected: string, read: (value: unknown) => T | undefined) =>
  v.pipe(
    v.unknown(),
    v.rawTransform<unknown, T>(({ dataset, addIssue, NEVER }) => {
      const value = read(dataset.value);
      if (value !== undefined) return value;
      addIssue({ message: `must be ${expected}, not ${shown(dataset.value)}` });
      return NEVER;
    }),
  );

const toInteger = (value: unknown) =>
  typeof value === 'number'
    ? value
    : typeof value === 'string' && /^\d+$/.test(value.trim())
      ? Number(value)
      : Number.NaN;

const whole = (unit: string, min: number, max: number) =>
  wanted(`a whole number of ${unit} from ${min} to ${max}`, (value) => {
    const number = toInteger(value);
    return Number.isInteger(number) && number >= min && number <= max ? number : undefined;
  });

const flag = wanted('true or false', (value) => {
  if (typeof value === 'boolean') return value;
  return value === 'true' ? true : value === 'false' ? false : undefined;
});

const toList = (value: unknown): readonly unknown[] => {
  if (Array.isArray(value)) return value;
  if (typeof value !== 'string') return [value];
  if (!value.trim().startsWith('[')) return value.split(/[\s,]+/).filter(Boolean);
  try {
    return toList(JSON.parse(value));
  } catch {
    return [value];
  }
};

const toOrigin = (value: unknown) => {
  const url = typeof value === 'string' && /^https?:\/\//i.test(value) ? URL.parse(value) : null;
  return url !== null && url.href === `${url.origin}/` ? url.origin : undefined;
};

const origins = wanted('a list of origins such as http://127.0.0.1:8080 (no path)', (value) => {
  const parsed = toList(value).map(toOrigin);
  return parsed.every((origin) => origin !== undefined) ? parsed : undefined;
});

/** Without spaces, parentheses or anything else that would end the comment of a `User-Agent` (RFC 9110, 5.6.5). */
const contact = wanted('a web page (https://…) or an address (mailto:…) where publishers reach you', (value) => {
  const href =
    typeof value === 'string' && /^(https?:\/\/|mailto:.+@)/i.test(value) ? URL.parse(value)?.href : undefined;
  return href !== undefined && /^[!-'*-~]+$/.test(href) ? href : undefined;
});

const periods = Object.values(RetentionDays).filter(
  (days) => typeof days === 'number' && days !== RetentionDays.INFINITE,
);
const levels = ['DEBUG', 'INFO', 'WARN', 'ERROR'] as const;

/**
 * What a handler keeps free beside the fetch (BESIDE_FETCH_MS). A message that might not end in time is not begun: with less
 * than this, none ever would be.
 */
const BESIDE_POLL_FETCH_SECONDS = 10;
const BESIDE_PAGE_FETCH_SECONDS = 15;

const schema = v.pipe(
  v.strictObject(
    {
      userAgentContact: v.optional(contact),
      pollFloorMinutes: whole('minutes', 1, 1440),
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
      fingerprintRetentionDays: whole('days', 1, 36_500),
      logRetentionDays: wanted(`one of CloudWatch's periods in days (${periods.join(', ')})`, (value) => {
        const days = toInteger(value);
        return periods.includes(days) ? days : undefined;
      }),
      logLevel: wanted(`one of ${levels.join(', ')}`, (value) => levels.find((level) => level === value)),
      ephemeral: flag,
      exampleConsumer: flag,
      alarmTopicArn: v.optional(
        wanted('the ARN of an SNS topic', (value) =>
          typeof value === 'string' && /^arn:[\w-]+:sns:[\w-]+:\d{12}:[\w-]+$/.test(value) ? value : undefined,
        ),
      ),
    },
    'is not a setting',
  ),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const { fetchTimeoutSeconds, pollTimeoutSeconds, ingestTimeoutSeconds, leaseMinutes } = dataset.value;
    if (fetchTimeoutSeconds + BESIDE_POLL_FETCH_SECONDS >= pollTimeoutSeconds) {
      addIssue({
        message: `pollTimeoutSeconds must be more than ${BESIDE_POLL_FETCH_SECONDS} seconds longer than fetchTimeoutSeconds`,
      });
    }
    if (fetchTimeoutSeconds + BESIDE_PAGE_FETCH_SECONDS >= ingestTimeoutSeconds) {
      addIssue({
        message: `ingestTimeoutSeconds must be more than ${BESIDE_PAGE_FETCH_SECONDS} seconds longer than fetchTimeoutSeconds`,
      });
    }
    if (leaseMinutes * 60 <= pollTimeoutSeconds) {
      addIssue({ message: 'leaseMinutes must be longer than pollTimeoutSeconds' });
    }
  }),
);

/** @throws {SettingsError} that names every problem at once. */
export function parseSettings(given: Readonly<Record<string, unknown>> | Partial<Settings>): Settings {
  const present = Object.entries(given).filter(([, value]) => value !== undefined);
  const parsed = v.safeParse(schema, { ...defaultSettings, ...Object.fromEntries(present) });
  if (parsed.success) return parsed.output;
  throw new SettingsError(parsed.issues.map((issue) => [v.getDotPath(issue), issue.message].filter(Boolean).join(' ')));
}

/**
 * The context keys that are meant as settings: every plain word except those that `bin/app.ts` reads itself. CDK's own
 * keys contain a colon or a slash. So a misspelt setting is an error rather than a default in silence.
 */
export const settingsInContext = (node: Node): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries<unknown>(node.getAllContext()).filter(([key]) => /^\w+$/.test(key) && key !== 'stackName'),
  );
