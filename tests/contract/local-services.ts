import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { bodies } from '../../lambdas/adapters/s3/bodies.ts';
import type { BodyStore } from '../../lambdas/core/body-store.ts';
import { type Deployment, localDeployment } from '../../tools/cli/deployment.ts';
import { LOCAL_CREDENTIALS } from '../../tools/local/emulators/emulators.ts';
import { type LocalRuntime, startRuntime } from '../../tools/local/runtime.ts';
import { synthesize } from '../../tools/local/template/synthesize.ts';

export interface LocalServices {
  readonly endpoints: LocalRuntime['endpoints'];
  readonly deployment: Deployment;
  readonly bodies: BodyStore;
}

/** Starts the tables, queues and buckets of the real template on the embedded emulators. No function runs. */
export function localServices(): () => LocalServices {
  const directory = mkdtempSync(join(tmpdir(), 'wireroom-contract-'));
  let runtime: LocalRuntime | undefined;
  let services: LocalServices | undefined;
  beforeAll(async () => {
    const assembly = await synthesize(directory, {});
    runtime = await startRuntime({ assembly, dataDirectory: directory, schedules: 'manual', eventSources: false });
    const deployment = localDeployment(runtime.endpoints, runtime.outputs);
    services = {
      endpoints: runtime.endpoints,
      deployment,
      bodies: bodies({
        bucketName: deployment.output('BodiesBucketName'),
        region: deployment.region,
        credentials: LOCAL_CREDENTIALS,
        endpoint: runtime.endpoints.s3,
      }),
    };
  });
  afterAll(async () => {
    await runtime?.stop();
    rmSync(directory, { recursive: true, force: true });
  });
  return () => {
    if (services === undefined) throw new Error('The services exist only while a test runs.');
    return services;
  };
}
