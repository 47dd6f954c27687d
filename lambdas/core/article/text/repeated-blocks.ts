/**
 * Blocks that a host repeats from article to article, which belong to none of the articles: an appeal that no rule
 * knows, an offer. For each block of a host the articles that had the block are remembered, up to three; the fourth
 * article lacks the block.
 */
import { digest } from '../../hash.ts';
import { normalizedText } from './normalized-text.ts';
import { isHeading, type TextBlock } from './text-blocks.ts';

/**
 * A list of entries, twelve bytes each, the latest last: six bytes of the block's hash, two of each article that had
 * the block.
 */
export type HostBlocks = Uint8Array;
export const NOTHING_KNOWN: HostBlocks = new Uint8Array();

/** The blocks of each host's articles. The last writer wins, and lost blocks are learned again. */
export interface RepeatedBlocksStore {
  /**
   * @param origin `https://news.example`
   *
   * @returns what `put` was given; `NOTHING_KNOWN` if the host is new or was forgotten
   */
  get(origin: string): Promise<HostBlocks>;
  put(origin: string, memory: HostBlocks, now: Date): Promise<void>;
}

type Block = Pick<TextBlock, 'text' | 'length'> & { readonly scope: { readonly node: Pick<Node, 'nodeName'> } };

/** The articles that make a block a repeated one. Fewer cost good text (measured on pages of one host). */
const ARTICLES = 3;
const HASH_BYTES = 6;
const KEY_BYTES = 2;
const ENTRY_BYTES = HASH_BYTES + ARTICLES * KEY_BYTES;
/**
 * Max repeated blocks that are remembered of a host. All entries have 12 kB at most, because DynamoDB bills a write by
 * the kilobyte.
 */
const MAX_REPEATED = 300;
/** Max other blocks that are remembered of a host: those of its latest thirty articles or so. */
const MAX_OTHERS = 700;
/** If a larger share of an article is repeated, the host writes like that, and all of the article stays. */
const MAX_REPEATED_SHARE = 0.5;
/**
 * Min length of a block that is left out whatever it is, in characters; a shorter block may be a cell, an ingredient, a
 * speaker.
 */
const MIN_PARAGRAPH_LENGTH = 60;

/** As long as a host's memory has fewer blocks, each article is remembered: its item takes two kilobytes at most. */
const MAX_YOUNG = 150;
/** Of an older memory's articles with new blocks only, one in so many is remembered, because nearly all of them never come again. */
const REMEMBERED_ONE_IN = 4;

/**
 * Adds an article's blocks. Returns the same memory if nothing is new: an article that is read again counts once. So it does if all
 * that is new are blocks that no other article had, three times out of four: a block that the host repeats comes again, and
 * DynamoDB bills each write of the memory by its size.
 *
 * @param article the article's canonical URL, which is the same in each feed and after each edit.
 */
export function learnBlocks(memory: HostBlocks, article: string, blocks: readonly Block[]): HostBlocks {
  const known = decode(memory);
  const articleKey = keyOf(article);
  const isRemembered = known.size < MAX_YOUNG || articleKey % REMEMBERED_ONE_IN === 0;
  let hasLearned = false;
  for (const hash of new Set(blocks.map(hashOf))) {
    if (hash === undefined) continue;
    const keys = known.get(hash) ?? [];
    const isNew = keys.length < ARTICLES && !keys.includes(articleKey);
    known.delete(hash); // so that `set` puts the hash at the end
    known.set(hash, isNew ? [...keys, articleKey] : keys);
    hasLearned ||= isNew && (isRemembered || keys.length > 0);
  }
  return hasLearned ? encode(known) : memory;
}

/**
 * Returns the article's blocks that stood in three other articles of the host. No article changes because more is known
 * by now: the first three articles keep their block when they are read again, and all later articles lack it each time.
 *
 * @param article as in `learnBlocks`.
 */
export function repeatedBlocks<B extends Block>(
  memory: HostBlocks,
  article: string,
  blocks: readonly B[],
): ReadonlySet<B> {
  const known = decode(memory);
  const articleKey = keyOf(article);
  const repeated = new Set<B>();
  let next: B | undefined;
  for (const [index, block] of [...blocks.entries()].reverse()) {
    const keys = known.get(hashOf(block) ?? '') ?? [];
    const isInOthers = keys.length === ARTICLES && !keys.includes(articleKey);
    const isNextKept = next !== undefined && !repeated.has(next);
    if (isInOthers && isRemovable(block, index === 0, isNextKept)) repeated.add(block);
    next = block;
  }
  return lengthOf(repeated) > lengthOf(blocks) * MAX_REPEATED_SHARE ? new Set() : repeated;
}

/**
 * Articles share words that belong to each of them: `Verdict` over a paragraph, `1 tsp salt` in a recipe, `Yes` in a
 * table, a speaker's name before a quotation, `Update`, a place and its agency at the beginning.
 */
function isRemovable({ text, length, scope }: Block, isFirst: boolean, isNextKept: boolean): boolean {
  if (isHeading(scope)) return !isNextKept;
  if (length >= MIN_PARAGRAPH_LENGTH) return true;
  const isItemOrCell = /^(?:LI|TD|TH|DT|DD)$/.test(scope.node.nodeName);
  const hasSeveralWords = normalizedText(text).includes(' ');
  return !isItemOrCell && !isFirst && !/[:：]$/.test(text) && hasSeveralWords;
}

const lengthOf = (blocks: Iterable<Block>): number => [...blocks].reduce((sum, { length }) => sum + length, 0);

/** Undefined for a block without letters and digits: `* * *`. */
function hashOf({ text }: Block): string | undefined {
  const words = normalizedText(text);
  return words === '' ? undefined : digest(HASH_BYTES, words).toString('hex');
}

/** Never 0, which stands for "no article" in an entry. */
const keyOf = (article: string): number => digest(KEY_BYTES, article).readUInt16BE() || 1;

/** The keys of the articles that had a block, by the block's hash. */
type KnownBlocks = Map<string, readonly number[]>;

function decode(memory: HostBlocks): KnownBlocks {
  const bytes = Buffer.from(memory.buffer, memory.byteOffset, memory.byteLength);
  const known: KnownBlocks = new Map();
  for (let at = 0; at + ENTRY_BYTES <= bytes.length; at += ENTRY_BYTES) {
    const keys: number[] = [];
    for (let key = at + HASH_BYTES; key < at + ENTRY_BYTES; key += KEY_BYTES) keys.push(bytes.readUInt16BE(key));
    known.set(bytes.toString('hex', at, at + HASH_BYTES), keys.filter(Boolean));
  }
  return known;
}

/**
 * Repeated blocks have a quota of their own: the many blocks that stood in one article and never come again don't
 * replace them.
 */
function encode(known: KnownBlocks): HostBlocks {
  const { repeated = [], others = [] } = Object.groupBy(known, ([, keys]) =>
    keys.length === ARTICLES ? 'repeated' : 'others',
  );
  const kept = [...repeated.slice(-MAX_REPEATED), ...others.slice(-MAX_OTHERS)];
  const bytes = Buffer.alloc(kept.length * ENTRY_BYTES);
  for (const [index, [hash, keys]] of kept.entries()) {
    const at = index * ENTRY_BYTES;
    bytes.write(hash, at, 'hex');
    for (const [position, key] of keys.entries()) bytes.writeUInt16BE(key, at + HASH_BYTES + position * KEY_BYTES);
  }
  return new Uint8Array(bytes);
}
