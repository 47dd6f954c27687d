import { describe, expect, it } from 'vitest';
import { hostsTable } from '../../lambdas/adapters/dynamodb/hosts-table.ts';
import type { HostRecord, HostStore } from '../../lambdas/core/web/host-store.ts';
import { fakeHostStore } from '../fakes/pages.ts';
import { localServices } from './local-services.ts';

const services = localServices();
const table = (): HostStore => {
  const { documents, output } = services().deployment;
  return hostsTable(documents, output('FingerprintsTableName'));
};
const NOW = new Date('2026-11-23T08:00:00.000Z');
const record: HostRecord = {
  robots: { rules: ['-/private', '+/'], crawlDelaySeconds: 2.5, validUntil: '2026-11-24T08:00:00.000Z' },
  troubledUntil: '2026-11-23T09:00:00.000Z',
};

describe.each<[string, () => HostStore]>([
  ['in memory', fakeHostStore],
  ['in the table', table],
])('the host store %s', (_, open) => {
  it('returns undefined for an unknown host', async () => {
    expect(await open().get('https://unknown.example')).toBeUndefined();
  });

  it('returns a host record as it was put', async () => {
    const hosts = open();
    await hosts.put('https://harbour.example', record, NOW);
    expect(await hosts.get('https://harbour.example')).toEqual(record);
  });

  it('replaces a whole host record', async () => {
    const hosts = open();
    await hosts.put('https://valley.example', record, NOW);
    await hosts.put('https://valley.example', {}, NOW);
    expect(await hosts.get('https://valley.example')).toEqual({});
  });
});
