/** Reads the JSON-LD of a page (schema.org) that describes its article. */
import { repairedJson } from '../../web/json-repair.ts';

export type JsonLdNode = Readonly<Record<string, unknown>>;

/**
 * Max length of a page's JSON-LD that is read, in characters. The largest of 420 real news pages had 190,000
 * (`npm run eval -- --pages`).
 */
const MAX_LENGTH = 1_000_000;
const MAX_NODES = 2_000;
const MAX_DEPTH = 8;
/** Max values of a list that are read; an article has a few dozen tags and authors. */
const MAX_VALUES = 500;

/** The types of nodes that may describe the page's article, the most specific first. */
const KINDS = [
  /(?:Article|BlogPosting|LiveBlogPosting|Report)$/,
  /(?:Posting|Review|PodcastEpisode|VideoObject|AudioObject|CreativeWork)$/,
  /WebPage$/,
];
/** The properties whose nodes may be the page's article. Other properties name articles that the page links to. */
const CONTAINER_PROPERTIES = ['@graph', 'mainEntity', 'mainEntityOfPage'];

export interface JsonLd {
  /** The nodes that may describe the page's article, the most specific first. */
  readonly nodes: readonly JsonLdNode[];
  /** Returns the node that a reference names by its `@id`; any other value unchanged. */
  readonly resolve: (value: unknown) => unknown;
}

/** Whether a node describes the page's own article or another article, by its address and headline. */
export type Ownership = 'own' | 'other' | 'unknown';

export function readJsonLd(scripts: readonly string[], ownershipOf: (node: JsonLdNode) => Ownership): JsonLd {
  const nodes: JsonLdNode[] = [];
  let left = MAX_LENGTH;
  for (const script of scripts) {
    left -= script.length;
    if (left >= 0) collect(repairedJson(script), nodes, 0);
  }
  return { nodes: rankedNodes(nodes, ownershipOf), resolve: resolverOf(nodes) };
}

/** The nodes that may describe the page's article: by type, and within a type the page's own article first. */
function rankedNodes(nodes: readonly JsonLdNode[], ownershipOf: (node: JsonLdNode) => Ownership): JsonLdNode[] {
  const ranked = nodes
    .filter((node) => rankOf(node) < KINDS.length)
    .map((node) => ({ node, ownership: ownershipOf(node) }))
    .filter(({ ownership }) => ownership !== 'other')
    .map(({ node, ownership }) => ({ node, rank: rankOf(node) - (ownership === 'own' ? 0.5 : 0) }))
    .sort((a, b) => a.rank - b.rank);
  return ranked.map(({ node }) => node);
}

function resolverOf(nodes: readonly JsonLdNode[]): JsonLd['resolve'] {
  const nodesById = new Map<string, JsonLdNode>();
  for (const node of nodes) {
    const id = node['@id'];
    // A node with nothing but its id is a reference itself.
    if (typeof id === 'string' && Object.keys(node).length > 1 && !nodesById.has(id)) nodesById.set(id, node);
  }
  return (value) => {
    const id = isNode(value) ? value['@id'] : undefined;
    return (typeof id === 'string' ? nodesById.get(id) : undefined) ?? value;
  };
}

/** Collects nodes depth first: publishers put their article before other nodes. */
function collect(value: unknown, into: JsonLdNode[], depth: number): void {
  if (depth > MAX_DEPTH) return;
  for (const each of listOf(value)) {
    if (!isNode(each) || into.length >= MAX_NODES) continue;
    into.push(each);
    for (const holder of CONTAINER_PROPERTIES) collect(each[holder], into, depth + 1);
  }
}

/** The index in `KINDS` of a node's type; `KINDS.length` for other types. */
function rankOf(node: JsonLdNode): number {
  const types = listOf(node['@type']).filter((type) => typeof type === 'string');
  const rank = KINDS.findIndex((kind) => types.some((type) => kind.test(type)));
  return rank === -1 ? KINDS.length : rank;
}

export const isArticleNode = (node: JsonLdNode): boolean => rankOf(node) === 0;

/** Returns the first string of a value that may be a string, a list, or an object with `url`, `@value` or `@id`. */
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

/** Returns the first text, number or name in a property, of the first node that has one. */
export function textIn({ nodes, resolve }: JsonLd, property: string): string | undefined {
  for (const node of nodes) {
    const [text] = textsOf(node[property], resolve);
    if (text !== undefined) return text;
  }
  return undefined;
}

/**
 * Returns texts, or the names of persons and organisations. Searches the nodes, and in each the properties, in order; the first
 * list that isn't empty is returned.
 */
export function namesIn({ nodes, resolve }: JsonLd, properties: readonly string[]): string[] {
  for (const node of nodes) {
    for (const property of properties) {
      const names = textsOf(node[property], resolve).filter(hasLetter);
      if (names.length > 0) return names.slice(0, MAX_VALUES);
    }
  }
  return [];
}

const hasLetter = (name: string): boolean => /\p{L}/u.test(name);

/**
 * The texts or names in a value: `"Ada"`, `{ name: "Ada" }`, `{ name: ["Ada", "Bea"] }`, `{ name: { name: "Ada" } }`, a number
 * as text. Of a name in several languages, the first.
 */
function textsOf(value: unknown, resolve: JsonLd['resolve'], depth = 0): string[] {
  if (depth > MAX_DEPTH) return [];
  if (Array.isArray(value)) {
    const isTranslated = value.some((each) => isNode(each) && each['@language'] !== undefined);
    return (isTranslated ? value.slice(0, 1) : value.slice(0, MAX_VALUES)).flatMap((each) =>
      textsOf(each, resolve, depth + 1),
    );
  }
  const node = resolve(value);
  if (isNode(node))
    return (
      namesOf(node)
        .map((name) => textsOf(name, resolve, depth + 1))
        .find(({ length }) => length > 0) ?? []
    );
  const text = typeof node === 'string' || typeof node === 'number' ? String(node).trim().toWellFormed() : '';
  return text === '' ? [] : [text];
}

/** The values of a node that may be its name, the best first. */
const namesOf = (node: JsonLdNode): unknown[] => [
  node['name'],
  node['@value'],
  node['@list'],
  [node['givenName'], node['familyName']].filter((part) => typeof part === 'string').join(' '),
  node['alternateName'],
];
