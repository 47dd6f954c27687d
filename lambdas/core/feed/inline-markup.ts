/** The content of one element as HTML, however it was put into XML: escaped, as CDATA, as elements, or in base64. */
import { escapeMarkup } from './character-references.ts';
import { absoluteLink } from './html-links.ts';
import type { Attributes, XmlEvents } from './xml-tokens.ts';

/** HTML §13.1.2: they have no end tags. */
const VOID: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);
/** Elements of HTML and what HTML embeds; in HTML itself they have no prefixes. */
const PREFIX = /^(?:x?html|h|svg|math|mml):/i;

export interface InlineMarkup extends XmlEvents {
  html(format: Format): string;
}

export interface Format {
  /** The text is the HTML, or the plain text, in base64. */
  readonly base64?: boolean;
  /** The text has no markup: what looks like some is meant as it stands. */
  readonly plain?: boolean;
}

/** @param baseUrl where an `xml:base` within starts */
export function inlineMarkup(baseUrl: string): InlineMarkup {
  const pieces: { readonly kind: 'text' | 'literal' | 'tag'; readonly text: string }[] = [];
  const bases: { readonly depth: number; readonly url: string }[] = [];
  let depth = 0;
  let elements = 0;
  let topLevel = 0;

  return {
    open(tag, attributes) {
      const name = tag.replace(PREFIX, '');
      if (depth === 0) topLevel++;
      if (!VOID.has(name.toLowerCase())) depth++;
      const base = attributes.find(([each]) => each.toLowerCase() === 'xml:base')?.[1];
      const outer = bases.at(-1)?.url ?? baseUrl;
      if (base !== undefined && URL.canParse(base, outer)) bases.push({ depth, url: new URL(base, outer).href });
      elements++;
      pieces.push({ kind: 'tag', text: `<${name}${written(attributes, bases.at(-1)?.url)}>` });
    },
    close(tag) {
      const name = tag.replace(PREFIX, '');
      if (VOID.has(name.toLowerCase())) return;
      if ((bases.at(-1)?.depth ?? -1) >= depth) bases.pop();
      depth--;
      pieces.push({ kind: 'tag', text: `</${name}>` });
    },
    text(text, literal) {
      if (depth === 0 && text.trim() !== '') topLevel++;
      pieces.push({ kind: literal ? 'literal' : 'text', text });
    },
    html({ base64 = false, plain = false }) {
      if (base64) {
        const text = Buffer.from(pieces.map((piece) => piece.text).join(''), 'base64').toString('utf8');
        return plain ? escapeMarkup(text) : text;
      }
      // Beside elements, a text is text. Alone, or as CDATA, it is the HTML itself.
      const isText = (kind: string): boolean => (plain ? kind !== 'tag' : kind === 'text' && elements > 0);
      const html = pieces
        .map(({ kind, text }) => (isText(kind) ? escapeMarkup(text) : text))
        .join('')
        .trim();
      // "The xhtml:div element itself MUST NOT be considered part of the content" (RFC 4287 §3.1.1.3).
      return topLevel === 1 && html.startsWith('<div>') && html.endsWith('</div>') ? html.slice(5, -6).trim() : html;
    },
  };
}

const written = (attributes: Attributes, baseUrl: string | undefined): string =>
  attributes
    .filter(([name]) => !/^xml(?:ns)?(?::|$)/i.test(name))
    .map(([name, value]) => {
      const resolved = baseUrl === undefined ? value : absoluteLink(name, value, baseUrl);
      return ` ${name}="${escapeMarkup(resolved)}"`;
    })
    .join('');
