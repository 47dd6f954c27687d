/** One article out of two witnesses: the page and the feed's item. */
import { compact } from '../compact.ts';
import type { FeedItem } from '../feed/types.ts';
import { contentId } from '../hash.ts';
import { countWords, shorten } from '../words.ts';
import { blockText } from './block-text.ts';
import { withinLimits } from './content-limits.ts';
import { mainText } from './main-text.ts';
import { parseFragment, parsePage } from './page-document.ts';
import { type PageMetadata, pageMetadata } from './page-metadata.ts';
import type { ArticleContent } from './types.ts';

const EXCERPT_CHARACTERS = 280;

/** A page that was fetched and read. */
export interface PageReading {
  readonly metadata: PageMetadata;
  readonly text?: string;
}

/** Reads a page. A page that can't be read (or isn't HTML) gives undefined; it never throws. */
export function readPage(bytes: Uint8Array, contentType: string | undefined, url: string): PageReading | undefined {
  if (contentType !== undefined && !/html|xml/i.test(contentType)) return undefined;
  try {
    const document = parsePage(bytes, contentType);
    const metadata = pageMetadata(document, url); // before mainText, which takes the document apart
    return compact({ metadata, text: mainText(document) });
  } catch {
    return undefined; // a page that breaks the parsers (nesting, size) is read from its feed instead
  }
}

/** What the feed's item and, where there is one, the page say together. The page wins, unless its text is the shorter. */
export function composeArticle(item: FeedItem, page: PageReading | undefined, feed: FeedContext): ArticleContent {
  const feedText = textOf(item.content ?? item.summary);
  const usePage = page?.text !== undefined && page.text.length >= feedText.length;
  const text = usePage ? (page.text ?? '') : feedText;
  const metadata = page?.metadata ?? {};
  const title = metadata.title ?? item.title ?? (shorten(text, 80) || item.url || 'Untitled');
  const publishedAt = metadata.publishedAt ?? item.publishedAt;
  const content = compact({
    title,
    url: metadata.url ?? feed.url,
    siteName: metadata.siteName ?? feed.title,
    authors: metadata.authors?.length ? metadata.authors : item.authors.map((author) => author.name),
    publishedAt,
    modifiedAt: metadata.modifiedAt ?? item.updatedAt,
    language: metadata.language ?? feed.language,
    section: metadata.section,
    tags: metadata.tags?.length ? metadata.tags : item.categories,
    image: metadata.image ?? (item.imageUrl === undefined ? undefined : { url: item.imageUrl }),
    excerpt:
      shorten(
        metadata.excerpt ?? (item.content === undefined ? text : textOf(item.summary) || text),
        EXCERPT_CHARACTERS,
      ) || undefined,
    text,
    textSource: usePage ? ('page' as const) : ('feed' as const),
    wordCount: countWords(text),
    contentHash: contentId(title, text.replace(/\s+/g, ' '), publishedAt),
  });
  return withinLimits(content);
}

export interface FeedContext {
  readonly title?: string;
  readonly language?: string;
  /** The item's canonical URL. */
  readonly url?: string;
}

const textOf = (html: string | undefined): string => {
  if (html === undefined) return '';
  try {
    return blockText(parseFragment(html).body);
  } catch {
    return '';
  }
};
