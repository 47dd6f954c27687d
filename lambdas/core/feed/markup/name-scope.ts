/** Elements by the names of their tags, as the namespaces that are declared around them say. */
import { canonicalName, declareNamespaces, type Prefixes } from './feed-namespaces.ts';
import { elementNamed, type FeedElement, isEntry, isRoot } from './feed-vocabulary.ts';
import type { Attributes } from './xml-attributes.ts';

/** The meaning of a tag's name in its scope. */
export interface TagName {
  /** The name in lower case, because publishers open and close elements with different capitals. */
  readonly tag: string;
  /** Undefined when the name is not in the feed vocabulary. */
  readonly element: FeedElement | undefined;
  /** The element is a root or an entry, which stands in no text and in no unknown element: its tag ends those. */
  readonly isStructure: boolean;
}

export interface NameScope {
  readonly prefixes: Prefixes;
  /** The names met so far. */
  readonly names: Map<string, TagName>;
}

/** Max names that a scope remembers, because strangers may make up any number. */
const MAX_NAMES = 500;

export const emptyScope = (): NameScope => ({ prefixes: new Map(), names: new Map() });

/**
 * The scope within a tag with these attributes: the same scope when the tag declares no namespace.
 *
 * @param isOfFeed the tag is the root, or one that only feeds have
 */
export function scopeWithin(scope: NameScope, attributes: Attributes, isOfFeed: boolean): NameScope {
  const prefixes = declareNamespaces(attributes, scope.prefixes, isOfFeed);
  return prefixes === scope.prefixes ? scope : { prefixes, names: new Map() };
}

/** @param isAtom in an Atom feed, and before any root, elements of Atom need no prefix */
export function nameIn(scope: NameScope, name: string, isAtom: boolean): TagName {
  const known = scope.names.get(name);
  if (known !== undefined) return known;
  const canonical = canonicalName(name, scope.prefixes);
  const element =
    elementNamed(isAtom ? canonical.replace(/^atom:/, '') : canonical) ?? feedElementNamed(name, canonical);
  const isStructure = element !== undefined && (isRoot(element) || isEntry(element));
  const found = { tag: name.toLowerCase(), element, isStructure };
  if (scope.names.size < MAX_NAMES) scope.names.set(name, found);
  return found;
}

/** A name without prefix that its vocabulary doesn't have is the feed's: `<pubDate xmlns="http://www.w3.org/2005/Atom">`. */
const feedElementNamed = (name: string, canonical: string): FeedElement | undefined =>
  name.includes(':') || canonical.startsWith('unknown:') ? undefined : elementNamed(name.toLowerCase());
