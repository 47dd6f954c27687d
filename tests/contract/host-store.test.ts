import { randomBytes } from 'node:crypto';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it, vi } from 'vitest';
import { hostsTable } from '../../lambdas/adapters/dynamodb/hosts-table.ts';
import { logger } from '../../lambdas/adapters/log.ts';
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
  robots: {
    rules: ['-/private', '+/'],
    crawlDelaySeconds: 2.5,
    statements: ['content-usage:/news/ train-ai=n', 'license:https://harbour.example/license.xml'],
    validUntil: '2026-11-24T08:00:00.000Z',
  },
  troubledUntil: '2026-11-23T09:00:00.000Z',
  failures: [{ page: 'hash', attempts: 2, at: '2026-11-23T07:59:00.000Z' }],
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

  it('returns a host that has no rules as it was put', async () => {
    const hosts = open();
    const robots = { rules: [], validUntil: '2026-11-24T08:00:00.000Z' };
    await hosts.put('https://open.example', { robots }, NOW);
    expect(await hosts.get('https://open.example')).toEqual({ robots });
  });

  it('returns ten thousand rules as they were put', async () => {
    const hosts = open();
    const rules = Array.from({ length: 10_000 }, (_, index) => `-/news/%E6%96%B0%E8%81%9E/${index}`);
    const robots = { rules, validUntil: '2026-11-24T08:00:00.000Z' };
    await hosts.put('https://long.example', { robots }, NOW);
    expect(await hosts.get('https://long.example')).toEqual({ robots });
  });

  it('replaces a whole host record', async () => {
    const hosts = open();
    await hosts.put('https://valley.example', record, NOW);
    await hosts.put('https://valley.example', {}, NOW);
    expect(await hosts.get('https://valley.example')).toEqual({});
  });
});

describe('the host store in the table', () => {
  it('leaves out rules that are too large for an item, and keeps the rest of the record', async () => {
    const rules = Array.from({ length: 10_000 }, () => `-/${randomBytes(24).toString('base64url')}`);
    const { troubledUntil = '' } = record;
    await table().put(
      'https://huge.example',
      { robots: { rules, validUntil: '2026-11-24T08:00:00.000Z' }, troubledUntil },
      NOW,
    );
    expect(await table().get('https://huge.example')).toEqual({ troubledUntil });
  });

  it('reads rules that an earlier version has stored as a list', async () => {
    const { documents, output } = services().deployment;
    const Item = { fingerprint: 'host:https://early.example', host: record, expiresAt: 2_000_000_000 };
    await documents.send(new PutCommand({ TableName: output('FingerprintsTableName'), Item }));
    expect(await table().get('https://early.example')).toEqual(record);
  });

  it('logs a record that the table refuses, and throws nothing', async () => {
    const warn = vi.spyOn(logger, 'warn').mockReturnValue();
    await table().put(`https://${'a'.repeat(3_000)}.example`, record, NOW);
    expect(warn).toHaveBeenCalledExactlyOnceWith('A fact about a host was not stored. It will be learned again.', {
      error: expect.objectContaining({ name: 'ValidationException' }),
    });
  });
});
