/**
 * The schemas of the settings' values. Each takes a value of cdk.json or `-c`, and its message says what is expected.
 */
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import * as v from 'valibot';

const shown = (value: unknown) => (typeof value === 'string' ? `"${value}"` : JSON.stringify(value));

/**
 * A schema with one message, which says what is expected. `-c` gives every value as a string, `cdk.json` also as JSON.
 */
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

export const whole = (unit: string, min: number, max: number) =>
  wanted(`a whole number of ${unit} from ${min} to ${max}`, (value) => {
    const number = toInteger(value);
    return Number.isInteger(number) && number >= min && number <= max ? number : undefined;
  });

export const flag = wanted('true or false', (value) => {
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

export const origins = wanted('a list of origins such as http://127.0.0.1:8080 (no path)', (value) => {
  const parsed = toList(value).map(toOrigin);
  return parsed.every((origin) => origin !== undefined) ? parsed : undefined;
});

/** A URL without spaces and parentheses, which would end the comment of a `User-Agent` (RFC 9110, 5.6.5). */
export const contact = wanted('a web page (https://…) or an address (mailto:…) where publishers reach you', (value) => {
  const href =
    typeof value === 'string' && /^(https?:\/\/|mailto:.+@)/i.test(value) ? URL.parse(value)?.href : undefined;
  return href !== undefined && /^[!-'*-~]+$/.test(href) ? href : undefined;
});

const periods = Object.values(RetentionDays).filter(
  (days) => typeof days === 'number' && days !== RetentionDays.INFINITE,
);

export const logPeriod = wanted(`one of CloudWatch's periods in days (${periods.join(', ')})`, (value) => {
  const days = toInteger(value);
  return periods.includes(days) ? days : undefined;
});

const levels = ['DEBUG', 'INFO', 'WARN', 'ERROR'] as const;
export const logLevel = wanted(`one of ${levels.join(', ')}`, (value) => levels.find((level) => level === value));

export const topicArn = wanted('the ARN of an SNS topic', (value) =>
  typeof value === 'string' && /^arn:[\w-]+:sns:[\w-]+:\d{12}:[\w-]+$/.test(value) ? value : undefined,
);
