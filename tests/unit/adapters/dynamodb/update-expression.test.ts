import { describe, expect, it } from 'vitest';
import { updateExpression } from '../../../../lambdas/adapters/dynamodb/update-expression.ts';

describe('an update expression', () => {
  it.each([
    ['sets what has a value', { title: 'A', count: 0 }, 'SET #u0 = :u0, #u1 = :u1', { ':u0': 'A', ':u1': 0 }],
    ['removes what is undefined', { title: undefined, url: undefined }, 'REMOVE #u0, #u1', {}],
    ['does both at once', { title: 'A', url: undefined }, 'SET #u0 = :u0 REMOVE #u1', { ':u0': 'A' }],
    [
      'sets empty, false and null values',
      { a: '', b: false, c: null },
      'SET #u0 = :u0, #u1 = :u1, #u2 = :u2',
      { ':u0': '', ':u1': false, ':u2': null },
    ],
    ['of nothing is empty', {}, '', {}],
  ])('%s', (_, attributes, expression, values) => {
    const update = updateExpression(attributes);
    expect(update).toMatchObject({ expression, values });
    expect(Object.values(update.names)).toEqual(Object.keys(attributes));
  });

  it('never writes a name of ours into the expression, for many are reserved words', () => {
    expect(updateExpression({ status: 'active', language: undefined }).expression).not.toMatch(/status|language/);
  });
});
