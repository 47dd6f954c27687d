/** The kind of a document, told from how the document begins. */
import { documentStart } from '../../web/document-start.ts';

export type DocumentKind = 'empty' | 'json' | 'html' | 'sitemap' | 'xml' | 'text';

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
  const { element, isHtmlDoctype } = documentStart(start);
  if (PAGE.test(element)) return 'html';
  if (/^(?:[\w-]+:)?(?:urlset|sitemapindex)$/.test(element)) return 'sitemap';
  if (FEED_ROOT.test(text)) return 'xml';
  if (isHtmlDoctype || PAGE_PART.test(element)) return 'html';
  return element === '' ? 'text' : 'xml';
}
