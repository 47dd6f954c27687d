import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { type Command, InvalidArgumentError } from 'commander';
import { CliError, EXIT } from '../cli/cli-error.ts';
import { print } from '../cli/output.ts';
import { PRICES } from './prices.ts';
import { PUBLISHED, type StackBill, stackBill } from './stack-bill.ts';
import { stackBillText } from './stack-bill-text.ts';
import { stackMeters } from './stack-meters.ts';
import { stackResources } from './stack-resources.ts';
import { listMetrics, type Period, readUsages } from './usage-metrics.ts';

interface CostOptions {
  readonly stack?: string;
  readonly days: number;
  readonly json?: boolean;
}

const DEFAULT_DAYS = 7;
const MAX_DAYS = 90;
const HOUR = 3_600_000;
const HOURS_OF_DAY = 24;

export function addCostCommand(program: Command): void {
  program
    .command('cost')
    .description('what a deployed stack has used in the last days, and what that costs, by component')
    .option('--stack <name>', 'the deployed stack, with the AWS credentials of your environment')
    .option('--days <n>', `whole days up to now, at most ${MAX_DAYS}`, wholeDays, DEFAULT_DAYS)
    .option('--json', 'the result as JSON')
    .action(async ({ stack, days, json }: CostOptions) => {
      if (stack === undefined) {
        throw new CliError(
          'Name a deployed stack with --stack NAME; `npm start` and `npm run bench -- cost` tell the cost of local runs.',
          EXIT.usage,
        );
      }
      const { bill, region } = await costOfStack(stack, days, new Date());
      const prices = { region: PRICES.region, month: PRICES.month };
      print(json, { stack, region, prices, ...bill }, () => stackBillText(bill, region));
    });
}

/** Reads the use of a stack from CloudWatch, and prices it. */
export async function costOfStack(
  stack: string,
  days: number,
  now: Date,
): Promise<{ readonly bill: StackBill; readonly region: string }> {
  const resources = await stackResources(stack);
  const cloudwatch = new CloudWatchClient({});
  const meters = stackMeters(resources, await listMetrics(cloudwatch, PUBLISHED.namespace));
  const period = lastHours(days, now, resources.created);
  const metrics = [PUBLISHED, ...meters.flatMap((meter) => meter.metrics)];
  const [published = { sum: 0, hours: 0 }, ...usages] = await readUsages(cloudwatch, metrics, period);
  const read = meters.map((meter) => ({ meter, usages: usages.splice(0, meter.metrics.length) }));
  return { bill: stackBill(resources, read, published, daysOf(period)), region: resources.region };
}

/** The whole hours before `now`: as many as `days` have, fewer if the stack is younger, one at least. */
export function lastHours(days: number, now: Date, created: Date): Period {
  const to = Math.floor(now.getTime() / HOUR) * HOUR;
  const born = Math.min(Math.floor(created.getTime() / HOUR) * HOUR, to - HOUR);
  return { from: new Date(Math.max(born, to - days * HOURS_OF_DAY * HOUR)), to: new Date(to) };
}

const daysOf = ({ from, to }: Period): number => (to.getTime() - from.getTime()) / HOUR / HOURS_OF_DAY;

function wholeDays(raw: string): number {
  const days = Number(raw);
  if (!Number.isInteger(days) || days < 1 || days > MAX_DAYS) {
    throw new InvalidArgumentError(`It must be a whole number from 1 to ${MAX_DAYS}.`);
  }
  return days;
}
