/** Which of a document's elements are a feed's: names by namespace, missing end tags supplied, everything else passed over. */
import { canonicalName, declareNamespaces, type Prefixes } from './feed-namespaces.ts';
import { elementNamed, endsText, type FeedElement, isEntry, isRoot, mayContain } from './feed-vocabulary.ts';
import { type InlineMarkup, inlineMarkup } from './inline-markup.ts';
import { type Attributes, readXml } from './xml-tokens.ts';

/** An element that is open. */
export interface OpenElement {
  readonly element: FeedElement;
  readonly attributes: Attributes;
  /** Absolute; undefined where no `xml:base` is in force. */
  readonly base: string | undefined;
}

export interface OutlineEvents {
  enter(box: OpenElement): void;
  leave(box: OpenElement): void;
  /** @param content of an `html` element its markup, of the others their text */
  value(leaf: OpenElement, content: InlineMarkup | string): void;
  /** Text of the box that is open. */
  text(text: string): void;
}

/** What a name means where it stands. */
interface Named {
  /** In lower case: publishers open and close with different ones. */
  readonly tag: string;
  readonly element: FeedElement | undefined;
  /** It stands in no text and in nothing unknown: when it comes, whatever was open is over. */
  readonly isStructure: boolean;
}

interface Scope {
  readonly prefixes: Prefixes;
  /** Those met so far. */
  readonly names: Map<string, Named>;
}

interface Frame extends OpenElement {
  readonly tag: string;
  readonly scope: Scope;
  readonly markup: InlineMarkup | undefined;
  text: string;
  /** Elements of the same name that are open within its markup. */
  nested: number;
}

/** Boxes within boxes, which no feed needs; what is deeper is passed over. */
const MAX_DEPTH = 32;
/** Names that are remembered; strangers may make up any number. */
const MAX_NAMES = 500;

export interface Outline {
  /** The root's name as in the vocabulary, undefined when nothing is the root of a feed. */
  readonly root: string | undefined;
  /** Characters, references or tags were not as XML has them, or text stood around the feed. */
  readonly faulty: boolean;
  /** End tags were missing or belonged to nothing, or the document ends before its root does. */
  readonly mended: boolean;
}

export function readOutline(document: string, baseUrl: string, events: OutlineEvents): Outline {
  const frames: Frame[] = [];
  let root: string | undefined;
  let scope: Scope = { prefixes: new Map(), names: new Map() };
  /** An unknown element, and how many of its name are open. */
  let passed: { readonly tag: string; open: number } | undefined;
  let mended = false;
  let isSurrounded = false;

  const closeDownTo = (length: number): void => {
    while (frames.length > length) {
      const frame = frames.pop();
      if (frame === undefined) return;
      if (frame.element.kind === 'box') events.leave(frame);
      else events.value(frame, frame.markup ?? frame.text);
    }
    scope = frames.at(-1)?.scope ?? { prefixes: new Map(), names: new Map() };
  };
  const closeUnfinished = (length: number): void => {
    if (frames.length > length) mended = true;
    closeDownTo(length);
  };

  /** Takes the elements that can't hold this one as finished. */
  const makeRoom = (element: FeedElement): void => {
    let length = frames.length;
    const holds = (frame: Frame | undefined): boolean =>
      frame === undefined ||
      (isEntry(element) || isRoot(element) ? isRoot(frame.element) : mayContain(frame.element, element));
    while (!holds(frames[length - 1])) length--;
    closeUnfinished(length);
  };

  const meaning = (name: string): Named => {
    const known = scope.names.get(name);
    if (known !== undefined) return known;
    const canonical = canonicalName(name, scope.prefixes);
    const isAtom = root === undefined || root === 'feed';
    const element = elementNamed(isAtom ? canonical.replace(/^atom:/, '') : canonical);
    const isStructure = element !== undefined && (isRoot(element) || isEntry(element));
    const named = { tag: name.toLowerCase(), element, isStructure };
    if (scope.names.size < MAX_NAMES) scope.names.set(name, named);
    return named;
  };

  const open = (name: string, attributes: Attributes): void => {
    const outerScope = scope;
    const prefixes = declareNamespaces(attributes, scope.prefixes, root === undefined);
    if (prefixes !== scope.prefixes) scope = { prefixes, names: new Map() };
    const { tag, element } = meaning(name);
    const innerScope = scope;
    scope = outerScope;
    if (root === undefined && !(element && isRoot(element))) return; // what stands before the feed is none of it
    if (element === undefined || frames.length >= MAX_DEPTH) {
      passed = { tag, open: 1 };
      return;
    }
    if (root === undefined) innerScope.names.clear(); // what `atom:` means depends on the root
    root ??= element.name;
    makeRoom(element);
    const outer = frames.at(-1)?.base;
    const own = attributes.find(([each]) => each.toLowerCase() === 'xml:base')?.[1];
    const base = own !== undefined && URL.canParse(own, outer ?? baseUrl) ? new URL(own, outer ?? baseUrl).href : outer;
    const markup = element.kind === 'html' ? inlineMarkup(base ?? baseUrl) : undefined;
    scope = innerScope;
    const frame: Frame = { element, tag, attributes, scope, base, markup, text: '', nested: 0 };
    frames.push(frame);
    if (element.kind === 'box') events.enter(frame);
  };

  const faulty = readXml(document, {
    open(name, attributes) {
      const { tag, element, isStructure } = meaning(name);
      if (passed !== undefined && !isStructure) {
        if (tag === passed.tag) passed.open++;
        return;
      }
      const top = frames.at(-1);
      if (top?.markup !== undefined && !isStructure && !(element && endsText(top.element, element))) {
        if (tag === top.tag) top.nested++;
        top.markup.open(name, attributes);
        return;
      }
      if (passed !== undefined) mended = true;
      passed = undefined;
      open(name, attributes);
    },
    close(name) {
      const { tag, isStructure } = meaning(name);
      if (passed !== undefined && !isStructure) {
        if (tag === passed.tag && --passed.open === 0) passed = undefined;
        return;
      }
      const top = frames.at(-1);
      if (top?.markup !== undefined && !isStructure && (tag !== top.tag || top.nested > 0)) {
        if (tag === top.tag) top.nested--;
        top.markup.close(name);
        return;
      }
      const index = frames.findLastIndex((frame) => frame.tag === tag);
      if (passed !== undefined || index === -1) mended = true;
      if (index === -1) return;
      passed = undefined;
      closeUnfinished(index + 1);
      closeDownTo(index);
    },
    text(text, literal) {
      const top = frames.at(-1);
      if (top === undefined && text.trim() !== '') isSurrounded = true;
      if (passed !== undefined || top === undefined) return;
      if (top.markup !== undefined) top.markup.text(text, literal);
      else if (top.element.kind === 'box') events.text(text);
      else top.text += text;
    },
  });
  return { root, faulty: faulty || isSurrounded, mended: mended || frames.length > 0 };
}
