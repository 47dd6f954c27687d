/** A page as a sequence of text blocks, each with the elements around it. */
import { type BoilerplateHint, boilerplateHintOf, isMarkedArticle } from './boilerplate-hint.ts';

/** An element that text blocks lie in, with what is below it. */
export interface Scope {
  readonly node: Node;
  readonly parent: Scope | undefined;
  readonly depth: number;
  readonly marking: BoilerplateHint;
  readonly isMarkedArticle: boolean;
  blocks: number;
  /** Characters of text, of linked text, and of running text. */
  characters: number;
  linked: number;
  running: number;
}

/** A paragraph, a heading, a list item: text without a block boundary within. */
export interface TextBlock {
  readonly scope: Scope;
  /** White space folded; a line break is a `<br>`. */
  readonly text: string;
  /** In characters, where one of Chinese, Japanese or Korean counts as two. */
  readonly length: number;
  /** The share of the text that is linked: 0 to 1. */
  readonly linked: number;
  /** The text nodes and `<br>`s that it is made of. */
  readonly nodes: readonly Node[];
}

const BLOCK_NAMES = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM ' +
    'H1 H2 H3 H4 H5 H6 HEADER HR HTML LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL'
  ).split(' '),
);
const SILENT_NAMES = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE BUTTON INPUT SELECT TEXTAREA OPTION TITLE OBJECT VIDEO AUDIO CANVAS MAP'.split(' '),
);
const ELEMENT_NODE = 1;
const TEXT_NODE = 3;
const DOCTYPE_NODE = 10;

/** Running text, other than headlines and labels, has at least this length... */
const RUNNING_LENGTH = 60;
/** ...and at most this share of links. */
const RUNNING_LINKED = 0.4;

export const isRunning = ({ length, linked }: TextBlock): boolean =>
  length >= RUNNING_LENGTH && linked < RUNNING_LINKED;

/** Paragraphs may be links; headlines of other articles are. */
export const isLink = ({ linked, length }: TextBlock): boolean => linked >= (length > 120 ? 0.95 : 0.9);

export const isWithin = ({ scope }: TextBlock, ancestor: Scope): boolean => {
  let at: Scope | undefined = scope;
  while (at !== undefined && at.depth > ancestor.depth) at = at.parent;
  return at === ancestor;
};

/**
 * The blocks of a document or an element in their order. It walks without recursion: the depth is the publisher's
 * choice.
 */
export function textBlocks(root: Node): TextBlock[] {
  const builder = new Builder(root);
  // A doctype's sibling can't be asked for (linkedom).
  let node: Node | null = [...root.childNodes].find(({ nodeType }) => nodeType !== DOCTYPE_NODE) ?? null;
  while (node !== null) {
    if (builder.enter(node)) {
      node = node.firstChild;
      continue;
    }
    while (node !== null && node.nextSibling === null) {
      node = node.parentNode === root ? null : node.parentNode;
      if (node !== null) builder.leave(node);
    }
    node = node?.nextSibling ?? null;
  }
  return builder.finish();
}

class Builder {
  readonly #blocks: TextBlock[] = [];
  #scope: Scope;
  #nodes: Node[] = [];
  #text: string[] = [];
  #linkedText: string[] = [];
  #links = 0;
  #breaks = 0;

  constructor(root: Node) {
    this.#scope = scopeOf(root, undefined);
  }

  /** Whether the node is an element whose children are to be visited. */
  enter(node: Node): boolean {
    if (node.nodeType === TEXT_NODE) this.#append(node);
    if (node.nodeType !== ELEMENT_NODE || SILENT_NAMES.has(node.nodeName)) return false;
    if (node.nodeName === 'BR') this.#break(node);
    else if (BLOCK_NAMES.has(node.nodeName)) this.#flush();
    if (node.firstChild === null) return false;
    if (BLOCK_NAMES.has(node.nodeName)) this.#scope = scopeOf(node, this.#scope);
    if (node.nodeName === 'A') this.#links++;
    return true;
  }

  leave(node: Node): void {
    if (node.nodeName === 'A') this.#links--;
    if (!BLOCK_NAMES.has(node.nodeName)) return;
    this.#flush();
    this.#scope = this.#scope.parent ?? this.#scope;
  }

  finish(): TextBlock[] {
    this.#flush();
    return this.#blocks;
  }

  #append(node: Node): void {
    const text = (node.nodeValue ?? '').replace(/\s+/g, ' ');
    if (text !== ' ') this.#breaks = 0;
    if (this.#links > 0) this.#linkedText.push(text);
    this.#text.push(text);
    this.#nodes.push(node);
  }

  /** One break is a line's end, two are a paragraph's. */
  #break(node: Node): void {
    if (++this.#breaks > 1) this.#flush();
    else {
      this.#text.push('\n');
      this.#nodes.push(node);
    }
  }

  #flush(): void {
    const text = fold(this.#text.join(''));
    if (text !== '') {
      const linked = Math.min(1, fold(this.#linkedText.join('')).length / text.length);
      const block = { scope: this.#scope, text, length: lengthOf(text), linked, nodes: this.#nodes };
      this.#blocks.push(block);
      count(block);
    }
    this.#nodes = [];
    this.#text = [];
    this.#linkedText = [];
    this.#breaks = 0;
  }
}

function scopeOf(node: Node, parent: Scope | undefined): Scope {
  const element = parent === undefined ? undefined : (node as Element);
  return {
    node,
    parent,
    depth: (parent?.depth ?? 0) + 1,
    marking: element === undefined ? 'none' : boilerplateHintOf(element),
    isMarkedArticle: element !== undefined && isMarkedArticle(element),
    ...{ blocks: 0, characters: 0, linked: 0, running: 0 },
  };
}

function count(block: TextBlock): void {
  for (let scope: Scope | undefined = block.scope; scope !== undefined; scope = scope.parent) {
    scope.blocks++;
    scope.characters += block.length;
    scope.linked += block.length * block.linked;
    if (isRunning(block)) scope.running += block.length;
  }
}

const fold = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replace(/ {2,}/g, ' ').trim())
    .join('\n')
    .trim();

const lengthOf = (text: string): number =>
  text.length + (text.match(/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g)?.length ?? 0);
