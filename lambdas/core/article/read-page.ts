import { compact } from '../compact.ts';
import { isChallengePage } from '../web/bot-wall.ts';
import { type PageMetadata, pageMetadata } from './metadata/page-metadata.ts';
import { baseAddress } from './page/base-address.ts';
import { decodePage, documentOf, readableHtml } from './page/page-document.ts';
import { hasReadableSize } from './page/readable-size.ts';
import { type MainText, mainPart, mainText } from './text/main-text.ts';
import { type HostBlocks, learnBlocks, NOTHING_KNOWN, repeatedBlocks } from './text/repeated-blocks.ts';

/** A page that was fetched and read. */
export interface PageReading {
  readonly metadata: PageMetadata;
  /** The main text as the page shows it. */
  readonly shown?: MainText;
  /** The text as the page's JSON-LD tells it. Many publishers put a summary there, or HTML. */
  readonly articleBody?: string;
  /** Whether it says that it is one article. */
  readonly isArticle?: true;
  /** Whether the main part of the page is a list of articles. */
  readonly isIndex?: true;
  /** Whether it is or holds what a guard shows to robots; see bot-wall.ts. */
  readonly isChallenge?: true;
  /** Why it shows no text. */
  readonly textless?: Textless;
  /** What is known of its host's repetitions now; absent when the page has added nothing. */
  readonly learned?: HostBlocks;
}

/** - `too-large`: too large or too deep to be read in the time that we have
 *  - `no-article`: nothing on the page reads like running text
 *  - `unreadable`: it breaks the parser */
export type Textless = 'not-html' | 'too-large' | 'no-article' | 'unreadable';

/**
 * Reads a page. It never throws: a page that can't be read says why.
 *
 * @param memory what the page's host has repeated so far, and the text goes without.
 */
export function readPage(
  bytes: Uint8Array,
  contentType: string | undefined,
  url: string,
  memory: HostBlocks = NOTHING_KNOWN,
): PageReading {
  if (contentType !== undefined && !/html|xml/i.test(contentType)) return { metadata: {}, textless: 'not-html' };
  try {
    const raw = decodePage(bytes, contentType);
    const { html, isWhole } = readableHtml(raw);
    const document = documentOf(html);
    const { articleBody, isArticle, ...metadata } = pageMetadata(document, url);
    if (!isWhole || !hasReadableSize(document)) return { metadata, textless: 'too-large' };
    const { title, excerpt: description, authors } = metadata;
    const { blocks, isIndex } = mainPart(document, compact({ title, description, authors }));
    const article = metadata.url ?? url;
    const repeated = repeatedBlocks(memory, article, blocks);
    const own = blocks.filter((block) => !repeated.has(block));
    const learned = learnBlocks(memory, article, blocks);
    return compact({
      ...{
        metadata,
        articleBody,
        isArticle,
        isIndex: isIndex || undefined,
        isChallenge: isChallengePage(raw) || undefined,
      },
      ...(own.length === 0
        ? { textless: 'no-article' as const }
        : { shown: mainText(own, baseAddress(document, url)) }),
      learned: learned === memory ? undefined : learned,
    });
  } catch {
    return { metadata: {}, textless: 'unreadable' };
  }
}
