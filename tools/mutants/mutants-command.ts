/**
 * `npm run mutants -- ROOM`: changes a room's source in a seeded sample of places, one at a time, and runs the tests that reach
 * the place. A test suite that is worth something fails each time.
 *
 * 1. mutant-sample.ts lists the room's mutants and draws the sample.
 * 2. Stryker runs the tests that mirror the room against the sample, which is quick, and all unit tests (for adapters the contract
 *    suites too) against what survives. vitest.config.ts names the tests; sample-checker.ts keeps the other mutants out.
 * 3. compiler-kills.ts counts a survivor as killed if it doesn't compile.
 * 4. equal-mutants.ts names survivors that change nothing observable: they don't count.
 */
import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import type { LogLevel } from '@stryker-mutator/api/core';
import { Stryker } from '@stryker-mutator/core';
import { Argument, Command, InvalidArgumentError } from 'commander';
import { thatCompile } from './compiler-kills.ts';
import { filesOf, keyOf, mutantsOf, root, sampleOf } from './mutant-sample.ts';
import { SAMPLE_VARIABLE } from './sample-checker.ts';
import { describe, isNamedEqual, type Survivor, survivorOf } from './survivor.ts';
import { TESTS_VARIABLE } from './vitest.config.ts';

/** The share of a sample that must be killed. */
const MIN_KILLED = 0.9;

const number = (text: string): number => {
  if (!/^[1-9]\d{0,4}$/.test(text)) throw new InvalidArgumentError('It takes a number from 1 to 99999.');
  return Number(text);
};
const room = (text: string): string => {
  const name = text.replace(/^lambdas\//, '').replace(/\/$/, '');
  if (!existsSync(join(root, 'lambdas', name)) || filesOf(name).length === 0)
    throw new InvalidArgumentError(
      'It takes a directory below lambdas/ that holds source files, for instance core/web.',
    );
  return name;
};

interface Options {
  readonly seed: number;
  readonly sample: number;
  readonly own: boolean;
}

async function tryMutants(name: string, { seed, sample, own }: Options) {
  const chosen = sampleOf(await mutantsOf(filesOf(name)), seed, sample);
  const left = await survivorsOf(name, chosen, [`tests/unit/${name}/*.test.ts`]);
  const byOwnTests = chosen.length - left.length;
  const keys = left.map(({ key }) => key);
  // The contract suites run on emulators, which takes seconds: they are what tests the adapters.
  const others = ['tests/unit/**/*.test.ts', ...(name.startsWith('adapters') ? ['tests/contract/**/*.test.ts'] : [])];
  const alive = own ? left : await survivorsOf(name, keys, others);
  const compiled = thatCompile(alive);
  const survivors = compiled.filter((each) => !isNamedEqual(each));
  for (const survivor of survivors) console.log(`\n${describe(survivor)}`);
  const equal = compiled.length - survivors.length;
  const counted = chosen.length - equal;
  const killed = counted - survivors.length;
  console.log(
    `\n${name}, seed ${seed}: ${killed} of ${counted} mutants killed (${((killed / counted) * 100).toFixed(0)} %): ` +
      `${byOwnTests} by the room's own tests, ${alive.length - compiled.length} by the compiler; ` +
      `${equal} more change nothing (equal-mutants.ts).`,
  );
  if (killed < counted * MIN_KILLED) process.exitCode = 1;
}

/** Runs tests against some of a room's mutants. @param tests globs @returns those that no test has killed */
async function survivorsOf(name: string, keys: readonly string[], tests: readonly string[]): Promise<Survivor[]> {
  const hasTests = tests.some((glob) => globSync(glob, { cwd: root }).length > 0);
  if (keys.length === 0) return [];
  if (!hasTests) return (await mutantsOf(filesOf(name))).filter((each) => keys.includes(keyOf(each))).map(survivorOf);
  process.env[SAMPLE_VARIABLE] = JSON.stringify(keys);
  process.env[TESTS_VARIABLE] = JSON.stringify(tests);
  const results = await new Stryker({
    mutate: filesOf(name),
    plugins: ['@stryker-mutator/vitest-runner', join(import.meta.dirname, 'sample-checker.ts')],
    checkers: ['sample'],
    testRunner: 'vitest',
    vitest: { configFile: join(import.meta.dirname, 'vitest.config.ts') },
    coverageAnalysis: 'perTest',
    reporters: [process.stdout.isTTY ? 'progress' : 'dots'],
    logLevel: 'warn' as LogLevel,
    warnings: false,
    // Stryker would rewrite tsconfig.json with an API that TypeScript 7 doesn't have any more.
    tsconfigFile: 'none',
    concurrency: 2,
    // A busy machine must not pass for an endless loop, which counts as killed.
    timeoutMS: 20_000,
    timeoutFactor: 4,
    cleanTempDir: 'always',
  }).runMutationTest();
  return results
    .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
    .map(({ location: { start, end }, ...mutant }) =>
      // Results count lines and columns from 1, mutants from 0.
      survivorOf({
        ...mutant,
        location: {
          start: { line: start.line - 1, column: start.column - 1 },
          end: { line: end.line - 1, column: end.column - 1 },
        },
      }),
    );
}

await new Command('mutants')
  .description(
    `tries a sample of changes to a room against its tests; exits with 1 if fewer than ${MIN_KILLED * 100} % are killed`,
  )
  .addArgument(new Argument('<room>', 'a directory below lambdas/, for instance core/article/text').argParser(room))
  .option('--seed <number>', 'draws another sample', number, 1)
  .option('--sample <number>', 'mutants that are tried', number, 60)
  .option('--own', 'runs only the tests that mirror the room: quicker, and the score is a lower bound', false)
  .action(tryMutants)
  .parseAsync();
