import { describe, expect, it } from 'vitest';
import { updateExpression } from '../../../../lambdas/adapters/dynamodb/update-expression.ts';

describe('an update expression', () => {
  it.each([
    [
      'an attribute with a value is set',
      { title: 'A', count: 0 },
      'SET #u0 = :u0, #u1 = :u1',
      { ':u0': 'A', ':u1': 0 },
    ],
    ['an undefined attribute is removed', { title: undefined, url: undefined }, 'REMOVE #u0, #u1', {}],
    [
      'attributes are set and removed in one expression',
      { title: 'A', url: undefined },
      'SET #u0 = :u0 REMOVE #u1',
      { ':u0': 'A' },
    ],
    [
      'empty, false and null values are set',
      { a: '', b: false, c: null },
      'SET #u0 = :u0, #u1 = :u1, #u2 = :u2',
      { ':u0': '', ':u1': false, ':u2': null },
    ],
    ['no attributes give an empty expression', {}, '', {}],
  ])('%s', (_, attributes, expression, values) => {
    const update = updateExpression(attributes);
    expect(update).toMatchObject({ expression, values });
    expect(Object.values(update.names)).toEqual(Object.keys(attributes));
  });

  it('attribute names never stand in the expression, because many are reserved words', () => {
    expect(updateExpression({ status: 'active', language: undefined }).expression).not.toMatch(/status|language/);
  });
});
