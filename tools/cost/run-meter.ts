/** What a local run would have cost at AWS: the operations of its functions, counted on their way to the emulators, and priced. */
import type { InvocationRecord } from '../local/functions/invoker.ts';
import type { Endpoints } from '../local/machine/data-directory.ts';
import { type CountingProxy, countingProxy } from './counting-proxy.ts';
import { PRICES } from './prices.ts';

export interface RunCost {
  readonly writeUnits: number;
  readonly readUnits: number;
  /** With those by which Lambda receives and deletes messages. */
  readonly sqsRequests: number;
  readonly s3Requests: number;
  readonly invocations: number;
  /** Gigabytes of memory × seconds. Publishers on the loopback interface answer at once, so that on AWS it is more. */
  readonly memorySeconds: number;
  readonly dollars: number;
}

export interface RunMeter {
  /** Returns the endpoints for functions whose operations are to be counted. */
  through(endpoints: Endpoints): Promise<{ readonly endpoints: Endpoints; stop(): Promise<void> }>;
  note(record: Pick<InvocationRecord, 'trigger' | 'durationMs' | 'memoryMegabytes'>): void;
  /** The cost up to now. */
  cost(): RunCost;
}

/** Requests of Lambda for a batch: one receive, one delete. */
const REQUESTS_OF_BATCH = 2;

export function runMeter(): RunMeter {
  let proxies: readonly [dynamodb: CountingProxy, sqs: CountingProxy, s3: CountingProxy] | undefined;
  const total = { writeUnits: 0, readUnits: 0, sqsRequests: 0, puts: 0, gets: 0, invocations: 0, memorySeconds: 0 };
  const take = (): void => {
    if (proxies === undefined) return;
    const [dynamodb, sqs, s3] = proxies.map((proxy) => proxy.take());
    total.writeUnits += dynamodb?.writeUnits ?? 0;
    total.readUnits += dynamodb?.readUnits ?? 0;
    for (const times of sqs?.operations.values() ?? []) total.sqsRequests += times;
    for (const [operation, times] of s3?.operations ?? []) total[operation === 'GET' ? 'gets' : 'puts'] += times;
  };
  return {
    async through({ dynamodb, sqs, s3 }) {
      proxies = [await countingProxy(dynamodb), await countingProxy(sqs), await countingProxy(s3)];
      const [first, second, third] = proxies;
      return {
        endpoints: { dynamodb: first.endpoint, sqs: second.endpoint, s3: third.endpoint },
        stop: async () => {
          take();
          await Promise.all([first.stop(), second.stop(), third.stop()]);
        },
      };
    },
    note({ trigger, durationMs, memoryMegabytes }) {
      total.invocations += 1;
      total.memorySeconds += (durationMs / 1000) * (memoryMegabytes / 1024);
      if (trigger === 'sqs') total.sqsRequests += REQUESTS_OF_BATCH;
    },
    cost() {
      take();
      const { puts, gets, ...counted } = total;
      const { writeUnits, readUnits, sqsRequests, invocations, memorySeconds } = counted;
      const dollars =
        writeUnits * PRICES.writeUnit +
        readUnits * PRICES.readUnit +
        sqsRequests * PRICES.sqsRequest +
        puts * PRICES.s3Put +
        gets * PRICES.s3Get +
        invocations * PRICES.invocation +
        memorySeconds * PRICES.memorySecond;
      return { ...counted, s3Requests: puts + gets, dollars };
    },
  };
}

/** One line: what was counted, and the cents for a thousand articles. @param articles how many were stored, 1 at least */
export function costLine(cost: RunCost, articles: number): string {
  const whole = (value: number): string => Math.round(value).toLocaleString('en');
  const cents = ((cost.dollars * 100) / articles) * 1000;
  return (
    `Cost at AWS: ${whole(cost.writeUnits)} write and ${whole(cost.readUnits)} read units, ${whole(cost.sqsRequests)} SQS and ` +
    `${whole(cost.s3Requests)} S3 requests, ${whole(cost.invocations)} invocations; ${cents.toFixed(1)} US cents per 1,000 articles, without ` +
    `storage (${PRICES.region}, ${PRICES.month})`
  );
}
