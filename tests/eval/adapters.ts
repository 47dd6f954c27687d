/** What an evaluation calls: exactly what the Lambdas call. */
import { isNear, likeness, sketchOf, type TextSketch } from '../../lambdas/core/article/near-duplicate.ts';
import { readPage } from '../../lambdas/core/article/read-page.ts';
import { parseFeed as parse } from '../../lambdas/core/feed/parse-feed.ts';

interface Context {
  readonly contentType?: string;
  readonly baseUrl?: string;
}

export async function parseFeed(bytes: Uint8Array, { contentType, baseUrl = 'https://feed.invalid/' }: Context = {}) {
  const outcome = await parse(bytes, { baseUrl, ...(contentType === undefined ? {} : { contentType }) });
  if (outcome.kind === 'failed') return { error: outcome.detail };
  const { title, siteUrl, language, items } = outcome.document;
  return {
    feed: { title, link: siteUrl, language },
    entries: items.map(({ guid, url, publishedAt, updatedAt, categories, imageUrl, ...item }) => ({
      ...item,
      id: guid,
      link: url,
      published: publishedAt,
      updated: updatedAt,
      tags: categories,
      enclosures: [],
      media: { content: imageUrl === undefined ? [] : [imageUrl], thumbnail: [] },
    })),
  };
}

export function extractArticle(bytes: Uint8Array, { url }: { readonly url: string }) {
  const reading = readPage(bytes, undefined, url);
  const { title, authors, publishedAt } = reading?.metadata ?? {};
  return { text: reading?.text, title, authors, published: publishedAt };
}

/** The claims on `near:` keys as the Fingerprints table holds them: each key is the first text's that comes with it. */
export function nearDuplicateIndex() {
  const claims = new Map<string, { readonly id: string; readonly sketch: TextSketch }>();
  return {
    add(id: string, text: string): string[] {
      const sketched = sketchOf(text);
      if (sketched === undefined) return [];
      const { sketch, keys } = sketched;
      const held = keys.flatMap((key) => claims.get(key) ?? []);
      const found = held.filter((claim) => isNear(likeness(claim.sketch, sketch))).map((claim) => claim.id);
      for (const key of keys) if (!claims.has(key)) claims.set(key, { id, sketch });
      return [...new Set(found)];
    },
  };
}
