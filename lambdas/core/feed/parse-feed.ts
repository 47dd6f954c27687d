import { charsetOf, decodeText, xmlProlog } from '../decode-text.ts';
import { parseJsonFeed } from './json-feed.ts';
import { normaliseFeed } from './normalise-feed.ts';
import type { FeedDocument } from './types.ts';

export type ParseOutcome =
  | { readonly kind: 'feed'; readonly document: FeedDocument }
  | { readonly kind: 'failed'; readonly reason: ParseFailure; readonly detail: string };

export type ParseFailure = 'empty-body' | 'html-page' | 'broken-feed';

export interface ParseContext {
  readonly contentType?: string;
  /** The address the document came from, after redirects; relative URLs start there. */
  readonly baseUrl: string;
}

/** Turns the bytes of a feed document into a normalised document, or into a named failure; it never throws. */
export async function parseFeed(bytes: Uint8Array, context: ParseContext): Promise<ParseOutcome> {
  const text = decodeText(bytes, [charsetOf(context.contentType), xmlProlog(bytes)]).trimStart();
  if (text === '') return { kind: 'failed', reason: 'empty-body', detail: 'The body is empty.' };
  if (looksLikeHtml(text)) {
    return { kind: 'failed', reason: 'html-page', detail: 'The address serves an HTML page, not a feed.' };
  }
  if (text.startsWith('{')) return readJsonFeed(text, context.baseUrl);
  try {
    // Loaded with the first document: most polls end with a 304 and need no parser, and it is a sixth of the cold start.
    const { parseXmlFeed } = await import('./rss-parser.ts');
    return { kind: 'feed', document: normaliseFeed(await parseXmlFeed(text), context.baseUrl) };
  } catch (error) {
    return {
      kind: 'failed',
      reason: 'broken-feed',
      detail: `The document is not a readable feed: ${firstLine(error)}.`,
    };
  }
}

function readJsonFeed(text: string, baseUrl: string): ParseOutcome {
  const document = parseJsonFeed(text, baseUrl);
  if (document !== undefined) return { kind: 'feed', document };
  return { kind: 'failed', reason: 'broken-feed', detail: 'The document is JSON, but not a JSON Feed.' };
}

const looksLikeHtml = (text: string): boolean =>
  /^(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)?<(?:!doctype\s+html|html[\s>])/i.test(text);

function firstLine(error: unknown): string {
  // rss-parser takes for granted that a channel is there, and stumbles over its absence.
  if (error instanceof TypeError) return 'it has no channel or feed element where one belongs';
  const [line = ''] = String((error as Error).message ?? error).split('\n', 1);
  return line.replace(/\.$/, '');
}
