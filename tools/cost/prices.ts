/**
 * Public prices in US dollars: us-east-1, on demand, without the free tier, as the price pages showed them in November 2026.
 * https://aws.amazon.com/dynamodb/pricing/on-demand/, https://aws.amazon.com/sqs/pricing/, https://aws.amazon.com/lambda/pricing/,
 * https://aws.amazon.com/s3/pricing/, https://aws.amazon.com/cloudwatch/pricing/, https://aws.amazon.com/eventbridge/pricing/
 */
const MILLION = 1_000_000;

export const PRICES = {
  region: 'us-east-1',
  month: '2026-11',
  writeUnit: 0.625 / MILLION,
  readUnit: 0.125 / MILLION,
  /** Of a GB in a month. */
  tableStorage: 0.25,
  /** Standard-Infrequent Access. */
  rarelyRead: { writeUnit: 0.78 / MILLION, readUnit: 0.155 / MILLION, tableStorage: 0.1 },
  /** Of a GB in a month: point-in-time recovery. */
  tableBackup: 0.2,
  /** FIFO. */
  sqsRequest: 0.5 / MILLION,
  invocation: 0.2 / MILLION,
  /** Of a GB of memory for a second, on ARM. */
  memorySecond: 0.0000133334,
  scheduledInvocation: 1 / MILLION,
  s3Put: 5 / MILLION,
  s3Get: 0.4 / MILLION,
  /** Of a GB. */
  logIngestion: 0.5,
  metric: 0.3,
  alarm: 0.1,
} as const;
