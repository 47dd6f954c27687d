import { execFile } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as v from 'valibot';
import { SynthesisError } from './errors.ts';

const project = join(import.meta.dirname, '../../..');
const cdkJson = v.object({ context: v.optional(v.record(v.string(), v.unknown()), {}) });

/** The context that differs from cdk.json in a local deployment. */
const LOCAL_CONTEXT = { ephemeral: true, exampleConsumer: true };

/**
 * Synthesizes the app as `cdk deploy` would, into `DIRECTORY/cdk.out`, and returns that path.
 * @param context overrides that of cdk.json
 * @throws {SynthesisError} with the app's error output
 */
export async function synthesize(directory: string, context: Readonly<Record<string, unknown>>): Promise<string> {
  const assembly = join(directory, 'cdk.out');
  rmSync(assembly, { recursive: true, force: true });
  const fromFile = v.parse(cdkJson, JSON.parse(readFileSync(join(project, 'cdk.json'), 'utf8'))).context;
  const merged = { ...fromFile, ...LOCAL_CONTEXT, ...context };
  // Off, because validation takes twice as long as synthesis. `npm test` and `cdk synth` validate the template.
  const environment = {
    ...process.env,
    CDK_OUTDIR: assembly,
    CDK_CONTEXT_JSON: JSON.stringify(merged),
    CDK_VALIDATION: 'false',
  };
  try {
    await promisify(execFile)(process.execPath, ['bin/app.ts'], { cwd: project, env: environment, maxBuffer: 2 ** 24 });
  } catch (error) {
    const { stderr = '' } = error as { stderr?: string };
    throw new SynthesisError(`The CDK app doesn't synthesize: ${stderr.trim()}`, { cause: error });
  }
  return assembly;
}
