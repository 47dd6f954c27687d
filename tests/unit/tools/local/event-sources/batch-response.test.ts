import { describe, expect, it } from 'vitest';
import { readBatchResponse } from '../../../../../tools/local/event-sources/batch-response.ts';

const ids = new Set(['a', 'b']);
const failures = (...entries: readonly unknown[]) => ({ batchItemFailures: entries });

describe('a batch response', () => {
  it.each<[string, unknown, readonly string[]]>([
    ['the response null is a full success', null, []],
    ['a missing response is a full success', undefined, []],
    ['an empty object is a full success', {}, []],
    ['an empty list is a full success', failures(), []],
    ['a null list is a full success', { batchItemFailures: null }, []],
    ['an id fails that record', failures({ itemIdentifier: 'b' }), ['b']],
    [
      'an id that comes twice fails that record once',
      failures({ itemIdentifier: 'b' }, { itemIdentifier: 'b' }),
      ['b'],
    ],
  ])('%s', (_name, payload, failed) => {
    expect(readBatchResponse(payload, ids)).toEqual({ kind: 'partial', failed });
  });

  it.each<[string, unknown]>([
    ['a text', 'done'],
    ['a list', [{ itemIdentifier: 'a' }]],
    ['batchItemFailures that is no list', { batchItemFailures: 'a' }],
    ['an empty id', failures({ itemIdentifier: '' })],
    ['a null id', failures({ itemIdentifier: null })],
    ['another key', failures({ messageId: 'a' })],
    ['an id that is not in the batch', failures({ itemIdentifier: 'c' })],
    ['one good and one bad id', failures({ itemIdentifier: 'a' }, { itemIdentifier: 'c' })],
  ])('%s fails the whole batch', (_name, payload) => {
    expect(readBatchResponse(payload, ids)).toEqual({ kind: 'failed' });
  });
});
