import { describe, expect, it } from 'vitest';
import { hostsTable } from '../../lambdas/adapters/dynamodb/hosts-table.ts';
import { repeatedBlocksTable } from '../../lambdas/adapters/dynamodb/repeated-blocks-table.ts';
import type { RepeatedBlocksStore } from '../../lambdas/core/article/text/repeated-blocks.ts';
import { fakeRepeatedBlocksStore } from '../fakes/pages.ts';
import { localServices } from './local-services.ts';

const services = localServices();
const table = (): RepeatedBlocksStore => {
  const { documents, output } = services().deployment;
  return repeatedBlocksTable(documents, output('FingerprintsTableName'));
};
const NOW = new Date('2026-11-23T08:00:00.000Z');
const largest = Uint8Array.from({ length: 12_000 }, (_, index) => index % 251);

describe.each<[string, () => RepeatedBlocksStore]>([
  ['in memory', fakeRepeatedBlocksStore],
  ['in the table', table],
])('the store of repeated blocks %s', (_, open) => {
  it('returns no blocks for an unknown host', async () => {
    expect(await open().get('https://unknown.example')).toHaveLength(0);
  });

  it('returns the blocks of a host byte by byte', async () => {
    const store = open();
    await store.put('https://harbour.example', largest, NOW);
    expect([...(await store.get('https://harbour.example'))]).toEqual([...largest]);
  });

  it('replaces all blocks of a host', async () => {
    const store = open();
    await store.put('https://valley.example', largest, NOW);
    await store.put('https://valley.example', new Uint8Array([1, 2]), NOW);
    expect([...(await store.get('https://valley.example'))]).toEqual([1, 2]);
  });
});

it('repeated blocks leave the record of the same host unchanged', async () => {
  const { documents, output } = services().deployment;
  const hosts = hostsTable(documents, output('FingerprintsTableName'));
  const record = { troubledUntil: '2026-11-23T09:00:00.000Z' };
  await hosts.put('https://both.example', record, NOW);
  await table().put('https://both.example', largest, NOW);
  expect(await hosts.get('https://both.example')).toEqual(record);
});
