/** The part of an article that is too large for its item: in the Bodies bucket, with its key in the item. */
import type { ArticleContent } from '../../core/article/record/article.ts';
import { bytesBesideHtml } from '../../core/article/record/media-room.ts';
import type { BodyStore } from '../../core/body-store.ts';

/**
 * Max bytes of a body in an item; the HTML shares its bytes with media, links and keywords (media-room.ts). With both bodies, metadata of at most 70 KB (content-limits.ts), 100 appearances of at
 * most 2.4 KB and labels of at most 18 KB (label-room.ts), an article stays below DynamoDB's 400 KB per item.
 */
const BODIES = [
  { field: 'text', keyField: 'textKey', extension: 'txt', maxBytes: 50_000 },
  { field: 'html', keyField: 'htmlKey', extension: 'html', maxBytes: 30_000 },
] as const;

type BodyFields = { -readonly [K in (typeof BODIES)[number]['field' | 'keyField']]?: string };

/** Moves bodies that are too large for the item to the Bodies bucket. Their keys depend on the content alone. */
export async function overflow<T extends ArticleContent>(articleId: string, content: T, bodies: BodyStore): Promise<T> {
  const fitting = { ...content };
  const fields: BodyFields = fitting;
  for (const { field, keyField, extension, maxBytes } of BODIES) {
    const body = content[field];
    const beside = field === 'html' ? bytesBesideHtml(content) : 0;
    if (body === undefined || Buffer.byteLength(body) + beside <= maxBytes) continue;
    const key = `articles/${articleId}/${content.contentHash}.${extension}`;
    await bodies.put(key, body);
    delete fields[field];
    fields[keyField] = key;
  }
  return fitting;
}
