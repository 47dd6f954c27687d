/** `npm run eval`: what comes out of the cases and, with `--pages`, of real pages that somebody has. */
import { parseArgs } from 'node:util';
import { CliError } from '../../tools/cli/cli-error.ts';
import { table, write } from '../../tools/cli/output.ts';
import { checks } from './check.ts';
import { type Cases, cases } from './fixtures.ts';
import { printPages } from './pages-report.ts';

const HELP = `npm run eval -- [KIND or NAME] [--json]
    The cases of tests/fixtures/cases, by kind: how many come out right, and what is wrong with the others.
    Exits with 1 if a case comes out wrong.
npm run eval -- --pages DIR [--removals] [--json]
    Pages that you have: DIR/id.html or DIR/id.html.gz each, and DIR/truth.json:
        { id: { url, body?, with?, without?, title?, authors?, author?, date? } }
    body is the article's text; with and without are lists of texts that it has and hasn't.
    Prints the F1 of the text's runs of four words and of these lists, the share of titles, lists of authors and days
    that are right, and the largest and the slowest page, which the reader's limits must let pass.
    --removals: how many blocks each rule left out, and how many of them are the article's.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    pages: { type: 'string' },
    removals: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) process.stdout.write(`${HELP}\n`);
else if (values.pages !== undefined) orSayWhy(() => printPages(values.pages ?? '', values));
else await runCases(positionals[0]);

async function runCases(only: string | undefined): Promise<void> {
  const results = [];
  for (const set of Object.keys(cases) as (keyof Cases)[])
    for (const each of cases[set]) {
      if (only !== undefined && only !== each.name && only !== each.kind) continue;
      results.push({
        set,
        name: each.name,
        kind: each.kind,
        counter: each.counter,
        fault: await checks[set](each as never),
      });
    }
  const wrong = results.filter(({ fault }) => fault !== undefined);
  process.exitCode = wrong.length > 0 || results.length === 0 ? 1 : 0;
  if (values.json) return void process.stdout.write(`${JSON.stringify(results, undefined, 2)}\n`);
  if (results.length === 0) return void process.stderr.write(`There is no case or kind ${only}.\n`);
  const byKind = Map.groupBy(results, ({ set, kind }) => `${set}\t${kind}`);
  const rows = [...byKind].map(([key, all]) => {
    const [set = '', kind = ''] = key.split('\t');
    return [set, kind, all.filter(({ fault }) => fault === undefined).length, all.length] as const;
  });
  process.stdout.write(`${table(['set', 'kind', 'right', 'of'], rows)}\n\n`);
  for (const { name, counter, fault } of wrong)
    write(`${name}${counter ? ' (was right before its kind was mended)' : ''}: ${fault}`);
  for (const [set, all] of Map.groupBy(results, (each) => each.set))
    write(`${set}: ${all.filter(({ fault }) => fault === undefined).length} of ${all.length} are right.`);
  write(`${results.length - wrong.length} of ${results.length} cases are right.`);
}

/** Says in one sentence what a person can mend, such as a missing file. */
function orSayWhy(action: () => void): void {
  try {
    action();
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    write(error.message, process.stderr);
    process.exitCode = error.exitCode;
  }
}
