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

describe('an event passes a filter', () => {
  it.each<[string, unknown, boolean]>([
    ['a value equals one of the list', { eventName: ['MODIFY', 'INSERT'] }, true],
    ['a value equals none of the list', { eventName: ['MODIFY', 'REMOVE'] }, false],
    ['all fields must match', { eventName: ['INSERT'], size: [6] }, false],
    ['a nested value', { dynamodb: { NewImage: { kind: { S: ['News'] } } } }, true],
    ['a field that is missing', { dynamodb: { OldImage: { kind: { S: ['News'] } } } }, false],
    ['null', { nothing: [null] }, true],
    ['any entry of a list', { dynamodb: { NewImage: { tags: { SS: ['b'] } } } }, true],
    ['prefix', { dynamodb: { NewImage: { kind: { S: [{ prefix: 'Ne' }] } } } }, true],
    ['another prefix', { dynamodb: { NewImage: { kind: { S: [{ prefix: 'ne' }] } } } }, false],
    ['suffix', { eventName: [{ suffix: 'ERT' }] }, true],
    ['equal but for case', { dynamodb: { NewImage: { kind: { S: [{ 'equals-ignore-case': 'NEWS' }] } } } }, true],
    ['anything but a list', { eventName: [{ 'anything-but': ['REMOVE'] }] }, true],
    ['anything but itself', { eventName: [{ 'anything-but': ['INSERT'] }] }, false],
    ['anything but a prefix', { eventName: [{ 'anything-but': { prefix: 'INS' } }] }, false],
    ['anything but does not match what is missing', { color: [{ 'anything-but': ['red'] }] }, false],
    ['a leaf exists', { eventName: [{ exists: true }] }, true],
    ['an object is no leaf', { dynamodb: [{ exists: true }] }, false],
    ['a field is missing', { color: [{ exists: false }] }, true],
    ['a field is missing, but is not', { eventName: [{ exists: false }] }, false],
    ['a number in a range', { size: [{ numeric: ['>', 4, '<=', 5] }] }, true],
    ['a number outside a range', { size: [{ numeric: ['>', 5] }] }, false],
    ["DynamoDB's numbers are text", { dynamodb: { NewImage: { words: { N: [{ numeric: ['=', 5] }] } } } }, false],
    ['one side of $or', { $or: [{ size: [6] }, { eventName: ['INSERT'] }] }, true],
    ['no side of $or', { $or: [{ size: [6] }, { eventName: ['REMOVE'] }] }, false],
  ])('%s', (_name, pattern, expected) => {
    expect(passes(pattern)).toBe(expected);
  });

  it('when any of several filters matches, and always without a filter', () => {
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
