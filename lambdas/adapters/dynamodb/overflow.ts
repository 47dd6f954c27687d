import type { ArticleContent } from '../../core/article/record/article.ts';
import type { BodyStore } from '../../core/body-store.ts';
import { compact } from '../../core/compact.ts';

/**
 * Bytes of a body that stays in the table. With these, metadata of at most 70 KB (content-limits.ts) and 100 appearances of
 * at most 2.4 KB, an article keeps below DynamoDB's 400 KB an item.
 */
const BODIES = [
  { field: 'text', keyField: 'textKey', extension: 'txt', mostBytes: 50_000 },
  { field: 'html', keyField: 'htmlKey', extension: 'html', mostBytes: 30_000 },
] as const;

/** Moves what is too large for the table to the Bodies bucket, under keys that depend on nothing but the content. */
export async function overflow<T extends ArticleContent>(articleId: string, content: T, bodies: BodyStore): Promise<T> {
  let fitting: ArticleContent = content;
  for (const { field, keyField, extension, mostBytes } of BODIES) {
    const body = content[field];
    if (body === undefined || Buffer.byteLength(body) <= mostBytes) continue;
    const key = `articles/${articleId}/${content.contentHash}.${extension}`;
    await bodies.put(key, body);
    fitting = compact({ ...fitting, [field]: undefined, [keyField]: key }) as unknown as ArticleContent;
  }
  return fitting as T;
}
