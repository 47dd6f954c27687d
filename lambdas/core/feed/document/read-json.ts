import { repairedJson } from '../../web/json-repair.ts';

/** Objects and lists, each of which takes some 130 bytes of memory; a feed of 2,000 items has some tens of thousands. */
const MAX_OBJECTS = 500_000;
/** Characters that are mended, which takes some forty bytes of memory for each. */
const MAX_REPAIRED_LENGTH = 3_000_000;

/** @returns undefined when the text is no JSON, even when it is mended, or more of it than fits our memory. */
export function readJson(text: string): { readonly value: unknown; readonly repaired?: true } | undefined {
  if (!hasFewObjects(text)) return undefined;
  try {
    return { value: JSON.parse(text) };
  } catch {
    const value = text.length > MAX_REPAIRED_LENGTH ? undefined : repairedJson(text);
    return value === undefined ? undefined : { value, repaired: true };
  }
}

/** Counts brackets, those in strings too: a text has none by the hundred thousand. */
function hasFewObjects(text: string): boolean {
  let left = MAX_OBJECTS;
  for (const bracket of ['{', '['])
    for (let at = text.indexOf(bracket); at !== -1 && left >= 0; at = text.indexOf(bracket, at + 1)) left--;
  return left >= 0;
}
