/** Reads metrics from CloudWatch, summed over a period. */
import {
  type CloudWatchClient,
  type MetricDataResult,
  paginateGetMetricData,
  paginateListMetrics,
} from '@aws-sdk/client-cloudwatch';
import { CliError } from '../cli/cli-error.ts';

export interface UsageMetric {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
}

export interface Usage {
  readonly sum: number;
  /** The hours that have data; 0 if CloudWatch doesn't know the metric. */
  readonly hours: number;
}

export interface Period {
  /** Both at a whole hour. */
  readonly from: Date;
  readonly to: Date;
}

/** Seconds. CloudWatch keeps hours for 455 days: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricData.html */
const HOUR = 3600;
/** Queries of one call, by the same page. */
const MAX_QUERIES = 500;

/**
 * Returns the usage by each metric, in their order.
 * @throws {CliError} if CloudWatch answers for some metrics only
 */
export async function readUsages(
  client: CloudWatchClient,
  metrics: readonly UsageMetric[],
  { from, to }: Period,
): Promise<readonly Usage[]> {
  const usages = metrics.map(() => ({ sum: 0, hours: 0 }));
  for (let first = 0; first < metrics.length; first += MAX_QUERIES) {
    const queries = metrics.slice(first, first + MAX_QUERIES).map(({ namespace, name, dimensions }, index) => ({
      Id: `m${first + index}`,
      MetricStat: {
        Metric: {
          Namespace: namespace,
          MetricName: name,
          Dimensions: Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value })),
        },
        Period: HOUR,
        Stat: 'Sum',
      },
    }));
    const pages = paginateGetMetricData({ client }, { MetricDataQueries: queries, StartTime: from, EndTime: to });
    for await (const { MetricDataResults = [] } of pages) {
      for (const result of MetricDataResults) {
        refuseFailure(result);
        const usage = usages[Number(result.Id?.slice(1))];
        if (usage === undefined) continue;
        for (const value of result.Values ?? []) usage.sum += value;
        usage.hours += result.Values?.length ?? 0;
      }
    }
  }
  return usages;
}

/** `PartialData` is no failure: the rest comes with the next page. */
function refuseFailure({ StatusCode, Label = 'a metric' }: MetricDataResult): void {
  if (StatusCode === 'Forbidden') throw new CliError(`CloudWatch doesn't let you read ${Label}.`);
  if (StatusCode === 'InternalError') throw new CliError(`CloudWatch failed to read ${Label}: try again.`);
}

/** Returns the metrics of a namespace that had data in the last two weeks. */
export async function listMetrics(client: CloudWatchClient, namespace: string): Promise<readonly UsageMetric[]> {
  const found: UsageMetric[] = [];
  for await (const { Metrics = [] } of paginateListMetrics({ client }, { Namespace: namespace })) {
    for (const { MetricName: name = '', Dimensions = [] } of Metrics) {
      const dimensions = Object.fromEntries(Dimensions.map(({ Name = '', Value = '' }) => [Name, Value]));
      found.push({ namespace, name, dimensions });
    }
  }
  return found;
}
