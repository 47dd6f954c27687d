import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const output = mkdtempSync(join(tmpdir(), 'wireroom-synth-'));
afterAll(() => rmSync(output, { recursive: true }));

/** Runs the app as the CDK command line does, with cdk.json's context and `context`. */
function runApp(context: Record<string, unknown>, environment: Record<string, string> = {}) {
  const given = {
    ...JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8')).context,
    'aws:cdk:bundling-stacks': [],
    ...context,
  };
  return spawnSync(process.execPath, ['bin/app.ts'], {
    cwd: root,
    env: { ...process.env, CDK_OUTDIR: output, CDK_CONTEXT_JSON: JSON.stringify(given), ...environment },
    encoding: 'utf8',
  });
}
const read = (file: string) => JSON.parse(readFileSync(join(output, file), 'utf8'));

it('the app passes the AwsSolutions rules of cdk-nag and the checks of CloudFormation', () => {
  const optional = { exampleConsumer: 'true', recheckAfterHours: '24' };
  const { status, stderr } = runApp({ ...optional, userAgentContact: 'https://news.example.org/bot' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(read('validation-report.json').pluginReports).toEqual([]);
});

it('the stack has the name that the context gives', () => {
  expect(runApp({ stackName: 'Trial' }, { CDK_VALIDATION: 'false' }).status).toBe(0);
  expect(Object.keys(read('manifest.json').artifacts)).toContain('Trial');
});

it.each([
  [{ pollFloorMinutes: 'x' }, /^These settings are invalid .*pollFloorMinutes must be .*, not "x"\.\n$/],
  [{ stackName: '-' }, /^These settings are invalid .*stackName must begin with a letter.*\.\n$/],
])('the app with the context %j ends with one sentence and no stack trace', (context, sentence) => {
  const { status, stderr } = runApp(context, { CDK_VALIDATION: 'false' });
  expect(status).toBe(1);
  expect(stderr).toMatch(sentence);
});
