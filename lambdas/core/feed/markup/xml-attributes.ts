/** The attributes of a start tag, whatever publishers get wrong in them. */
import { type DeclaredEntities, decodeReferences } from './character-references.ts';

export type Attributes = readonly (readonly [name: string, value: string])[];

const SPACE = /\s*/y;
const ATTRIBUTE = /([^\s=<>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]*)))?/y;
/** Max attributes of one tag, namespaces included; more would only fill our memory. */
const MAX_ATTRIBUTES = 1_000;
export const NO_ATTRIBUTES: Attributes = [];

export interface ReadAttributes {
  readonly attributes: Attributes;
  /** The place of the `>` or `<` behind the attributes, or the document's length when the document ends before. */
  readonly end: number;
  /** A value had no quotes, an attribute no value, or a reference was no reference of XML. */
  readonly faulty: boolean;
}

/** @param from the place behind the tag's name. @param entities that the document declares */
export function readAttributes(xml: string, from: number, entities?: DeclaredEntities): ReadAttributes {
  let attributes: [string, string][] | undefined;
  let faulty = false;
  let end = spaceEnd(xml, from);
  while (!isTagEnd(xml, end)) {
    ATTRIBUTE.lastIndex = end;
    const [, name, doubleQuoted, singleQuoted, bare = ''] = ATTRIBUTE.exec(xml) ?? [];
    if (name === undefined) {
      end = spaceEnd(xml, end + 1); // the slash before the end, or a quote that belongs to nothing
      continue;
    }
    end = spaceEnd(xml, ATTRIBUTE.lastIndex);
    const quoted = doubleQuoted ?? singleQuoted;
    const value = decodeReferences(quoted ?? bare, entities);
    faulty ||= quoted === undefined || value.mended;
    attributes ??= [];
    if (attributes.length < MAX_ATTRIBUTES) attributes.push([name, value.text]);
  }
  return { attributes: attributes ?? NO_ATTRIBUTES, end, faulty };
}

/** The value of the first attribute of a name, whatever its capitals. @param name in lower case */
export const attributeValue = (attributes: Attributes, name: string): string | undefined =>
  attributes.find(([each]) => each.toLowerCase() === name)?.[1];

const isTagEnd = (xml: string, at: number): boolean => at >= xml.length || xml[at] === '>' || xml[at] === '<';

/** The place of the next character that is no white space. */
function spaceEnd(xml: string, from: number): number {
  SPACE.lastIndex = from;
  SPACE.test(xml);
  return SPACE.lastIndex;
}
