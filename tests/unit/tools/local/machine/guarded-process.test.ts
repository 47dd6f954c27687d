import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { type GuardedProcess, spawnGuarded } from '../../../../../tools/local/machine/guarded-process.ts';

/** A script that starts a child without end, as a function starts its reader, and prints the child's process id. */
const withSpinningChild = (then: string): GuardedProcess => {
  const spin = `process.stdin.destroy(); for (;;);`;
  const script =
    `const { spawn } = require('node:child_process');` +
    `const child = spawn(process.execPath, ['-e', ${JSON.stringify(spin)}], { stdio: 'ignore' });` +
    `process.stdout.write(child.pid + '\\n', () => { ${then} });`;
  return spawnGuarded(process.execPath, ['-e', script], { env: {} });
};
const pidFrom = async ({ stdout }: GuardedProcess): Promise<number> => {
  for await (const line of stdout) return Number(String(line));
  throw new Error('The script printed no process id.');
};
/** A killed process whose parent is gone may stay in the list as a zombie, in state Z. */
const isRunning = (pid: number): boolean => {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' });
  return /^[^Z\s]/.test(stdout);
};

it('a killed process takes a child along that spins', async () => {
  const guarded = withSpinningChild('setInterval(() => {}, 1000)');
  const pid = await pidFrom(guarded);
  expect(isRunning(pid)).toBe(true);
  await guarded.kill();
  await expect.poll(() => isRunning(pid)).toBe(false);
  expect(await guarded.exited).toBe(137);
});

it('a process that ends takes a child along that spins, and its exit status is told', async () => {
  const guarded = withSpinningChild('process.exit(3)');
  const pid = await pidFrom(guarded);
  expect(await guarded.exited).toBe(3);
  await expect.poll(() => isRunning(pid)).toBe(false);
});

it('a command that does not exist has the exit status of a shell that finds none', async () => {
  expect(await spawnGuarded('/no/such/command', [], { env: {} }).exited).toBe(127);
});
