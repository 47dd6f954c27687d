import { expect, it } from 'vitest';
import { createShutdown } from '../../../../../tools/local/machine/shutdown.ts';

it('a shutdown runs the last added step first, and waits for each step', async () => {
  const done: string[] = [];
  const shutdown = createShutdown();
  shutdown.add(() => void done.push('first'));
  shutdown.add(async () => {
    await Promise.resolve();
    done.push('second');
  });
  await shutdown.run();
  expect(done).toEqual(['second', 'first']);
});

it('a shutdown runs each step once when it is run twice, and the second run waits for the first', async () => {
  let runs = 0;
  const shutdown = createShutdown();
  shutdown.add(async () => {
    await Promise.resolve();
    runs++;
  });
  void shutdown.run();
  await shutdown.run();
  expect(runs).toBe(1);
});

it('a shutdown has begun as soon as it is run', () => {
  const shutdown = createShutdown();
  expect(shutdown.hasBegun()).toBe(false);
  void shutdown.run();
  expect(shutdown.hasBegun()).toBe(true);
});
