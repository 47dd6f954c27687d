/** The imports of the project's source files, including types. */
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

export interface Import {
  /** Relative to the project, with slashes. */
  readonly from: string;
  /** Like `from`, or the name of a package or a `node:` module. */
  readonly to: string;
}

/** Matches imports only: the formatter puts each at the start of a line, and its module in single quotes. */
const STATIC = /^(?:import|export)\s(?:[^'";]*?\sfrom\s)?'([^']+)'/gm;
const DYNAMIC = /\bimport\('([^']+)'\)/g;

export function sourceFiles(root: string, directories: readonly string[]): string[] {
  return directories.flatMap((directory) =>
    readdirSync(`${root}/${directory}`, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
      .map((name) => posix.join(directory, name.replaceAll('\\', '/')))
      .toSorted(),
  );
}

export const importsOf = (file: string, source: string): Import[] =>
  [STATIC, DYNAMIC]
    .flatMap((pattern) => [...source.matchAll(pattern)])
    .map(([, name = '']) => ({ from: file, to: name.startsWith('.') ? posix.join(posix.dirname(file), name) : name }));

export const readImports = (root: string, files: readonly string[]): Import[] =>
  files.flatMap((file) => importsOf(file, readFileSync(`${root}/${file}`, 'utf8')));

/** Returns the files of each import cycle, once. */
export function cycles(imports: readonly Import[]): string[][] {
  const targets = Map.groupBy(imports, ({ from }) => from);
  const done = new Set<string>();
  const found: string[][] = [];
  const visit = (file: string, path: readonly string[]): void => {
    const start = path.indexOf(file);
    if (start >= 0) found.push(path.slice(start));
    if (start >= 0 || done.has(file)) return;
    for (const { to } of targets.get(file) ?? []) visit(to, [...path, file]);
    done.add(file);
  };
  for (const file of targets.keys()) visit(file, []);
  return found;
}
