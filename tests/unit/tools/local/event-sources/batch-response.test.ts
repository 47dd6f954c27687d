import { describe, expect, it } from 'vitest';
import { readBatchResponse } from '../../../../../tools/local/event-sources/batch-response.ts';

const ids = new Set(['a', 'b']);
const failures = (...entries: readonly unknown[]) => ({ batchItemFailures: entries });

describe('a batch response', () => {
  it.each<[string, unknown, readonly string[]]>([
    ['null is a success', null, []],
    ['nothing is a success', undefined, []],
    ['an empty object is a success', {}, []],
    ['an empty list is a success', failures(), []],
    ['a null list is a success', { batchItemFailures: null }, []],
    ['an id fails that record', failures({ itemIdentifier: 'b' }), ['b']],
    ['an id that comes twice fails it once', failures({ itemIdentifier: 'b' }, { itemIdentifier: 'b' }), ['b']],
  ])('%s', (_name, payload, failed) => {
    expect(readBatchResponse(payload, ids)).toEqual({ kind: 'partial', failed });
  });

  it.each<[string, unknown]>([
    ['a text', 'done'],
    ['a list', [{ itemIdentifier: 'a' }]],
    ['a list that is none', { batchItemFailures: 'a' }],
    ['an empty id', failures({ itemIdentifier: '' })],
    ['a null id', failures({ itemIdentifier: null })],
    ['another key', failures({ messageId: 'a' })],
    ['an id that is not in the batch', failures({ itemIdentifier: 'c' })],
    ['one good and one bad id', failures({ itemIdentifier: 'a' }, { itemIdentifier: 'c' })],
  ])('%s fails the whole batch', (_name, payload) => {
    expect(readBatchResponse(payload, ids)).toEqual({ kind: 'failed' });
  });
});
