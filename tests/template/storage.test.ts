import { describe, expect, it } from 'vitest';
import { everything, synthesize, withoutHash } from './synthesize.ts';

const tablesOf = (template = everything()) =>
  Object.entries(template.findResources('AWS::DynamoDB::Table')).map(
    ([id, table]) => [withoutHash(id), table] as const,
  );
const tables = new Map(tablesOf());
const bucketOf = (template = everything()) => Object.values(template.findResources('AWS::S3::Bucket'))[0];
const bucket = bucketOf();

it('the stack has four tables and one bucket', () => {
  expect([...tables.keys()].sort()).toEqual([
    'StorageArticles',
    'StorageFeeds',
    'StorageFingerprints',
    'StorageRevisions',
  ]);
  expect(Object.keys(everything().findResources('AWS::S3::Bucket'))).toHaveLength(1);
});

describe.each([...tables])('the table %s', (_, table) => {
  it('the table can be restored to a point in time', () => {
    expect(table['Properties'].PointInTimeRecoverySpecification).toEqual({ PointInTimeRecoveryEnabled: true });
  });

  it('the table is paid per request', () => {
    expect(table['Properties'].BillingMode).toBe('PAY_PER_REQUEST');
  });

  it('the table outlives the stack and is protected from deletion', () => {
    expect(table).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
    expect(table['Properties'].DeletionProtectionEnabled).toBe(true);
  });

  it('the table has no physical name', () => {
    expect(table['Properties']).not.toHaveProperty('TableName');
  });
});

it('the Articles table has the class Standard unless infrequentAccess is set, and the other tables always', () => {
  const classesOf = (template = everything()) =>
    Object.fromEntries(tablesOf(template).map(([id, table]) => [id, table['Properties'].TableClass]));
  expect(new Set(Object.values(classesOf()))).toEqual(new Set([undefined]));
  expect(classesOf(synthesize({ infrequentAccess: true }))).toEqual({
    ...classesOf(),
    StorageArticles: 'STANDARD_INFREQUENT_ACCESS',
  });
});

it('only the Articles table has a stream, of new and old images', () => {
  const streams = [...tables].map(([id, table]) => [id, table['Properties'].StreamSpecification?.StreamViewType]);
  expect(Object.fromEntries(streams)).toEqual({
    StorageFeeds: undefined,
    StorageArticles: 'NEW_AND_OLD_IMAGES',
    StorageRevisions: undefined,
    StorageFingerprints: undefined,
  });
});

it('articles, revisions and fingerprints expire, feeds do not', () => {
  const attributes = [...tables].map(([id, table]) => [id, table['Properties'].TimeToLiveSpecification?.AttributeName]);
  expect(Object.fromEntries(attributes)).toEqual({
    StorageFeeds: undefined,
    StorageArticles: 'expiresAt',
    StorageRevisions: 'expiresAt',
    StorageFingerprints: 'expiresAt',
  });
});

it.each([
  ['StorageFeeds', ['feedId HASH'], { due: ['dueShard HASH', 'availableAt RANGE'] }],
  [
    'StorageArticles',
    ['articleId HASH'],
    { byFeed: ['feedId HASH', 'firstSeenAt RANGE'], byDay: ['day HASH', 'firstSeenAt RANGE'] },
  ],
  ['StorageRevisions', ['articleId HASH', 'revision RANGE'], {}],
  ['StorageFingerprints', ['fingerprint HASH'], {}],
])('the table %s has the keys %j and the indexes %j', (id, key, indexes) => {
  interface Key {
    readonly AttributeName: string;
    readonly KeyType: string;
  }
  const schema = (keys: readonly Key[]) => keys.map(({ AttributeName, KeyType }) => `${AttributeName} ${KeyType}`);
  const table = tables.get(id)?.['Properties'];
  const found: readonly { readonly IndexName: string; readonly KeySchema: readonly Key[] }[] =
    table.GlobalSecondaryIndexes ?? [];
  expect(schema(table.KeySchema)).toEqual(key);
  expect(Object.fromEntries(found.map((index) => [index.IndexName, schema(index.KeySchema)]))).toEqual(indexes);
});

describe('the bucket', () => {
  it('the bucket is private and encrypted, and outlives the stack', () => {
    expect(bucket).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
    expect(bucket?.['Properties']).toMatchObject({
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
    });
  });

  it('the bucket refuses requests without TLS', () => {
    const [policy] = Object.values(everything().findResources('AWS::S3::BucketPolicy'));
    expect(policy?.['Properties'].PolicyDocument.Statement).toContainEqual(
      expect.objectContaining({
        Effect: 'Deny',
        Action: 's3:*',
        Principal: { AWS: '*' },
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      }),
    );
  });

  it('the bucket keeps messages for longer than the queue and its dead-letter queue, 14 days each', () => {
    const rules: readonly { Prefix?: string; ExpirationInDays?: number }[] =
      bucket?.['Properties'].LifecycleConfiguration.Rules;
    expect(rules.find(({ Prefix }) => Prefix === 'messages/')?.ExpirationInDays).toBeGreaterThan(28);
    expect(rules.find(({ Prefix }) => Prefix === 'articles/')).toBeUndefined();
    expect(rules).toContainEqual(
      expect.objectContaining({ AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 } }),
    );
  });

  it('the bucket deletes the bodies of articles after their articles have expired', () => {
    const rules = bucketOf(synthesize({ articleRetentionDays: 100 }))?.['Properties'].LifecycleConfiguration.Rules;
    expect(rules).toContainEqual({ Prefix: 'articles/', ExpirationInDays: 107, Status: 'Enabled' });
  });
});

it('every resource is deleted with the stack when the stack is ephemeral', () => {
  const ephemeral = synthesize({ ephemeral: true, exampleConsumer: true });
  const policies = Object.values(ephemeral.toJSON()['Resources'] as Record<string, { DeletionPolicy?: string }>);
  expect(policies.map(({ DeletionPolicy }) => DeletionPolicy)).not.toContain('Retain');
  for (const [, table] of tablesOf(ephemeral)) {
    expect(table['DeletionPolicy']).toBe('Delete');
    expect(table['Properties'].DeletionProtectionEnabled).toBe(false);
  }
  expect(bucketOf(ephemeral)?.['DeletionPolicy']).toBe('Delete');
});
