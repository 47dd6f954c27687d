/** The bytes of a page as a DOM. */
import { parseHTML } from 'linkedom';
import { charsetOf, decodeText, htmlLanguage, htmlMeta } from '../decode-text.ts';
import { localeEncodings } from '../locale-encodings.ts';
import { MOST_NODES } from './readable-size.ts';

export const parsePage = (bytes: Uint8Array, contentType: string | undefined): Document =>
  parseDocument(decodePage(bytes, contentType));

export const decodePage = (bytes: Uint8Array, contentType: string | undefined): string =>
  decodeText(bytes, [charsetOf(contentType), htmlMeta(bytes)], localeEncodings(htmlLanguage(bytes) ?? ''));

/** A fragment, such as a feed's content, as a document. */
export const parseFragment = (html: string): Document => parseDocument(`<html><body>${html}</body></html>`);

export function parseDocument(raw: string): Document {
  const html = cutMonstrous(cutInert(raw));
  return parseHTML(/<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`).document;
}

/** The most that is parsed, in characters; the largest of 522 real pages has 500,000, with its scripts. */
const MOST_CHARACTERS = 2_000_000;

/**
 * A page with more than we read keeps its beginning, for its metadata. Parsing takes a second for each 40,000 tags, and a
 * time that grows with the square of a row of `<`.
 */
function cutMonstrous(raw: string): string {
  const html = raw.slice(0, MOST_CHARACTERS).replace(/<{2,}/g, '<');
  const tag = /<[a-z]/gi;
  let tags = 0;
  while (tag.test(html)) if (++tags > MOST_NODES) return html.slice(0, tag.lastIndex - 2);
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
    if (missing.has(closing)) continue;
    if (name !== undefined) {
      const tagEnd = html.indexOf('>', opening.lastIndex);
      if (tagEnd === -1) break;
      opening.lastIndex = tagEnd + 1;
      if (/application\/ld\+json/i.test(html.slice(match.index, tagEnd))) continue;
    }
    const end = endOf(html, opening.lastIndex, closing);
    if (end === undefined) missing.add(closing);
    else {
      kept.push(html.slice(from, match.index));
      from = end;
      opening.lastIndex = end;
    }
  }
  kept.push(html.slice(from));
  return kept.join(' ');
}

/** The index behind the closing mark. */
function endOf(html: string, at: number, closing: string): number | undefined {
  const pattern = new RegExp(closing === '-->' ? closing : `${closing}[^>]{0,100}>`, 'gi');
  pattern.lastIndex = at;
  return pattern.test(html) ? pattern.lastIndex : undefined;
}
