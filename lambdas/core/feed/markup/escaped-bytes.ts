/** Letters of UTF-8 whose bytes were escaped one by one, by software that took the bytes for Latin-1. */

/** Two or more bytes from 128 to 255, as references by number. */
const RUN = /(?:&#(?:12[89]|1[3-9]\d|2[0-4]\d|25[0-5]);){2,}/y;
/** Length of one such reference, in characters: `&#195;`. */
const REFERENCE_LENGTH = 6;

/** Escaped bytes in a row. */
export interface EscapedRun {
  /** The place behind the run. */
  readonly end: number;
  /** Undefined when the bytes are no UTF-8: then they are letters of Latin-1. */
  readonly letters: string | undefined;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The run of escaped bytes that begins here; undefined when no run does. Takes as long as the run is. */
export function escapedRunAt(text: string, at: number): EscapedRun | undefined {
  RUN.lastIndex = at;
  if (text[at + 1] !== '#' || !RUN.test(text)) return undefined;
  const end = RUN.lastIndex;
  const bytes = new Uint8Array((end - at) / REFERENCE_LENGTH);
  for (let n = 0; n < bytes.length; n++) {
    const digits = at + n * REFERENCE_LENGTH + '&#'.length;
    bytes[n] = Number(text.slice(digits, digits + 3));
  }
  try {
    return { end, letters: utf8.decode(bytes) };
  } catch {
    return { end, letters: undefined };
  }
}
