/**
 * Reads XML into tags and texts, forgiving whatever publishers get wrong, in one pass: each character is looked at a
 * bounded number of times, whatever the document. Of document types the reader knows only the entities that stand in the
 * document itself (internal-entities.ts); it fetches none.
 */
import { decodeReferences, withoutControls } from './character-references.ts';
import { InternalEntities } from './internal-entities.ts';
import { type Attributes, NO_ATTRIBUTES, readAttributes } from './xml-attributes.ts';

export interface XmlEvents {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  /** @param literal of a CDATA section */
  text(text: string, literal: boolean): void;
}

const NAME = /[A-Za-z_:\u00C0-\uFFFD][\w:.\-\u00B7-\uFFFD]*/y;
const END_TAG_REST = /[^<>]*>?/y;
const DOCTYPE_END = /\]\s*>/g;

/** @returns whether the document had faults, at which a strict XML reader would have stopped. */
export function readXml(document: string, events: XmlEvents): boolean {
  const { text, mended } = withoutControls(document);
  const xml = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  const tokens = new XmlTokens(xml, events);
  tokens.read();
  return tokens.faulty || mended;
}

class XmlTokens {
  faulty = false;
  readonly #xml: string;
  readonly #events: XmlEvents;
  /** All before this place has been read. */
  #at = 0;
  #sawDoctype = false;
  #entities: InternalEntities | undefined;

  constructor(xml: string, events: XmlEvents) {
    this.#xml = xml;
    this.#events = events;
  }

  read(): void {
    while (this.#at < this.#xml.length) {
      this.#readText();
      if (this.#at < this.#xml.length && !this.#readMarkup()) this.#readBareLess();
    }
  }

  /** Reads up to the next `<`. */
  #readText(): void {
    const from = this.#at;
    this.#at = this.#placeOf('<', from);
    if (this.#at === from) return;
    const { text, mended } = decodeReferences(this.#xml.slice(from, this.#at), this.#entities);
    this.faulty ||= mended;
    this.#events.text(text, false);
  }

  /** Reads what begins with the `<` that is next; false when that `<` begins no markup. */
  #readMarkup(): boolean {
    switch (this.#xml[this.#at + 1]) {
      case '!':
        return this.#readDeclaration();
      case '/':
        return this.#readEndTag();
      case '?':
        this.#skipPast('>', this.#at);
        return true;
      default:
        return this.#readStartTag();
    }
  }

  #readBareLess(): void {
    this.#at++;
    this.faulty = true;
    this.#events.text('<', false);
  }

  #readDeclaration(): boolean {
    const from = this.#at;
    if (this.#xml.startsWith('<!--', from)) this.#skipPast('-->', from + 4);
    else if (this.#xml.startsWith('<![CDATA[', from)) this.#readCdata();
    else if (/^<!doctype/i.test(this.#xml.slice(from, from + 9))) this.#skipDoctype();
    else return false;
    return true;
  }

  #readCdata(): void {
    const from = this.#at + 9;
    this.#skipPast(']]>', from);
    const isClosed = this.#xml.startsWith(']]>', this.#at - 3);
    this.#events.text(this.#xml.slice(from, isClosed ? this.#at - 3 : this.#at), true);
  }

  /**
   * Only the first document type may have declarations in brackets: each search for their end may go through it all.
   */
  #skipDoctype(): void {
    const from = this.#at;
    this.#skipPast('>', from);
    if (this.#sawDoctype || !this.#xml.slice(from, this.#at).includes('[')) return;
    this.#sawDoctype = true;
    const end = this.#endOf(DOCTYPE_END, from);
    if (end === -1) return;
    this.#at = end;
    this.#entities = InternalEntities.of(this.#xml.slice(from, end), this.#xml.length);
  }

  #readEndTag(): boolean {
    const nameStart = this.#at + 2;
    const nameEnd = this.#endOf(NAME, nameStart);
    if (nameEnd === -1) return false;
    this.#at = this.#xml[nameEnd] === '>' ? nameEnd + 1 : this.#endOf(END_TAG_REST, nameEnd);
    if (this.#xml[this.#at - 1] !== '>') this.faulty = true;
    this.#events.close(this.#xml.slice(nameStart, nameEnd));
    return true;
  }

  #readStartTag(): boolean {
    const nameStart = this.#at + 1;
    const nameEnd = this.#endOf(NAME, nameStart);
    if (nameEnd === -1) return false;
    const name = this.#xml.slice(nameStart, nameEnd);
    if (this.#xml[nameEnd] === '>') {
      this.#at = nameEnd + 1;
      this.#events.open(name, NO_ATTRIBUTES);
      return true;
    }
    if (!/^[\s/<]?$/.test(this.#xml.charAt(nameEnd))) return false;
    this.#readRestOfStartTag(name, nameEnd);
    return true;
  }

  /** A tag without `>` ends at the next `<`; a tag that the document cuts off is no tag. */
  #readRestOfStartTag(name: string, nameEnd: number): void {
    const { attributes, end, faulty } = readAttributes(this.#xml, nameEnd, this.#entities);
    const isClosed = this.#xml[end] === '>';
    this.faulty ||= faulty || !isClosed;
    this.#at = isClosed ? end + 1 : end;
    if (end >= this.#xml.length) return;
    this.#events.open(name, attributes);
    if (this.#xml[end - 1] === '/') this.#events.close(name);
  }

  /** The place of the next `mark`, or the document's end when there is no such mark. */
  #placeOf(mark: string, from: number): number {
    const found = this.#xml.indexOf(mark, from);
    return found === -1 ? this.#xml.length : found;
  }

  /** Goes behind the next `mark`, or to the document's end when there is no such mark. */
  #skipPast(mark: string, from: number): void {
    const found = this.#xml.indexOf(mark, from);
    if (found === -1) this.faulty = true;
    this.#at = found === -1 ? this.#xml.length : found + mark.length;
  }

  /**
   * The place where the next match of the pattern ends; -1 when there is no match. A sticky pattern starts at `from`.
   */
  #endOf(pattern: RegExp, from: number): number {
    pattern.lastIndex = from;
    return pattern.test(this.#xml) ? pattern.lastIndex : -1;
  }
}
