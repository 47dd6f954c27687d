/** Structured logs and metrics; service, namespace and level come from the POWERTOOLS_ variables that the stack sets. */
import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';

export const logger = new Logger();

const metrics = new Metrics();

/** Counts one thing under a name of its own, such as `PollChanged`. */
export const count = (name: string, value = 1): void => {
  metrics.addMetric(name, MetricUnit.Count, value);
};

/** Writes the counts of this invocation to the log, where CloudWatch reads them (embedded metric format). */
export function publishCounts(): void {
  if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
}
