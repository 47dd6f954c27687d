import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { synthesize } from '../../tools/local/template/synthesize.ts';
import { startSamplePublisher } from '../../tools/sample/sample-publisher.ts';
import type { Stage } from './pipeline-run.ts';

/**
 * Synthesizes the app once for a test file, for a publisher on a free port.
 *
 * @param others origins beside the publisher's that may be fetched from, asked for before all tests
 */
export function stage(others: () => Promise<readonly string[]> = async () => []): () => Stage {
  const directory = mkdtempSync(join(tmpdir(), 'wireroom-stage-'));
  let made: Stage | undefined;
  beforeAll(async () => {
    const publisher = await startSamplePublisher();
    await publisher.stop();
    const { origin } = publisher;
    const assembly = await synthesize(directory, {
      allowedOrigins: [origin, ...(await others())].join(','),
      userAgentContact: 'https://news.example.org/bot',
    });
    made = { assembly, port: Number(new URL(origin).port), now: new Date('2026-11-23T08:00:00Z') };
  });
  afterAll(() => rmSync(directory, { recursive: true, force: true }));
  return () => {
    if (made === undefined) throw new Error('The stage exists only while a test runs.');
    return made;
  };
}
