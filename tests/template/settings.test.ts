import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { describe, expect, it } from 'vitest';
import { parseSettings, SettingsError, settingsInContext } from '../../lib/parse-settings.ts';
import { defaultSettings } from '../../lib/settings.ts';

const problemsOf = (given: Record<string, unknown>): readonly string[] => {
  try {
    parseSettings(given);
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
  return [];
};

it('every setting has its default when none is given', () => {
  expect(parseSettings({})).toEqual(defaultSettings);
  expect(parseSettings({ pollFloorMinutes: undefined })).toEqual(defaultSettings);
});

it('every default in the docstrings of settings.ts is the real default', () => {
  const source = readFileSync(join(import.meta.dirname, '../../lib/settings.ts'), 'utf8');
  const documented = [...source.matchAll(/@default ([^-\n].*)\n\s+\*\/\n\s+readonly (\w+)\??:/g)];
  const asText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
  expect(Object.fromEntries(documented.map(([, value, name]) => [name, value]))).toEqual(
    Object.fromEntries(Object.entries(defaultSettings).map(([name, value]) => [name, asText(value)])),
  );
});

describe('values from -c', () => {
  it.each([
    ['pollFloorMinutes', '10', 10],
    ['articleRetentionDays', '0', 0],
    ['webSubConcurrency', '0', 0],
    ['logRetentionDays', '14', 14],
    ['ephemeral', 'true', true],
    ['exampleConsumer', 'false', false],
    ['logLevel', 'DEBUG', 'DEBUG'],
    ['allowedOrigins', 'http://127.0.0.1:8080', ['http://127.0.0.1:8080']],
    [
      'allowedOrigins',
      'http://127.0.0.1:8080, https://News.internal/',
      ['http://127.0.0.1:8080', 'https://news.internal'],
    ],
    ['allowedOrigins', '["http://[::1]:8080"]', ['http://[::1]:8080']],
    ['allowedOrigins', '', []],
    ['userAgentContact', 'https://News.example.org/bot?a=b', 'https://news.example.org/bot?a=b'],
    ['userAgentContact', 'mailto:news@example.org', 'mailto:news@example.org'],
    ['alarmTopicArn', 'arn:aws:sns:eu-west-1:123456789012:on-call', 'arn:aws:sns:eu-west-1:123456789012:on-call'],
  ] as const)('the string of -c %s=%s is parsed', (name, given, expected) => {
    expect(parseSettings({ [name]: given })[name]).toEqual(expected);
  });
});

describe('bad values', () => {
  it.each([
    ['pollFloorMinutes', '0', 'pollFloorMinutes must be a whole number of minutes from 1 to 1440, not "0"'],
    ['pollFloorMinutes', '1.5', 'pollFloorMinutes must be a whole number of minutes from 1 to 1440, not "1.5"'],
    ['pollFloorMinutes', '', 'pollFloorMinutes must be a whole number of minutes from 1 to 1440, not ""'],
    ['pollFloorMinutes', null, 'pollFloorMinutes must be a whole number of minutes from 1 to 1440, not null'],
    ['leaseMinutes', '1e2', 'leaseMinutes must be a whole number of minutes from 1 to 1440, not "1e2"'],
    ['pollConcurrency', 1, 'pollConcurrency must be a whole number of instances from 2 to 1000, not 1'],
    ['ingestConcurrency', '1001', 'ingestConcurrency must be a whole number of instances from 2 to 1000, not "1001"'],
    ['webSubConcurrency', -1, 'webSubConcurrency must be a whole number of instances from 0 to 1000, not -1'],
    ['recheckAfterHours', '169', 'recheckAfterHours must be a whole number of hours from 0 to 168, not "169"'],
    ['ephemeral', 'yes', 'ephemeral must be true or false, not "yes"'],
    ['logLevel', 'debug', 'logLevel must be one of DEBUG, INFO, WARN, ERROR, not "debug"'],
    [
      'logRetentionDays',
      '31',
      expect.stringMatching(/^logRetentionDays must be one of CloudWatch's periods .*30.*, not "31"$/),
    ],
    ['logRetentionDays', '9999', expect.stringContaining('not "9999"')],
    [
      'allowedOrigins',
      'http://127.0.0.1:8080/feed',
      expect.stringMatching(/^allowedOrigins must be a list of origins .*\/feed"$/),
    ],
    ['allowedOrigins', 'file:///etc/passwd', expect.stringContaining('allowedOrigins must be a list of origins')],
    [
      'allowedOrigins',
      'http://user:secret@10.0.0.1',
      expect.stringContaining('allowedOrigins must be a list of origins'),
    ],
    ['userAgentContact', 'example.org', expect.stringContaining('userAgentContact must be a web page')],
    [
      'userAgentContact',
      'https://news.example.org/bot) Evil/1.0 (',
      expect.stringContaining('userAgentContact must be'),
    ],
    ['userAgentContact', 'javascript:alert(1)', expect.stringContaining('userAgentContact must be a web page')],
    ['alarmTopicArn', 'on-call', 'alarmTopicArn must be the ARN of an SNS topic, not "on-call"'],
    ['pollFloorMinuts', '5', 'pollFloorMinuts is not a setting'],
  ])('the bad value %s=%j is refused with a sentence that says what is expected', (name, given, expected) => {
    expect(problemsOf({ [name]: given })).toEqual([expected]);
  });

  it('all problems are named at once, in one sentence', () => {
    const bad = () => parseSettings({ pollFloorMinutes: 'often', ephemeral: 'maybe', colour: 'red' });
    expect(bad).toThrow(
      'These settings are invalid (cdk.json or -c): pollFloorMinutes must be a whole number of minutes from 1 to 1440, ' +
        'not "often"; ephemeral must be true or false, not "maybe"; colour is not a setting.',
    );
  });
});

describe('settings that depend on each other', () => {
  it.each([
    [
      'pollTimeoutSeconds leaves time beside the fetch',
      { fetchTimeoutSeconds: 65, ingestTimeoutSeconds: 300 },
      'pollTimeoutSeconds must be more than 25 seconds longer than fetchTimeoutSeconds',
    ],
    [
      'ingestTimeoutSeconds leaves time beside the fetches',
      { fetchTimeoutSeconds: 40, ingestTimeoutSeconds: 180 },
      'ingestTimeoutSeconds must be more than 60 seconds longer than 3 times fetchTimeoutSeconds',
    ],
    [
      'leaseMinutes is longer than a poll',
      { leaseMinutes: 1, pollTimeoutSeconds: 60, fetchTimeoutSeconds: 20 },
      'leaseMinutes must be longer than pollTimeoutSeconds',
    ],
  ])('settings are refused unless %s', (_, given, problem) => {
    expect(problemsOf(given)).toEqual([problem]);
  });

  it('settings are accepted when one second is left', () => {
    expect(problemsOf({ fetchTimeoutSeconds: 64, ingestTimeoutSeconds: 253 })).toEqual([]);
    expect(problemsOf({ leaseMinutes: 1, pollTimeoutSeconds: 59, fetchTimeoutSeconds: 20 })).toEqual([]);
  });
});

it("CDK's own context keys are no settings, and a misspelt setting is read as a setting", () => {
  const app = new App({
    context: {
      '@aws-cdk/core:x': true,
      'aws:cdk:bundling-stacks': [],
      'availability-zones:a:b': [],
      stackName: 'News',
      leaseMinuts: '9',
    },
  });
  expect(Object.keys(settingsInContext(app.node))).toEqual(['leaseMinuts']);
});
