/** Bytes to text: the byte order mark first, then what the sender declares, then what the bytes allow. */

/** @param declared labels in order of trust (HTTP header, XML prolog, `<meta>`); unknown ones are passed over. */
export function decodeText(bytes: Uint8Array, declared: readonly (string | undefined)[]): string {
  const marked = byteOrderMark(bytes);
  if (marked !== undefined) return new TextDecoder(marked).decode(bytes);
  for (const label of [...declared, 'utf-8']) {
    const text = label === undefined ? undefined : decodeStrictly(bytes, label);
    if (text !== undefined) return text;
  }
  return new TextDecoder('windows-1252').decode(bytes);
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

const asciiSuperset = (label: string | undefined): string | undefined =>
  label !== undefined && /^(?:utf-?16|ucs-?2|iso-10646)/i.test(label) ? undefined : label;

function byteOrderMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return undefined;
}

function decodeStrictly(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined; // an unknown label, or bytes that are not in this encoding
  }
}
