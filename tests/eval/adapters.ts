/** What an evaluation calls: exactly what the Lambdas call. */

import { composeArticle } from '../../lambdas/core/article/compose-article.ts';
import { isNear, likeness, sketchOf, type TextSketch } from '../../lambdas/core/article/identity/near-duplicate.ts';
import { checkedLanguage, detectLanguage } from '../../lambdas/core/article/language.ts';
import { readPage } from '../../lambdas/core/article/read-page.ts';
import { pageText } from '../../lambdas/core/article/text-source.ts';
import type { FeedItem, FeedMedia } from '../../lambdas/core/feed/document/feed-document.ts';
import { parseFeed as parse } from '../../lambdas/core/feed/document/parse-feed.ts';
import { escapeMarkup } from '../../lambdas/core/feed/markup/character-references.ts';

const FIRST_SEEN = new Date(0).toISOString();

interface Context {
  readonly contentType?: string;
  readonly baseUrl?: string;
}

export async function parseFeed(bytes: Uint8Array, { contentType, baseUrl = 'https://feed.invalid/' }: Context = {}) {
  const outcome = await parse(bytes, { baseUrl, ...(contentType === undefined ? {} : { contentType }) });
  if (outcome.kind === 'failed') return { error: outcome.detail };
  const { title, siteUrl, language, items } = outcome.document;
  // Titles are compared with what other parsers pass on: text from JSON, HTML from XML. Ours are text always.
  const titled = (text: string | undefined) => (bytes[0] === 0x7b ? text : text && escapeMarkup(text));
  return {
    feed: { title: titled(title), link: siteUrl, language },
    entries: items.map((parsed) => ({ ...entryOf(parsed), title: titled(parsed.title), text: feedText(parsed) })),
  };
}

/** The text of an item whose page can't be read. */
const feedText = (item: FeedItem): string | undefined =>
  composeArticle(item, undefined, { feedUrl: item.url ?? '', firstSeenAt: FIRST_SEEN, foundAt: FIRST_SEEN }).text;

function entryOf({ guid, url, publishedAt, updatedAt, categories, media = [], ...item }: FeedItem) {
  return {
    ...item,
    id: guid,
    link: url,
    published: publishedAt,
    updated: updatedAt,
    tags: categories,
    enclosures: item.enclosures ?? [],
    media: { content: urlsOf(media, 'content'), thumbnail: urlsOf(media, 'thumbnail') },
  };
}

const urlsOf = (media: readonly FeedMedia[], kind: FeedMedia['kind']): string[] =>
  media.filter((each) => each.kind === kind).map(({ url }) => url);

export { detectLanguage };

export async function extractArticle(bytes: Uint8Array, { url }: { readonly url: string }) {
  const reading = readPage(bytes, undefined, url);
  const { title, authors = [], agencies = [], publishedAt } = reading.metadata;
  const { text, html } = pageText(reading) ?? {};
  const language = await checkedLanguage(reading.metadata.language, text ?? '');
  return { text, html, title, authors: [...authors, ...agencies], published: publishedAt, language };
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
