/** The JSON-LD of a page (schema.org), as far as an article needs it. */

export type JsonLdNode = Readonly<Record<string, unknown>>;

const ARTICLE_TYPE = /(?:Article|BlogPosting|Report|LiveBlogPosting)$/;

/** The node that describes the page's article: in a script's top level, an array or a `@graph`. */
export function articleNode(document: Document): JsonLdNode | undefined {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const found = nodesIn(parseJson(script.textContent ?? '')).find((node) =>
      listOf(node['@type']).some(isArticleType),
    );
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The names of persons or organisations: strings, objects with `name`, or lists of both. */
export const namesOf = (value: unknown): string[] =>
  listOf(value)
    .map((each) => (isObject(each) ? stringOf(each['name']) : stringOf(each)))
    .filter((name) => name !== undefined);

/** The first string of a value that may be a string, a list, or an object with `url`, `@id` or `@value`. */
export function stringOf(value: unknown): string | undefined {
  const [first] = listOf(value);
  if (typeof first === 'string') return first.trim().toWellFormed() || undefined;
  if (!isObject(first)) return undefined;
  return stringOf(first['url'] ?? first['@value'] ?? first['@id']);
}

export const listOf = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];

const isArticleType = (type: unknown): boolean => typeof type === 'string' && ARTICLE_TYPE.test(type);

const isObject = (value: unknown): value is JsonLdNode =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const nodesIn = (value: unknown): readonly JsonLdNode[] =>
  listOf(value)
    .filter(isObject)
    .flatMap((node) => [node, ...listOf(node['@graph']).filter(isObject)]);

function parseJson(text: string): unknown {
  try {
    // Raw line breaks inside strings are the commonest fault; JSON doesn't need them anywhere.
    return JSON.parse(text.replace(/[\r\n\t]/g, ' '));
  } catch {
    return undefined;
  }
}
