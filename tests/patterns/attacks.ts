import { type PatternNode, parsePattern } from './parse-pattern.ts';

/** A text that grows: the pump, repeated, between a start and an end. */
export type Attack = { readonly start: string; readonly pump: string; readonly end: string };

export const grown = ({ start, pump, end }: Attack, times: number): string => start + pump.repeat(times) + end;

/** Repeats that go on further than this count as endless. */
const MANY = 100;
/** Max number of samples of a part of a pattern. */
const SAMPLES = 6;
/** Max number of attacks on a pattern. */
const MAX_ATTACKS = 1_500;
const USUAL = [...' \t\n\r\u00a0\u0001!"#$%&\'()*+,-./0123456789:;<=>?@[]_`{|}aAeEzZäßéñ中あขא\u0301\u200d’”·–—…😀'];

/**
 * Texts that a pattern may take long for, made from the pattern itself: for each of its repeats a text that reaches the
 * repeat, then what the repeat repeats, or that text again and again; and single characters and pairs. Each ends in ways that
 * let the match fail.
 */
export function attacksOn(pattern: RegExp): Attack[] {
  const tree = parsePattern(pattern);
  const chars = alphabetOf(pattern, tree);
  const repeats = [...repeatsIn(tree, [''], chars)];
  if (repeats.length === 0) return [];
  const bodies: { start: string; pump: string }[] = [];
  for (const { before, body } of repeats) {
    for (const start of before) {
      for (const pump of body) bodies.push({ start, pump }, { start: '', pump: start + pump });
      bodies.push({ start: '', pump: start });
      for (const pump of chars) bodies.push({ start, pump });
    }
  }
  for (const pump of chars) bodies.push({ start: '', pump });
  for (const one of chars) for (const other of chars) bodies.push({ start: '', pump: one + other });

  const usable = distinct(
    bodies.filter(({ pump }) => pump !== ''),
    ({ start, pump }) => `${start}\0${pump}`,
  );
  const ends = ['', ...chars];
  const rounds = Math.max(3, Math.floor(MAX_ATTACKS / usable.length));
  return usable.flatMap((body) => ends.slice(0, rounds).map((end) => ({ ...body, end }))).slice(0, MAX_ATTACKS);
}

/** One character of each kind that the pattern tells apart. Characters that nothing in it matches come first. */
function alphabetOf({ source }: RegExp, tree: PatternNode): string[] {
  const leaves = [...new Set(leavesOf(tree))];
  const named = source.match(/\\u\{[^}]+\}|\\[ux][\da-fA-F]+|[^\\]/gu)?.map((part) => {
    const code = /^\\[ux]\{?([\da-fA-F]+)/.exec(part)?.[1];
    return code === undefined ? part : String.fromCodePoint(Number.parseInt(code, 16));
  });
  const kinds = distinct([...USUAL, ...(named ?? [])], (char) => leaves.map((leaf) => (leaf(char) ? 1 : 0)).join(''));
  return kinds.sort((a, b) => leaves.filter((leaf) => leaf(a)).length - leaves.filter((leaf) => leaf(b)).length);
}

/** Leaves with the same source are the same function. */
function leavesOf(node: PatternNode): ((char: string) => boolean)[] {
  if (node.kind === 'char') return [node.matches];
  return childrenOf(node).flatMap(leavesOf);
}

function childrenOf(node: PatternNode): PatternNode[] {
  if (node.kind === 'sequence') return node.parts;
  if (node.kind === 'choice') return node.options;
  return 'body' in node ? [node.body] : [];
}

/** The repeats of a tree, each with texts that lead to it, and with texts that it repeats. */
function* repeatsIn(
  node: PatternNode,
  before: string[],
  chars: string[],
): Generator<{ before: string[]; body: string[] }> {
  if (node.kind === 'sequence') {
    let lead = before;
    for (const part of node.parts) {
      yield* repeatsIn(part, lead, chars);
      lead = joined(lead, samplesOf(part, chars));
    }
    return;
  }
  if (node.kind === 'repeat' && node.max > MANY) yield { before, body: samplesOf(node.body, chars) };
  for (const child of childrenOf(node)) yield* repeatsIn(child, before, chars);
}

/** Some texts that a part of a pattern matches. Lookarounds are passed over. */
function samplesOf(node: PatternNode, chars: string[]): string[] {
  switch (node.kind) {
    case 'char':
      return chars.filter(node.matches).slice(0, SAMPLES);
    case 'sequence':
      return node.parts.reduce<string[]>((lead, part) => joined(lead, samplesOf(part, chars)), ['']);
    case 'choice': {
      const options = node.options.map((option) => samplesOf(option, chars));
      return distinct(options.flatMap(([first]) => first ?? []).concat(options.flat()), String).slice(0, 2 * SAMPLES);
    }
    case 'capture':
      return samplesOf(node.body, chars);
    case 'repeat': {
      const body = samplesOf(node.body, chars).map((sample) => sample.repeat(Math.max(1, node.min)));
      return node.min === 0 ? [...body.slice(0, SAMPLES - 1), ''] : body;
    }
    default:
      return [''];
  }
}

/** The first with the first, the second with the second; the shorter list begins anew. */
function joined(starts: string[], ends: string[]): string[] {
  if (starts.length === 0 || ends.length === 0) return starts;
  const count = Math.min(SAMPLES, Math.max(starts.length, ends.length));
  return Array.from({ length: count }, (_, at) => `${starts[at % starts.length]}${ends[at % ends.length]}`);
}

function distinct<T>(values: T[], keyOf: (value: T) => string): T[] {
  return [...new Map(values.map((value) => [keyOf(value), value] as const).reverse()).values()].reverse();
}
