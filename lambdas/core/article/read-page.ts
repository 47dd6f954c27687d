import { compact } from '../compact.ts';
import { type MainText, mainBlocks, mainText } from './main-text.ts';
import { parsePage } from './page-document.ts';
import { type PageMetadata, pageMetadata } from './page-metadata.ts';
import { hasReadableSize } from './readable-size.ts';
import { type BlockMemory, learnBlocks, NOTHING_KNOWN, repeatedBlocks } from './repeated-blocks.ts';

/** A page that was fetched and read. */
export interface PageReading {
  readonly metadata: PageMetadata;
  /** Plain text, a line a block. */
  readonly text?: string;
  /** The text with its headings, lists, quotes and links, as HTML that is safe to show; see article-html.ts. */
  readonly html?: string;
  /** Where the text comes from: the page as it is shown, or the `articleBody` of its JSON-LD. */
  readonly textSource?: 'page' | 'json-ld';
  /** Why there is no text. */
  readonly textless?: Textless;
  /** What is known of its host's repetitions now; absent when the page has added nothing. */
  readonly learned?: BlockMemory;
}

/** - `monstrous`: too large or too deep to be read in the time that we have
 *  - `no-article`: nothing on the page reads like running text
 *  - `unreadable`: it breaks the parser */
export type Textless = 'not-html' | 'monstrous' | 'no-article' | 'unreadable';

/** The page as shown wins, unless it has less than this share of the length of its `articleBody`: then a script shows the rest. */
const SHOWN_SHARE = 0.5;
/** An `articleBody` below this many characters is a summary. */
const SHORTEST_BODY = 250;

/**
 * Reads a page. It never throws: a page that can't be read says why.
 *
 * @param memory what the page's host has repeated so far, and the text goes without.
 */
export function readPage(
  bytes: Uint8Array,
  contentType: string | undefined,
  url: string,
  memory: BlockMemory = NOTHING_KNOWN,
): PageReading {
  if (contentType !== undefined && !/html|xml/i.test(contentType)) return { metadata: {}, textless: 'not-html' };
  try {
    const document = parsePage(bytes, contentType);
    const { articleBody, ...metadata } = pageMetadata(document, url);
    if (!hasReadableSize(document)) return { metadata, textless: 'monstrous' };
    const { title, excerpt: description, authors } = metadata;
    const blocks = mainBlocks(document, compact({ title, description, authors }));
    const article = metadata.url ?? url;
    const repeated = repeatedBlocks(memory, article, blocks);
    const own = blocks.filter((block) => !repeated.has(block));
    const learned = learnBlocks(memory, article, blocks);
    return compact({
      metadata,
      ...chooseText(own.length === 0 ? undefined : mainText(own, url), articleBody),
      learned: learned === memory ? undefined : learned,
    });
  } catch {
    return { metadata: {}, textless: 'unreadable' };
  }
}

function chooseText(shown: MainText | undefined, body: string | undefined): Omit<PageReading, 'metadata'> {
  const told = body === undefined || /<\w+[^>]*>/.test(body) ? '' : body;
  if (told.length >= SHORTEST_BODY && (shown?.text.length ?? 0) < told.length * SHOWN_SHARE)
    return { text: told, textSource: 'json-ld' };
  return shown === undefined ? { textless: 'no-article' } : { ...shown, textSource: 'page' };
}
