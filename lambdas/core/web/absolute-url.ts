/** Characters; a longer one is no address, and would burst what it is stored in. */
const MAX_LENGTH = 4_096;

/** A link of a document as an absolute http(s) URL, or undefined when it isn't one. */
export function absoluteUrl(raw: string | undefined, baseUrl: string): string | undefined {
  const url = raw === undefined ? null : URL.parse(raw, baseUrl);
  if (url === null) return undefined;
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:';
  return isWeb && url.href.length <= MAX_LENGTH ? url.href : undefined;
}
