/** Paths of a robots.txt (RFC 9309 §2.2.2), which other statements of publishers use as well. */

/** Returns the part of an address that patterns of paths are compared with. */
export const pathIn = (url: string): string => {
  const { pathname, search } = new URL(url);
  return normalisePath(pathname + search);
};

/**
 * Each part between two `*` is sought behind the part before, so that a match costs at most pattern length × path
 * length.
 */
export function matchesPath(pattern: string, path: string): boolean {
  const isAnchored = pattern.endsWith('$');
  const [prefix = '', ...parts] = (isAnchored ? pattern.slice(0, -1) : pattern).split('*');
  if (parts.length === 0) return isAnchored ? path === prefix : path.startsWith(prefix);
  if (!path.startsWith(prefix)) return false;

  const suffix = isAnchored ? (parts.pop() ?? '') : '';
  let end = prefix.length;
  for (const part of parts) {
    const found = path.indexOf(part, end);
    if (found < 0) return false;
    end = found + part.length;
  }
  return path.length - suffix.length >= end && path.endsWith(suffix);
}

/**
 * One spelling for each path: letters beyond ASCII percent-encoded, unreserved characters not (RFC 9309 §2.2.2, RFC
 * 3986 §6.2.2).
 */
export function normalisePath(path: string): string {
  return path
    .replace(/[^\x21-\x7e]+/g, (text) => encodeURIComponent(text.toWellFormed()))
    .replace(/%[\da-f]{2}/gi, (escaped) => {
      const character = String.fromCharCode(Number.parseInt(escaped.slice(1), 16));
      return /[\w.~-]/.test(character) ? character : escaped.toUpperCase();
    });
}
