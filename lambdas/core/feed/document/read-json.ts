import { repairedJson } from '../../web/json-repair.ts';

/** Max objects and lists, each of which takes some 130 bytes of memory; a feed of 2,000 items has tens of thousands. */
const MAX_OBJECTS = 500_000;
/** Max length of a text that is mended, in characters; mending takes some forty bytes of memory for each. */
const MAX_REPAIRED_LENGTH = 3_000_000;

/** @returns undefined when the text is no JSON, not even mended JSON, or holds more than our memory can */
export function readJson(text: string): { readonly value: unknown; readonly repaired?: true } | undefined {
  if (!hasFewObjects(text)) return undefined;
  try {
    return { value: JSON.parse(text) };
  } catch {
    const value = text.length > MAX_REPAIRED_LENGTH ? undefined : repairedJson(text);
    return value === undefined ? undefined : { value, repaired: true };
  }
}

/** Counts opening brackets, also those in strings, of which no text has hundreds of thousands. */
function hasFewObjects(text: string): boolean {
  let left = MAX_OBJECTS;
  for (const bracket of ['{', '['])
    for (let at = text.indexOf(bracket); at !== -1 && left >= 0; at = text.indexOf(bracket, at + 1)) left--;
  return left >= 0;
}
