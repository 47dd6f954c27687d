import { namesAnArticle } from '../core/article/canonical-url.ts';
import { identify } from '../core/article/identity.ts';
import { type PageReading, readPage } from '../core/article/read-page.ts';
import type { ItemMessage } from '../core/messages.ts';
import type { Fetcher } from '../core/ports.ts';

/** The page that an item announces; undefined when it has none of its own or can't be read. */
export async function fetchPage(fetch: Fetcher, message: ItemMessage): Promise<PageReading | undefined> {
  const { url } = identify(message);
  if (url === undefined) return undefined;
  const fetched = await fetch({ url, accept: 'text/html, application/xhtml+xml;q=0.9, */*;q=0.1' });
  if (fetched.kind === 'failed' || fetched.status !== 200) return undefined;
  if (!namesAnArticle(fetched.url)) return undefined; // an article that is no more, redirected to the front page
  return readPage(fetched.body, fetched.headers['content-type'], fetched.url);
}
