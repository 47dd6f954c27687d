/** Bytes to text: the byte order mark first, then what the sender declares, then what the bytes allow. */

/** What servers and editors write when they know no better; all of it means windows-1252 (WHATWG Encoding §4.2). */
const WESTERN = 'windows-1252';
/** Of the letters beyond ASCII, the share that may be damaged in a text that still counts as UTF-8. */
const DAMAGED_SHARE = 0.1;

/**
 * @param declared labels in order of trust (HTTP header, XML prolog, `<meta>`); unknown ones are passed over
 * @param likely labels to try when nothing that is declared fits, and the bytes are no UTF-8
 */
export function decodeText(
  bytes: Uint8Array,
  declared: readonly (string | undefined)[],
  likely: readonly string[] = [],
): string {
  const marked = byteOrderMark(bytes) ?? unmarkedUtf16(bytes);
  if (marked !== undefined) return new TextDecoder(marked).decode(bytes);
  const decoders = [...declared, 'utf-8', ...likely].map(strictDecoder).filter((decoder) => decoder !== undefined);
  const utf8 = decodeStrictly(bytes, strictDecoder('utf-8'));
  for (const decoder of decoders) {
    // UTF-8 is never Western by accident, and Western is what is declared by default: the bytes know better.
    if (decoder.encoding === 'utf-8' || decoder.encoding === WESTERN) {
      const text = utf8 ?? (decoder.encoding === 'utf-8' ? damagedUtf8(bytes) : undefined);
      if (text !== undefined) return text;
    }
    const text = decodeStrictly(bytes, decoder);
    if (text !== undefined) return text;
  }
  return new TextDecoder(WESTERN).decode(bytes);
}

/** The `charset` parameter of a Content-Type header (RFC 9110 §8.3.2). */
export const charsetOf = (contentType: string | undefined): string | undefined =>
  /;\s*charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(contentType ?? '')?.[1];

/**
 * The encoding that an XML prolog declares (XML 1.0 §4.3.3); read as ASCII, which every declared encoding extends.
 * A declaration of UTF-16 that can be read as ASCII is untrue, and passed over; .NET's string writers make such ones.
 */
export function xmlProlog(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  return asciiSuperset(/^\s*<\?xml[^>]{0,120}?encoding\s*=\s*["']([\w:.-]+)["']/i.exec(head)?.[1]);
}

/** The encoding that a page declares in `<meta>` within its first 1024 bytes (HTML §4.2.5.4); never UTF-16, as above. */
export function htmlMeta(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  return asciiSuperset(/<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(head)?.[1]);
}

/** The language that a page declares in its `<html>` tag within the same bytes. */
export function htmlLanguage(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  return /<html\b[^>]{0,500}?\slang\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1];
}

const asciiSuperset = (label: string | undefined): string | undefined =>
  label !== undefined && /^(?:utf-?16|ucs-?2|iso-10646)/i.test(label) ? undefined : label;

function byteOrderMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return undefined;
}

/** UTF-16 that starts with the `<` of a tag or prolog (XML 1.0, appendix F.1). */
function unmarkedUtf16([first, second, , fourth]: Uint8Array): string | undefined {
  if (first === 0 && second === 0x3c && fourth !== 0) return 'utf-16be';
  if (first === 0x3c && second === 0 && fourth === 0) return 'utf-16le';
  return undefined;
}

/** A document of UTF-8 that was cut in the middle of a letter, or into which something else was pasted. */
function damagedUtf8(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder('utf-8').decode(bytes);
  const damaged = text.match(/\uFFFD/g)?.length ?? 0;
  const letters = text.match(/[\u0080-\uFFFC]/g)?.length ?? 0;
  return damaged <= letters * DAMAGED_SHARE ? text : undefined;
}

function strictDecoder(label: string | undefined): TextDecoder | undefined {
  try {
    return label === undefined ? undefined : new TextDecoder(label, { fatal: true });
  } catch {
    return undefined; // an unknown label
  }
}

function decodeStrictly(bytes: Uint8Array, decoder: TextDecoder | undefined): string | undefined {
  try {
    return decoder?.decode(bytes);
  } catch {
    return undefined; // bytes that are not in this encoding
  }
}
