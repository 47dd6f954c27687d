import type { Claimable } from '../core/article/identity/fingerprints.ts';
import { pageFingerprints } from '../core/article/identity/identity.ts';
import type { ArticleContent } from '../core/article/record/article.ts';
import { compact } from '../core/compact.ts';
import type { IngestContext } from './ingest-context.ts';

/** Returns the fingerprints that content adds to its item's. A text that breaks the reader's limits has none. */
export async function contentFingerprints(
  { read, identity: { url: itemUrl } }: Pick<IngestContext, 'read' | 'identity'>,
  { url, text }: ArticleContent,
): Promise<readonly Claimable[]> {
  const identity = compact({ url: itemUrl });
  const found = await read('pageFingerprints', { content: compact({ url, text }), identity });
  return found.kind === 'read' ? found.value : pageFingerprints(compact({ url }), identity);
}
