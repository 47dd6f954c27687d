/**
 * Escapes the bytes beyond ASCII in an address from an HTTP header. Only ASCII may stand there (RFC 9110 §5.5), but servers
 * write UTF-8, or the charset of their file names. To escape byte by byte is right for both, because the server gets its own bytes
 * back. In a host, `URL` reads the escaped bytes as UTF-8.
 *
 * @param address Latin-1, as Node reads headers: one character for each byte
 */
export const escapeRaw = (address: string): string =>
  address.replace(/[\x80-\xff]/g, (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase()}`);
