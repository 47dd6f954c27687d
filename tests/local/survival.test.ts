import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { temporaryDirectory } from '../../tools/local/machine/temporary-directory.ts';
import type { RunReport } from '../../tools/start/report.ts';
import { startWireroom, wireroom } from './command-line.ts';

const essence = (stdout: string): string[] =>
  (JSON.parse(stdout) as RunReport).articles.map(({ title, revision }) => `${title} (${revision})`).sort();

async function runIn(directory: string): Promise<string[]> {
  const { code, stdout, stderr } = await wireroom('start', '--data', directory, '--json');
  expect(stderr).toMatch(/Cycle 2 of 2/);
  expect(code).toBe(0);
  return essence(stdout);
}

it('a run that was killed several times ends with the articles of an undisturbed run', async () => {
  using calm = temporaryDirectory();
  using troubled = temporaryDirectory();
  const expected = await runIn(calm.path);
  for (const killAfterMs of [400, 1_200, 2_500]) {
    const { child, ended } = startWireroom('start', '--data', troubled.path, '--verbose');
    // The time counts from the first log line of a function. Before that, there is no state to lose.
    if (child.stderr === null) throw new Error('unreachable');
    for await (const line of createInterface(child.stderr)) if (line.includes('Polls scheduled.')) break;
    await new Promise((resolve) => setTimeout(resolve, killAfterMs));
    child.kill('SIGKILL');
    await ended;
  }
  expect(await runIn(troubled.path)).toEqual(expected);
});

/** Watches until polling goes on by the schedule, and interrupts the watch. Resolves to the report, or to ''. */
async function watch(...args: readonly string[]): Promise<string> {
  const { child, ended } = startWireroom('start', '--watch', ...args);
  if (child.stderr === null) throw new Error('unreachable');
  for await (const line of createInterface(child.stderr)) if (line.includes('by the schedule')) break;
  child.kill('SIGINT');
  return (await ended).stdout;
}

it('a watch begins with two cycles, and a later watch on the same data begins with cycles only if --cycles is given', async () => {
  using data = temporaryDirectory();
  expect(await watch('--data', data.path)).toMatch(/^The Brackwater Courier +2 +changed /m);
  expect(await watch('--data', data.path)).toBe('');
  expect(await watch('--data', data.path, '--cycles', '1')).toMatch(/^The Brackwater Courier +1 /m);
});

it('Ctrl-C ends a run in good order', async () => {
  using data = temporaryDirectory();
  const { child, ended } = startWireroom('start', '--data', data.path, '--watch');
  if (child.stderr === null) throw new Error('unreachable');
  for await (const line of createInterface(child.stderr)) if (line.includes('by the schedule')) break;
  child.kill('SIGINT');
  await once(child, 'exit');
  expect(child.exitCode).toBe(0);
  await ended;
});
