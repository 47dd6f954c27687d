/**
 * Composes an article from a feed item and, if its page was read, from the page:
 *  1. the item's content or summary → the feed's text (text/fragment-text.ts)
 *  2. the page's text or the feed's, and the objection to the page's (text-source.ts); fewer objections if the feed doesn't
 *     speak for the page (voice.ts)
 *  3. item and page metadata → each field by the order of trust (merge-metadata.ts)
 *  4. the media of both, and where the text leads (media/, record/links-in-html.ts)
 *  5. what page, host and feed say of the article's use → its rights, unless the feed is of another site (rights/strictest.ts)
 *  6. title and excerpt, from the text if neither source has one
 *  7. title, text and date → the content hash (record/content-hash.ts)
 *  8. all of that → an ArticleContent of bounded length (record/content-limits.ts)
 */
import { compact } from '../compact.ts';
import type { FeedItem } from '../feed/document/feed-document.ts';
import { robotsRights } from '../rights/robots-rights.ts';
import { strictest } from '../rights/strictest.ts';
import { countWords, shorten } from '../words.ts';
import type { FeedContext } from './feed-context.ts';
import { feedMedia } from './media/feed-media.ts';
import { linkedDocuments } from './media/linked-documents.ts';
import { mergeMedia } from './media/merge-media.ts';
import { mergeMetadata } from './merge-metadata.ts';
import { accessOf } from './metadata/page-access.ts';
import type { PageReading } from './read-page.ts';
import type { ArticleContent, Provenance, TextSource } from './record/article.ts';
import { contentHash } from './record/content-hash.ts';
import { withinLimits } from './record/content-limits.ts';
import { articleLinks } from './record/links-in-html.ts';
import { fragmentText } from './text/fragment-text.ts';
import { chooseText, isOfArticle } from './text-source.ts';
import { type ItemWords, voiceOf } from './voice.ts';

/** Max length of an excerpt, in characters. */
const MAX_EXCERPT_LENGTH = 280;
/** Max length of a title that is made from the text, in characters. */
const MAX_MADE_TITLE_LENGTH = 80;

/** @param reading undefined if the page wasn't fetched; `feed.pageFailure` says why. */
export function composeArticle(item: FeedItem, reading: PageReading | undefined, feed: FeedContext): ArticleContent {
  const base = item.url ?? feed.url ?? '';
  const voice = voiceOf(feed, reading?.metadata);
  const choice = chooseText(item.title, fragmentText(item.content ?? item.summary ?? '', base), reading, voice);
  const { text, html, textSource, objection } = choice;
  // The feed's words don't go with the metadata of a page on another site.
  const isPageOfWords = textSource !== 'feed' || !voice.isElsewhere || voice.speaksForPage;
  const page = isOfArticle(choice) && isPageOfWords ? reading?.metadata : undefined;
  const speaks = page === undefined ? voice.speaksForItem : voice.speaksForPage;
  const words: ItemWords = speaks ? 'own' : textSource === 'feed' ? 'stand-in' : 'filling';
  const metadata = mergeMetadata(item, page ?? {}, feed, words);
  const title = metadata.title ?? madeTitle(text, item.url);
  const summary = words === 'filling' || metadata.excerpt !== undefined ? '' : summaryOf(item, base);
  const files = words === 'filling' ? [] : feedMedia(item);
  const media = mergeMedia([...files, ...(page?.media ?? []), ...linkedDocuments(html)], {
    title,
    image: metadata.image?.url,
  });
  const isOfFeed = hasWordsOfFeed(textSource, metadata.provenance) || summary !== '' || files.length > 0;
  const content = compact({
    ...metadata,
    title,
    media: media.length === 0 ? undefined : media,
    links: articleLinks(html, metadata.url),
    excerpt: shorten(metadata.excerpt ?? (summary || text), MAX_EXCERPT_LENGTH) || undefined,
    text,
    html: html || undefined,
    textSource,
    wordsOf: words === 'stand-in' ? ('other-site' as const) : ('site' as const),
    pageFailure: feed.pageFailure ?? objection,
    wordCount: countWords(text),
    access: metadata.access ?? accessOf(feed.pageFailure),
    rights: strictest([
      page?.rights,
      isPageOfWords ? robotsRights(feed.host) : undefined,
      speaks ? item.rights : undefined,
    ]),
    restricted: isOfFeed ? feed.restricted : undefined,
    contentHash: contentHash(title, text, metadata.publishedAssumed ? undefined : metadata.publishedAt),
  });
  return withinLimits(content);
}

/** The fields that have no words of anybody. */
const WORDLESS: ReadonlySet<string> = new Set(['url', 'publishedAt', 'modifiedAt', 'language', 'access']);

/** Whether words of the feed's item are in the text or in a field. */
const hasWordsOfFeed = (textSource: TextSource, provenance: Provenance = {}): boolean =>
  textSource === 'feed' ||
  Object.entries(provenance).some(([field, source]) => source === 'feed' && !WORDLESS.has(field));

/** The title of an article whose sources give none. */
const madeTitle = (text: string, url: string | undefined): string =>
  shorten(text, MAX_MADE_TITLE_LENGTH) || url || 'Untitled';

/** The feed's summary beside its content; empty if there is none. */
const summaryOf = ({ content, summary = '' }: FeedItem, base: string): string =>
  content === undefined ? '' : fragmentText(summary, base).text;
