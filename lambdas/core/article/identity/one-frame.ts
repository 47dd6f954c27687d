/**
 * Whether two texts have one frame, in which each names something of its own: another town, another person. In scripts
 * without capitals this is the only sign that two texts from one template are about different things.
 *
 * A *swap* is a place between the same neighbours where each text has words of its own. A cut, or an inserted word, is none:
 * there only one text has words. An edit swaps a word too, so a swap alone proves nothing. A figure that is swapped counts
 * beside a name: alone it may have been brought up to date.
 */
import { foldedText, unifiedText } from '../../folded-text.ts';
import { isStopWord } from '../../stop-words.ts';
import { runWords } from './near-duplicate.ts';
import { isSpelledAlike } from './spelled-alike.ts';
import { type Difference, differences, type Span } from './text-alignment.ts';

/** Max characters of a text that are compared. */
const MAX_LENGTH = 100_000;
/**
 * Max characters of what one text has in a swap: names and addresses are short, a passage of its own is an edit. Chinese
 * and Japanese need half as many.
 */
const MAX_SWAPPED = 40;
/** Max swaps that are compared: a text with more is another text. */
const MAX_SWAPS = 40;
/** Min swaps of two texts from a template, unless what is swapped recurs. */
const MIN_SWAPS = 2;
/** Max length of a lead, in characters. */
const MAX_LEAD = 200;
/** Min length of a lead that ends with a space, in scripts without full stops. */
const MIN_LEAD = 60;
/**
 * Max share of letters with a case in a script without capitals, where foreign names may have some. Georgian has capitals
 * for titles only.
 */
const MAX_CASED = 0.3;

interface Compared {
  /** `other`: a cut, an insertion, another spelling, a figure in words. */
  readonly kind: 'swap' | 'figure' | 'passage' | 'other';
  /** In folded form. */
  readonly first: string;
  readonly second: string;
  readonly isInLead: boolean;
}
const isInLead = (each: Compared): boolean => each.isInLead;
const isLong = ({ first, second }: Compared): boolean => hasSeveralWords(first) || hasSeveralWords(second);

export interface FramedText {
  readonly text: string;
  /** Names of the site and its publisher, which a site puts in the place of another's. */
  readonly siteNames: readonly string[];
}

export function haveOneFrame(first: FramedText, second: FramedText): boolean {
  const [known, found] = [framed(first), framed(second)];
  const all = differences(known.words, found.words).map((difference) => compared(known, found, difference));
  const swaps = all.filter(({ kind }) => kind === 'swap');
  const swapped = swaps.length + all.filter(({ kind }) => kind === 'figure').length;
  if (swaps.length === 0 || swapped < MIN_SWAPS || swaps.length > MAX_SWAPS) return false;
  if (recurs(swaps, known, found)) return true;
  if (!swaps.some(isInLead) || all.some((each) => each.kind === 'passage' && isInLead(each))) return false;
  // An editor swaps single words too, and often cuts or inserts one; names of several words are seldom edited.
  const areNames = (known.isCased && found.isCased) || swaps.some(isLong);
  return swapped === all.length ? areNames || swaps.length < swapped : areNames && swapped * 2 > all.length;
}

interface Framed {
  readonly words: readonly string[];
  /** The place of each word in the text. */
  readonly places: readonly number[];
  readonly folded: string;
  /** The same length as `folded`, in the text's letter case. */
  readonly cased: string;
  readonly isCased: boolean;
  readonly leadEnd: number;
  readonly siteNames: readonly string[];
}

function framed({ text, siteNames }: FramedText): Framed {
  const unified = unifiedText(text.slice(0, MAX_LENGTH));
  const folded = foldedText(unified);
  const words = runWords(folded);
  const places: number[] = [];
  let at = 0;
  for (const word of words) {
    at = folded.indexOf(word, at);
    places.push(at);
    at += word.length;
  }
  const letters = count(unified, /\p{L}/gu);
  return {
    words,
    places,
    folded,
    cased: unified.length === folded.length ? unified : folded,
    isCased: count(unified, /[[\p{Lu}\p{Ll}]--\p{sc=Geor}]/gv) > letters * MAX_CASED,
    leadEnd: leadEndOf(folded),
    siteNames: siteNames.map(foldedText),
  };
}

const SENTENCE_END = /[\p{STerm}།](?=\s|\p{Pe}|\p{Pf}|$|\p{sc=Han}|\p{sc=Hiragana}|\p{sc=Katakana})|\n/u;

/** The end of the first sentence; of the first clauses in Thai and Lao, which have no full stops. */
function leadEndOf(text: string): number {
  const start = text.slice(0, MAX_LEAD);
  const end = /[\p{sc=Thai}\p{sc=Lao}]/u.test(start) ? start.indexOf(' ', MIN_LEAD) : start.search(SENTENCE_END);
  return end < 0 ? MAX_LEAD : end;
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Compares what two texts have at one place. */
function compared(known: Framed, found: Framed, { first, second }: Difference): Compared {
  const [one, other] = [pieceOf(known, first), pieceOf(found, second)];
  const isInLead = startOf(known, first) < known.leadEnd || startOf(found, second) < found.leadEnd;
  const isPassage = one.length > 0 && other.length > 0 && (isPassageOfItsOwn(one) || isPassageOfItsOwn(other));
  const mayBeSwap = !isPassage && mayName(known, first) && mayName(found, second);
  const isSwap = mayBeSwap && !isSiteName(known, one) && !isSiteName(found, other) && !isSpelledAlike(one, other);
  const isFigure = isOfFigures(known, first) && isOfFigures(found, second);
  const kind = isPassage ? 'passage' : isSwap ? 'swap' : isFigure ? 'figure' : 'other';
  return { kind, first: one, second: other, isInLead };
}

const isSiteName = ({ siteNames }: Framed, piece: string): boolean => siteNames.some((name) => name.includes(piece));

const startOf = ({ places }: Framed, { start }: Span): number => places[start] ?? 0;

/** What a text has in a difference. */
const pieceOf = ({ words, places, folded }: Framed, { start, end }: Span): string =>
  start === end ? '' : folded.slice(places[start], (places[end - 1] ?? 0) + (words[end - 1]?.length ?? 0));

const isPassageOfItsOwn = (piece: string): boolean =>
  piece.length > MAX_SWAPPED / (CHINESE.test(piece) ? 2 : 1) || /\p{STerm}\s/u.test(piece);

const isOfFigures = ({ words }: Framed, { start, end }: Span): boolean =>
  start < end && words.slice(start, end).every((word) => FIGURE.test(word));

/** Whether words can name something: not figures, not stop words, and not words in small letters in a script with capitals. */
function mayName({ words, places, cased, isCased }: Framed, { start, end }: Span): boolean {
  const own = words.slice(start, end);
  if (own.every((word) => FIGURE.test(word) || isStopWord(word))) return false;
  return !isCased || hasName(cased, places[start] ?? 0, (places[end - 1] ?? 0) + (words[end - 1]?.length ?? 0));
}

/** Whether a word in a part of a text has a capital that doesn't begin a sentence. */
const hasName = (text: string, from: number, to: number): boolean =>
  /(?<=[\p{L}\p{N},]\s)\p{Lu}[\p{L}\p{M}]/u.test(text.slice(Math.max(0, from - 2), to + 1));

const FIGURE = /^(?:\p{N}|[〇零一二三四五六七八九十百千万萬亿億両两兩]$)/u;
const CHINESE = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;
const HANGUL = /\p{sc=Hangul}/u;
const NAME_SIGN = /[\p{sc=Han}\p{sc=Katakana}\p{sc=Hangul}]/gu;
const WITHOUT_SPACES = /[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
/** Several words, or as many letters as names have and few other words, in scripts without spaces and in Korean. */
function hasSeveralWords(piece: string): boolean {
  // Not hiragana, in which Japanese writes endings and particles.
  if (CHINESE.test(piece) || HANGUL.test(piece)) return count(piece, NAME_SIGN) >= 3;
  return WITHOUT_SPACES.test(piece) ? piece.length >= 10 : /[\p{L}\p{M}][^\p{L}\p{M}\p{N}]+[\p{L}\p{M}]/u.test(piece);
}

/** Whether two swaps have something in common on either side that the other text doesn't have at all. */
function recurs(swaps: readonly Compared[], known: Framed, found: Framed): boolean {
  const [inKnown, inFound] = [partsOf(known.folded), partsOf(found.folded)];
  const own = swaps.map(({ first, second }) => ({
    first: [...partsOf(first)].filter((part) => !inFound.has(part)),
    second: [...partsOf(second)].filter((part) => !inKnown.has(part)),
  }));
  return own.some((one, index) =>
    own.slice(index + 1).some((other) => share(one.first, other.first) && share(one.second, other.second)),
  );
}

const share = (one: readonly string[], other: readonly string[]): boolean => one.some((part) => other.includes(part));

/** The parts by which a name is known again, whatever is joined to it: two Chinese characters, four letters of a word, or
 * a word of three. */
function partsOf(folded: string): Set<string> {
  const parts = new Set<string>();
  for (const [word] of folded.matchAll(/[\p{sc=Han}\p{sc=Katakana}]+|[[\p{L}\p{M}]--\p{sc=Hiragana}]+/gv)) {
    const length = /^[\p{sc=Han}\p{sc=Katakana}\p{sc=Hangul}]/u.test(word) ? 2 : 4;
    if (word.length === 3) parts.add(word);
    for (let at = 0; at + length <= word.length; at++) parts.add(word.slice(at, at + length));
  }
  return parts;
}
