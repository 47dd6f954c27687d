import type { Redirect } from './fetcher.ts';

/** Max length of an address in a sentence, in characters. */
const MAX_SHOWN = 200;

/** Returns the sentence that says what failed, with the address to which redirects led, if there were any. */
export function afterRedirect(sentence: string, redirects: readonly Redirect[] = []): string {
  const last = redirects.at(-1)?.to;
  if (last === undefined) return sentence;
  const shown = last.length > MAX_SHOWN ? `${last.slice(0, MAX_SHOWN)}…` : last;
  return `After a redirect to ${shown}: ${sentence}`;
}
