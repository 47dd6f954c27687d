/** The `Link` header (RFC 8288). */
import { escapeRaw } from './raw-address.ts';

export interface HeaderLink {
  /** As written, bytes beyond ASCII escaped; relative addresses start at the address that answered. */
  readonly href: string;
  /** Relation types, in lower case. */
  readonly rel: readonly string[];
  readonly type?: string;
  readonly title?: string;
}

/** Max length that is read, in characters; the rest of a longer header is ignored. */
const MAX_LENGTH = 8_192;
const TARGET = /<([^<>]*)>/g;
const PARAMETER = /;\s*(rel|type|title)\s*=\s*(?:"([^"]*)"|([^\s;,"]+))/gi;

/** Returns the links of a header, in order. Linear: each link's parameters end before the next target. */
export function linksIn(header = ''): HeaderLink[] {
  const text = header.slice(0, MAX_LENGTH);
  const targets = [...text.matchAll(TARGET)];
  return targets.map((match, position) => {
    const parameters = text.slice(match.index + match[0].length, targets[position + 1]?.index);
    const values = new Map<string, string>();
    for (const [, name = '', quoted, token] of parameters.matchAll(PARAMETER)) {
      // The first rel counts (RFC 8288 §3.3).
      if (!values.has(name.toLowerCase())) values.set(name.toLowerCase(), quoted ?? token ?? '');
    }
    const rel = (values.get('rel') ?? '').toLowerCase().split(/\s/).filter(Boolean);
    const [type, title] = [values.get('type'), values.get('title')];
    return { href: escapeRaw(match[1]?.trim() ?? ''), rel, ...(type && { type }), ...(title && { title }) };
  });
}
