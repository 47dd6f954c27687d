/**
 * `npm run bench -- polling|articles|pairs|schedule|cost|hosts|hostile|near-duplicates`: the cost of the functions, measured on their
 * deployed bundles. The steps:
 * - `polling`: `parsing.ts` times the reading of feed documents (`measure.ts`). Then `polling.ts` polls the feeds of
 *   `bench-publisher.ts`.
 * - `articles`: `reading-stages.ts` times the reading of pages (`made-pages.ts`). Then `articles.ts` ingests the
 *   stories of `bench-pages.ts`, and `bundle-cost.ts` measures the cold start.
 * - `schedule`: `schedule.ts` sends the polls of feeds that are all due.
 * - `cost`: `cost.ts` prices what `polling.ts` and `articles.ts` count, for a fleet.
 * - `hosts`: `hosts.ts` lets busy and quiet hosts share the function's slots.
 * - `pairs`: `pairs.ts` measures polls and articles in pairs with another checkout.
 * - `hostile`: `hostile.ts` runs the template over the documents of tools/hostile/ (`memory-sampler.ts`).
 * - `near-duplicates`: `near-duplicates/` looks for copies among half a million articles.
 *
 * The first five run a bundle in its own process (`bundled-function.ts`, `bundle-worker.ts`), against emulators behind proxies that
 * count the operations (`bench-stack.ts`, `../cost/counting-proxy.ts`).
 */
import { Command, InvalidArgumentError } from 'commander';
import { benchArticles } from './articles.ts';
import { bundleCosts, describeCost } from './bundle-cost.ts';
import { benchCost } from './cost.ts';
import { MODEL_FLEET } from './fleet-bill.ts';
import { benchHostile, type HostileOptions } from './hostile.ts';
import { benchHosts } from './hosts.ts';
import { benchNearDuplicates } from './near-duplicates/near-duplicates.ts';
import { benchPairs, type PairsOptions } from './pairs.ts';
import { parsingBench } from './parsing.ts';
import { benchPolling } from './polling.ts';
import { benchReading } from './reading-stages.ts';
import { benchSchedule } from './schedule.ts';

const count = (text: string): number => {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError('It takes a number from 1 to 999999.');
  return Number(text);
};

interface FleetOptions {
  readonly feeds: number;
  readonly pollsPerDay: number;
  readonly itemsPerDay: number;
  readonly months: number;
}

const program = new Command('bench').description(
  'measures what the functions cost; timings vary, so compare the ratios',
);
program
  .command('polling')
  .description('what a poll costs, in CPU and AWS operations, and what reading a document does')
  .option('--feeds <count>', 'feeds that are polled', count, 2_000)
  .option('--items <count>', 'items of each feed', count, 20)
  .option('--documents <directory>', 'feed documents to read (default: made-up ones)')
  .action(async ({ feeds, items, documents }: { feeds: number; items: number; documents?: string }) => {
    await parsingBench(documents);
    await benchPolling(feeds, items);
  });
program
  .command('articles')
  .description(
    'what an article costs, in CPU and AWS operations, and what reading its page does, stage by stage; and the cold start',
  )
  .option('--articles <count>', 'articles that are ingested', count, 500)
  .option('--pages <directory>', 'pages to read, .html or .html.gz (default: made-up ones)')
  .action(async ({ articles, pages }: { readonly articles: number; readonly pages?: string }) => {
    await benchReading(pages);
    await benchArticles(articles);
    const [cost] = bundleCosts(['ingest-item']);
    if (cost !== undefined) console.log(describeCost(cost));
  });
program
  .command('pairs')
  .description('the CPU of polls and articles in pairs with another checkout; twenty minutes on a quiet machine')
  .requiredOption('--before <directory>', 'the other checkout, with its node_modules')
  .option('--rounds <count>', 'pairs of runs', count, 5)
  .option('--pieces <count>', 'feeds and articles a run; few of them mostly measure the start', count, 1_000)
  .action((options: PairsOptions) => benchPairs(options));
program
  .command('schedule')
  .description('what a run of the schedule costs, and how many feeds it sends within its time')
  .option('--feeds <count>', 'feeds that are due', count, 20_000)
  .option('--memory <megabytes>', 'the function’s memory', count, 256)
  .action(({ feeds, memory }: { readonly feeds: number; readonly memory: number }) => benchSchedule(feeds, memory));
program
  .command('cost')
  .description('what a fleet costs in a month at AWS, by component')
  .option('--feeds <count>', 'feeds', count, MODEL_FLEET.feeds)
  .option('--polls-per-day <count>', 'polls of a feed a day', count, MODEL_FLEET.pollsPerFeedAndDay)
  .option('--items-per-day <count>', 'new items of a feed a day', count, MODEL_FLEET.itemsPerFeedAndDay)
  .option('--months <count>', 'months whose articles are stored', count, MODEL_FLEET.months)
  .action(({ feeds, pollsPerDay, itemsPerDay, months }: FleetOptions) =>
    benchCost({
      ...MODEL_FLEET,
      feeds,
      pollsPerFeedAndDay: pollsPerDay,
      itemsPerFeedAndDay: itemsPerDay,
      months,
    }),
  );
program
  .command('hosts')
  .description('what waiting for the pace of busy hosts costs, and whether they hold up quiet ones; two minutes')
  .action(() => benchHosts());
program
  .command('hostile')
  .description(
    'what hostile documents come to: outcome, time and peak memory of each; --only a few, because all of them take an hour',
  )
  .option('--size <characters>', 'length of each hostile part', count, 500_000)
  .option('--only <text>', 'a part of the names of the documents to run', '')
  .option('--minutes <count>', 'begin no document after so many minutes', count, 10)
  .action((options: HostileOptions) => benchHostile(options));
program
  .command('near-duplicates')
  .description('how many copies of news are found among how many articles, and what keys are read and claimed')
  .option('--articles <count>', 'the largest number of articles', count, 500_000)
  .action(({ articles }: { readonly articles: number }) => benchNearDuplicates(articles));
await program.parseAsync();
