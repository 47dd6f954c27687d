/**
 * Reads a page, from its bytes to a {@link PageReading}:
 *  1. bytes and content type → HTML (page/page-document.ts: `decodePage`)
 *  2. HTML → HTML without scripts and styles, cut at the length limit (page/page-document.ts: `readableHtml`)
 *  3. HTML → DOM of bounded size (page/page-document.ts: `boundedDocument`; page/readable-size.ts)
 *  4. DOM → metadata (metadata/page-metadata.ts)
 *  5. `too-large` if the DOM isn't the whole page
 *  6. DOM → the blocks of the main part (text/main-text.ts: `mainPart`)
 *  7. blocks → blocks without those that the host repeats (text/repeated-blocks.ts)
 *  8. blocks → text and sanitised HTML (text/main-text.ts: `mainText`)
 *  9. metadata and the element of the article → media (media/page-media.ts)
 */
import { compact } from '../compact.ts';
import { isChallengePage } from '../web/bot-wall.ts';
import type { ResponseHeaders } from '../web/fetcher.ts';
import { jsonLdMedia, openGraphMedia } from './media/declared-media.ts';
import { PAGE_MEDIA_RULE, pageMedia } from './media/page-media.ts';
import { shownMedia } from './media/shown-media.ts';
import type { ChoiceListener } from './metadata/field-choice.ts';
import { type SearchablePage, searchPage } from './metadata/metadata-lookup.ts';
import { type PageMetadata, pageMetadata } from './metadata/page-metadata.ts';
import { baseAddress } from './page/base-address.ts';
import { boundedDocument, decodePage } from './page/page-document.ts';
import { isOtherXml, mayBePage } from './page/page-type.ts';
import type { Note } from './text/left-out.ts';
import { type MainText, mainPart, mainText } from './text/main-text.ts';
import { type HostBlocks, learnBlocks, NOTHING_KNOWN, repeatedBlocks } from './text/repeated-blocks.ts';

/** A page that was fetched and read. */
export interface PageReading {
  readonly metadata: PageMetadata;
  /** The main text that the page shows. */
  readonly shown?: MainText;
  /** The article's text in the page's JSON-LD. Many publishers put a summary there, or HTML. */
  readonly articleBody?: string;
  /** Whether the page declares itself an article. */
  readonly isArticle?: true;
  /** Whether the main part of the page is a list of articles. */
  readonly isIndex?: true;
  /** The share of the running text that filters left out, 0 to 1; absent up to a third. A rule may be wrong for the site. */
  readonly filteredShare?: number;
  /** Whether the page is or contains a challenge of a bot wall; see bot-wall.ts. */
  readonly isChallenge?: true;
  /** Why the page has no text. */
  readonly textless?: Textless;
  /** The host's blocks with those of this page; absent if the page adds none. */
  readonly learned?: HostBlocks;
}

/** - `too-large`: the page exceeds the limits on length, elements or depth
 *  - `no-article`: the page has no running text
 *  - `unreadable`: the parser fails on the page */
export type Textless = 'not-html' | 'too-large' | 'no-article' | 'unreadable';

/**
 * Reads a page. Never throws: `textless` says why a page can't be read.
 *
 * @param hostBlocks the blocks that the page's host has repeated so far; the text leaves them out.
 * @param notes is told of each choice
 * @param headers of the response
 */
export function readPage(
  bytes: Uint8Array,
  contentType: string | undefined,
  url: string,
  hostBlocks: HostBlocks = NOTHING_KNOWN,
  notes?: ReadingNotes,
  headers: ResponseHeaders = {},
): PageReading {
  if (!mayBePage(contentType)) return { metadata: {}, textless: 'not-html' };
  try {
    const raw = decodePage(bytes, contentType);
    if (isOtherXml(raw, contentType)) return { metadata: {}, textless: 'not-html' };
    return readHtml(raw, { url, hostBlocks, headers, ...compact({ notes }) });
  } catch {
    return { metadata: {}, textless: 'unreadable' };
  }
}

/** Hears why a page is read as it is. */
export interface ReadingNotes {
  readonly leftOut: Note;
  readonly choice: ChoiceListener;
}

interface ReadingContext {
  readonly url: string;
  readonly hostBlocks: HostBlocks;
  readonly headers: ResponseHeaders;
  readonly notes?: ReadingNotes;
}

function readHtml(raw: string, context: ReadingContext): PageReading {
  const { document, isWhole } = boundedDocument(raw);
  const page = searchPage(document, context.url);
  const { articleBody, isArticle, ...metadata } = pageMetadata(page, context.notes?.choice, context.headers);
  if (!isWhole) return { metadata: withMedia(metadata, page, undefined, context), textless: 'too-large' };
  const shown = readMainText(document, metadata, context);
  const { container, isIndex, text, learned, filteredShare } =
    shown.text === undefined ? (readNoscript(raw, metadata, context) ?? shown) : shown;
  return compact({
    metadata: withMedia(metadata, page, container, context),
    articleBody,
    isArticle,
    isIndex: isIndex || undefined,
    filteredShare: filteredShare > MAX_USUAL_FILTERED_SHARE ? filteredShare : undefined,
    isChallenge: isChallengePage(raw) || undefined,
    shown: text,
    textless: text === undefined ? ('no-article' as const) : undefined,
    learned,
  });
}

/** @param container the element that holds the article */
function withMedia(
  metadata: PageMetadata,
  page: SearchablePage,
  container: Node | undefined,
  { notes }: ReadingContext,
): PageMetadata {
  const candidates = [
    { value: jsonLdMedia(page), source: 'json-ld' as const },
    { value: openGraphMedia(page), source: 'opengraph' as const },
    { value: container === undefined ? [] : shownMedia(container as Element, page.base), source: 'page' as const },
  ].filter(({ value }) => value.length > 0);
  const media = pageMedia(candidates);
  const chosen = media.length > 0 ? media : undefined;
  notes?.choice({ field: 'media', candidates, chosen, why: PAGE_MEDIA_RULE });
  return compact({ ...metadata, media: chosen });
}

/** Filters left out less of the running text of each of 275 real pages (`npm run eval -- --pages`). */
const MAX_USUAL_FILTERED_SHARE = 1 / 3;
/** Min length of a text for browsers without scripts, in characters: a shorter one asks for scripts. */
const MIN_NOSCRIPT_LENGTH = 250;

/** Reads what a page without another text shows to browsers without scripts. */
function readNoscript(raw: string, metadata: PageMetadata, context: ReadingContext) {
  if (!/<noscript[\s>]/i.test(raw)) return undefined;
  const { document, isWhole } = boundedDocument(raw, 'show');
  const read = isWhole ? readMainText(document, metadata, context) : undefined;
  return (read?.text?.text.length ?? 0) < MIN_NOSCRIPT_LENGTH ? undefined : read;
}

function readMainText(document: Document, metadata: PageMetadata, { url, hostBlocks, notes }: ReadingContext) {
  const { title, excerpt: description, authors } = metadata;
  const { container, blocks, isIndex, filteredShare } = mainPart(
    document,
    compact({ title, description, authors }),
    notes?.leftOut,
  );
  const article = metadata.url ?? url;
  const repeated = repeatedBlocks(hostBlocks, article, blocks);
  const kept = blocks.filter((block) => !repeated.has(block));
  const learned = learnBlocks(hostBlocks, article, blocks);
  if (notes !== undefined)
    for (const block of repeated) notes.leftOut(block, 'repetition', 'stood in three other articles of the host');
  return {
    container,
    isIndex,
    filteredShare,
    text: kept.length === 0 ? undefined : mainText(kept, baseAddress(document, url)),
    learned: learned === hostBlocks ? undefined : learned,
  };
}
