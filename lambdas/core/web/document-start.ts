/** How a document of HTML or XML begins. */

/**
 * Length of the beginning in which a first element is looked for, in characters; prologs and comments may stand before.
 */
const HEAD_LENGTH = 100_000;

export interface DocumentStart {
  /** The name of the first element in lower case; empty when the text has no element. */
  readonly element: string;
  /** The document type of HTML stands before the first element. */
  readonly isHtmlDoctype: boolean;
}

/** @param text decoded */
export function documentStart(text: string): DocumentStart {
  const head = text.slice(0, HEAD_LENGTH);
  let isHtmlDoctype = false;
  for (let at = head.indexOf('<'); at !== -1; at = nextTag(head, at)) {
    const [, element] = /^<([a-z][\w:-]*)/i.exec(head.slice(at, at + 100)) ?? [];
    if (element !== undefined) return { element: element.toLowerCase(), isHtmlDoctype };
    isHtmlDoctype ||= /^<!doctype\s+html/i.test(head.slice(at, at + 40));
  }
  return { element: '', isHtmlDoctype };
}

/** The place of the next `<` that stands in no comment; -1 when no `<` follows. */
function nextTag(text: string, at: number): number {
  const end = text.startsWith('<!--', at) ? text.indexOf('-->', at) : at;
  return end === -1 ? -1 : text.indexOf('<', end + 1);
}
