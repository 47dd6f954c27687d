/**
 * Reads what calls itself XML, forgiving whatever publishers get wrong, in one pass: each character is looked at a bounded
 * number of times, whatever the document. It knows no document types: no entity is declared, and none is expanded.
 */
import { decodeReferences, withoutControls } from './character-references.ts';

export type Attributes = readonly (readonly [name: string, value: string])[];

export interface XmlEvents {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  /** @param literal of a CDATA section */
  text(text: string, literal: boolean): void;
}

const NAME = /[A-Za-z_:\u00C0-\uFFFD][\w:.\-\u00B7-\uFFFD]*/y;
const SPACE = /\s*/y;
const ATTRIBUTE = /([^\s=<>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]*)))?/y;
const END_TAG_REST = /[^<>]*>?/y;
const DOCTYPE_END = /\]\s*>/g;
/** Of one tag, namespaces included; more of them would only fill our memory. */
const MAX_ATTRIBUTES = 1_000;
const NONE: Attributes = [];

/** @returns whether the document had faults, which a reader by the book would have stopped at. */
export function readXml(document: string, events: XmlEvents): boolean {
  const sound = withoutControls(document);
  const xml = sound.text.includes('\r') ? sound.text.replace(/\r\n?/g, '\n') : sound.text;
  let faulty = sound.mended;
  let at = 0;
  let sawDoctype = false;

  /** Where the pattern, which starts at `from`, ends; -1 when it isn't there. */
  const endOf = (pattern: RegExp, from: number): number => {
    pattern.lastIndex = from;
    return pattern.test(xml) ? pattern.lastIndex : -1;
  };
  /** Behind the next `mark`, or at the end when there is none. */
  const behind = (mark: string, from: number): number => {
    const found = xml.indexOf(mark, from);
    if (found === -1) faulty = true;
    return found === -1 ? xml.length : found + mark.length;
  };
  const text = (to: number): void => {
    if (to === at) return;
    const decoded = decodeReferences(xml.slice(at, to));
    faulty ||= decoded.mended;
    events.text(decoded.text, false);
  };

  const declaration = (from: number): number | undefined => {
    if (xml.startsWith('<!--', from)) return behind('-->', from + 4);
    if (xml.startsWith('<![CDATA[', from)) {
      const end = behind(']]>', from + 9);
      events.text(xml.slice(from + 9, xml.startsWith(']]>', end - 3) ? end - 3 : end), true);
      return end;
    }
    if (!/^<!doctype/i.test(xml.slice(from, from + 9))) return undefined;
    const end = behind('>', from);
    if (sawDoctype || !xml.slice(from, end).includes('[')) return end;
    sawDoctype = true;
    const subset = endOf(DOCTYPE_END, from);
    return subset === -1 ? end : subset;
  };

  const endTag = (from: number): number | undefined => {
    const nameEnd = endOf(NAME, from + 2);
    if (nameEnd === -1) return undefined;
    const end = xml[nameEnd] === '>' ? nameEnd + 1 : endOf(END_TAG_REST, nameEnd);
    if (xml[end - 1] !== '>') faulty = true;
    events.close(xml.slice(from + 2, nameEnd));
    return end;
  };

  const startTag = (from: number): number | undefined => {
    let end = endOf(NAME, from + 1);
    if (end === -1) return undefined;
    const name = xml.slice(from + 1, end);
    if (xml[end] === '>') {
      events.open(name, NONE);
      return end + 1;
    }
    if (!/^[\s/<]?$/.test(xml.charAt(end))) return undefined;
    let attributes: [string, string][] | undefined;
    for (;;) {
      end = endOf(SPACE, end);
      if (end >= xml.length || xml[end] === '>' || xml[end] === '<') break;
      ATTRIBUTE.lastIndex = end;
      const found = ATTRIBUTE.exec(xml);
      if (found?.[1] === undefined) {
        end++; // the slash before the end, or a quote that belongs to nothing
        continue;
      }
      end = ATTRIBUTE.lastIndex;
      const written = found[2] ?? found[3];
      const value = decodeReferences(written ?? found[4] ?? '');
      faulty ||= written === undefined || value.mended;
      attributes ??= [];
      if (attributes.length < MAX_ATTRIBUTES) attributes.push([found[1], value.text]);
    }
    if (end >= xml.length) {
      faulty = true; // cut off within the tag
      return end;
    }
    const isEmpty = xml[end - 1] === '/';
    if (xml[end] === '>') end++;
    else faulty = true;
    events.open(name, attributes ?? NONE);
    if (isEmpty) events.close(name);
    return end;
  };

  while (at < xml.length) {
    const tag = xml.indexOf('<', at);
    text(tag === -1 ? xml.length : tag);
    if (tag === -1) break;
    const next = xml[tag + 1];
    const end =
      next === '!' ? declaration(tag) : next === '/' ? endTag(tag) : next === '?' ? behind('>', tag) : startTag(tag);
    at = end ?? tag + 1;
    if (end === undefined) {
      faulty = true;
      events.text('<', false);
    }
  }
  return faulty;
}
