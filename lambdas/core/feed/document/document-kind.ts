/** What a text is, told from how it begins. */

export type DocumentKind = 'empty' | 'json' | 'html' | 'sitemap' | 'xml' | 'text';

/** How far down a first element is looked for; what stands before it are prologs, comments, and warnings of PHP. */
const HEAD = 100_000;
const FEED_ROOT = /<(?:[\w-]+:)?(?:rss|feed|rdf|channel)[\s>]/i;
/** Whole pages begin with the first ones; the others are what is left of one, or what PHP writes before a feed. */
const PAGE = /^(?:html|head|body)$/;
const HTML = /^(?:meta|title|link|style|script|noscript|div|p|center|span|table|h[1-6]|br|hr|b|i|img|form|iframe|pre)$/;

/** @param text decoded, without its byte order mark */
export function kindOf(text: string): DocumentKind {
  const start = text.trimStart();
  if (start === '') return 'empty';
  if (start.startsWith('{') || start.startsWith('[')) return 'json';
  const { element, isHtmlDoctype } = beginningOf(start.slice(0, HEAD));
  if (PAGE.test(element)) return 'html';
  if (/^(?:[\w-]+:)?(?:urlset|sitemapindex)$/.test(element)) return 'sitemap';
  if (FEED_ROOT.test(text)) return 'xml';
  if (isHtmlDoctype || HTML.test(element)) return 'html';
  return element === '' ? 'text' : 'xml';
}

/** The name of the first element in lower case, empty when there is none. */
function beginningOf(text: string): { readonly element: string; readonly isHtmlDoctype: boolean } {
  let isHtmlDoctype = false;
  let at = text.indexOf('<');
  while (at !== -1) {
    const [, element] = /^<([a-z][\w:-]*)/i.exec(text.slice(at, at + 100)) ?? [];
    if (element !== undefined) return { element: element.toLowerCase(), isHtmlDoctype };
    if (/^<!doctype\s+html/i.test(text.slice(at, at + 40))) isHtmlDoctype = true;
    const end = text.startsWith('<!--', at) ? text.indexOf('-->', at) : at;
    at = end === -1 ? -1 : text.indexOf('<', end + 1);
  }
  return { element: '', isHtmlDoctype };
}
