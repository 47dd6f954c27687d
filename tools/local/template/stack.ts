/**
 * The template on its way to a running stack. In: the assembly that `assembly.ts` reads. Out: each resource's
 * properties with intrinsic functions replaced (`intrinsics.ts`) and checked by a schema, and the stack's outputs.
 */
import * as v from 'valibot';
import type { Assembly } from './assembly.ts';
import { TemplateError } from './errors.ts';
import { applies, type PhysicalResource, resolve, type Scope } from './intrinsics.ts';
import { hasNoLocalMeaning } from './resource-types.ts';

/** The account id that the emulators use in ARNs. */
export const ACCOUNT_ID = '000000000000';

/** The stack while its resources are created. A resource may refer to those that were entered before it. */
export interface Stack {
  readonly name: string;
  readonly region: string;
  /** Enters a created resource's values, so that other resources can refer to them. */
  enter(logicalId: string, resource: PhysicalResource): void;
  /** The logical ids of the given types, in the template's order. Resources whose condition is false are left out. */
  idsOf(...types: readonly string[]): readonly string[];
  /** A resource's properties, resolved and checked. @throws {TemplateError} that names the logical id */
  properties<S extends v.GenericSchema>(logicalId: string, schema: S): v.InferOutput<S>;
  outputs(): Readonly<Record<string, string>>;
  unsupported(supported: ReadonlySet<string>): readonly { readonly logicalId: string; readonly type: string }[];
}

export function createStack({ template, stackName }: Assembly, region: string): Stack {
  const physical = new Map<string, PhysicalResource>();
  const scope = (within: string): Scope => ({
    template,
    physical,
    within,
    pseudoParameters: {
      'AWS::Region': region,
      'AWS::AccountId': ACCOUNT_ID,
      'AWS::Partition': 'aws',
      'AWS::URLSuffix': 'amazonaws.com',
      'AWS::StackName': stackName,
      'AWS::StackId': `arn:aws:cloudformation:${region}:${ACCOUNT_ID}:stack/${stackName}/local`,
    },
  });
  const resources = Object.entries(template.Resources).filter(([id, { Type, Condition }]) => {
    if (!hasNoLocalMeaning(Type)) return applies(Condition, scope(id));
    // Other resources may still refer to it, as a function refers to its role.
    physical.set(id, { ref: id, attributes: { Arn: `arn:aws:local:${region}:${ACCOUNT_ID}:${id}` } });
    return false;
  });
  return {
    name: stackName,
    region,
    enter: (logicalId, resource) => physical.set(logicalId, resource),
    idsOf: (...types) => resources.filter(([, { Type }]) => types.includes(Type)).map(([id]) => id),
    properties: (logicalId, schema) => {
      const raw = template.Resources[logicalId]?.Properties ?? {};
      // Only properties that the schema names are resolved, so a property without a local meaning can't fail.
      const known = 'entries' in schema ? Object.keys(schema.entries as object) : Object.keys(raw);
      const used = Object.fromEntries(Object.entries(raw).filter(([name]) => known.includes(name)));
      const parsed = v.safeParse(schema, resolve(used, scope(logicalId)));
      if (parsed.success) return parsed.output;
      throw new TemplateError(
        `${logicalId} can't be run: ${parsed.issues.map((issue) => `${v.getDotPath(issue) ?? 'its properties'}: ${issue.message}`).join('; ')}.`,
      );
    },
    outputs: () =>
      Object.fromEntries(
        Object.entries(template.Outputs)
          .filter(([id, { Condition }]) => applies(Condition, scope(id)))
          .map(([id, { Value }]) => [id, String(resolve(Value, scope(id)))]),
      ),
    unsupported: (supported) =>
      resources
        .filter(([, { Type }]) => !supported.has(Type))
        .map(([logicalId, { Type: type }]) => ({ logicalId, type })),
  };
}
