import { counted, table } from '../cli/output.ts';
import { PRICES } from './prices.ts';
import type { StackBill, StackBillLine } from './stack-bill.ts';

/** The bill for people: a row a component, and what its figures mean. */
export function stackBillText(bill: StackBill, region: string): string {
  const { lines, dollars, monthDollars, days } = bill;
  const rows = [...lines, { component: 'all', units: {}, dollars, monthDollars }].map((line) => [
    line.component,
    unitsText(line.units),
    money(line.dollars),
    money(line.monthDollars),
  ]);
  return [
    table(['component', 'units', `in ${counted(rounded(days), 'day')}`, 'in 30 days'], rows),
    '',
    articlesText(bill),
    ...(bill.withoutData.length === 0 ? [] : [`No data, counted as 0: ${bill.withoutData.join(', ')}.`]),
    `The prices are those of ${PRICES.region} in ${PRICES.month}, without the free tier; the stack is in ${region}.`,
    'Approximations: a message counts as a request each time it is sent, received or deleted, although a request carries up to ten, and',
    'calls that hide messages longer are not counted; cold starts are not counted; sizes of tables are up to six hours old; stacks in one',
    'region share the metrics, and so the number of articles. Left out: S3, the schedule, stored logs, and data that leaves AWS.',
  ].join('\n');
}

function articlesText({ published, centsPerThousand }: StackBill): string {
  if (centsPerThousand === undefined) return 'No article was published, so there is no cost of an article.';
  const articles = published === 1 ? '1 article' : `${whole(published)} articles`;
  return `${articles} published: ${centsPerThousand.toFixed(1)} US cents per 1,000 articles, without storage`;
}

/** `{ writeUnits: 1200 }` → `1,200 write units`. */
const unitsText = (units: StackBillLine['units']): string =>
  Object.entries(units)
    .map(([name, value]) => {
      const shown = /gigabytes$/i.test(name) ? value.toLocaleString('en', { maximumFractionDigits: 3 }) : whole(value);
      return `${shown} ${name.replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`)}`;
    })
    .join(', ');

const whole = (value: number): string => Math.round(value).toLocaleString('en');

const rounded = (days: number): number => Math.round(days * 100) / 100;

const money = (dollars: number): string => `$${dollars.toFixed(2)}`;
