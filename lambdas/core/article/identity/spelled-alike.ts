/** Whether two pieces of text are one name in two spellings, as agencies write foreign names. */

/** Max letters in which two spellings differ, if they have more in common. */
const MAX_OTHER = 2;
/** Max share of the letters of the longer spelling that must be changed to get the other. */
const MAX_CHANGED = 0.4;
/** A sign for a word, of which two names may have one in common. */
const SIGN_FOR_WORD = /\p{sc=Han}/u;

/** @param one in folded form (folded-text.ts), of bounded length: the work grows with its square */
export function isSpelledAlike(one: string, other: string): boolean {
  const [first, second] = [lettersOf(one), lettersOf(other)];
  const longest = Math.max(first.length, second.length);
  const changed = editDistance(first, second);
  if (changed <= longest * MAX_CHANGED && !SIGN_FOR_WORD.test(one)) return !isOtherStem(first, second);
  return changed === 0;
}

/** Without accents, which agencies leave out, and without what isn't a letter. */
const lettersOf = (text: string): readonly string[] => text.normalize('NFD').match(/[\p{L}\p{N}]/gu) ?? [];

/** Whether names of several letters in common begin in another way: Northport and Southport. */
function isOtherStem(first: readonly string[], second: readonly string[]): boolean {
  let end = 0;
  while (end < Math.min(first.length, second.length) && first.at(-1 - end) === second.at(-1 - end)) end++;
  const [one, other] = [first.slice(0, first.length - end), second.slice(0, second.length - end)];
  if (Math.max(one.length, other.length) <= MAX_OTHER) return false;
  return editDistance(one, other) > Math.max(one.length, other.length) / 2;
}

/** Levenshtein's distance. */
function editDistance(first: readonly string[], second: readonly string[]): number {
  let row = Array.from({ length: second.length + 1 }, (_, index) => index);
  for (const [index, letter] of first.entries()) {
    const next = [index + 1];
    for (const [column, other] of second.entries())
      next.push(
        Math.min((row[column] ?? 0) + (letter === other ? 0 : 1), (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1),
      );
    row = next;
  }
  return row[second.length] ?? 0;
}
