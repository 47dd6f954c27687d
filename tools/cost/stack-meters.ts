/** What each part of a stack costs by its metrics. Pure. */
import { PRICES } from './prices.ts';
import type { FunctionResource, NamedResource, StackResources, TableResource } from './stack-resources.ts';
import type { Usage, UsageMetric } from './usage-metrics.ts';

export interface Reading {
  /** By what is counted: `writeUnits`, `requests`. */
  readonly units: Readonly<Record<string, number>>;
  readonly dollars: number;
}

/** A part of the bill that is counted by metrics. */
export interface Meter {
  readonly component: string;
  readonly metrics: readonly UsageMetric[];
  /** @param usages in the order of `metrics` */
  read(usages: readonly Usage[]): Reading;
}

export const GIGABYTE = 1e9;
const HOURS_OF_MONTH = 30 * 24;

export const stackMeters = (
  { tables, queues, functions, logGroups }: StackResources,
  custom: readonly UsageMetric[],
): readonly Meter[] => [
  ...tables.map(tableMeter),
  ...queues.map(queueMeter),
  ...functions.map(functionMeter),
  logMeter(logGroups),
  customMeter(custom),
];

/** A table's own metrics are without those of its indexes. */
export function tableMeter({ name, label, indexes, rarelyRead }: TableResource): Meter {
  const owners = [
    { TableName: name },
    ...indexes.map((index) => ({ TableName: name, GlobalSecondaryIndexName: index.name })),
  ];
  const prices = rarelyRead ? PRICES.rarelyRead : PRICES;
  return {
    component: `table ${label}`,
    metrics: ['ConsumedWriteCapacityUnits', 'ConsumedReadCapacityUnits'].flatMap((metric) =>
      owners.map((dimensions) => ({ namespace: 'AWS/DynamoDB', name: metric, dimensions })),
    ),
    read(usages) {
      const writeUnits = sum(usages.slice(0, owners.length));
      const readUnits = sum(usages.slice(owners.length));
      return {
        units: { writeUnits, readUnits },
        dollars: writeUnits * prices.writeUnit + readUnits * prices.readUnit,
      };
    },
  };
}

/**
 * CloudWatch counts messages, and not requests, except for empty receives. So a message counts as a request when it is sent,
 * received and deleted, although a request carries up to ten.
 */
export const queueMeter = ({ name, label }: NamedResource): Meter => ({
  component: `queue ${label}`,
  metrics: ['NumberOfMessagesSent', 'NumberOfMessagesReceived', 'NumberOfMessagesDeleted', 'NumberOfEmptyReceives'].map(
    (metric) => ({ namespace: 'AWS/SQS', name: metric, dimensions: { QueueName: name } }),
  ),
  read(usages) {
    const requests = sum(usages);
    return { units: { requests }, dollars: requests * PRICES.sqsRequest };
  },
});

export const functionMeter = ({ name, label, megabytes }: FunctionResource): Meter => ({
  component: `function ${label}`,
  metrics: ['Invocations', 'Duration'].map((metric) => ({
    namespace: 'AWS/Lambda',
    name: metric,
    dimensions: { FunctionName: name },
  })),
  read([called, lasted]) {
    const invocations = called?.sum ?? 0;
    const gigabyteSeconds = ((lasted?.sum ?? 0) / 1000) * (megabytes / 1024);
    return {
      units: { invocations, gigabyteSeconds },
      dollars: invocations * PRICES.invocation + gigabyteSeconds * PRICES.memorySecond,
    };
  },
});

export const logMeter = (logGroups: readonly string[]): Meter => ({
  component: 'logs',
  metrics: logGroups.map((name) => ({
    namespace: 'AWS/Logs',
    name: 'IncomingBytes',
    dimensions: { LogGroupName: name },
  })),
  read(usages) {
    const gigabytes = sum(usages) / GIGABYTE;
    return { units: { gigabytes }, dollars: gigabytes * PRICES.logIngestion };
  },
});

/** A custom metric is billed by the hours in which it is sent. */
export const customMeter = (metrics: readonly UsageMetric[]): Meter => ({
  component: 'metrics',
  metrics,
  read(usages) {
    const metricHours = usages.reduce((total, { hours }) => total + hours, 0);
    return { units: { metricHours }, dollars: (metricHours / HOURS_OF_MONTH) * PRICES.metric };
  },
});

const sum = (usages: readonly Usage[]): number => usages.reduce((total, usage) => total + usage.sum, 0);
