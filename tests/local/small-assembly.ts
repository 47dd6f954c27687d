import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

export interface SmallFunction {
  /**
   * The body of `exports.handler = async (event) => { … }`. `log(text)` writes a line; `once(name)` is true only once.
   */
  readonly handler: string;
  /** Runs when the module is imported. */
  readonly atImport?: string;
  /** @default 1 */
  readonly timeoutSeconds?: number;
}

export interface SmallStack {
  readonly functions: Readonly<Record<string, SmallFunction>>;
  readonly resources?: Readonly<Record<string, { readonly Type: string; readonly Properties?: unknown }>>;
  readonly outputs?: Readonly<Record<string, unknown>>;
}

/** Makes a temporary directory, which is removed after the test. */
export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'wireroom-test-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true, maxRetries: 5 }));
  return directory;
}

/** Writes a cloud assembly like `cdk synth`, with one small CommonJS bundle per function. */
export function writeAssembly(directory: string, stack: SmallStack): string {
  const assembly = join(directory, 'cdk.out');
  const functions = Object.entries(stack.functions).map(([id, { handler, atImport = '', timeoutSeconds = 1 }]) => {
    const code = join(assembly, `asset.${id.toLowerCase()}`);
    mkdirSync(code, { recursive: true });
    const marks = JSON.stringify(directory);
    writeFileSync(
      join(code, 'index.js'),
      `const fs = require('node:fs');
      const log = (text) => console.log('SAYS ' + text);
      const once = (name) => { try { fs.writeFileSync(${marks} + '/once-' + name, '', { flag: 'wx' }); return true; } catch { return false; } };
      ${atImport}
      exports.handler = async (event) => { ${handler} };`,
    );
    const properties = {
      Handler: 'index.handler',
      Runtime: 'nodejs24.x',
      Role: { 'Fn::GetAtt': [`${id}Role`, 'Arn'] },
      Code: { S3Bucket: 'assets', S3Key: `${id.toLowerCase()}.zip` },
      Timeout: timeoutSeconds,
    };
    return [
      [id, { Type: 'AWS::Lambda::Function', Properties: properties }],
      [`${id}Role`, { Type: 'AWS::IAM::Role' }],
    ] as const;
  });
  const template = {
    Resources: { ...Object.fromEntries(functions.flat()), ...stack.resources },
    Outputs: Object.fromEntries(Object.entries(stack.outputs ?? {}).map(([id, Value]) => [id, { Value }])),
  };
  mkdirSync(assembly, { recursive: true });
  writeFileSync(join(assembly, 'Small.template.json'), JSON.stringify(template));
  const artifacts = {
    Small: { type: 'aws:cloudformation:stack', properties: { templateFile: 'Small.template.json' } },
    'Small.assets': { type: 'cdk:asset-manifest' },
  };
  writeFileSync(join(assembly, 'manifest.json'), JSON.stringify({ version: '43.0.0', artifacts }));
  return assembly;
}
