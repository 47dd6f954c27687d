/** Marks of CDATA in a text: software has escaped them, or put CDATA within CDATA. The marks are never meant. */
import { decodeReferences } from './character-references.ts';

/** A mark at the beginning and a mark at the end; the latter is lost if XML has taken it for the end of the outer CDATA. */
const START = /^\s*<!\[CDATA\[/i;
const END = /\]\]>\s*$/;
const ESCAPED_START = /^\s*&lt;!\[CDATA\[/i;
const ESCAPED_END = /\]\]&gt;\s*$/;

/** The text within marks of CDATA that enclose the whole text. */
export const withoutCdata = (text: string): string =>
  START.test(text) ? text.replace(START, '').replace(END, '').trim() : text;

/** The same for text that is escaped as HTML. */
export const escapedWithoutCdata = (escaped: string): string =>
  ESCAPED_START.test(escaped) && ESCAPED_END.test(escaped) ? unmarked(escaped) : escaped;

/** HTML without marks of CDATA, in which HTML would see a comment. Marks that are escaped are words, unless they enclose it all. */
export function htmlWithoutCdata(html: string): string {
  const text = escapedWithoutCdata(html);
  if (text !== html) return decodeReferences(text).text;
  return html.includes('<![') && /<!\[CDATA\[/i.test(html) ? html.replace(/<!\[CDATA\[|\]\]>/gi, '').trim() : html;
}

const unmarked = (escaped: string): string => escaped.replace(ESCAPED_START, '').replace(ESCAPED_END, '').trim();
