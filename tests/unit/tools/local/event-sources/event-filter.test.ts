import { describe, expect, it } from 'vitest';
import { createFilter } from '../../../../../tools/local/event-sources/event-filter.ts';

const event = {
  eventName: 'INSERT',
  dynamodb: { NewImage: { kind: { S: 'News' }, words: { N: '5' }, tags: { SS: ['a', 'b'] }, gone: { NULL: true } } },
  size: 5,
  nothing: null,
};
const passes = (...patterns: readonly unknown[]) =>
  createFilter({ Filters: patterns.map((pattern) => ({ Pattern: JSON.stringify(pattern) })) }, 'Mapping')(event);

describe('a filter on rights, as docs/consuming.md has it', () => {
  const pattern = (train: readonly unknown[]) => ({
    dynamodb: { NewImage: { rights: { M: { train: { S: train } } } } },
  });
  const matches = (train: readonly unknown[], image: object): boolean =>
    createFilter(
      { Filters: [{ Pattern: JSON.stringify(pattern(train)) }] },
      'Mapping',
    )({ dynamodb: { NewImage: image } });
  const rights = (parts: object) => ({ rights: { M: parts } });

  it.each<[string, object, boolean, boolean]>([
    ['allowed', rights({ train: { S: 'allowed' } }), true, true],
    ['disallowed', rights({ train: { S: 'disallowed' } }), false, false],
    ['unknown beside other rights', rights({ search: { S: 'allowed' } }), false, true],
    ['unknown, as all rights are', {}, false, true],
  ])('an article whose training is %s passes the filters that it should', (_, image, picked, notExcluded) => {
    expect(matches(['allowed'], image)).toBe(picked);
    expect(matches([{ exists: false }, 'allowed'], image)).toBe(notExcluded);
  });
});

describe('a filter pattern', () => {
  it.each<[string, unknown, boolean]>([
    ['an event passes when a value equals an alternative', { eventName: ['MODIFY', 'INSERT'] }, true],
    ['an event is dropped when a value equals no alternative', { eventName: ['MODIFY', 'REMOVE'] }, false],
    ['an event is dropped when one of two fields differs', { eventName: ['INSERT'], size: [6] }, false],
    ['an event passes when a nested value is equal', { dynamodb: { NewImage: { kind: { S: ['News'] } } } }, true],
    ['an event is dropped when a field is missing', { dynamodb: { OldImage: { kind: { S: ['News'] } } } }, false],
    ['an event passes when null is an alternative', { nothing: [null] }, true],
    ['an event passes when any entry of a list is equal', { dynamodb: { NewImage: { tags: { SS: ['b'] } } } }, true],
    [
      'an event is dropped when no entry of a set is equal',
      { dynamodb: { NewImage: { tags: { SS: ['c', 'ab'] } } } },
      false,
    ],
    ['an event is dropped when it lacks a set', { dynamodb: { NewImage: { labels: { SS: ['a'] } } } }, false],
    [
      'an event passes when any entry of a set has the prefix',
      { dynamodb: { NewImage: { tags: { SS: [{ prefix: 'b' }] } } } },
      true,
    ],
    [
      'an event passes anything-but when a set has the value and another',
      { dynamodb: { NewImage: { tags: { SS: [{ 'anything-but': ['a'] }] } } } },
      true,
    ],
    [
      'an event passes when a value has the prefix',
      { dynamodb: { NewImage: { kind: { S: [{ prefix: 'Ne' }] } } } },
      true,
    ],
    [
      'an event is dropped when a prefix differs in case',
      { dynamodb: { NewImage: { kind: { S: [{ prefix: 'ne' }] } } } },
      false,
    ],
    ['an event passes when a value has the suffix', { eventName: [{ suffix: 'ERT' }] }, true],
    [
      'an event passes equals-ignore-case when only the case differs',
      { dynamodb: { NewImage: { kind: { S: [{ 'equals-ignore-case': 'NEWS' }] } } } },
      true,
    ],
    [
      'an event passes anything-but when the list lacks the value',
      { eventName: [{ 'anything-but': ['REMOVE'] }] },
      true,
    ],
    [
      'an event is dropped by anything-but when the list has the value',
      { eventName: [{ 'anything-but': ['INSERT'] }] },
      false,
    ],
    [
      'an event is dropped by anything-but when the value has the prefix',
      { eventName: [{ 'anything-but': { prefix: 'INS' } }] },
      false,
    ],
    ['an event is dropped by anything-but when the field is missing', { color: [{ 'anything-but': ['red'] }] }, false],
    ['an event passes exists: true when the field is a leaf', { eventName: [{ exists: true }] }, true],
    ['an event is dropped by exists: true when the field is an object', { dynamodb: [{ exists: true }] }, false],
    ['an event passes exists: false when the field is missing', { color: [{ exists: false }] }, true],
    [
      'an event passes exists: false when the field of its image is missing',
      { dynamodb: { NewImage: { restricted: { BOOL: [{ exists: false }] } } } },
      true,
    ],
    ['an event is dropped by exists: false when the field is there', { eventName: [{ exists: false }] }, false],
    ['an event passes when a number is in the range', { size: [{ numeric: ['>', 4, '<=', 5] }] }, true],
    ['an event is dropped when a number is outside the range', { size: [{ numeric: ['>', 5] }] }, false],
    [
      "an event is dropped by numeric when the number is DynamoDB's text",
      { dynamodb: { NewImage: { words: { N: [{ numeric: ['=', 5] }] } } } },
      false,
    ],
    ['an event passes when one side of $or matches', { $or: [{ size: [6] }, { eventName: ['INSERT'] }] }, true],
    ['an event is dropped when no side of $or matches', { $or: [{ size: [6] }, { eventName: ['REMOVE'] }] }, false],
  ])('%s', (_name, pattern, expected) => {
    expect(passes(pattern)).toBe(expected);
  });

  it('an event passes when any of several patterns matches, and when there is no pattern', () => {
    expect(passes({ size: [6] }, { size: [5] })).toBe(true);
    expect(passes()).toBe(true);
  });
});

it.each([
  ['is not JSON', '{', 'not a JSON object'],
  ['has a value without a list', '{"a":"b"}', 'the filter for a must be a list'],
  ['has an unknown operator', '{"a":[{"like":"b"}]}', 'filters have no operator like'],
])('a filter that %s is refused at start', (_name, Pattern, message) => {
  expect(() => createFilter({ Filters: [{ Pattern }] }, 'Mapping')).toThrow(message);
});
