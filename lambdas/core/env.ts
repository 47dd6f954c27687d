/**
 * A function's environment, declared once in its `config.ts` and used on both sides: the CDK construct encodes values
 * into strings with it, and the handler decodes the strings with the same declaration.
 */
import { EnvironmentError } from './errors.ts';

/** How one variable is written to the environment and read from it. `read` throws an Error that says what is expected. */
export interface Variable<T> {
  write(value: T): string;
  read(raw: string): T;
}

export type Declaration = Readonly<Record<string, Variable<unknown>>>;
export type Values<D extends Declaration> = {
  readonly [K in keyof D]: D[K] extends Variable<infer T> ? T : never;
};

export const text: Variable<string> = {
  write: (value) => value,
  read: (raw) => {
    if (raw.trim() === '') throw new Error('must not be empty');
    return raw;
  },
};

/** A text that may be left out; the variable is then empty. */
export const optionalText: Variable<string | undefined> = {
  write: (value) => value ?? '',
  read: (raw) => raw.trim() || undefined,
};

/** A whole number of at least `min`. */
export const integer = (min = 0): Variable<number> => ({
  write: String,
  read: (raw) => {
    const value = Number(raw);
    if (!Number.isSafeInteger(value) || value < min || raw.trim() === '') {
      throw new Error(`must be a whole number of at least ${min}`);
    }
    return value;
  },
});

/** A list of words without white space, separated by a space; the list may be empty. */
export const words: Variable<readonly string[]> = {
  write: (value) => value.join(' '),
  read: (raw) => raw.split(/\s+/).filter(Boolean),
};

export function encodeEnvironment<D extends Declaration>(declaration: D, values: Values<D>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(declaration).map(([name, variable]) => [name, variable.write(values[name])]),
  );
}

/** Decodes all variables. @throws {EnvironmentError} naming every missing or malformed variable */
export function decodeEnvironment<D extends Declaration>(
  declaration: D,
  environment: Readonly<Record<string, string | undefined>>,
): Values<D> {
  const problems: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, variable] of Object.entries(declaration)) {
    const raw = environment[name];
    try {
      if (raw === undefined) throw new Error('is not set');
      values[name] = variable.read(raw);
    } catch (error) {
      problems.push(`${name} ${(error as Error).message}`);
    }
  }
  if (problems.length > 0) throw new EnvironmentError(problems);
  return values as Values<D>;
}
