/** The bytes of a page as a DOM. */
import { parseHTML } from 'linkedom';
import { charsetOf, decodeText, htmlLanguage, htmlMeta } from '../../web/decode-text.ts';
import { localeEncodings } from '../../web/locale-encodings.ts';
import { MAX_NODES } from './readable-size.ts';

export const parsePage = (bytes: Uint8Array, contentType: string | undefined): Document =>
  parseDocument(decodePage(bytes, contentType));

export const decodePage = (bytes: Uint8Array, contentType: string | undefined): string =>
  decodeText(bytes, [charsetOf(contentType), htmlMeta(bytes)], localeEncodings(htmlLanguage(bytes) ?? ''));

/** A fragment, such as a feed's content, as a document. */
export const parseFragment = (html: string): Document => parseDocument(`<html><body>${html}</body></html>`);

export const parseDocument = (raw: string): Document => documentOf(readableHtml(raw).html);

export interface ReadableHtml {
  readonly html: string;
  /** False: the end of the page is missing. */
  readonly isWhole: boolean;
}

/**
 * HTML without what is no text, and not more of it than can be parsed: a page that is too large keeps its beginning,
 * for its metadata.
 */
export function readableHtml(raw: string): ReadableHtml {
  const whole = cutInert(raw.replace(INLINE_DATA, 'data:,')).replace(/<{2,}/g, '<');
  const html = cutToSize(whole);
  return { html, isWhole: html.length === whole.length };
}

export const documentOf = (html: string): Document =>
  parseHTML(/<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`).document;

/** A picture within the page: megabytes that are no text. */
const INLINE_DATA = /data:[\w/+.;=-]{0,60}base64,[\w+/=%-]{100,}/gi;
/** The most that is parsed, in characters; the largest of 522 real pages has 500,000, with its scripts. */
const MAX_LENGTH = 2_000_000;

/** Parsing takes a second for each 40,000 tags, and a time that grows with the square of a row of `<`. */
function cutToSize(whole: string): string {
  const html = whole.slice(0, MAX_LENGTH);
  const tag = /<[a-z]/gi;
  let tags = 0;
  while (tag.test(html)) if (++tags > MAX_NODES) return html.slice(0, tag.lastIndex - 2);
  return html;
}

/**
 * Cuts what is no text, but for JSON-LD. Odd scripts make Readability throw, and the parser is faster without them.
 * Linear: an end that was missed once is not looked for again.
 */
function cutInert(html: string): string {
  const kept: string[] = [];
  const missing = new Set<string>();
  const opening = /<!--|<(script|style|noscript|template|svg|iframe)(?=[\s/>])/gi;
  let from = 0;
  for (let match = opening.exec(html); match !== null; match = opening.exec(html)) {
    const name = match[1];
    const closing = name === undefined ? '-->' : `</${name.toLowerCase()}`;
    if (missing.has(closing) || isInAttribute(html, match.index)) continue;
    let isKept = false;
    if (name !== undefined) {
      const tagEnd = html.indexOf('>', opening.lastIndex);
      if (tagEnd === -1) break;
      opening.lastIndex = tagEnd + 1;
      isKept = /application\/ld\+json/i.test(html.slice(match.index, tagEnd));
    }
    const end = endOf(html, opening.lastIndex, closing);
    if (end === undefined) {
      missing.add(closing);
      continue;
    }
    opening.lastIndex = end;
    if (isKept) continue;
    kept.push(html.slice(from, match.index));
    from = end;
  }
  kept.push(html.slice(from));
  return kept.join(' ');
}

/** Whether a tag has begun before `at` and not ended: then what looks like an element is an attribute's value. */
function isInAttribute(html: string, at: number): boolean {
  const before = html.slice(Math.max(0, at - MAX_LOOK_BACK), at);
  const tag = before.lastIndexOf('<');
  return tag > before.lastIndexOf('>') && /^<[a-z][^>]*=\s*["'][^>]*$/i.test(before.slice(tag));
}
const MAX_LOOK_BACK = 2_000;

/** The index behind the closing mark. */
function endOf(html: string, at: number, closing: string): number | undefined {
  const pattern = new RegExp(closing === '-->' ? closing : `${closing}[^>]{0,100}>`, 'gi');
  pattern.lastIndex = at;
  return pattern.test(html) ? pattern.lastIndex : undefined;
}
