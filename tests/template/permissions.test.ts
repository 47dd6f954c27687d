import { expect, it } from 'vitest';
import { everything, permissionsIn, readable, withoutHash } from './synthesize.ts';

const template = everything();
const policies = Object.values(template.findResources('AWS::IAM::Policy')).map((policy) => policy['Properties']);

/** The permissions of a function's role, as sentences. */
function permissionsOf(functionId: string): readonly string[] {
  const [, resource] =
    Object.entries(template.findResources('AWS::Lambda::Function')).find(([id]) => withoutHash(id) === functionId) ??
    [];
  const role = readable(resource?.['Properties'].Role);
  return policies
    .filter((policy) => policy.Roles.map(readable).includes(role))
    .flatMap((policy) => permissionsIn(policy.PolicyDocument))
    .map(({ effect, action, resource: on }) => `${effect === 'Allow' ? '' : `${effect} `}${action} on ${on}`)
    .sort();
}

const logging = (functionId: string) =>
  ['CreateLogStream', 'PutLogEvents'].map((action) => `logs:${action} on ${functionId}Logs`);

/** The permissions that an event source mapping needs on a FIFO queue. */
const consuming = (queue: string) =>
  ['ReceiveMessage', 'ChangeMessageVisibility', 'GetQueueUrl', 'DeleteMessage', 'GetQueueAttributes'].map(
    (action) => `sqs:${action} on ${queue}`,
  );

const PERMISSIONS: readonly (readonly [functionId: string, permissions: readonly string[]])[] = [
  [
    'PollingSchedulePolls',
    [
      'dynamodb:Query on StorageFeeds/index/due',
      'dynamodb:GetItem on StorageFeeds',
      'dynamodb:UpdateItem on StorageFeeds',
      'sqs:SendMessage on PollingPollsQueue',
    ],
  ],
  [
    'PollingPollFeed',
    [
      ...consuming('PollingPollsQueue'),
      'dynamodb:BatchGetItem on StorageFeeds',
      'dynamodb:UpdateItem on StorageFeeds',
      'sqs:SendMessage on IngestionItemsQueue',
      's3:PutObject on StorageBodies/messages/*',
      'secretsmanager:GetSecretValue on arn:AWS::Partition:secretsmanager:AWS::Region:AWS::AccountId:secret:Wireroom/feeds/*',
    ],
  ],
  [
    'PollingWebSubWebsubCallback',
    ['dynamodb:GetItem on StorageFeeds', 'dynamodb:UpdateItem on StorageFeeds', 'sqs:SendMessage on PollingPollsQueue'],
  ],
  [
    'IngestionIngestItem',
    [
      ...consuming('IngestionItemsQueue'),
      'dynamodb:GetItem on StorageArticles',
      'dynamodb:PutItem on StorageArticles',
      'dynamodb:UpdateItem on StorageArticles',
      'dynamodb:PutItem on StorageRevisions',
      'dynamodb:BatchGetItem on StorageFingerprints',
      'dynamodb:GetItem on StorageFingerprints',
      'dynamodb:PutItem on StorageFingerprints',
      's3:GetObject on StorageBodies/messages/*',
      's3:PutObject on StorageBodies/articles/*',
    ],
  ],
  [
    'RechecksScheduleRechecks',
    [
      'dynamodb:Query on StorageArticles/index/byDay',
      'sqs:SendMessage on IngestionItemsQueue',
      'sqs:SendMessage on RechecksEveryHourDeadLetterQueue',
    ],
  ],
  [
    'ExampleConsumerPrintEvents',
    [
      'dynamodb:ListStreams on *',
      ...['DescribeStream', 'GetRecords', 'GetShardIterator'].map((action) => `dynamodb:${action} on StorageArticles`),
      ...['SendMessage', 'GetQueueAttributes', 'GetQueueUrl'].map(
        (action) => `sqs:${action} on ExampleConsumerFailureQueue`,
      ),
    ],
  ],
];

it.each(PERMISSIONS)(
  '%s may write its own logs and has exactly the permissions that it uses',
  (functionId, expected) => {
    expect(permissionsOf(functionId)).toEqual([...expected, ...logging(functionId)].sort());
  },
);

it('each function of the stack has its permissions listed here', () => {
  const functions = Object.keys(template.findResources('AWS::Lambda::Function')).map(withoutHash);
  expect(PERMISSIONS.map(([functionId]) => functionId).sort()).toEqual(functions.sort());
});

it('no policy allows actions by a wildcard', () => {
  const allowed = policies
    .flatMap((policy) => permissionsIn(policy.PolicyDocument))
    .filter(({ effect }) => effect === 'Allow');
  expect(allowed.length).toBeGreaterThan(20);
  expect(allowed.filter(({ action }) => action.includes('*'))).toEqual([]);
});

it('no role has a managed or an inline policy', () => {
  const roles = Object.values(template.findResources('AWS::IAM::Role')).map((role) => role['Properties']);
  expect(roles.length).toBeGreaterThan(4);
  for (const role of roles) expect(Object.keys(role)).toEqual(['AssumeRolePolicyDocument']);
});
