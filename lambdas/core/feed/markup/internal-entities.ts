/**
 * The entities that a document declares in its own document type (XML 1.0 §4.2.1), and no others: nothing is fetched. All is
 * bounded, because entities made of entities may double a text with each step.
 */
import { type DeclaredEntities, decodeReferences } from './character-references.ts';

/** Max declarations that are read, and max length of a value, in characters; feeds declare names of letters and sites. */
const MAX_ENTITIES = 500;
const MAX_VALUE_LENGTH = 1_000;
/** Max length of the declarations, in characters; the list of all names of HTML has 20,000. */
const MAX_DECLARATIONS_LENGTH = 100_000;
/** Characters that entities may add to any document; to a longer document they may add as many as that has. */
const MIN_BUDGET = 100_000;

const DECLARATION = /<!ENTITY\s+([^\s%"'<>&;]{1,100})\s+(?:"([^"]*)"|'([^']*)')\s*>/g;
const REFERENCE = /&([^\s&;<>"'%#]{1,100});/y;
/** A document type before any element. */
const DOCTYPE = /<(?:!(doctype)|[a-z])/i;

export class InternalEntities implements DeclaredEntities {
  readonly #values: ReadonlyMap<string, string>;
  #left: number;

  private constructor(values: ReadonlyMap<string, string>, left: number) {
    this.#values = values;
    this.#left = left;
  }

  /** @param declarations the text of a document type. @param length of the document, in characters */
  static of(declarations: string, length: number): InternalEntities {
    return new InternalEntities(declaredIn(declarations).values, Math.max(MIN_BUDGET, length));
  }

  /** Undefined if no such entity is declared, or the budget is spent: then the reference stays as it is written. */
  referenceAt(text: string, at: number): { readonly length: number; readonly character: string } | undefined {
    REFERENCE.lastIndex = at;
    const [written, name = ''] = REFERENCE.exec(text) ?? [];
    const character = this.#values.get(name);
    if (written === undefined || character === undefined || character.length > this.#left) return undefined;
    this.#left -= character.length;
    return { length: written.length, character };
  }
}

/** Whether a document makes entities out of entities that are longer than any value may be. */
export function hasExplosiveEntities(document: string): boolean {
  const [written, doctype] = DOCTYPE.exec(document) ?? [];
  if (written === undefined || doctype === undefined) return false;
  const from = document.indexOf(written);
  return declaredIn(document.slice(from, from + MAX_DECLARATIONS_LENGTH)).isExplosive;
}

interface Declared {
  readonly values: ReadonlyMap<string, string>;
  readonly isExplosive: boolean;
}

/** The first declaration of a name counts. A value may refer to the entities that are declared before it. */
function declaredIn(declarations: string): Declared {
  const values = new Map<string, string>();
  let isExplosive = false;
  for (const [, name = '', double, single] of declarations.slice(0, MAX_DECLARATIONS_LENGTH).matchAll(DECLARATION)) {
    const written = double ?? single ?? '';
    if (values.size >= MAX_ENTITIES || written.length > MAX_VALUE_LENGTH || values.has(name)) continue;
    const value = replacementOf(written, values);
    if (value.length <= MAX_VALUE_LENGTH) values.set(name, value);
    else isExplosive = true;
  }
  return { values, isExplosive };
}

/** `&#38;#169;` is a reference, of which the declaration escapes the `&` (XML 1.0 §4.4.8, appendix D). */
function replacementOf(written: string, earlier: ReadonlyMap<string, string>): string {
  const expanded = written.replace(/&([^\s&;<>"'%#]{1,100});/g, (reference, name) => earlier.get(name) ?? reference);
  return decodeReferences(expanded.replace(/&#(?:38|x26);/gi, '&')).text;
}
