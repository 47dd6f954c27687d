/** The bytes of a page as a DOM: decoded, freed from scripts and the like, bounded in size, parsed. */
import { Node, parseHTML } from 'linkedom';
import { charsetOf, decodeText, htmlLanguage, htmlMeta } from '../../web/decode-text.ts';
import { localeEncodings } from '../../web/locale-encodings.ts';
import { flattenDeepElements, hasReadableSize, MAX_NODES } from './readable-size.ts';

/**
 * Takes the class of event targets out of the construction of nodes. It would give each node a map of listeners, in one `WeakMap`,
 * which costs a seventh of the CPU of reading a page (docs/decisions/wall.md). Nothing listens to a page here.
 */
Object.setPrototypeOf(Node.prototype.constructor, class {});

export const parsePage = (bytes: Uint8Array, contentType: string | undefined): Document =>
  boundedDocument(decodePage(bytes, contentType)).document;

export const decodePage = (bytes: Uint8Array, contentType: string | undefined): string =>
  decodeText(bytes, [charsetOf(contentType), htmlMeta(bytes)], localeEncodings(htmlLanguage(bytes) ?? ''));

/** A fragment, such as a feed's content, as a document. Where it is nested too deep, it keeps the words. */
export const parseFragment = (html: string): Document => boundedDocument(`<html><body>${html}</body></html>`).document;

export interface BoundedDocument {
  readonly document: Document;
  /** False: the end of the document is missing, or elements that are nested too deep. */
  readonly isWhole: boolean;
}

/** The gate of all HTML: a DOM of bounded length, number of elements and depth. */
export function boundedDocument(raw: string, noscript: Noscript = 'cut'): BoundedDocument {
  const { html, isWhole } = readableHtml(raw, noscript);
  const document = documentOf(html);
  if (isWhole && hasReadableSize(document)) return { document, isWhole };
  flattenDeepElements(document);
  return { document, isWhole: false };
}

/** What becomes of the text for browsers without scripts: most often it repeats the page, or asks for scripts. */
type Noscript = 'cut' | 'show';

export interface ReadableHtml {
  readonly html: string;
  /** False: the end of the page is missing. */
  readonly isWhole: boolean;
}

/**
 * HTML without scripts, styles, comments and inline pictures, no longer than can be parsed. A page that is too large
 * keeps its beginning, because its metadata is there.
 */
export function readableHtml(raw: string, noscript: Noscript = 'cut'): ReadableHtml {
  const text = noscript === 'show' ? raw.replace(NOSCRIPT_TAG, ' ') : raw;
  // The parser takes a time that grows with the square of a row of `<`.
  const whole = cutInert(text.replace(INLINE_DATA, 'data:,')).replace(/<{2,}/g, '<');
  const html = cutToSize(whole);
  return { html, isWhole: html.length === whole.length };
}

const NOSCRIPT_TAG = /<\/?noscript(?=[\s>])[^<>]{0,200}>/gi;

const documentOf = (html: string): Document =>
  parseHTML(/<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`).document;

/** A picture in the HTML itself, of megabytes perhaps. */
const INLINE_DATA = /data:[\w/+.;=-]{0,60}base64,[\w+/=%-]{100,}/gi;
/** Max length that is parsed, in characters; the largest of 275 real pages has 440,000 (`npm run eval -- --pages`). */
const MAX_LENGTH = 2_000_000;

/** Parsing takes a second for each 40,000 tags. */
function cutToSize(whole: string): string {
  const html = whole.slice(0, MAX_LENGTH);
  const tag = /<[a-z]/gi;
  let tags = 0;
  while (tag.test(html)) if (++tags > MAX_NODES) return html.slice(0, tag.lastIndex - 2);
  return html;
}

/** The start of a comment, or of an element without text. */
const INERT_START = /<!--|<(script|style|noscript|template|svg|iframe)(?=[\s/>])/gi;

/**
 * Cuts out comments and elements without text, except JSON-LD and RSL: the parser is faster without them. Linear, because an
 * end that was missed once isn't looked for again.
 */
function cutInert(html: string): string {
  const kept: string[] = [];
  const missing = new Set<string>();
  const starts = new RegExp(INERT_START);
  let from = 0;
  for (let start = starts.exec(html); start !== null; start = starts.exec(html)) {
    const [, name] = start;
    const closing = name === undefined ? '-->' : `</${name.toLowerCase()}[^>]{0,100}>`;
    if (missing.has(closing) || isInAttribute(html, start.index)) continue;
    const content = name === undefined ? starts.lastIndex : indexBehind(html, '>', starts.lastIndex);
    if (content === undefined) break;
    const end = indexBehind(html, closing, content);
    if (end === undefined) missing.add(closing);
    starts.lastIndex = end ?? content;
    if (end === undefined || isText(html.slice(start.index, content))) continue;
    kept.push(html.slice(from, start.index));
    from = end;
  }
  kept.push(html.slice(from));
  return kept.join(' ');
}

/** Whether an element that else has no text has some: JSON-LD, RSL, and a template that browsers show (HTML, 4.12.3). */
const isText = (startTag: string): boolean =>
  /application\/(?:ld\+json|rsl\+xml)|\sshadowroot(?:mode)?\s*=/i.test(startTag);

/** Whether a tag has begun before an index and not ended: then what looks like an element is an attribute's value. */
function isInAttribute(html: string, index: number): boolean {
  const before = html.slice(Math.max(0, index - MAX_LOOK_BACK), index);
  const tag = before.lastIndexOf('<');
  return tag > before.lastIndexOf('>') && /^<[a-z][^>]*=\s*["'][^>]*$/i.test(before.slice(tag));
}
/** Max characters from a tag's start to an attribute's value. */
const MAX_LOOK_BACK = 2_000;

/** Returns the index behind the first match; undefined if there is none. @param pattern a regular expression */
function indexBehind(html: string, pattern: string, from: number): number | undefined {
  const expression = new RegExp(pattern, 'gi');
  expression.lastIndex = from;
  return expression.test(html) ? expression.lastIndex : undefined;
}
