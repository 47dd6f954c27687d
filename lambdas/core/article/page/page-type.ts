/** Whether a document is a page, or XML of another kind: a feed, a sitemap, a picture (RFC 9110 §8.3). */
import { documentStart } from '../../web/document-start.ts';

/** Types that a page may have: HTML and XHTML, and bare XML, which XHTML is sent as. */
const PAGE_TYPE = /^[^;]*html|^\s*(?:application|text)\/xml\b/i;
const BARE_XML = /^\s*(?:application|text)\/xml\b/i;
/** First elements of XML documents that are sent as HTML or without a type. No page begins so. */
const NO_PAGE = /^(?:[\w-]+:)?(?:rss|feed|rdf|channel|urlset|sitemapindex|opml)$/;

/** Whether the type that a server declares may be a page's. */
export const mayBePage = (contentType: string | undefined): boolean =>
  contentType === undefined || PAGE_TYPE.test(contentType);

/** Whether a document that may be a page is XML of another kind. @param text decoded */
export function isOtherXml(text: string, contentType: string | undefined): boolean {
  const { element, isHtmlDoctype } = documentStart(text);
  if (isHtmlDoctype || /^(?:html|head|body)$/.test(element)) return false;
  const isDeclaredXml = BARE_XML.test(contentType ?? '') || /^\ufeff?\s*<\?xml\s/i.test(text);
  return isDeclaredXml ? !element.endsWith(':html') : NO_PAGE.test(element);
}

/** The `Accept` header of a request for a page (RFC 9110 §12.5.1). */
export const ACCEPTED_PAGES = 'text/html, application/xhtml+xml;q=0.9, */*;q=0.1';
