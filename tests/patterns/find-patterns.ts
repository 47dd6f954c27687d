import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { compileFunction } from 'node:vm';
import { parseAst } from 'vitest/node';

/** The regular expressions of a bundle. */
export type FoundPatterns = {
  readonly patterns: RegExp[];
  /** `new RegExp(…)` in functions, of what is known only when the function runs. Names are written as `_`. */
  readonly madeLater: string[];
};

type SyntaxNode = {
  type: string;
  start: number;
  end: number;
  regex?: { pattern: string; flags: string };
  callee?: SyntaxNode;
  name?: string;
  arguments?: SyntaxNode[];
  value?: unknown;
};

/**
 * Finds the regular expressions in a CommonJS bundle: literals, `new RegExp` of constant strings, and those that are put
 * together while the bundle is loaded. For the last, the bundle is run up to where it asks for its environment.
 */
export function findPatterns(file: string): FoundPatterns {
  const code = readFileSync(file, 'utf8');
  const patterns: RegExp[] = [];
  const made: SyntaxNode[] = [];
  visit(parseAst(code, { lang: 'js', sourceType: 'script' }), (node) => {
    if (node.regex !== undefined) patterns.push(new RegExp(node.regex.pattern, node.regex.flags));
    if (!/^(?:New|Call)Expression$/.test(node.type) || node.callee?.name !== 'RegExp') return;
    const [source, flags] = (node.arguments ?? []).map(({ value }) => value);
    if (typeof source === 'string') patterns.push(new RegExp(source, (flags as string) ?? ''));
    else if (!(source instanceof RegExp)) made.push(node);
  });
  const atLoad = patternsMadeAtLoad(file, code, made);
  const later = made.filter((_, index) => !atLoad.has(index));
  return {
    patterns: [...patterns, ...[...atLoad.values()].flat()],
    madeLater: later.map(({ start, end }) => withoutNames(code.slice(start, end))),
  };
}

function visit(value: unknown, see: (node: SyntaxNode) => void): void {
  if (Array.isArray(value)) for (const part of value) visit(part, see);
  else if (typeof value === 'object' && value !== null && !(value instanceof RegExp)) {
    if ('type' in value) see(value as SyntaxNode);
    for (const part of Object.values(value)) visit(part, see);
  }
}

/** Runs a bundle in which each `new RegExp(…)` reports what it made. */
function patternsMadeAtLoad(file: string, code: string, made: SyntaxNode[]): Map<number, RegExp[]> {
  const marks = made.flatMap(({ start, end }, index) => [
    { at: start, text: `(__made(${index},` },
    { at: end, text: '))' },
  ]);
  let marked = '';
  let last = 0;
  for (const { at, text } of marks.sort((a, b) => a.at - b.at)) {
    marked += code.slice(last, at) + text;
    last = at;
  }
  marked += code.slice(last);
  const found = new Map<number, RegExp[]>();
  const report = (index: number, pattern: RegExp): RegExp => {
    found.set(index, [...(found.get(index) ?? []), new RegExp(pattern)]);
    return pattern;
  };
  const module = { exports: {} };
  // Without settings, and deaf: the messages to this process are for the test's runner.
  const quiet = { value: () => quietProcess };
  const quietProcess = Object.create(process, { env: { value: {} }, on: quiet, once: quiet });
  const run = compileFunction(marked, ['exports', 'require', 'module', 'process', '__made']);
  try {
    run(module.exports, createRequire(file), module, quietProcess, report);
  } catch (error) {
    // What a handler is made of is loaded before it reads its environment, which is empty here.
    if (!(error instanceof Error) || !/environment/i.test(`${error.name} ${error.message}`)) throw error;
  }
  return found;
}

const withoutNames = (code: string): string =>
  code
    .replaceAll('${', '{')
    .replace(/"(?:[^"\\]|\\.)*"|\bnew RegExp\b|(?<![\w$])(?:[a-zA-Z_]|\$(?=\w))[\w$]*(?![\w$]|\s*:)/g, (part) =>
      /^(?:"|new )/.test(part) ? part : '_',
    );
