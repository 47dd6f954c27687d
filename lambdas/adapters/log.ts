/** Structured logs and metrics. The stack sets service, namespace and level in POWERTOOLS_ variables. */
import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';

export const logger = new Logger();

const metrics = new Metrics();

/** Adds `value` to a metric, for instance `Poll.changed`. */
export const count = (name: string, value = 1): void => {
  metrics.addMetric(name, MetricUnit.Count, value);
};

/** Writes the metrics of this invocation to the log, from which CloudWatch reads them (embedded metric format). */
export function publishCounts(): void {
  if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
}
