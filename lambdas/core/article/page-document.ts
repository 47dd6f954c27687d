/** The bytes of a page as a DOM. */
import { parseHTML } from 'linkedom';
import { charsetOf, decodeText, htmlMeta } from '../decode-text.ts';

export function parsePage(bytes: Uint8Array, contentType: string | undefined): Document {
  return parseDocument(decodeText(bytes, [charsetOf(contentType), htmlMeta(bytes)]));
}

/** A fragment, such as a feed's content, as a document. */
export const parseFragment = (html: string): Document => parseDocument(`<html><body>${html}</body></html>`);

function parseDocument(html: string): Document {
  const { document } = parseHTML(
    /<html[\s>]/i.test(html) ? cutInert(html) : `<html><body>${cutInert(html)}</body></html>`,
  );
  return document;
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
