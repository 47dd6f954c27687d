/** Bytes to text: by the byte order mark, else by the sender's declarations, else by what the bytes allow. */

/** The encoding that the usual defaults of servers and editors mean (WHATWG Encoding §4.2). */
const WESTERN = 'windows-1252';
/**
 * Encodings with several bytes a letter, whose shortest texts may be valid UTF-8 by accident (WHATWG Encoding §10 to
 * §14).
 */
const MULTI_BYTE: ReadonlySet<string> = new Set(
  'gbk gb18030 big5 euc-jp iso-2022-jp shift_jis euc-kr utf-16le utf-16be'.split(' '),
);
/**
 * Min letters of two bytes in a valid UTF-8 text that is surely UTF-8; a letter of three bytes counts as two. One in eight
 * letters of GBK is a valid letter of two bytes, and one in 30,000 texts of three letters makes two of three bytes.
 */
const MIN_LETTERS = 4;
/** Max share of damaged letters among those beyond ASCII in a text that counts as UTF-8. */
const MAX_DAMAGED_SHARE = 0.1;

/**
 * Decodes a text in the encoding that its bytes and its sender's declarations agree on; in windows-1252 if none fits.
 *
 * @param declared labels in order of trust (HTTP header, XML prolog, `<meta>`); unknown labels are ignored
 * @param likely labels to try if no declared label fits and the bytes are no UTF-8
 */
export function decodeText(
  bytes: Uint8Array,
  declared: readonly (string | undefined)[],
  likely: readonly string[] = [],
): string {
  const marked = byteOrderMark(bytes) ?? unmarkedUtf16(bytes);
  if (marked !== undefined) return new TextDecoder(marked).decode(bytes);
  const decoders = [...declared, 'utf-8', ...likely]
    .map(strictDecoder)
    .filter((decoder) => decoder !== undefined)
    .filter(({ encoding }) => !encoding.startsWith('utf-16') || mayBeUtf16(bytes));
  const utf8 = decodeStrictly(bytes, strictDecoder('utf-8'));
  if (utf8 !== undefined && isSurelyUtf8(utf8)) return utf8;
  for (const decoder of decoders) {
    // A text with one byte a letter is never UTF-8 by accident, and servers declare such encodings by default.
    if (!MULTI_BYTE.has(decoder.encoding)) {
      const text = utf8 ?? (decoder.encoding === 'utf-8' ? damagedUtf8(bytes) : undefined);
      if (text !== undefined) return text;
    }
    const text = decodeStrictly(bytes, decoder);
    if (text !== undefined) return text;
  }
  return new TextDecoder(WESTERN).decode(bytes);
}

/** Returns the `charset` parameter of a Content-Type header (RFC 9110 §8.3.2). */
export const charsetOf = (contentType: string | undefined): string | undefined =>
  /;\s*charset\s*=\s*(?:["']\s*)?([\w:.-]+)/i.exec(contentType ?? '')?.[1];

/** Returns the encoding that an XML prolog declares (XML 1.0 §4.3.3), read as ASCII, which such encodings extend. */
export function xmlProlog(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  return /^\s*<\?xml[^>]{0,120}?encoding\s*=\s*["']([\w:.-]+)["']/i.exec(head)?.[1];
}

/** Returns the encoding that a page declares in `<meta>` within its first 1024 bytes (HTML §4.2.5.4). */
export function htmlMeta(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  return /<meta[^>]{0,200}?charset\s*=\s*(?:["']\s*)?([\w:.-]+)/i.exec(head)?.[1];
}

/** Returns the language that a page declares in its `<html>` tag within its first 1024 bytes. */
export function htmlLanguage(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  return /<html\b[^>]{0,500}?\slang\s*=\s*(?:["']\s*)?([\w-]+)/i.exec(head)?.[1];
}

/** Half of the bytes of markup in UTF-16 are zeros. .NET's string writers declare UTF-16 for UTF-8. */
const mayBeUtf16 = (bytes: Uint8Array): boolean => bytes.subarray(0, 1024).includes(0);

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

/** Whether a text that is valid UTF-8 has too many letters to be so by accident. */
function isSurelyUtf8(text: string): boolean {
  const letters = /[\u{80}-\u{10FFFF}]/gu;
  for (let left = MIN_LETTERS; left > 0; ) {
    const [letter] = letters.exec(text) ?? [];
    if (letter === undefined) return false;
    left -= letter < '\u0800' ? 1 : 2;
  }
  return true;
}

/** Decodes UTF-8 that was cut in the middle of a letter, or that holds a few bytes of another encoding. */
function damagedUtf8(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder('utf-8').decode(bytes);
  let damaged = 0;
  let letters = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0xfffd) damaged++;
    else if (unit >= 0x80 && unit < 0xfffd) letters++;
  }
  return damaged <= letters * MAX_DAMAGED_SHARE ? text : undefined;
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
