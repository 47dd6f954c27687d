/** RSL 1.0 (Really Simple Licensing, rslstandard.org/rsl): what the licences that stand in a page or in a feed's item say. */
import { compact } from '../compact.ts';
import { parseUrl } from '../web/absolute-url.ts';
import { matchesPath, pathIn } from '../web/robots-path.ts';
import { licenseIn } from './license.ts';
import { type Permission, type Said, USES, type Use } from './rights.ts';

/** An element within a `license`, and the elements within it: `<permits type="usage">search</permits>`. */
export interface RslTerm {
  /** Without its prefix, in lower case. */
  readonly name: string;
  readonly type?: string;
  readonly text: string;
}

export interface RslContent {
  /** An address or a path with `*` and `$`; empty for the place where the element stands. */
  readonly url: string;
  /** A server gives out the licences, so that nothing is granted without asking it. */
  readonly hasServer: boolean;
  readonly licenses: readonly (readonly RslTerm[])[];
}

/** What a usage that is prohibited forbids. `train-ai` is the draft 0.9's name of `ai-train`. */
const FORBIDDEN_BY: Readonly<Record<string, readonly Use[]>> = {
  all: USES,
  'ai-all': ['train', 'ai'],
  'ai-train': ['train'],
  'train-ai': ['train'],
  'ai-input': ['ai'],
  'ai-index': ['ai'],
  search: ['search'],
};
/** What a usage that is permitted grants: an index for AI without the input grants no answers. */
const GRANTED_BY: Readonly<Record<string, readonly Use[]>> = { ...FORBIDDEN_BY, 'ai-index': [] };

/** Payments that everyone can make. */
const FREE = new Set(['', 'free', 'attribution']);

/** @param url the address that the licences are to cover */
export function rslSays(contents: readonly RslContent[], url: string): Said {
  const licenses = contents
    .filter((content) => covers(content.url, url))
    .flatMap(({ licenses: all, hasServer }) => all.map((terms) => ({ terms, isOpen: !hasServer && isOpen(terms) })));
  const prohibited = new Set(licenses.flatMap(({ terms }) => usesOf(terms, 'prohibits', FORBIDDEN_BY)));
  const granted = new Set(
    licenses.flatMap(({ terms, isOpen: grants }) => (grants ? usesOf(terms, 'permits', GRANTED_BY) : [])),
  );
  const hasPermits = licenses.some(({ terms }) => terms.some(isOfUsage('permits')));
  const permission = (use: Use): Permission | undefined => {
    if (prohibited.has(use)) return 'disallowed';
    // If usages are permitted at all, those that nobody grants are not allowed (RSL 1.0 §3.5).
    return granted.has(use) ? 'allowed' : hasPermits ? 'disallowed' : undefined;
  };
  const standards = licenses.flatMap(({ terms }) => terms.filter(({ name }) => name === 'standard'));
  return compact({
    ...Object.fromEntries(USES.map((use) => [use, permission(use)])),
    license: standards.map(({ text }) => licenseIn(text, url)).find((license) => license !== undefined),
  });
}

/** Whether a licence has no conditions that only some can meet: payments, reports, users, countries. */
const isOpen = (terms: readonly RslTerm[]): boolean =>
  terms.every(({ name, type = '' }) => {
    if (name === 'payment') return FREE.has(type.toLowerCase());
    if (name === 'permits' || name === 'prohibits') return type.toLowerCase() === 'usage';
    return name !== 'reporting';
  });

const isOfUsage =
  (wanted: string) =>
  ({ name, type = '' }: RslTerm): boolean =>
    name === wanted && type.toLowerCase() === 'usage';

/** Draft 0.9 wrote lists with commas. */
const usesOf = (terms: readonly RslTerm[], name: string, table: Readonly<Record<string, readonly Use[]>>): Use[] =>
  terms
    .filter(isOfUsage(name))
    .flatMap(({ text }) => text.toLowerCase().split(/[\s,]+/))
    .flatMap((token) => (Object.hasOwn(table, token) ? (table[token] ?? []) : []));

/** Whether an address or a pattern of paths covers an address of the same origin. */
function covers(pattern: string, url: string): boolean {
  if (pattern === '') return true;
  const [place, covered] = [pattern.startsWith('/') ? parseUrl(pattern, url) : parseUrl(pattern), parseUrl(url)];
  if (place === null || covered === null || place.origin !== covered.origin) return false;
  return matchesPath(pathIn(place.href), pathIn(covered.href));
}
