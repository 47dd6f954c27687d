/** What an evaluation calls: exactly what the Lambdas call. */

import { articleOperations } from '../../lambdas/core/article/article-operations.ts';
import { composeArticle } from '../../lambdas/core/article/compose-article.ts';
import { type Claim, nearFingerprints } from '../../lambdas/core/article/identity/fingerprints.ts';
import { freeClaims, pageFingerprints } from '../../lambdas/core/article/identity/identity.ts';
import { nearArticles } from '../../lambdas/core/article/identity/near-articles.ts';
import { checkedLanguage, detectLanguage } from '../../lambdas/core/article/language.ts';
import { readPage } from '../../lambdas/core/article/read-page.ts';
import type { Article, ArticleContent } from '../../lambdas/core/article/record/article.ts';
import { pageText } from '../../lambdas/core/article/text-source.ts';
import type { FeedItem, FeedMedia } from '../../lambdas/core/feed/document/feed-document.ts';
import { parseFeed as parse } from '../../lambdas/core/feed/document/parse-feed.ts';
import { escapeMarkup } from '../../lambdas/core/feed/markup/character-references.ts';
import { findSameNews } from '../../lambdas/ingest-item/find-same-news.ts';
import type { IngestContext } from '../../lambdas/ingest-item/ingest-context.ts';

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
  const { title, authors = [], agencies = [], publishedAt, modifiedAt } = reading.metadata;
  const { text, html } = pageText(reading) ?? {};
  return {
    text,
    html,
    title,
    authors: [...authors, ...agencies],
    // Without a date of publication, the Lambdas assume that of the change.
    published: publishedAt ?? modifiedAt,
    publishedAssumed: publishedAt === undefined,
    language: await checkedLanguage(reading.metadata.language, text ?? ''),
  };
}

/** The claims on `near:` keys as the Fingerprints table holds them: an article claims the keys that are free. */
export function nearDuplicateIndex() {
  const claims = new Map<string, Claim>();
  return {
    add(id: string, text: string): string[] {
      const wanted = nearFingerprints(text);
      const found = nearArticles(wanted, claims).map(([articleId]) => articleId);
      for (const claim of freeClaims(id, wanted, claims)) claims.set(claim.fingerprint, claim);
      return found;
    },
  };
}

interface News {
  readonly site: string;
  readonly title: string;
  readonly text: string;
  /** ISO 8601. */
  readonly published: string;
}

/** Whether the second of two pieces of news becomes an appearance of the first, published on another site. */
export async function sameNews(first: News, second: News): Promise<boolean> {
  const [known, found] = [newsContent(first), newsContent(second)];
  const wanted = pageFingerprints(found, {});
  const claims = pageFingerprints(known, {}).map((claimable) => ({ ...claimable, articleId: 'first' }));
  const held = new Map(claims.map((claim) => [claim.fingerprint, claim]));
  const feedUrl = new URL('/feed', first.site).href;
  const appearances = [{ key: 'first', feedId: 'first', feedUrl, firstSeenAt: first.published }];
  const times = { firstSeenAt: first.published, revisedAt: first.published };
  const article: Article = { ...known, ...times, articleId: 'first', revision: 1, feedId: 'first', appearances };
  const context = {
    articles: { get: async () => article },
    read: async (name: 'isSameText' | 'isSameNewsNearby', comparison: never) => ({
      kind: 'read',
      value: articleOperations[name](comparison),
    }),
    message: { feed: { feedId: 'second' } },
    identity: {},
  };
  return (await findSameNews(context as unknown as IngestContext, found, { wanted, held })) !== undefined;
}

function newsContent({ site, title, text, published }: News): ArticleContent {
  const content = text
    .split('\n')
    .map((line) => `<p>${escapeMarkup(line)}</p>`)
    .join('');
  const url = new URL('/news/18', site).href;
  const feedUrl = new URL('/feed', site).href;
  return composeArticle({ title, url, content, publishedAt: published, authors: [], categories: [] }, undefined, {
    feedUrl,
    url,
    firstSeenAt: published,
    foundAt: published,
  });
}
