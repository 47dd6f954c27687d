/**
 * How many copies are found among how many articles: the keys of made-up news, claimed as `ingest-item` claims them. Only
 * the holders of the keys are kept in memory; a sketch is made again from the number of its article.
 */
import Table from 'cli-table3';
import { type Claim, type Claimable, nearFingerprints } from '../../../lambdas/core/article/identity/fingerprints.ts';
import { freeClaims } from '../../../lambdas/core/article/identity/identity.ts';
import { nearArticles } from '../../../lambdas/core/article/identity/near-articles.ts';
import { MAX_HELD_KEYS } from '../../../lambdas/core/article/identity/text-keys.ts';
import { type KeyHolders, keyHolders } from './key-holders.ts';
import { KINDS, madeCopy } from './made-copies.ts';
import { madeNews } from './made-news.ts';

const SIZES = [1_000, 20_000, 100_000, 500_000];
/** Originals and copies that are tried at each size: a share is right to .002 (one standard deviation at .995). */
const PROBES = 210 * KINDS.length;

/** Prints a table of {@link Figures}, a row for each number of articles up to `max`. */
export function benchNearDuplicates(max: number): void {
  const table = new Table({
    head: [
      'articles',
      'recall',
      'precision',
      'two at once',
      'keys read',
      'of them retired',
      'claims written',
      'worst kind of copy',
    ],
    colAligns: ['right', 'right', 'right', 'right', 'right', 'right', 'right', 'left'],
    style: { head: [], border: [] },
  });
  const sizes = [...SIZES.filter((size) => size < max), max];
  const holders = keyHolders((max + sizes.length * PROBES) * MAX_HELD_KEYS);
  let count = 0;
  for (const size of sizes) {
    for (; count < size; count++) ingest(holders, count, keysOf(madeNews(count)));
    const { kinds, wrong, caught, read, retired, written } = probe(holders, max + sizes.indexOf(size) * PROBES);
    const right = [...kinds.values()].reduce((sum, each) => sum + each, 0);
    const [[kind = '', found = 0] = []] = [...kinds].sort(([, a], [, b]) => a - b);
    const worst = `${kind}: ${((found * KINDS.length) / PROBES).toFixed(3)}`;
    const shares = [right / PROBES, right / (right + wrong), caught / PROBES].map((share) => share.toFixed(4));
    table.push([size, ...shares, ...[read, retired, written].map((sum) => (sum / PROBES).toFixed(1)), worst]);
  }
  console.log(table.toString());
}

interface Figures {
  /** Copies of each kind that find their original. */
  readonly kinds: Map<string, number>;
  /** Articles of other news that an original or a copy finds. */
  wrong: number;
  /**
   * Pairs of which two functions that ingest the original and the copy at once, and see neither, want one claim: the
   * second transaction fails.
   */
  caught: number;
  /** Keys that new articles look up, those among them that only an earlier version claimed, and claims that they write. */
  read: number;
  retired: number;
  written: number;
}

/** Ingests originals and a copy of each. */
function probe(holders: KeyHolders, first: number): Figures {
  const figures: Figures = {
    kinds: new Map(KINDS.map((kind) => [kind, 0])),
    wrong: 0,
    caught: 0,
    read: 0,
    retired: 0,
    written: 0,
  };
  for (let original = first; original < first + PROBES; original++) {
    const kind = KINDS[original % KINDS.length] ?? '';
    const words = madeNews(original);
    const [keys, copy] = [keysOf(words), keysOf(madeCopy(words, kind, original))];
    const racing = new Set(free(holders, -1, copy).map(({ fingerprint }) => fingerprint));
    figures.wrong += found(holders, keys).length;
    const claims = ingest(holders, original, keys);
    const near = found(holders, copy);
    const isFound = near.includes(original);
    figures.kinds.set(kind, (figures.kinds.get(kind) ?? 0) + Number(isFound));
    figures.wrong += near.length - Number(isFound);
    figures.caught += Number(claims.some(({ fingerprint }) => racing.has(fingerprint)));
    figures.read += keys.length;
    figures.retired += keys.filter(({ isRetired }) => isRetired).length;
    figures.written += claims.length;
  }
  return figures;
}

const keysOf = (words: readonly string[]) => nearFingerprints(words.join(' '));

function free(holders: KeyHolders, article: number, keys: readonly Claimable[]): readonly Claim[] {
  const held = keys.flatMap(({ fingerprint }) => {
    const holder = holders.get(fingerprint);
    return holder === undefined ? [] : [[fingerprint, { fingerprint, articleId: String(holder) }] as const];
  });
  return freeClaims(String(article), keys, new Map(held));
}

function ingest(holders: KeyHolders, article: number, keys: readonly Claimable[]): readonly Claim[] {
  const claims = free(holders, article, keys);
  for (const { fingerprint } of claims) holders.set(fingerprint, article);
  return claims;
}

/** The articles that a text with these keys finds near. */
function found(holders: KeyHolders, keys: readonly Claimable[]): readonly number[] {
  const held = new Map<string, Claim>();
  for (const { fingerprint } of keys) {
    const holder = holders.get(fingerprint);
    const sketch = holder === undefined ? undefined : keysOf(madeNews(holder))[0]?.sketch;
    if (sketch !== undefined) held.set(fingerprint, { fingerprint, articleId: String(holder), sketch });
  }
  return nearArticles(keys, held).map(([articleId]) => Number(articleId));
}
