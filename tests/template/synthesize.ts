import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { afterAll } from 'vitest';
import { PipelineStack } from '../../lib/pipeline-stack.ts';
import type { Settings } from '../../lib/settings.ts';

export type Resource = ReturnType<Template['findResources']>[string];
export type Resources = Record<string, Resource>;

/** The context of cdk.json, because CDK's feature flags in it change the template. */
const { context } = JSON.parse(readFileSync(join(import.meta.dirname, '../../cdk.json'), 'utf8'));

const directory = mkdtempSync(join(tmpdir(), 'wireroom-template-'));
afterAll(() => rmSync(directory, { recursive: true }));

/** Makes the stack as an app would, without the functions' bundles. */
export function pipeline(settings: Partial<Settings> = {}): PipelineStack {
  const outdir = mkdtempSync(join(directory, 'app-'));
  const app = new App({ outdir, context: { ...context, 'aws:cdk:bundling-stacks': [] } });
  return new PipelineStack(app, 'Wireroom', {
    settings: { userAgentContact: 'https://news.example.org', ...settings },
  });
}

export const synthesize = (settings: Partial<Settings> = {}): Template => Template.fromStack(pipeline(settings));

/** The stack with every option: the example consumer, WebSub and rechecks. */
export const everything = (): Template => synthesize({ exampleConsumer: true, webSub: true, recheckAfterHours: 24 });

/** `StorageFeeds89E4CC5A` → `StorageFeeds`. */
export const withoutHash = (logicalId: string): string => logicalId.replace(/[0-9A-F]{8}$/, '');

/** Formats an ARN, a reference or a name for people: `StorageFeeds/index/due`. */
export function readable(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return String(value);
  const [[intrinsic, argument] = ['', undefined]] = Object.entries(value);
  if (intrinsic === 'Fn::GetAtt' && Array.isArray(argument)) return withoutHash(String(argument[0]));
  if (intrinsic === 'Ref') return withoutHash(String(argument));
  if (intrinsic === 'Fn::Join' && Array.isArray(argument)) return argument[1].map(readable).join('');
  throw new Error(`A reference that this test doesn't know: ${JSON.stringify(value)}`);
}

const asArray = <T>(value: T | readonly T[]): readonly T[] => (Array.isArray(value) ? value : [value as T]);

export interface Permission {
  readonly action: string;
  readonly resource: string;
  readonly effect: string;
}

/** The permissions of a policy document, one action on one resource each. */
export const permissionsIn = (policyDocument: Resource): readonly Permission[] =>
  asArray<Resource>(policyDocument['Statement']).flatMap((statement) =>
    asArray(statement['Action']).flatMap((action) =>
      asArray(statement['Resource']).map((resource) => ({
        action: String(action),
        resource: readable(resource),
        effect: String(statement['Effect']),
      })),
    ),
  );
