/**
 * Where two texts differ: the texts are aligned by the runs of three words that each text has once (as patience diff does
 * with lines), and what lies between two aligned runs is a difference. The work grows with the texts' length.
 */

/** Words in a run that aligns two texts. */
const RUN_WORDS = 3;

/** A difference between the same neighbours; indexes of words, the end excluded. One side may be empty. */
export interface Difference {
  readonly first: Span;
  readonly second: Span;
}
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Returns the differences of two lists of words in their order. */
export function differences(first: readonly string[], second: readonly string[]): Difference[] {
  const found: Difference[] = [];
  let [a, b] = [0, 0];
  const add = (firstEnd: number, secondEnd: number): void => {
    let [start, end] = [0, 0];
    const length = Math.min(firstEnd - a, secondEnd - b);
    while (start < length && first[a + start] === second[b + start]) start++;
    while (end < length - start && first[firstEnd - 1 - end] === second[secondEnd - 1 - end]) end++;
    const difference = {
      first: { start: a + start, end: firstEnd - end },
      second: { start: b + start, end: secondEnd - end },
    };
    if (lengthOf(difference.first) + lengthOf(difference.second) > 0) found.push(difference);
  };
  for (const [atFirst, atSecond] of inBothOrders(commonRuns(first, second))) {
    if (atFirst < a || atSecond < b) {
      const isContinued = atFirst - a === atSecond - b;
      if (isContinued) [a, b] = [Math.max(a, atFirst + RUN_WORDS), Math.max(b, atSecond + RUN_WORDS)];
      continue;
    }
    add(atFirst, atSecond);
    [a, b] = [atFirst + RUN_WORDS, atSecond + RUN_WORDS];
  }
  add(first.length, second.length);
  return found;
}

const lengthOf = ({ start, end }: Span): number => end - start;

type Anchor = readonly [atFirst: number, atSecond: number];

/** The runs that each text has once, in the order of the first text. */
function commonRuns(first: readonly string[], second: readonly string[]): Anchor[] {
  const inSecond = runsOnce(second);
  return [...runsOnce(first)].flatMap(([run, atFirst]) => {
    const atSecond = inSecond.get(run) ?? -1;
    return atFirst < 0 || atSecond < 0 ? [] : [[atFirst, atSecond] as const];
  });
}

/** The place of each run; -1 for a run that comes twice. */
function runsOnce(words: readonly string[]): Map<string, number> {
  const places = new Map<string, number>();
  for (let at = 0; at + RUN_WORDS <= words.length; at++) {
    const run = words.slice(at, at + RUN_WORDS).join(' ');
    places.set(run, places.has(run) ? -1 : at);
  }
  return places;
}

/** The longest series of runs that stand in the same order in both texts (patience sorting, n log n). */
function inBothOrders(anchors: readonly Anchor[]): Anchor[] {
  const piles: number[] = [];
  const before: number[] = [];
  for (const [index, [, atSecond]] of anchors.entries()) {
    let [low, high] = [0, piles.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((anchors[piles[middle] ?? 0]?.[1] ?? 0) < atSecond) low = middle + 1;
      else high = middle;
    }
    before[index] = piles[low - 1] ?? -1;
    piles[low] = index;
  }
  const series: Anchor[] = [];
  for (let index = piles.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) {
    const anchor = anchors[index];
    if (anchor !== undefined) series.push(anchor);
  }
  return series.reverse();
}
