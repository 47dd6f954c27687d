import { describe, expect, it } from 'vitest';
import { decodeEnvironment } from '../../lambdas/core/env.ts';
import { READER_LIMITS as ARTICLE_LIMITS, ingestItemEnvironment } from '../../lambdas/ingest-item/config.ts';
import { READER_LIMITS as FEED_LIMITS, pollFeedEnvironment } from '../../lambdas/poll-feed/config.ts';
import { schedulePollsEnvironment } from '../../lambdas/schedule-polls/config.ts';
import { scheduleRechecksEnvironment } from '../../lambdas/schedule-rechecks/config.ts';
import { websubCallbackEnvironment } from '../../lambdas/websub-callback/config.ts';
import type { Settings } from '../../lib/settings.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { everything, readable, synthesize, withoutHash } from './synthesize.ts';

const template = everything();
const functions = Object.entries(template.findResources('AWS::Lambda::Function')).map(
  ([id, resource]) => [withoutHash(id), resource['Properties']] as const,
);

it('the stack with every option has six functions', () => {
  expect(functions.map(([id]) => id).sort()).toEqual([
    'ExampleConsumerPrintEvents',
    'IngestionIngestItem',
    'PollingPollFeed',
    'PollingSchedulePolls',
    'PollingWebSubWebsubCallback',
    'RechecksScheduleRechecks',
  ]);
});

describe.each(functions)('the function %s', (id, properties) => {
  it('the function runs on Node 24 and arm64', () => {
    expect(properties).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'], Handler: 'index.handler' });
  });

  it('the function logs JSON to its own log group, which is retained and keeps logs for 30 days', () => {
    expect(properties.LoggingConfig).toMatchObject({ LogFormat: 'JSON', ApplicationLogLevel: 'INFO' });
    const logGroups = Object.entries(template.findResources('AWS::Logs::LogGroup'));
    const [, logGroup] =
      logGroups.find(([logicalId]) => withoutHash(logicalId) === readable(properties.LoggingConfig.LogGroup)) ?? [];
    expect(withoutHash(readable(properties.LoggingConfig.LogGroup))).toBe(`${id}Logs`);
    expect(logGroup).toMatchObject({ DeletionPolicy: 'Retain', Properties: { RetentionInDays: 30 } });
  });

  it('the function names itself in its logs and metrics', () => {
    expect(properties.Environment.Variables).toMatchObject({
      POWERTOOLS_SERVICE_NAME: expect.stringMatching(
        /^(schedule-polls|poll-feed|ingest-item|schedule-rechecks|websub-callback|print-events)$/,
      ),
      POWERTOOLS_METRICS_NAMESPACE: 'Wireroom',
      POWERTOOLS_LOG_LEVEL: 'INFO',
    });
  });

  it('the function has no physical name', () => {
    expect(properties).not.toHaveProperty('FunctionName');
  });
});

describe.each([
  ['PollingPollFeed', FEED_LIMITS],
  ['IngestionIngestItem', ARTICLE_LIMITS],
])('the reader of %s', (id, limits) => {
  const memory = functions.find(([name]) => name === id)?.[1].MemorySize;

  it('leaves 600 MiB of the function’s memory to the function’s own process', () => {
    expect(memory - limits.residentMegabytes).toBeGreaterThanOrEqual(600);
    expect(limits.heapMegabytes).toBeLessThan(limits.residentMegabytes);
  });

  it('reaches its limit of CPU time before its limit on the clock, at the function’s share of a CPU', () => {
    const share = memory / MEGABYTES_OF_A_CPU;
    expect(limits.cpuMs / share).toBeLessThan(limits.wallMs);
  });
});

/** A function has one CPU at this memory: https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html */
const MEGABYTES_OF_A_CPU = 1_769;

describe('the environment of a handler', () => {
  const environmentOf = (id: string, settings: Partial<Settings>) => {
    const found = Object.entries(synthesize(settings).findResources('AWS::Lambda::Function'));
    const [, resource] = found.find(([logicalId]) => withoutHash(logicalId) === id) ?? [];
    const variables: Record<string, unknown> = resource?.['Properties'].Environment.Variables;
    return Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, readable(value)]));
  };
  const fetching = {
    userAgentContact: 'https://news.example.org/bot',
    fetchTimeoutSeconds: 7,
    fetchMaxBytes: 5000,
    hostSpacingMilliseconds: 250,
    allowedOrigins: ['http://127.0.0.1:8080', 'http://10.0.0.1'],
  };
  const fetched = {
    USER_AGENT: `Wireroom/${packageJson.version} (+https://news.example.org/bot)`,
    FETCH_TIMEOUT_MS: 7000,
    FETCH_MAX_BYTES: 5000,
    HOST_SPACING_MS: 250,
    ALLOWED_ORIGINS: ['http://127.0.0.1:8080', 'http://10.0.0.1'],
  };

  it('schedule-polls gets its environment from the settings and the stack', () => {
    const environment = environmentOf('PollingSchedulePolls', { leaseMinutes: 20 });
    expect(decodeEnvironment(schedulePollsEnvironment, environment)).toEqual({
      FEEDS_TABLE_NAME: 'StorageFeeds',
      POLL_QUEUE_URL: 'PollingPollsQueue',
      LEASE_SECONDS: 1200,
    });
  });

  it('poll-feed gets its environment from the settings and the stack', () => {
    const environment = environmentOf('PollingPollFeed', { ...fetching, pollFloorMinutes: 9, backfillPagesDays: 30 });
    expect(decodeEnvironment(pollFeedEnvironment, environment)).toEqual({
      ...fetched,
      FEEDS_TABLE_NAME: 'StorageFeeds',
      POLL_QUEUE_URL: 'PollingPollsQueue',
      ITEM_QUEUE_URL: 'IngestionItemsQueue',
      BODIES_BUCKET_NAME: 'StorageBodies',
      CREDENTIALS_PREFIX: 'Wireroom/feeds/',
      POLL_FLOOR_MINUTES: 9,
      BACKFILL_PAGES_DAYS: 30,
      WEBSUB_CALLBACK_URL: undefined,
      WEBSUB_CALLBACK_KEY: undefined,
    });
  });

  it('poll-feed gets the callback URL when webSub is set', () => {
    expect(environmentOf('PollingPollFeed', { webSub: true })['WEBSUB_CALLBACK_URL']).toBe(
      'PollingWebSubWebsubCallbackFunctionUrl',
    );
  });

  it('websub-callback gets its environment from the stack', () => {
    const environment = environmentOf('PollingWebSubWebsubCallback', { webSub: true });
    expect(decodeEnvironment(websubCallbackEnvironment, environment)).toEqual({
      FEEDS_TABLE_NAME: 'StorageFeeds',
      POLL_QUEUE_URL: 'PollingPollsQueue',
      WEBSUB_CALLBACK_KEY: 'AWS::StackId',
    });
    expect(environmentOf('PollingPollFeed', { webSub: true })['WEBSUB_CALLBACK_KEY']).toBe('AWS::StackId');
  });

  it('schedule-rechecks gets its environment from the settings and the stack', () => {
    const environment = environmentOf('RechecksScheduleRechecks', { recheckAfterHours: 36 });
    expect(decodeEnvironment(scheduleRechecksEnvironment, environment)).toEqual({
      ARTICLES_TABLE_NAME: 'StorageArticles',
      ITEM_QUEUE_URL: 'IngestionItemsQueue',
      RECHECK_AFTER_HOURS: 36,
    });
  });

  it('ingest-item gets its environment from the settings and the stack', () => {
    const environment = environmentOf('IngestionIngestItem', {
      ...fetching,
      articleRetentionDays: 90,
      revisionRetentionDays: 30,
      fingerprintRetentionDays: 60,
    });
    expect(decodeEnvironment(ingestItemEnvironment, environment)).toEqual({
      ...fetched,
      ARTICLES_TABLE_NAME: 'StorageArticles',
      REVISIONS_TABLE_NAME: 'StorageRevisions',
      FINGERPRINTS_TABLE_NAME: 'StorageFingerprints',
      BODIES_BUCKET_NAME: 'StorageBodies',
      ITEM_QUEUE_URL: 'IngestionItemsQueue',
      ARTICLE_RETENTION_DAYS: 90,
      REVISION_RETENTION_DAYS: 30,
      FINGERPRINT_RETENTION_DAYS: 60,
    });
  });

  it('the User-Agent is only product and version when no contact is set', () => {
    expect(environmentOf('PollingPollFeed', { userAgentContact: undefined })['USER_AGENT']).toBe(
      `Wireroom/${packageJson.version}`,
    );
  });
});

describe('the URL that hubs call', () => {
  it('the stack has a function URL only when webSub is set', () => {
    expect(synthesize().findResources('AWS::Lambda::Url')).toEqual({});
    const [url, ...others] = Object.values(template.findResources('AWS::Lambda::Url'));
    expect(others).toEqual([]);
    expect(readable(url?.['Properties'].TargetFunctionArn)).toBe('PollingWebSubWebsubCallback');
    expect(url?.['Properties']).not.toHaveProperty('Cors');
  });

  it('only the function behind the URL reserves concurrency, unless webSubConcurrency is 0', () => {
    const reserved = (settings: Partial<Settings>) =>
      Object.entries(synthesize({ webSub: true, ...settings }).findResources('AWS::Lambda::Function'))
        .map(([id, { Properties }]) => [id.replace(/[0-9A-F]{8}$/, ''), Properties.ReservedConcurrentExecutions])
        .filter(([, count]) => count !== undefined);
    expect(reserved({})).toEqual([['PollingWebSubWebsubCallback', 2]]);
    expect(reserved({ webSubConcurrency: 0 })).toEqual([]);
  });

  it('the public may invoke websub-callback only through its function URL', () => {
    const permissions = Object.values(template.findResources('AWS::Lambda::Permission')).map(
      (each) => each['Properties'],
    );
    const open = permissions.filter(({ Principal }) => Principal === '*');
    expect(open.length).toBeGreaterThan(0);
    for (const permission of open) {
      expect(readable(permission.FunctionName)).toBe('PollingWebSubWebsubCallback');
      expect(permission.FunctionUrlAuthType === 'NONE' || permission.InvokedViaFunctionUrl === true).toBe(true);
    }
  });
});
