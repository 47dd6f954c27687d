/**
 * The outline of a feed: the elements of the feed vocabulary, entered and left in order, whatever end tags are missing.
 * All other elements are passed over.
 *
 * The files of this room, from the document to the outline:
 * 1. xml-tokens.ts splits the document into tags and texts; xml-attributes.ts reads a tag's attributes,
 *    character-references.ts decodes references, escaped-bytes.ts those that escape UTF-8 byte by byte.
 * 2. name-scope.ts finds the element that a tag's name means: feed-namespaces.ts gives the canonical name,
 *    feed-vocabulary.ts the element.
 * 3. feed-outline.ts, this file, turns tags into elements; xml-base.ts resolves each element's base URL.
 * 4. inline-markup.ts collects the content of an element that may hold HTML in markup-pieces.ts; html-links.ts resolves
 *    its links.
 *
 * Other files of the room: internal-entities.ts reads the entities of a document type, text-constructs.ts tells how to read
 * Atom's texts, feed-plain-text.ts makes titles plain, plain-lines.ts makes HTML of plain text, cdata-marks.ts drops marks of
 * CDATA, and raw-feed.ts and xml-values.ts read the output of rss-parser.
 */
import type { DocumentBase } from '../../web/document-base.ts';
import { canonicalAttributes } from './feed-namespaces.ts';
import { endsText, type FeedElement, isEntry, isRoot, mayContain } from './feed-vocabulary.ts';
import { type InlineMarkup, inlineMarkup } from './inline-markup.ts';
import { emptyScope, type NameScope, nameIn, scopeWithin, type TagName } from './name-scope.ts';
import type { Attributes } from './xml-attributes.ts';
import { xmlBaseOf } from './xml-base.ts';
import { readXml, type XmlEvents } from './xml-tokens.ts';

/** An element that is open. */
export interface OpenElement {
  readonly element: FeedElement;
  readonly attributes: Attributes;
  /** Undefined where no `xml:base` is in force. */
  readonly base: DocumentBase | undefined;
}

export interface OutlineEvents {
  enter(box: OpenElement): void;
  leave(box: OpenElement): void;
  /** @param content markup of an `html` element, text of the other kinds */
  value(leaf: OpenElement, content: InlineMarkup | string): void;
  /** Text of the box that is open. */
  text(text: string): void;
}

interface Frame extends OpenElement {
  readonly tag: string;
  /** The names within the element. */
  readonly scope: NameScope;
  /** The content so far of an `html` element. */
  readonly markup: InlineMarkup | undefined;
  /** The content so far of a `text` or `url` element. */
  text: string;
  /** Elements of the same name that are open within the markup. */
  nested: number;
}

/** An element that is passed over. */
interface Passed {
  readonly tag: string;
  /** The elements of its name that are open. */
  open: number;
  /** The roots and entries that are open within it: those of another vocabulary, or of a document within an item. */
  structures: number;
}

/** Max boxes within boxes, of which no feed needs so many; deeper elements are passed over. */
const MAX_DEPTH = 32;

export interface Outline {
  /** The root's name as in the vocabulary; undefined when no element is the root of a feed. */
  readonly root: string | undefined;
  /** Characters, references or tags were not as XML has them, or text stood around the feed. */
  readonly faulty: boolean;
  /** End tags were missing or belonged to nothing, or the document ends before its root does. */
  readonly mended: boolean;
}

export function readOutline(document: string, base: DocumentBase, events: OutlineEvents): Outline {
  const reader = new OutlineReader(base, events);
  const faulty = readXml(document, reader);
  return reader.outline(faulty);
}

class OutlineReader implements XmlEvents {
  readonly #base: DocumentBase;
  readonly #events: OutlineEvents;
  /** The elements that are open, the root first. */
  readonly #frames: Frame[] = [];
  /** The names within the innermost open element. */
  #scope = emptyScope();
  /** The unknown element that is passed over now. */
  #passed: Passed | undefined;
  #root: string | undefined;
  #mended = false;
  #isSurrounded = false;

  constructor(base: DocumentBase, events: OutlineEvents) {
    this.#base = base;
    this.#events = events;
  }

  outline(faulty: boolean): Outline {
    return {
      root: this.#root,
      faulty: faulty || this.#isSurrounded,
      mended: this.#mended || this.#frames.length > 0,
    };
  }

  open(name: string, attributes: Attributes): void {
    const named = this.#nameIn(this.#scope, name);
    if (this.#passed !== undefined && (!named.isStructure || this.#isInEntry())) {
      if (named.isStructure) this.#passed.structures++;
      if (named.tag === this.#passed.tag) this.#passed.open++;
      return;
    }
    const top = this.#frames.at(-1);
    if (top?.markup !== undefined && staysInText(top.element, named)) {
      if (named.tag === top.tag) top.nested++;
      top.markup.open(name, attributes);
      return;
    }
    if (this.#passed !== undefined) this.#mended = true;
    this.#passed = undefined;
    this.#openElement(name, attributes, named.isStructure);
  }

  close(name: string): void {
    const { tag, isStructure } = this.#nameIn(this.#scope, name);
    if (this.#passed !== undefined && (!isStructure || this.#passed.structures > 0)) {
      if (isStructure) this.#passed.structures--;
      if (tag === this.#passed.tag && --this.#passed.open === 0) this.#passed = undefined;
      return;
    }
    const top = this.#frames.at(-1);
    if (top?.markup !== undefined && !isStructure && (tag !== top.tag || top.nested > 0)) {
      if (tag === top.tag) top.nested--;
      top.markup.close(name);
      return;
    }
    this.#closeElement(tag);
  }

  text(text: string, literal: boolean): void {
    const top = this.#frames.at(-1);
    if (top === undefined) {
      if (text.trim() !== '') this.#isSurrounded = true;
    } else if (this.#passed === undefined) {
      if (top.markup !== undefined) top.markup.text(text, literal);
      else if (top.element.kind === 'box') this.#events.text(text);
      else top.text += text;
    }
  }

  /** Opens the element of a start tag that stands in no text and in no unknown element. */
  #openElement(name: string, attributes: Attributes, isStructure: boolean): void {
    const scope = scopeWithin(this.#scope, attributes, this.#root === undefined || isStructure);
    const { tag, element } = this.#nameIn(scope, name);
    if (this.#root === undefined) {
      if (element === undefined || !isRoot(element)) return; // an element before the feed is no part of the feed
      this.#root = element.name;
      scope.names.clear(); // the root decides whether elements of Atom need a prefix
    }
    if (element === undefined || this.#frames.length >= MAX_DEPTH) {
      this.#passed = { tag, open: 1, structures: 0 };
      return;
    }
    this.#makeRoomFor(element);
    this.#push(element, tag, attributes, scope);
  }

  /** Closes the open elements that can't hold this element: their end tags are missing. */
  #makeRoomFor(element: FeedElement): void {
    const index = this.#frames.findLastIndex((frame, n) =>
      mayHold(frame.element, this.#frames[n - 1]?.element, element),
    );
    this.#closeUnfinished(index + 1);
  }

  /** If an entry's end tag were missing, the end tag would have closed what is passed over in the entry. */
  #isInEntry(): boolean {
    return this.#frames.some(({ element }) => isEntry(element));
  }

  #push(element: FeedElement, tag: string, attributes: Attributes, scope: NameScope): void {
    const own = canonicalAttributes(attributes, scope.prefixes, element.name);
    const outerBase = this.#frames.at(-1)?.base;
    const base = xmlBaseOf(attributes, outerBase ?? this.#base) ?? outerBase;
    const markup = element.kind === 'html' ? inlineMarkup(base ?? this.#base) : undefined;
    const frame: Frame = { element, tag, attributes: own, scope, base, markup, text: '', nested: 0 };
    this.#scope = scope;
    this.#frames.push(frame);
    if (element.kind === 'box') this.#events.enter(frame);
  }

  /** Closes the innermost element of a name, and the unfinished elements within it. */
  #closeElement(tag: string): void {
    const index = this.#frames.findLastIndex((frame) => frame.tag === tag);
    if (this.#passed !== undefined || index === -1) this.#mended = true;
    if (index === -1) return;
    this.#passed = undefined;
    this.#closeUnfinished(index + 1);
    this.#closeDownTo(index);
  }

  /** Closes elements whose end tags are missing, until so many are open. */
  #closeUnfinished(length: number): void {
    if (this.#frames.length > length) this.#mended = true;
    this.#closeDownTo(length);
  }

  #closeDownTo(length: number): void {
    while (this.#frames.length > length) this.#closeInnermost();
    this.#scope = this.#frames.at(-1)?.scope ?? emptyScope();
  }

  #closeInnermost(): void {
    const frame = this.#frames.pop();
    if (frame?.element.kind === 'box') this.#events.leave(frame);
    else if (frame !== undefined) this.#events.value(frame, frame.markup ?? frame.text);
  }

  #nameIn(scope: NameScope, name: string): TagName {
    return nameIn(scope, name, this.#root === undefined || this.#root === 'feed');
  }
}

/**
 * Roots stand only in roots, and entries in roots or in an entry: either the outer entry goes on behind the inner one, or its
 * end tag is missing. @param around the element around `outer`
 */
function mayHold(outer: FeedElement, around: FeedElement | undefined, inner: FeedElement): boolean {
  if (isRoot(inner)) return isRoot(outer);
  if (!isEntry(inner)) return mayContain(outer, inner);
  return isRoot(outer) || (isEntry(outer) && around !== undefined && isRoot(around));
}

/** Whether a start tag within the text of an element is part of the text, as most tags are. */
const staysInText = (text: FeedElement, { element, isStructure }: TagName): boolean =>
  !isStructure && (element === undefined || !endsText(text, element));
