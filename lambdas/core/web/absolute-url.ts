/** Max length of a URL, in characters: a longer text is no address, and would not fit the records. */
const MAX_LENGTH = 4_096;

/** Returns a link of a document as an absolute http(s) URL; undefined if it is no such URL. */
export function absoluteUrl(raw: string | undefined, baseUrl: string): string | undefined {
  const url = raw === undefined ? null : URL.parse(raw, baseUrl);
  if (url === null) return undefined;
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:';
  return isWeb && url.href.length <= MAX_LENGTH ? url.href : undefined;
}
