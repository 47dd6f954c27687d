/** `npm run bench -- polling|articles`: what the functions cost, measured on their deployed bundles. */
import { Command, InvalidArgumentError } from 'commander';
import { benchArticles } from './articles.ts';
import { benchPolling } from './polling.ts';

const count = (text: string): number => {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError('It takes a number from 1 to 999999.');
  return Number(text);
};

const program = new Command('bench').description(
  'measures what the functions cost; timings vary, so compare the ratios',
);
program
  .command('polling')
  .description('what a poll costs, in CPU and AWS operations')
  .option('--feeds <count>', 'feeds that are polled', count, 2_000)
  .action(({ feeds }: { readonly feeds: number }) => benchPolling(feeds));
program
  .command('articles')
  .description('what an article costs, in CPU and AWS operations')
  .option('--articles <count>', 'articles that are ingested', count, 500)
  .action(({ articles }: { readonly articles: number }) => benchArticles(articles));
await program.parseAsync();
