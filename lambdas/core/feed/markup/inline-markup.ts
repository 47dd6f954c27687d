/** The content of one element as HTML, however it was put into XML: escaped, as CDATA, as elements, or in base64. */
import type { DocumentBase } from '../../web/document-base.ts';
import { escapeMarkup } from './character-references.ts';
import { absoluteLink } from './html-links.ts';
import { MarkupPieces } from './markup-pieces.ts';
import type { Attributes } from './xml-attributes.ts';
import { xmlBaseOf } from './xml-base.ts';
import type { XmlEvents } from './xml-tokens.ts';

/** Elements that have no end tags (HTML §13.1.2). */
const VOID: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);
/** The prefixes of HTML, and of the vocabularies that HTML embeds, which have no prefixes in HTML itself. */
const PREFIX = /^(?:x?html|h|svg|math|mml):/i;

export interface InlineMarkup extends XmlEvents {
  html(format: Format): string;
}

export interface Format {
  /** The text is base64 of the HTML, or of the plain text. */
  readonly base64?: boolean;
  /** The text has no markup: `<` and `&` stand for themselves. */
  readonly plain?: boolean;
}

/** @param base the base of an `xml:base` within the content */
export const inlineMarkup = (base: DocumentBase): InlineMarkup => new InlineMarkupReader(base);

/** Max bases within bases, of which no content needs so many; deeper bases are ignored. */
const MAX_BASES = 32;

class InlineMarkupReader implements InlineMarkup {
  readonly #base: DocumentBase;
  readonly #pieces = new MarkupPieces();
  /** The bases that elements within the content set, and the depth of their contents. */
  readonly #bases: { readonly depth: number; readonly base: DocumentBase }[] = [];
  #depth = 0;
  #hasElements = false;
  /** Elements and texts that stand in no other element of the content. */
  #topLevel = 0;

  constructor(base: DocumentBase) {
    this.#base = base;
  }

  open(tag: string, attributes: Attributes): void {
    const name = tag.replace(PREFIX, '');
    const isVoid = VOID.has(name.toLowerCase());
    if (this.#depth === 0) this.#topLevel++;
    if (!isVoid) this.#depth++;
    const outerBase = this.#bases.at(-1)?.base;
    const base = this.#bases.length < MAX_BASES ? xmlBaseOf(attributes, outerBase ?? this.#base) : undefined;
    if (base !== undefined && !isVoid) this.#bases.push({ depth: this.#depth, base });
    this.#hasElements = true;
    this.#pieces.add('tag', `<${name}${attributesOf(attributes, base ?? outerBase)}>`);
  }

  close(tag: string): void {
    const name = tag.replace(PREFIX, '');
    if (VOID.has(name.toLowerCase())) return;
    if ((this.#bases.at(-1)?.depth ?? -1) >= this.#depth) this.#bases.pop();
    this.#depth--;
    this.#pieces.add('tag', `</${name}>`);
  }

  text(text: string, literal: boolean): void {
    if (this.#depth === 0 && text.trim() !== '') this.#topLevel++;
    this.#pieces.add(literal ? 'literal' : 'text', text);
  }

  html({ base64 = false, plain = false }: Format): string {
    if (base64) {
      const text = Buffer.from(this.#pieces.written('raw'), 'base64').toString('utf8');
      return plain ? escapeMarkup(text) : text;
    }
    // Text beside elements is text. Text alone, or as CDATA, is the HTML itself.
    const html = this.#pieces.written(plain ? 'plain' : this.#hasElements ? 'mixed' : 'raw').trim();
    return this.#topLevel === 1 ? withoutDiv(html) : html;
  }
}

/** "The xhtml:div element itself MUST NOT be considered part of the content" (RFC 4287 §3.1.1.3). */
const withoutDiv = (html: string): string =>
  html.startsWith('<div>') && html.endsWith('</div>') ? html.slice('<div>'.length, -'</div>'.length).trim() : html;

const attributesOf = (attributes: Attributes, base: DocumentBase | undefined): string =>
  attributes
    .filter(([name]) => !/^xml(?:ns)?(?::|$)/i.test(name))
    .map(([name, value]) => {
      const resolved = base === undefined ? value : absoluteLink(name, value, base);
      return ` ${name}="${escapeMarkup(resolved)}"`;
    })
    .join('');
