/**
 * A publisher's XML as rss-parser needs it: well-formed, with the usual prefixes, one kind of RSS, and HTML as text.
 * The result holds only what we read, so rss-parser reads it faster than the original. See docs/polling.md, "What is
 * read".
 */
import { MAX_ADDRESS_LENGTH } from '../../limits.ts';
import type { DocumentBase } from '../../web/document-base.ts';
import { escapedWithoutCdata, htmlWithoutCdata, withoutCdata } from '../markup/cdata-marks.ts';
import { escapeMarkup, withWholePairs } from '../markup/character-references.ts';
import { type OpenElement, type OutlineEvents, readOutline } from '../markup/feed-outline.ts';
import { attributeNamed, isAddress, isEntry, isRoot } from '../markup/feed-vocabulary.ts';
import { absoluteLinks } from '../markup/html-links.ts';
import type { InlineMarkup } from '../markup/inline-markup.ts';
import { emptyLinesToHtml, linesToHtml } from '../markup/plain-lines.ts';
import { formatOf } from '../markup/text-constructs.ts';
import { attributeValue } from '../markup/xml-attributes.ts';
import { CONTENT_LINK } from './item-links.ts';
import { type ItemDates, newestItems } from './newest-items.ts';
import { PUBLISHED, UPDATED } from './normalise-feed.ts';

export interface CanonicalFeed {
  readonly xml: string;
  /** The HTML texts of the document. In the XML each is replaced by its index here, so no text is parsed twice. */
  readonly texts: readonly string[];
  /** The document had faults that were mended. */
  readonly repaired: boolean;
  /** Items of the document that are not in the XML. */
  readonly leftOut: number;
}

/**
 * @returns `no-root` when no element is the root of a feed, `broken` when the structure is broken and no item is whole
 */
export function canonicalFeed(document: string, documentBase: DocumentBase): CanonicalFeed | 'no-root' | 'broken' {
  const writer = new CanonicalWriter();
  const { root, faulty, mended } = readOutline(document, documentBase, writer);
  if (root === undefined) return 'no-root';
  const { xml, count, leftOut } = writer.finish();
  if (count === 0 && (mended || !writer.hasChannel)) return 'broken';
  return { xml, texts: writer.texts, repaired: faulty || mended, leftOut };
}

/**
 * Max elements of an item, and of the feed around its items; 2,000 items of 100 elements make the largest document. More
 * would take our memory: an element of ten bytes takes hundreds in rss-parser.
 */
const MAX_ITEM_ELEMENTS = 1_000;
const MAX_ELEMENTS = 200_000;

/** A part of the XML, and how many elements the document has in it. */
interface Part {
  xml: string;
  elements: number;
}

interface CanonicalItem extends ItemDates, Part {
  readonly name: string;
  /** The item is whole, or another item has begun within it: then only its end tag is missing. */
  isKept: boolean;
  published?: string;
  updated?: string;
}

class CanonicalWriter implements OutlineEvents {
  readonly texts: string[] = [];
  hasChannel = false;
  readonly #newest = newestItems<CanonicalItem>((item) => item);
  readonly #channel: Part = { xml: '', elements: 0 };
  #language = '';
  #isAtom = false;
  /**
   * The items that are open, the innermost last. An innermost item that is still open when the document ends was cut off,
   * and is left out.
   */
  readonly #open: CanonicalItem[] = [];
  /** The open boxes that are beyond the number of elements. */
  #passed = 0;

  enter(box: OpenElement): void {
    if (isRoot(box.element)) {
      this.#enterRoot(box);
      return;
    }
    if (isEntry(box.element)) {
      this.#keepInnermost();
      this.#open.push({ name: box.element.name, xml: '', elements: 0, isKept: false });
    }
    if (!this.#hasRoom()) {
      this.#passed++;
      return;
    }
    this.#write(`<${box.element.name}${attributesOf(box)}>`);
  }

  leave({ element }: OpenElement): void {
    if (isRoot(element)) return;
    if (this.#passed > 0) {
      this.#passed--;
      return;
    }
    this.#write(`</${element.name}>`);
    if (!isEntry(element)) return;
    this.#keepInnermost();
    this.#open.pop();
  }

  /** An item has its place where it begins, also if others stand within it. */
  #keepInnermost(): void {
    const item = this.#open.at(-1);
    if (item === undefined || item.isKept) return;
    item.isKept = true;
    this.#newest.add(item);
  }

  value(leaf: OpenElement, content: InlineMarkup | string): void {
    if (!this.#hasRoom()) return;
    // Atom's links have a name that rss-parser doesn't know, because rss-parser throws at a link without attributes.
    const name = this.#isAtom && leaf.element.name === 'link' ? 'atom:link' : leaf.element.name;
    if (typeof content === 'string') {
      this.#noteDate(name, content);
      this.#write(`<${name}${attributesOf(leaf)}>${textNode(plainOf(leaf, content))}</${name}>`);
    } else {
      const source = this.#isAtom && leaf.element.name === 'content' ? sourceLinkOf(leaf) : undefined;
      if (source !== undefined) this.#write(source);
      const index = this.texts.push(htmlOf(leaf, content, this.#isAtom)) - 1;
      this.#write(`<${name}>${index}</${name}>`);
    }
  }

  text(text: string): void {
    if (text.trim() !== '' && this.#passed === 0) this.#write(textNode(text));
  }

  /** Writes the end tags of the items that the end of the document has left open. */
  #closeItems(): void {
    for (const item of this.#open) item.xml += `</${item.name}>`;
  }

  finish(): { readonly xml: string; readonly count: number; readonly leftOut: number } {
    this.#closeItems();
    const { items: newest, leftOut } = this.#newest.chosen();
    let count = 0;
    const items = newest.filter(({ elements }) => {
      count += elements;
      return count <= MAX_ELEMENTS;
    });
    const language = this.#language === '' ? '' : ` xml:lang="${escapeMarkup(this.#language)}"`;
    const body = this.#channel.xml + items.map((item) => item.xml).join('');
    const xml = this.#isAtom
      ? `<feed${language}>${body}</feed>`
      : `<rss version="2.0"><channel${language}>${body}</channel></rss>`;
    return { xml, count: newest.length, leftOut: leftOut + newest.length - items.length };
  }

  #enterRoot({ element: { name }, attributes }: OpenElement): void {
    if (name === 'feed') this.#isAtom = true;
    if (name === 'feed' || name === 'channel') this.hasChannel = true;
    this.#language = attributeValue(attributes, 'xml:lang') ?? this.#language;
  }

  /** Keeps the first date of each kind, by which the newest items are chosen. */
  #noteDate(name: string, date: string): void {
    const item = this.#open.at(-1);
    if (item === undefined) return;
    if (PUBLISHED.includes(name)) item.published ??= date;
    if (UPDATED.includes(name)) item.updated ??= date;
  }

  #write(xml: string): void {
    this.#part().xml += xml;
  }

  #part(): Part {
    return this.#open.at(-1) ?? this.#channel;
  }

  /** Whether the item, or the feed around its items, may have one more element. */
  #hasRoom(): boolean {
    return this.#passed === 0 && ++this.#part().elements <= MAX_ITEM_ELEMENTS;
  }
}

/** Max length of an attribute, in characters; longer than any address may be (`absolute-url.ts`). */
const MAX_ATTRIBUTE_LENGTH = 2 * MAX_ADDRESS_LENGTH;

function attributesOf({ attributes, base }: OpenElement): string {
  let xml = '';
  for (const [written, value] of attributes) {
    const name = attributeNamed(written);
    if (name === undefined || value.length > MAX_ATTRIBUTE_LENGTH || xml.includes(` ${name}="`)) continue;
    xml += ` ${name}="${escapeMarkup(isAddress(name) ? resolved(value, base) : value)}"`;
  }
  return xml;
}

/** The address of an entry's content that stands elsewhere, as a link: to the page, or to a file (RFC 4287 §4.1.3.2). */
function sourceLinkOf({ attributes, base }: OpenElement): string | undefined {
  const [source = '', type = ''] = ['src', 'type'].map((name) => attributeValue(attributes, name));
  if (source.trim() === '' || source.length > MAX_ATTRIBUTE_LENGTH) return undefined;
  const rel = /^(?:text|xhtml|$)|html/i.test(type.trim()) ? CONTENT_LINK : 'enclosure';
  return `<atom:link rel="${rel}" href="${escapeMarkup(resolved(source, base))}" type="${escapeMarkup(type)}"/>`;
}

/** @param content plain text, or an address when the element's kind is `url` */
function plainOf({ element, base }: OpenElement, content: string): string {
  const text = withoutCdata(content);
  return element.kind === 'url' ? resolved(text, base) : text;
}

/** An address made absolute where an `xml:base` is in force. An address that can't be resolved stays as it is. */
const resolved = (address: string, base: DocumentBase | undefined): string =>
  address.trim() === '' ? '' : (base?.resolve(address.trim()) ?? address);

function htmlOf({ element, attributes, base }: OpenElement, content: InlineMarkup, isAtom: boolean): string {
  const isTitle = /(?:^|:)title$/.test(element.name);
  const written = withWholePairs(content.html({}));
  const raw = isTitle ? written : htmlWithoutCdata(written);
  const isOfAtom = isAtom || element.name.startsWith('atom:');
  const format = isOfAtom || PLAIN_BY_DEFAULT.test(element.name) ? formatOf(attributes, raw, isTitle && isOfAtom) : {};
  if (format.plain) {
    const escaped = escapedWithoutCdata(content.html(format));
    return isTitle ? escaped : linesToHtml(escaped);
  }
  const html = format.base64 ? content.html(format) : raw;
  if (isTitle) return html;
  return base === undefined ? emptyLinesToHtml(html) : absoluteLinks(emptyLinesToHtml(html), base);
}

/** Vocabularies beside Atom whose texts are plain text if they have no type. */
const PLAIN_BY_DEFAULT = /^(?:media|itunes):/;

const textNode = (text: string): string =>
  /[&<>]/.test(text) ? `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>` : text;
