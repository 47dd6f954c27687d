/** The layers of the project: which files and packages each may import (docs/architecture.md, "The house"). */
import type { Import } from './import-graph.ts';

interface Layer {
  readonly name: string;
  readonly files: RegExp;
  /** The files of the project that the layer may import. */
  readonly mayImport: RegExp;
  /** Packages and Node modules that the layer may import; absent: any. */
  readonly packages?: RegExp;
}

const exactly = (names: readonly string[]): RegExp =>
  new RegExp(`^(?:${names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})$`);

/** Libraries without network, files or clock. */
const PURE_PACKAGES = [
  'valibot',
  'rss-parser',
  'rss-parser/lib/utils.js',
  'sax',
  'entities',
  'linkedom',
  'eld/extrasmall',
  'tldts',
];

/** A file belongs to the first layer that fits. */
const LAYERS: readonly Layer[] = [
  {
    name: 'core',
    files: /^lambdas\/core\//,
    mayImport: /^lambdas\/core\//,
    packages: exactly([...PURE_PACKAGES, 'node:crypto', 'node:zlib']),
  },
  {
    name: 'adapters',
    files: /^lambdas\/adapters\//,
    mayImport: /^lambdas\/(?:core|adapters)\//,
  },
  {
    name: 'consumer',
    files: /^lambdas\/consumer\//,
    mayImport: /^lambdas\/(?:core|consumer)\//,
    packages: exactly(['@aws-sdk/util-dynamodb', 'aws-lambda']),
  },
  {
    name: 'example consumer',
    files: /^lambdas\/print-events\//,
    mayImport: /^lambdas\/consumer\/index\.ts$/,
    packages: exactly(['aws-lambda']),
  },
  {
    name: 'reader',
    files: /^lambdas\/reader\//,
    mayImport: /^lambdas\/(?:core|reader)\//,
    packages: /^$/,
  },
  {
    name: 'config',
    files: /^lambdas\/[\w-]+\/config\.ts$/,
    mayImport: /^lambdas\/core\/(?:env|[a-z]+-environment)\.ts$/,
    packages: /^$/,
  },
  {
    name: 'handler',
    files: /^lambdas\/([\w-]+)\/handler\.ts$/,
    mayImport: /^lambdas\/(?:core\/|adapters\/|[\w-]+\/[\w-]+\.ts$)/,
    packages: exactly(['aws-lambda']),
  },
  {
    name: 'use case',
    files: /^lambdas\/[\w-]+\/(?!handler\.|config\.)[\w-]+\.ts$/,
    mayImport: /^lambdas\/(?:core\/|(?!adapters\/)[\w-]+\/(?!handler\.|config\.)[\w-]+\.ts$)/,
    packages: /^$/,
  },
  {
    name: 'lib',
    files: /^lib\//,
    mayImport: /^(?:lib\/|package\.json$|lambdas\/[\w-]+\/config\.ts$|lambdas\/core\/(?:env|[a-z]+-environment)\.ts$)/,
  },
  {
    name: 'examples',
    files: /^docs\/examples\//,
    mayImport: /^(?:docs\/examples\/|lib\/|lambdas\/consumer\/index\.ts$)/,
  },
  {
    name: 'tools',
    files: /^tools\//,
    mayImport:
      /^(?:tools\/|docs\/examples\/|lib\/|package\.json$|lambdas\/(?:core|adapters|consumer)\/|lambdas\/[\w-]+\/config\.ts$)/,
  },
  {
    name: 'bin',
    files: /^bin\//,
    mayImport: /^(?:lib\/|tools\/|package\.json$|lambdas\/core\/errors\.ts$)/,
  },
];

export const isOurs = (name: string): boolean => /^(?:bin|lib|lambdas|tools|tests|docs)\/|^package\.json$/.test(name);

const layerOf = (file: string): Layer | undefined => LAYERS.find(({ files }) => files.test(file));
const functionOf = (file: string): string | undefined => /^lambdas\/([\w-]+)\//.exec(file)?.[1];
const isOfAnotherFunction = (from: string, to: string): boolean =>
  !['core', 'adapters'].includes(functionOf(to) ?? '') && functionOf(from) !== functionOf(to);

/** One sentence for each import that its layer forbids. */
export function layerViolations(imports: readonly Import[]): string[] {
  return imports.flatMap(({ from, to }) => {
    const layer = layerOf(from);
    if (layer === undefined) return [`${from} belongs to no layer`];
    if (!isOurs(to)) return layer.packages?.test(to) === false ? [`${layer.name}: ${from} imports ${to}`] : [];
    const isAllowed =
      layer.mayImport.test(to) && !(['handler', 'use case'].includes(layer.name) && isOfAnotherFunction(from, to));
    return isAllowed ? [] : [`${layer.name}: ${from} imports ${to}`];
  });
}
