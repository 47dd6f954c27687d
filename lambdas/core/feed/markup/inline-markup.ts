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

interface Piece {
  readonly kind: 'text' | 'literal' | 'tag';
  readonly text: string;
}

/** What is escaped: nothing, texts beside elements, or all but tags. */
type Reading = 'raw' | 'mixed' | 'plain';
const READINGS: readonly Reading[] = ['raw', 'mixed', 'plain'];
const MAX_PIECES = 10_000;

/** @param baseUrl where an `xml:base` within starts */
export function inlineMarkup(baseUrl: string): InlineMarkup {
  let pieces: Piece[] = [];
  /** What came before the pieces, in each reading: ten bytes of a document may make a piece, which takes a hundred. */
  const folded: Record<Reading, string[]> = { raw: [], mixed: [], plain: [] };
  const bases: { readonly depth: number; readonly url: string }[] = [];
  let depth = 0;
  let elements = 0;
  let topLevel = 0;

  const add = (kind: Piece['kind'], text: string): void => {
    if (pieces.length === MAX_PIECES) {
      for (const reading of READINGS) folded[reading].push(written(pieces, reading));
      pieces = [];
    }
    pieces.push({ kind, text });
  };

  return {
    open(tag, attributes) {
      const name = tag.replace(PREFIX, '');
      if (depth === 0) topLevel++;
      if (!VOID.has(name.toLowerCase())) depth++;
      const base = attributes.find(([each]) => each.toLowerCase() === 'xml:base')?.[1];
      const outer = bases.at(-1)?.url ?? baseUrl;
      if (base !== undefined && URL.canParse(base, outer)) bases.push({ depth, url: new URL(base, outer).href });
      elements++;
      add('tag', `<${name}${attributesOf(attributes, bases.at(-1)?.url)}>`);
    },
    close(tag) {
      const name = tag.replace(PREFIX, '');
      if (VOID.has(name.toLowerCase())) return;
      if ((bases.at(-1)?.depth ?? -1) >= depth) bases.pop();
      depth--;
      add('tag', `</${name}>`);
    },
    text(text, literal) {
      if (depth === 0 && text.trim() !== '') topLevel++;
      add(literal ? 'literal' : 'text', text);
    },
    html({ base64 = false, plain = false }) {
      const whole = (reading: Reading): string => folded[reading].join('') + written(pieces, reading);
      if (base64) {
        const text = Buffer.from(whole('raw'), 'base64').toString('utf8');
        return plain ? escapeMarkup(text) : text;
      }
      // Beside elements, a text is text. Alone, or as CDATA, it is the HTML itself.
      const html = whole(plain ? 'plain' : elements > 0 ? 'mixed' : 'raw').trim();
      // "The xhtml:div element itself MUST NOT be considered part of the content" (RFC 4287 §3.1.1.3).
      return topLevel === 1 && html.startsWith('<div>') && html.endsWith('</div>') ? html.slice(5, -6).trim() : html;
    },
  };
}

const written = (pieces: readonly Piece[], reading: Reading): string =>
  pieces
    .map(({ kind, text }) => {
      const isText = reading === 'plain' ? kind !== 'tag' : reading === 'mixed' && kind === 'text';
      return isText ? escapeMarkup(text) : text;
    })
    .join('');

const attributesOf = (attributes: Attributes, baseUrl: string | undefined): string =>
  attributes
    .filter(([name]) => !/^xml(?:ns)?(?::|$)/i.test(name))
    .map(([name, value]) => {
      const resolved = baseUrl === undefined ? value : absoluteLink(name, value, baseUrl);
      return ` ${name}="${escapeMarkup(resolved)}"`;
    })
    .join('');
