/**
 * What a host repeats from article to article is none of them: an appeal that no rule knows, a sign-off, an offer. Of each
 * host's blocks it is remembered in which articles they stood, up to three, and in the fourth they are left out.
 */
import { digest } from '../../hash.ts';
import { normalizedText } from './boilerplate-filter.ts';
import type { TextBlock } from './text-blocks.ts';

/** A list of blocks, twelve bytes each, the latest last: six of the block's hash and two of each article that it stood in. */
export type HostBlocks = Uint8Array;
export const NOTHING_KNOWN: HostBlocks = new Uint8Array();

type Block = Pick<TextBlock, 'text' | 'length'> & { readonly scope: { readonly node: Pick<Node, 'nodeName'> } };

/** In how many other articles a block must have stood. With fewer, good text is lost (measured on pages of one host). */
const ARTICLES = 3;
const HASH_BYTES = 6;
const KEY_BYTES = 2;
const ENTRY_BYTES = HASH_BYTES + ARTICLES * KEY_BYTES;
/** Blocks that are remembered of a host: 12 kB, for each write is paid by the kilobyte. */
const MAX_REPEATED = 300;
/** Those of the last thirty articles or so. */
const MAX_OTHERS = 700;
/** If more of an article repeats than this share, that is how this host writes. */
const MAX_REPEATED_SHARE = 0.5;
/** A shorter block may be a table's cell, an ingredient, a speaker: see `mayGo`. */
const SHORT = 60;

/**
 * Adds an article's blocks. The same memory when they are in it already: an article that is read again counts once.
 *
 * @param article what names the article whichever feed and whichever edit it comes from: its canonical URL.
 */
export function learnBlocks(memory: HostBlocks, article: string, blocks: readonly Block[]): HostBlocks {
  const known = decode(memory);
  const key = keyOf(article);
  let hasLearned = false;
  for (const hash of new Set(blocks.map(hashOf))) {
    if (hash === undefined) continue;
    const keys = known.get(hash) ?? [];
    const isNews = keys.length < ARTICLES && !keys.includes(key);
    known.delete(hash); // to be put at the end
    known.set(hash, isNews ? [...keys, key] : keys);
    hasLearned ||= isNews;
  }
  return hasLearned ? encode(known) : memory;
}

/**
 * The blocks that the host repeats. What stood in three articles is remembered with the first three: they keep it when they
 * are read again, as all later ones lack it, so that no article changes because more is known by now.
 */
export function repeatedBlocks<B extends Block>(
  memory: HostBlocks,
  article: string,
  blocks: readonly B[],
): ReadonlySet<B> {
  const known = decode(memory);
  const key = keyOf(article);
  const repeated = new Set<B>();
  let next: B | undefined;
  for (const [index, block] of [...blocks.entries()].reverse()) {
    const keys = known.get(hashOf(block) ?? '') ?? [];
    const repeats = keys.length === ARTICLES && !keys.includes(key);
    const isHeadOfOther = next !== undefined && !repeated.has(next);
    if (repeats && mayGo(block, index === 0, isHeadOfOther)) repeated.add(block);
    next = block;
  }
  const lengthOf = (some: Iterable<B>): number => [...some].reduce((sum, { length }) => sum + length, 0);
  return lengthOf(repeated) > lengthOf(blocks) * MAX_REPEATED_SHARE ? new Set() : repeated;
}

/**
 * Articles share words that belong to each of them: `Verdict` over a paragraph, `1 tsp salt` in a recipe, `Yes` in a table,
 * a speaker's name before what is said, `Update`, a place and its agency at the beginning.
 */
function mayGo({ text, length, scope }: Block, isFirst: boolean, isHeadOfOther: boolean): boolean {
  if (/^H[1-6]$/.test(scope.node.nodeName)) return !isHeadOfOther;
  if (length >= SHORT) return true;
  const isPart = /^(?:LI|TD|TH|DT|DD)$/.test(scope.node.nodeName);
  return !isPart && !isFirst && !/[:：]$/.test(text) && normalizedText(text).includes(' ');
}

/** Undefined for a block without letters and digits: `* * *`. */
function hashOf({ text }: Block): string | undefined {
  const words = normalizedText(text);
  return words === '' ? undefined : digest(HASH_BYTES, words).toString('hex');
}

/** Never 0, which stands for no article. */
const keyOf = (article: string): number => digest(KEY_BYTES, article).readUInt16BE() || 1;

/** By the hash of a block, the keys of the articles that it stood in. */
type KnownBlocks = Map<string, readonly number[]>;

function decode(memory: HostBlocks): KnownBlocks {
  const bytes = Buffer.from(memory.buffer, memory.byteOffset, memory.byteLength);
  const known: KnownBlocks = new Map();
  for (let at = 0; at + ENTRY_BYTES <= bytes.length; at += ENTRY_BYTES) {
    const keys: number[] = [];
    for (let each = 0; each < ARTICLES; each++) keys.push(bytes.readUInt16BE(at + HASH_BYTES + each * KEY_BYTES));
    known.set(bytes.toString('hex', at, at + HASH_BYTES), keys.filter(Boolean));
  }
  return known;
}

/** What repeats is not forgotten for the many blocks that stood in one article and will never come again. */
function encode(known: KnownBlocks): HostBlocks {
  const { repeated = [], others = [] } = Object.groupBy(known, ([, keys]) =>
    keys.length === ARTICLES ? 'repeated' : 'others',
  );
  const kept = [...repeated.slice(-MAX_REPEATED), ...others.slice(-MAX_OTHERS)];
  const bytes = Buffer.alloc(kept.length * ENTRY_BYTES);
  for (const [index, [hash, keys]] of kept.entries()) {
    const at = index * ENTRY_BYTES;
    bytes.write(hash, at, 'hex');
    for (const [each, key] of keys.entries()) bytes.writeUInt16BE(key, at + HASH_BYTES + each * KEY_BYTES);
  }
  return new Uint8Array(bytes);
}
