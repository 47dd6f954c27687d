/** The kind of a document, told from how the document begins. */

export type DocumentKind = 'empty' | 'json' | 'html' | 'sitemap' | 'xml' | 'text';

/**
 * Length of the beginning in which a first element is looked for, in characters; prologs and comments may stand before.
 */
const HEAD_LENGTH = 100_000;
const FEED_ROOT = /<(?:[\w-]+:)?(?:rss|feed|rdf|channel)[\s>]/i;
/** The first element of a whole page. */
const PAGE = /^(?:html|head|body)$/;
/** The first element of a part of a page, or of a warning that PHP writes before a feed. */
const PAGE_PART =
  /^(?:meta|title|link|style|script|noscript|div|p|center|span|table|h[1-6]|br|hr|b|i|img|form|iframe|pre)$/;

/** @param text decoded, without its byte order mark */
export function kindOf(text: string): DocumentKind {
  const start = text.trimStart();
  if (start === '') return 'empty';
  if (start.startsWith('{') || start.startsWith('[')) return 'json';
  const { element, isHtmlDoctype } = beginningOf(start.slice(0, HEAD_LENGTH));
  if (PAGE.test(element)) return 'html';
  if (/^(?:[\w-]+:)?(?:urlset|sitemapindex)$/.test(element)) return 'sitemap';
  if (FEED_ROOT.test(text)) return 'xml';
  if (isHtmlDoctype || PAGE_PART.test(element)) return 'html';
  return element === '' ? 'text' : 'xml';
}

interface Beginning {
  /** The name of the first element in lower case; empty when the text has no element. */
  readonly element: string;
  /** The document type of HTML stands before the first element. */
  readonly isHtmlDoctype: boolean;
}

function beginningOf(text: string): Beginning {
  let isHtmlDoctype = false;
  for (let at = text.indexOf('<'); at !== -1; at = nextTag(text, at)) {
    const [, element] = /^<([a-z][\w:-]*)/i.exec(text.slice(at, at + 100)) ?? [];
    if (element !== undefined) return { element: element.toLowerCase(), isHtmlDoctype };
    isHtmlDoctype ||= /^<!doctype\s+html/i.test(text.slice(at, at + 40));
  }
  return { element: '', isHtmlDoctype };
}

/** The place of the next `<` that stands in no comment; -1 when no `<` follows. */
function nextTag(text: string, at: number): number {
  const end = text.startsWith('<!--', at) ? text.indexOf('-->', at) : at;
  return end === -1 ? -1 : text.indexOf('<', end + 1);
}
