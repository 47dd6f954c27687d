/** The bill of a deployed stack, from what it has and what its meters read. Pure. */
import { PRICES } from './prices.ts';
import { GIGABYTE, type Meter } from './stack-meters.ts';
import type { StackResources, TableResource } from './stack-resources.ts';
import type { Usage, UsageMetric } from './usage-metrics.ts';

export interface StackBill {
  readonly days: number;
  readonly lines: readonly StackBillLine[];
  readonly dollars: number;
  readonly monthDollars: number;
  /** Articles that were published in these days. */
  readonly published: number;
  /** US cents for a thousand of them, without storage; absent if there were none. */
  readonly centsPerThousand?: number;
  /** Components whose metrics, all or those in brackets, CloudWatch doesn't know. They count as 0. */
  readonly withoutData: readonly string[];
}

export interface StackBillLine {
  readonly component: string;
  readonly units: Readonly<Record<string, number>>;
  /** In these days. */
  readonly dollars: number;
  /** In a month of 30 days at the same rate. */
  readonly monthDollars: number;
}

export interface ReadMeter {
  readonly meter: Meter;
  readonly usages: readonly Usage[];
}

const DAYS_OF_MONTH = 30;

/** Of ingest-item (lambdas/ingest-item/handler.ts). */
export const PUBLISHED: UsageMetric = {
  namespace: 'Wireroom',
  name: 'Item.published',
  dimensions: { service: 'ingest-item' },
};

export function stackBill(
  { tables, alarms }: Pick<StackResources, 'tables' | 'alarms'>,
  read: readonly ReadMeter[],
  published: Usage,
  days: number,
): StackBill {
  const used = read.map(({ meter, usages }): StackBillLine => {
    const { units, dollars } = meter.read(usages);
    return { component: meter.component, units, dollars, monthDollars: (dollars * DAYS_OF_MONTH) / days };
  });
  const monthly = (component: string, units: StackBillLine['units'], monthDollars: number): StackBillLine => ({
    component,
    units,
    dollars: (monthDollars * days) / DAYS_OF_MONTH,
    monthDollars,
  });
  const running = [...used, monthly('alarms', { alarms }, alarms * PRICES.alarm)];
  const storage = tables.map((table) => {
    const { units, monthDollars } = storageOf(table);
    return monthly(`storage of ${table.label}`, units, monthDollars);
  });
  const lines = [...running, ...storage];
  const withoutData = [
    ...read.flatMap(({ meter, usages }) => missingOf(meter, usages)),
    ...(published.hours === 0 ? [PUBLISHED.name] : []),
  ];
  return {
    days,
    lines,
    dollars: total(lines, 'dollars'),
    monthDollars: total(lines, 'monthDollars'),
    published: published.sum,
    ...(published.sum > 0 && { centsPerThousand: (total(running, 'dollars') * 100 * 1000) / published.sum }),
    withoutData,
  };
}

/** With point-in-time recovery, which every table of the stack has, and which is billed without the indexes. */
function storageOf({ bytes, indexes, rarelyRead }: TableResource) {
  const gigabytes = bytes / GIGABYTE;
  const indexGigabytes = indexes.reduce((all, index) => all + index.bytes, 0) / GIGABYTE;
  const { tableStorage } = rarelyRead ? PRICES.rarelyRead : PRICES;
  return {
    units: { gigabytes, indexGigabytes },
    monthDollars: (gigabytes + indexGigabytes) * tableStorage + gigabytes * PRICES.tableBackup,
  };
}

/** `[]`, the component, or the component with the names of some of its metrics. */
function missingOf({ component, metrics }: Meter, usages: readonly Usage[]): string[] {
  const missing = metrics.filter((_, index) => usages[index]?.hours === 0);
  if (missing.length === 0) return [];
  if (missing.length === metrics.length) return [component];
  const names = missing.map(({ name, dimensions }) =>
    [name, dimensions['GlobalSecondaryIndexName'] ?? dimensions['LogGroupName']].filter(Boolean).join(' of '),
  );
  return [`${component} (${names.join(', ')})`];
}

const total = (lines: readonly StackBillLine[], which: 'dollars' | 'monthDollars'): number =>
  lines.reduce((all, line) => all + line[which], 0);
