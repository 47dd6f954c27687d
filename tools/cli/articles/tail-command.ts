import type { Command } from 'commander';
import type { ArticleEvent } from '../../../lambdas/consumer/index.ts';
import { type Deployment, type Target, withDeployment } from '../deployment.ts';
import { clip, jsonText, minute, write } from '../output.ts';
import { addTargetOptions } from '../target-options.ts';
import { tailArticles } from './article-stream.ts';

type Options = Target & { readonly json?: boolean; readonly fromStart?: boolean };

export function addTailCommand(program: Command): void {
  addTargetOptions(
    program
      .command('tail')
      .description('print article events as they come, until Ctrl-C; with --json one object per line'),
  )
    .option('--from-start', 'begin with the oldest event that the stream keeps (24 hours)')
    .action(async ({ json, fromStart = false, ...target }: Options) => {
      const stop = new AbortController();
      process.once('SIGINT', () => stop.abort());
      process.once('SIGTERM', () => stop.abort());
      await withDeployment(target, async (deployment) => {
        if (!json) write(waitingLine(deployment, fromStart), process.stderr);
        for await (const event of tailArticles(deployment, { fromStart, signal: stop.signal })) {
          write(json ? jsonText(event) : eventLine(event));
        }
      });
    });
}

/** Returns a line that says what makes events come. */
export function waitingLine({ unattended }: Pick<Deployment, 'unattended'>, fromStart: boolean): string {
  const earlier = fromStart ? '' : '; --from-start shows those of the last 24 hours';
  return unattended === undefined
    ? `Waiting for events: they come when polls find news${earlier}.`
    : `Waiting for events, but no process is polling this data: end this, run \`npm start -- --data ${unattended} --watch\`, and tail beside it${earlier}.`;
}

/** `2026-11-23 08:15  published  1f3c9a2b  The headline`. */
export function eventLine(event: ArticleEvent): string {
  const { title } = event.type === 'removed' ? event.previous : event.article;
  return `${minute(event.at)}  ${nameOf(event).padEnd(20)}  ${event.articleId.slice(0, 8)}  ${clip(title, 80)}`;
}

function nameOf(event: ArticleEvent): string {
  switch (event.type) {
    case 'published':
      return 'published';
    case 'revised':
      return `revised to ${event.article.revision}`;
    case 'appeared':
      return `appeared in ${event.article.appearances.length} feeds`;
    case 'retracted':
    case 'restored':
      return event.type;
    case 'removed':
      return `removed (${event.reason})`;
  }
}
