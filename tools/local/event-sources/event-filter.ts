import * as v from 'valibot';
import { TemplateError } from '../template/errors.ts';

type Pattern = Readonly<Record<string, unknown>>;

/** The `FilterCriteria` of an event source mapping. Each pattern is JSON text. */
export const filterCriteriaSchema = v.object({ Filters: v.optional(v.array(v.object({ Pattern: v.string() })), []) });

/**
 * Makes a predicate from filter criteria: an event passes if any pattern matches, or if there is no pattern. A pattern
 * names fields, and for each leaf a list of alternatives. Source: AWS, "Control which events Lambda sends to your
 * function".
 * @throws {TemplateError} if a pattern isn't JSON or uses an operator that Lambda doesn't know
 */
export function createFilter(
  criteria: v.InferOutput<typeof filterCriteriaSchema> | undefined,
  within: string,
): (event: unknown) => boolean {
  const patterns = (criteria?.Filters ?? []).map(({ Pattern }) => parsePattern(Pattern, within));
  for (const pattern of patterns) matchesPattern(pattern, {}, within);
  return (event) => patterns.length === 0 || patterns.some((pattern) => matchesPattern(pattern, event, within));
}

function parsePattern(text: string, within: string): Pattern {
  try {
    return v.parse(v.record(v.string(), v.unknown()), JSON.parse(text));
  } catch (cause) {
    throw new TemplateError(`${within} has a filter pattern that is not a JSON object: ${text}`, { cause });
  }
}

function matchesPattern(pattern: Pattern, event: unknown, within: string): boolean {
  // Every field is checked, even after a mismatch, so that a faulty pattern is found at start.
  return Object.entries(pattern)
    .map(([name, expected]) => {
      if (name === '$or' && Array.isArray(expected)) {
        return expected.map((part) => isRecord(part) && matchesPattern(part, event, within)).includes(true);
      }
      const actual = isRecord(event) ? event[name] : undefined;
      if (isRecord(expected)) return matchesPattern(expected, actual, within);
      if (!Array.isArray(expected)) throw new TemplateError(`${within}: the filter for ${name} must be a list.`);
      return expected.map((rule) => matchesRule(rule, actual, within)).includes(true);
    })
    .every(Boolean);
}

function matchesRule(rule: unknown, actual: unknown, within: string): boolean {
  const values = Array.isArray(actual) ? actual : [actual];
  if (!isRecord(rule)) return values.some((value) => value === rule);
  return Object.entries(rule)
    .map(([operator, operand]) => {
      // `exists` applies to leaves only, and an object is no leaf.
      if (operator === 'exists') return (actual !== undefined && !isRecord(actual)) === operand;
      const test = operators[operator];
      if (test === undefined) throw new TemplateError(`${within}: filters have no operator ${operator}.`);
      return values.some((value) => test(value, operand));
    })
    .every(Boolean);
}

const operators: Readonly<Record<string, (value: unknown, operand: unknown) => boolean>> = {
  prefix: (value, operand) => typeof value === 'string' && value.startsWith(String(operand)),
  suffix: (value, operand) => typeof value === 'string' && value.endsWith(String(operand)),
  'equals-ignore-case': (value, operand) =>
    typeof value === 'string' && value.toLowerCase() === String(operand).toLowerCase(),
  'anything-but': (value, operand) => {
    if (value === undefined) return false;
    if (isRecord(operand)) return !String(value).startsWith(String(operand['prefix']));
    return !(Array.isArray(operand) ? operand : [operand]).includes(value);
  },
  // [">", 0, "<=", 5]. DynamoDB's numbers are text in an event, so they never match, as on Lambda.
  numeric: (value, operand) =>
    typeof value === 'number' &&
    Array.isArray(operand) &&
    operand.every((part, index) => index % 2 === 1 || compare(value, part, Number(operand[index + 1]))),
};

function compare(value: number, operator: unknown, bound: number): boolean {
  switch (operator) {
    case '=':
      return value === bound;
    case '<':
      return value < bound;
    case '<=':
      return value <= bound;
    case '>':
      return value > bound;
    case '>=':
      return value >= bound;
    default:
      return false;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
