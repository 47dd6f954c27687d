/** Letters of UTF-8 whose bytes were escaped one by one, by software that took them for Latin-1. */

const RUN = /(?:&#(?:12[89]|1[3-9]\d|2[0-4]\d|25[0-5]);){2,}/y;
/** Characters of one such reference: `&#195;`. */
const WIDTH = 6;

/** Bytes in a row. */
export interface EscapedRun {
  /** Where it ends. */
  readonly to: number;
  /** Undefined: they are no UTF-8, so they are letters of Latin-1 after all. */
  readonly letters: string | undefined;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The run of escaped bytes that begins here; undefined when there is none. Takes as long as the run. */
export function escapedRunAt(text: string, at: number): EscapedRun | undefined {
  RUN.lastIndex = at;
  if (text[at + 1] !== '#' || !RUN.test(text)) return undefined;
  const to = RUN.lastIndex;
  const bytes = new Uint8Array((to - at) / WIDTH);
  for (let n = 0; n < bytes.length; n++) bytes[n] = Number(text.slice(at + n * WIDTH + 2, at + n * WIDTH + 5));
  try {
    return { to, letters: utf8.decode(bytes) };
  } catch {
    return { to, letters: undefined };
  }
}
