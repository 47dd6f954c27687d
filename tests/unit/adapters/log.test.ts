import { expect, it, onTestFinished, vi } from 'vitest';

/** Runs an action. @returns the metrics that it wrote to the log, by name */
async function metricsOf(action: (log: typeof import('../../../lambdas/adapters/log.ts')) => void) {
  vi.stubEnv('POWERTOOLS_METRICS_NAMESPACE', 'Wireroom');
  vi.stubEnv('POWERTOOLS_DEV', 'true'); // Metrics then writes with the global console
  vi.stubEnv('POWERTOOLS_METRICS_DISABLED', 'false'); // POWERTOOLS_DEV alone would disable Metrics
  onTestFinished(() => void vi.unstubAllEnvs());
  vi.resetModules();
  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  onTestFinished(() => log.mockRestore());
  action(await import('../../../lambdas/adapters/log.ts'));
  return log.mock.calls.map(([line]) => JSON.parse(String(line)) as Record<string, unknown>);
}

it('counts of one name are published together, one at a time by default', async () => {
  const published = await metricsOf(({ count, publishCounts }) => {
    count('Poll.changed');
    count('Poll.changed', 3);
    count('Poll.failed', 2);
    publishCounts();
  });
  expect(published).toMatchObject([{ 'Poll.changed': [1, 3], 'Poll.failed': 2, _aws: expect.anything() }]);
});

it('nothing is published, and no warning is written, when nothing was counted', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  onTestFinished(() => warn.mockRestore());
  expect(await metricsOf(({ publishCounts }) => publishCounts())).toEqual([]);
  expect(warn).not.toHaveBeenCalled();
});

it('counts are published once', async () => {
  const published = await metricsOf(({ count, publishCounts }) => {
    count('Poll.changed');
    publishCounts();
    publishCounts();
  });
  expect(published).toHaveLength(1);
});
