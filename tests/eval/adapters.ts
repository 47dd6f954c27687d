/** What an evaluation calls: exactly what the Lambdas call. */
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
