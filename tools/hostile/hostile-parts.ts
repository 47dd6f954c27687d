/** The parts that hostile documents are made of. */

export interface HostileDocument {
  readonly name: string;
  readonly kind: 'feed' | 'page' | 'robots';
  /** The limit or the step that the document attacks. */
  readonly attacks: string;
  /** @param size the length of the hostile part, in characters, more or less */
  readonly make: (size: number) => string;
}

/** The same text as often as `size` characters allow. */
export const repeat = (text: string, size: number): string => text.repeat(Math.max(1, Math.floor(size / text.length)));

/** Different texts, as many as `size` characters allow. */
export function series(make: (n: number) => string, size: number): string {
  const texts: string[] = [];
  for (let length = 0, n = 0; length < size; n++) {
    const text = make(n);
    texts.push(text);
    length += text.length;
  }
  return texts.join('');
}

/** An element within itself, each closed again. */
export function nested(open: string, close: string, size: number): string {
  const depth = Math.max(1, Math.floor(size / (open.length + close.length)));
  return open.repeat(depth) + close.repeat(depth);
}

/** The longest address that counts as one. */
export const LONG_ADDRESS = `https://harbour.example/${'directory/'.repeat(400)}`;

export const rss = (channel: string, attributes = ''): string =>
  `<rss version="2.0" ${attributes}><channel><title>Harbour Post</title>${channel}</channel></rss>`;

export const item = (inner: string): string =>
  `<item><guid>1</guid><link>https://harbour.example/news/1</link>${inner}</item>`;

export const atom = (feed: string): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Post</title>${feed}</feed>`;

export const jsonFeed = (fields: object): string =>
  JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Harbour Post', ...fields });

export const htmlPage = (head: string, body = '<p>The ferry is back.</p>'): string =>
  `<!doctype html><html lang="en"><head><title>Ferry returns</title>${head}</head><body>${body}</body></html>`;
