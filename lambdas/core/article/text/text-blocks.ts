/** A page as a sequence of text blocks, each with the elements around it. */
import { type BoilerplateHint, boilerplateHintOf, isMarkedArticle } from './boilerplate-hint.ts';
import {
  isBlock,
  isHeadingName,
  isHidden,
  isLeftOut,
  isPicture,
  isSilent,
  keepsLines,
  raisedText,
  seenText,
  styleOf,
} from './shown-elements.ts';

/** An element around text blocks, with the sums of the text below it. */
export interface Scope {
  readonly node: Node;
  readonly parent: Scope | undefined;
  /** 1 for the root. */
  readonly depth: number;
  readonly hint: BoilerplateHint;
  readonly isMarkedArticle: boolean;
  blockCount: number;
  /** Pictures and films. */
  pictureCount: number;
  /** The sum of its blocks' `length`. */
  textLength: number;
  /** The part of `textLength` that is linked. */
  linkedLength: number;
  /** The part of `textLength` that is running text. */
  runningLength: number;
}

/** A paragraph, a heading, a list item: text without a block boundary within. */
export interface TextBlock {
  readonly scope: Scope;
  /** White space folded; a line break is a `<br>`. Words that are struck out, and marks of footnotes, are left out. */
  readonly text: string;
  /** In characters, where one of Chinese, Japanese or Korean counts as two. */
  readonly length: number;
  /** The share of the text that is linked: 0 to 1. */
  readonly linkedShare: number;
  /** The block's text nodes and `<br>`s, with those that the text leaves out. */
  readonly nodes: readonly Node[];
  /** Whether the source's own lines and blanks are kept. */
  readonly keepsLines: boolean;
  /** Whether a picture stands between the block and the block before it. */
  readonly isAfterPicture: boolean;
  /** Whether the block is a line of verse: running text, though it is short. */
  isVerse: boolean;
}

const ELEMENT_NODE = 1;
const TEXT_NODE = 3;
const DOCTYPE_NODE = 10;

/** Min length of running text, in characters: headlines and labels are shorter. */
const MIN_RUNNING_LENGTH = 60;
/** Running text has a smaller share of links than this. */
const RUNNING_LINKED_SHARE = 0.4;

export const isRunning = ({ length, linkedShare, isVerse }: TextBlock): boolean =>
  isVerse || (length >= MIN_RUNNING_LENGTH && linkedShare < RUNNING_LINKED_SHARE);

/** The characters of running text in some blocks. */
export const runningLengthOf = (blocks: readonly TextBlock[]): number =>
  blocks.reduce((sum, block) => sum + (isRunning(block) ? block.length : 0), 0);

/** Whether a block is a link to another page: nearly all of its text is linked, and more so if the block is long. */
export const isLink = ({ linkedShare, length }: TextBlock): boolean => linkedShare >= (length > 120 ? 0.95 : 0.9);

export const isHeading = ({ node }: { readonly node: Pick<Node, 'nodeName'> }): boolean => isHeadingName(node.nodeName);

export const isWithin = ({ scope }: TextBlock, ancestor: Scope): boolean => {
  let at: Scope | undefined = scope;
  while (at !== undefined && at.depth > ancestor.depth) at = at.parent;
  return at === ancestor;
};

/**
 * Returns the blocks of a document or an element in their order. Without recursion, because the publisher chooses the
 * depth.
 */
export function textBlocks(root: Node): TextBlock[] {
  const builder = new BlockBuilder(root);
  // linkedom can't tell the sibling of a doctype.
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

/** Cuts the text of the nodes that a walk enters and leaves into blocks. */
class BlockBuilder {
  readonly #blocks: TextBlock[] = [];
  #scope: Scope;
  #nodes: Node[] = [];
  #text: string[] = [];
  #linkedText: string[] = [];
  /** The elements around the walk's place that change what their text means. */
  readonly #open = { blocks: new Set<Node>(), leftOut: new Set<Node>(), lines: new Set<Node>(), links: 0, raised: 0 };
  /** The line breaks in a row before the walk's place. */
  #breaks = 0;
  #isAfterPicture = false;
  #keepsLines = false;

  constructor(root: Node) {
    this.#scope = scopeOf(root, undefined);
  }

  /** Returns whether the node is an element whose children are to be visited. */
  enter(node: Node): boolean {
    if (node.nodeType === TEXT_NODE) this.#append(node);
    if (node.nodeType !== ELEMENT_NODE) return false;
    const element = node as Element;
    if (isPicture(node)) this.#addPicture();
    if (isSilent(element)) return false;
    if (node.nodeName === 'BR') {
      this.#break(node);
      return false;
    }
    const style = styleOf(element);
    const isBlockElement = isBlock(element, style);
    if (!isBlockElement && isHidden(element, style)) return false;
    if (isBlockElement) this.#flush();
    if (node.firstChild === null) return false;
    if (isBlockElement) {
      this.#scope = scopeOf(node, this.#scope);
      this.#open.blocks.add(node);
    }
    if (isLeftOut(element)) this.#open.leftOut.add(node);
    if (keepsLines(element, style)) this.#open.lines.add(node);
    this.#count(node, 1);
    return true;
  }

  leave(node: Node): void {
    this.#count(node, -1);
    this.#open.leftOut.delete(node);
    this.#open.lines.delete(node);
    if (!this.#open.blocks.delete(node)) return;
    this.#flush();
    this.#scope = this.#scope.parent ?? this.#scope;
  }

  finish(): TextBlock[] {
    this.#flush();
    return this.#blocks;
  }

  /** @param by 1 where an element begins, -1 where it ends */
  #count({ nodeName }: Node, by: 1 | -1): void {
    if (nodeName === 'A') this.#open.links += by;
    else if (nodeName === 'SUP') this.#open.raised += by;
  }

  #addPicture(): void {
    this.#isAfterPicture = true;
    for (let scope: Scope | undefined = this.#scope; scope !== undefined; scope = scope.parent) scope.pictureCount++;
  }

  #append(node: Node): void {
    const seen = seenText(node.nodeValue ?? '');
    const text = this.#open.lines.size > 0 ? seen : seen.replace(/\s+/g, ' ');
    if (text !== ' ') this.#breaks = 0;
    this.#nodes.push(node);
    this.#keepsLines ||= this.#open.lines.size > 0;
    if (this.#open.leftOut.size > 0) return;
    const shown = this.#open.raised > 0 ? raisedText(text) : text;
    if (this.#open.links > 0) this.#linkedText.push(shown);
    this.#text.push(shown);
  }

  /** One break ends a line, two end a paragraph. */
  #break(node: Node): void {
    if (++this.#breaks > 1 && this.#open.lines.size === 0) this.#flush();
    else {
      this.#text.push('\n');
      this.#nodes.push(node);
    }
  }

  #flush(): void {
    const fold = this.#keepsLines ? trimLines : foldWhiteSpace;
    const text = fold(this.#text.join(''));
    if (text !== '') {
      const linkedShare = Math.min(1, fold(this.#linkedText.join('')).length / text.length);
      const block: TextBlock = {
        scope: this.#scope,
        text,
        length: lengthOf(text),
        linkedShare,
        nodes: this.#nodes,
        keepsLines: this.#keepsLines,
        isAfterPicture: this.#isAfterPicture,
        isVerse: false,
      };
      this.#blocks.push(block);
      addToSums(block);
      this.#isAfterPicture = false;
    }
    this.#nodes = [];
    this.#text = [];
    this.#linkedText = [];
    this.#breaks = 0;
    this.#keepsLines = false;
  }
}

function scopeOf(node: Node, parent: Scope | undefined): Scope {
  const element = parent === undefined ? undefined : (node as Element);
  return {
    node,
    parent,
    depth: (parent?.depth ?? 0) + 1,
    hint: element === undefined ? 'none' : boilerplateHintOf(element),
    isMarkedArticle: element !== undefined && isMarkedArticle(element),
    blockCount: 0,
    pictureCount: 0,
    textLength: 0,
    linkedLength: 0,
    runningLength: 0,
  };
}

function addToSums(block: TextBlock): void {
  for (let scope: Scope | undefined = block.scope; scope !== undefined; scope = scope.parent) {
    scope.blockCount++;
    scope.textLength += block.length;
    scope.linkedLength += block.length * block.linkedShare;
    if (isRunning(block)) scope.runningLength += block.length;
  }
}

const foldWhiteSpace = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replace(/ {2,}/g, ' ').trim())
    .join('\n')
    .trim();

/** The same without the empty lines around the text. */
const trimLines = (text: string): string => text.replace(/^(?:[^\S\n]*\n)+/, '').trimEnd();

const lengthOf = (text: string): number =>
  text.length + (text.match(/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g)?.length ?? 0);
