import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { temporaryDirectory } from '../../tools/local/temporary-directory.ts';
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

it('a run that is killed again and again ends with the articles of one that is not', async () => {
  using calm = temporaryDirectory();
  using troubled = temporaryDirectory();
  const expected = await runIn(calm.path);
  for (const killAfterMs of [400, 1_200, 2_500]) {
    const { child, ended } = startWireroom('start', '--data', troubled.path, '--verbose');
    // The time counts from the first line of a function: before that, there is nothing to lose.
    if (child.stderr === null) throw new Error('unreachable');
    for await (const line of createInterface(child.stderr)) if (line.includes('Polls scheduled.')) break;
    await new Promise((resolve) => setTimeout(resolve, killAfterMs));
    child.kill('SIGKILL');
    await ended;
  }
  expect(await runIn(troubled.path)).toEqual(expected);
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
