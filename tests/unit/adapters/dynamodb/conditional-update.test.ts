import { describe, expect, it } from 'vitest';
import { conditionalUpdate } from '../../../../lambdas/adapters/dynamodb/conditional-update.ts';

const base = { tableName: 'Feeds', key: { feedId: 'a' }, attributes: { title: 'A', etag: undefined } };
const request = {
  TableName: 'Feeds',
  Key: { feedId: 'a' },
  UpdateExpression: 'SET #u0 = :u0 REMOVE #u1',
};

describe('a conditional update', () => {
  it.each([
    [
      'has its attributes and its condition',
      { condition: 'attribute_exists(feedId)' },
      { names: { '#u0': 'title', '#u1': 'etag' }, values: { ':u0': 'A' } },
    ],
    [
      'has the names and values of its condition too',
      { condition: '#status = :active', names: { '#status': 'status' }, values: { ':active': 'active' } },
      {
        names: { '#u0': 'title', '#u1': 'etag', '#status': 'status' },
        values: { ':u0': 'A', ':active': 'active' },
      },
    ],
  ])('a conditional update %s', (_, condition, { names, values }) => {
    expect(conditionalUpdate({ ...base, ...condition })).toEqual({
      ...request,
      ConditionExpression: condition.condition,
      ExpressionAttributeNames: names,
      ExpressionAttributeValues: values,
    });
  });
});
