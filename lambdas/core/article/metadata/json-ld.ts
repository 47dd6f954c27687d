/** The JSON-LD of a page (schema.org), as far as an article needs it. */
import { repairedJson } from '../../web/json-repair.ts';

export type JsonLdNode = Readonly<Record<string, unknown>>;

/** Characters of JSON-LD that are read of a page. The largest of 420 real news pages had 190,000. */
const MAX_LENGTH = 1_000_000;
const MAX_NODES = 2_000;
const MAX_DEPTH = 8;

/** What a node may say of the page's article, the most telling first. */
const KINDS = [
  /(?:Article|BlogPosting|LiveBlogPosting|Report)$/,
  /(?:Posting|Review|PodcastEpisode|VideoObject|AudioObject|CreativeWork)$/,
  /WebPage$/,
];
/** Where a node holds others that may be the page's article, and not one that it links to. */
const HOLDERS = ['@graph', 'mainEntity', 'mainEntityOfPage'];

/** What a page's JSON-LD says: the nodes that may describe its article, the most telling first. */
export interface JsonLd {
  readonly nodes: readonly JsonLdNode[];
  /** The node that another one names by its `@id`; other values as they are. */
  readonly resolve: (value: unknown) => unknown;
}

/** Whether a node is known to be the page's own article, or another one, by its address and headline. */
export type Ownership = 'own' | 'other' | 'unknown';

export function readJsonLd(scripts: readonly string[], ownershipOf: (node: JsonLdNode) => Ownership): JsonLd {
  const nodes: JsonLdNode[] = [];
  let left = MAX_LENGTH;
  for (const script of scripts) {
    left -= script.length;
    if (left >= 0) collect(repairedJson(script), nodes, 0);
  }
  const ids = new Map<string, JsonLdNode>();
  for (const node of nodes) {
    const id = node['@id'];
    if (typeof id === 'string' && Object.keys(node).length > 1 && !ids.has(id)) ids.set(id, node);
  }
  const ranked = nodes
    .filter((node) => rankOf(node) < KINDS.length)
    .map((node) => ({ node, ownership: ownershipOf(node) }))
    .filter(({ ownership }) => ownership !== 'other')
    .map(({ node, ownership }) => ({ node, rank: rankOf(node) - (ownership === 'own' ? 0.5 : 0) }))
    .sort((a, b) => a.rank - b.rank);
  const resolve = (value: unknown): unknown => {
    const id = isNode(value) ? value['@id'] : undefined;
    return (typeof id === 'string' ? ids.get(id) : undefined) ?? value;
  };
  return { nodes: ranked.map(({ node }) => node), resolve };
}

/** Nodes in the order of a walk by levels would be nicer, but publishers put their article first anyway. */
function collect(value: unknown, into: JsonLdNode[], depth: number): void {
  if (depth > MAX_DEPTH) return;
  for (const each of listOf(value)) {
    if (!isNode(each) || into.length >= MAX_NODES) continue;
    into.push(each);
    for (const holder of HOLDERS) collect(each[holder], into, depth + 1);
  }
}

/** The first kind that one of its types is; that of all others is the last. */
function rankOf(node: JsonLdNode): number {
  const types = listOf(node['@type']).filter((type) => typeof type === 'string');
  const rank = KINDS.findIndex((kind) => types.some((type) => kind.test(type)));
  return rank === -1 ? KINDS.length : rank;
}

export const isArticleNode = (node: JsonLdNode): boolean => rankOf(node) === 0;

/** The first string of a value that may be a string, a list, or an object with `url`, `@id` or `@value`. */
export function stringOf(value: unknown): string | undefined {
  let [first] = listOf(value);
  for (let depth = 0; depth < MAX_DEPTH && isNode(first); depth++) {
    [first] = listOf(first['url'] ?? first['contentUrl'] ?? first['@value'] ?? first['@id']);
  }
  return typeof first === 'string' ? first.trim().toWellFormed() || undefined : undefined;
}

export const listOf = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];

export const isNode = (value: unknown): value is JsonLdNode =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The first text of a property, or the name of what it names, in the most telling node that has one. */
export function textIn(ld: JsonLd, property: string): string | undefined {
  return namesIn(ld, [property])[0];
}

/**
 * Texts, or the names of the persons and organisations, of the first of the properties in the most telling node that
 * has one.
 */
export function namesIn({ nodes, resolve }: JsonLd, properties: readonly string[]): string[] {
  for (const node of nodes) {
    for (const property of properties) {
      const names = listOf(node[property]).map(resolve).flatMap(nameOf);
      if (names.length > 0) return names;
    }
  }
  return [];
}

function nameOf(value: unknown): string[] {
  const given = isNode(value)
    ? (value['name'] ??
      value['@value'] ??
      [value['givenName'], value['familyName']].filter((part) => typeof part === 'string').join(' '))
    : value;
  const [name] = listOf(given);
  const text = typeof name === 'string' ? name.trim().toWellFormed() : '';
  return text === '' ? [] : [text];
}
