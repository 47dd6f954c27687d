/** What an evaluation of the parser calls: exactly what the Lambdas call. */
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
