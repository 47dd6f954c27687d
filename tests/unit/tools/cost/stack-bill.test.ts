import { describe, expect, it } from 'vitest';
import { stackBill } from '../../../../tools/cost/stack-bill.ts';
import {
  customMeter,
  functionMeter,
  logMeter,
  type Meter,
  queueMeter,
  tableMeter,
} from '../../../../tools/cost/stack-meters.ts';
import type { TableResource } from '../../../../tools/cost/stack-resources.ts';

const usage = (sum: number, hours = 1) => ({ sum, hours });
const MILLION = 1_000_000;
const TABLE: TableResource = { name: 'T', label: 'T', bytes: 0, indexes: [{ name: 'i', bytes: 0 }], rarelyRead: false };

describe('a price:', () => {
  it.each<[string, Meter, number[], number]>([
    ['a million writes to a table', tableMeter(TABLE), [MILLION, 0, 0, 0], 0.625],
    ['a million writes to its index', tableMeter(TABLE), [0, MILLION, 0, 0], 0.625],
    ['a million reads of a table', tableMeter(TABLE), [0, 0, MILLION, 0], 0.125],
    ['a million reads of its index', tableMeter(TABLE), [0, 0, 0, MILLION], 0.125],
    ['a million writes, Infrequent Access', tableMeter({ ...TABLE, rarelyRead: true }), [MILLION, 0, 0, 0], 0.78],
    ['a million reads, Infrequent Access', tableMeter({ ...TABLE, rarelyRead: true }), [0, 0, MILLION, 0], 0.155],
    [
      'a million messages sent, received, deleted',
      queueMeter({ name: 'Q', label: 'Q' }),
      [MILLION, MILLION, MILLION, 0],
      1.5,
    ],
    ['a million empty receives', queueMeter({ name: 'Q', label: 'Q' }), [0, 0, 0, MILLION], 0.5],
    ['a million invocations', functionMeter({ name: 'F', label: 'F', megabytes: 512 }), [MILLION, 0], 0.2],
    ['a million seconds of 512 MB', functionMeter({ name: 'F', label: 'F', megabytes: 512 }), [0, 1e9], 6.6667],
    ['two gigabytes of logs', logMeter(['a', 'b']), [1.5e9, 0.5e9], 1],
  ])('%s', (_, meter, sums, dollars) => {
    expect(meter.metrics).toHaveLength(sums.length);
    expect(meter.read(sums.map((sum) => usage(sum))).dollars).toBeCloseTo(dollars, 6);
  });

  it('a metric that is sent in half of the hours of a month', () => {
    const metric = { namespace: 'Wireroom', name: 'Poll.changed', dimensions: {} };
    expect(customMeter([metric]).read([usage(9999, 360)]).dollars).toBeCloseTo(0.15, 9);
  });

  it.each<[string, Partial<TableResource>, number]>([
    ['a gigabyte in a table, with recovery', { bytes: 1e9 }, 0.45],
    ['a gigabyte in an index, without recovery', { indexes: [{ name: 'i', bytes: 1e9 }] }, 0.25],
    ['a gigabyte in a table, Infrequent Access', { bytes: 1e9, rarelyRead: true }, 0.3],
  ])('%s', (_, table, dollars) => {
    const { lines } = stackBill({ tables: [{ ...TABLE, ...table }], alarms: 0 }, [], usage(1), 30);
    expect(lines.at(-1)).toMatchObject({ component: 'storage of T', monthDollars: expect.closeTo(dollars, 9) });
  });
});

it('what was used counts in full for the days, and at the same rate for a month; what stands counts by the month', () => {
  const meter = logMeter(['a']);
  const { lines, dollars, monthDollars } = stackBill(
    { tables: [], alarms: 10 },
    [{ meter, usages: [usage(2e9)] }],
    usage(0, 0),
    3,
  );
  expect(lines).toEqual([
    { component: 'logs', units: { gigabytes: 2 }, dollars: 1, monthDollars: 10 },
    { component: 'alarms', units: { alarms: 10 }, dollars: expect.closeTo(0.1, 9), monthDollars: 1 },
  ]);
  expect([dollars, monthDollars]).toEqual([expect.closeTo(1.1, 9), 11]);
});
