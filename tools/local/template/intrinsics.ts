import type { Template } from './assembly.ts';
import { TemplateError } from './errors.ts';

/** The values of a created resource for `Ref` and `Fn::GetAtt`. */
export interface PhysicalResource {
  readonly ref: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface Scope {
  readonly template: Template;
  readonly physical: ReadonlyMap<string, PhysicalResource>;
  /** `AWS::Region`, `AWS::AccountId` … */
  readonly pseudoParameters: Readonly<Record<string, string>>;
  /** The logical id of the resource or output that is being resolved, for error messages. */
  readonly within: string;
}

/** The value of `AWS::NoValue`, which removes the property or list entry that holds it. */
const noValue = Symbol('AWS::NoValue');

type Intrinsic = (argument: unknown, scope: Scope) => unknown;

const intrinsics: Readonly<Record<string, Intrinsic>> = {
  Ref: (name, scope) => reference(text(name, scope, 'Ref'), scope),
  'Fn::GetAtt': (argument, scope) => {
    const parts = typeof argument === 'string' ? argument.split('.') : list(argument, scope, 'Fn::GetAtt').map(String);
    return attribute(parts[0] ?? '', parts.slice(1).join('.'), scope);
  },
  'Fn::Join': (argument, scope) => {
    const [delimiter, parts] = list(argument, scope, 'Fn::Join');
    return list(resolveValue(parts, scope), scope, 'Fn::Join')
      .map((part) => text(part, scope, 'Fn::Join'))
      .join(String(delimiter));
  },
  'Fn::Sub': (argument, scope) => {
    const [format, variables] = Array.isArray(argument) ? argument : [argument, {}];
    const values = new Map(Object.entries(record(resolveValue(variables, scope), scope)));
    return text(format, scope, 'Fn::Sub').replace(/\$\{(!?)([^}]+)\}/g, (_match, literal: string, name: string) => {
      if (literal) return `\${${name}}`;
      if (values.has(name)) return text(values.get(name), scope, 'Fn::Sub');
      const [id = '', ...attributes] = name.split('.');
      return attributes.length > 0 ? attribute(id, attributes.join('.'), scope) : String(reference(id, scope));
    });
  },
  'Fn::Select': (argument, scope) => {
    const [index, values] = list(argument, scope, 'Fn::Select');
    const value = list(resolveValue(values, scope), scope, 'Fn::Select')[Number(index)];
    if (value === undefined) throw new TemplateError(`${scope.within}: Fn::Select has no entry ${String(index)}.`);
    return value;
  },
  'Fn::Split': (argument, scope) => {
    const [delimiter, value] = list(argument, scope, 'Fn::Split');
    return text(resolveValue(value, scope), scope, 'Fn::Split').split(String(delimiter));
  },
  'Fn::FindInMap': (argument, scope) => {
    const [map, first, second] = list(resolveValue(argument, scope), scope, 'Fn::FindInMap').map(String);
    const value = scope.template.Mappings[map ?? '']?.[first ?? '']?.[second ?? ''];
    if (value === undefined) throw new TemplateError(`${scope.within}: Fn::FindInMap finds nothing for ${map}.`);
    return value;
  },
  'Fn::If': (argument, scope) => {
    const [name, whenTrue, whenFalse] = list(argument, scope, 'Fn::If');
    return resolveValue(condition(text(name, scope, 'Fn::If'), scope) ? whenTrue : whenFalse, scope);
  },
  'Fn::Equals': (argument, scope) => {
    const [left, right] = list(resolveValue(argument, scope), scope, 'Fn::Equals');
    return String(left) === String(right);
  },
  'Fn::And': (argument, scope) => list(resolveValue(argument, scope), scope, 'Fn::And').every((part) => part === true),
  'Fn::Or': (argument, scope) => list(resolveValue(argument, scope), scope, 'Fn::Or').some((part) => part === true),
  'Fn::Not': (argument, scope) => list(resolveValue(argument, scope), scope, 'Fn::Not')[0] !== true,
  Condition: (name, scope) => condition(text(name, scope, 'Condition'), scope),
};

/** Replaces every intrinsic function in a piece of a template. @throws {TemplateError} that names the logical id */
export function resolve(value: unknown, scope: Scope): unknown {
  const resolved = resolveValue(value, scope);
  return resolved === noValue ? undefined : resolved;
}

/** Returns whether a resource or output with this `Condition` exists. */
export function applies(name: string | undefined, scope: Scope): boolean {
  return name === undefined || condition(name, scope);
}

function resolveValue(value: unknown, scope: Scope): unknown {
  if (Array.isArray(value))
    return value.map((entry) => resolveValue(entry, scope)).filter((entry) => entry !== noValue);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [only] = entries;
  if (only !== undefined && entries.length === 1) {
    const [name, argument] = only;
    // `Condition` is an intrinsic if its argument is a name, else an ordinary property, as in an IAM statement.
    const intrinsic = name === 'Condition' && typeof argument !== 'string' ? undefined : intrinsics[name];
    if (intrinsic !== undefined) return intrinsic(argument, scope);
    if (name.startsWith('Fn::'))
      throw new TemplateError(`${scope.within} uses ${name}, which can't be resolved locally.`);
  }
  return Object.fromEntries(
    entries.map(([name, entry]) => [name, resolveValue(entry, scope)]).filter(([, entry]) => entry !== noValue),
  );
}

function reference(name: string, scope: Scope): unknown {
  if (name === 'AWS::NoValue') return noValue;
  const pseudo = scope.pseudoParameters[name];
  if (pseudo !== undefined) return pseudo;
  const resource = scope.physical.get(name);
  if (resource !== undefined) return resource.ref;
  const parameter = scope.template.Parameters[name];
  if (parameter?.Default !== undefined) return parameter.Default;
  throw unresolvable(name, 'Ref', scope);
}

function attribute(name: string, path: string, scope: Scope): string {
  const value = scope.physical.get(name)?.attributes[path];
  if (value === undefined) throw unresolvable(name, `Fn::GetAtt ${path}`, scope);
  return value;
}

function unresolvable(name: string, how: string, scope: Scope): TemplateError {
  const type = scope.template.Resources[name]?.Type;
  const what = type === undefined ? `${name}, which the template does not define` : `${name} (${type})`;
  return new TemplateError(`${scope.within} refers to ${what}: its ${how} has no value in the local runtime.`);
}

function condition(name: string, scope: Scope): boolean {
  const expression = scope.template.Conditions[name];
  if (expression === undefined) throw new TemplateError(`${scope.within} names the unknown condition ${name}.`);
  return resolveValue(expression, { ...scope, within: name }) === true;
}

function list(value: unknown, scope: Scope, name: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new TemplateError(`${scope.within}: ${name} needs a list.`);
}

function text(value: unknown, scope: Scope, name: string): string {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new TemplateError(`${scope.within}: ${name} needs a text.`);
}

function record(value: unknown, scope: Scope): object {
  if (typeof value === 'object' && value !== null) return value;
  throw new TemplateError(`${scope.within}: Fn::Sub needs a map of variables.`);
}
