import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { TemplateError } from './errors.ts';

const manifestSchema = v.object({
  artifacts: v.record(
    v.string(),
    v.looseObject({
      type: v.string(),
      properties: v.optional(
        v.looseObject({ templateFile: v.optional(v.string()), stackName: v.optional(v.string()) }),
      ),
    }),
  ),
});

const resourceSchema = v.looseObject({
  Type: v.string(),
  Properties: v.optional(v.record(v.string(), v.unknown()), {}),
  Condition: v.optional(v.string()),
});

const templateSchema = v.looseObject({
  Parameters: v.optional(v.record(v.string(), v.looseObject({ Default: v.optional(v.unknown()) })), {}),
  Mappings: v.optional(v.record(v.string(), v.record(v.string(), v.record(v.string(), v.unknown()))), {}),
  Conditions: v.optional(v.record(v.string(), v.unknown()), {}),
  Resources: v.record(v.string(), resourceSchema),
  Outputs: v.optional(
    v.record(v.string(), v.looseObject({ Value: v.unknown(), Condition: v.optional(v.string()) })),
    {},
  ),
});

export type Template = v.InferOutput<typeof templateSchema>;

export interface Assembly {
  readonly stackName: string;
  readonly template: Template;
  /** The directory of a bundled asset by its S3 key. @throws {TemplateError} if the assembly doesn't hold the asset */
  assetDirectory(s3Key: string): string;
}

/** Reads a CDK cloud assembly of one stack. @throws {TemplateError} */
export function readAssembly(directory: string): Assembly {
  const manifest = read(join(directory, 'manifest.json'), manifestSchema);
  const stacks = Object.entries(manifest.artifacts).filter(([, { type }]) => type === 'aws:cloudformation:stack');
  const [stack, ...others] = stacks;
  if (stack === undefined || others.length > 0) {
    throw new TemplateError(`The local runtime runs one stack, and ${directory} holds ${stacks.length}.`);
  }
  const [id, { properties }] = stack;
  return {
    stackName: properties?.stackName ?? id,
    template: read(join(directory, properties?.templateFile ?? `${id}.template.json`), templateSchema),
    assetDirectory: (s3Key) => {
      // The CDK CLI would write the path into the template's metadata. Without the CLI, the key names the directory.
      const asset = join(directory, `asset.${s3Key.replace(/\.zip$/, '')}`);
      if (!existsSync(asset)) throw new TemplateError(`The assembly holds no ${asset}: synthesize it again.`);
      return asset;
    },
  };
}

function read<S extends v.GenericSchema>(file: string, schema: S): v.InferOutput<S> {
  try {
    return v.parse(schema, JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new TemplateError(`${file} can't be read as part of a CDK cloud assembly: synthesize the app first.`, {
      cause,
    });
  }
}
