/**
 * Turns the bytes of a feed into a feed document, in these steps:
 * 1. web/decode-text.ts: bytes → text.
 * 2. document-kind.ts: text → its kind.
 * 3. The reader of the kind: text → `FeedDocument` (feed-document.ts), or a failure.
 *    - XML: xml-feed.ts, in three steps. canonical-feed.ts: text → well-formed XML, by markup/feed-outline.ts.
 *      rss-parser.ts: XML → elements (markup/raw-feed.ts). normalise-feed.ts: elements → items, by feed-hints.ts and
 *      the files `item-*.ts`.
 *    - JSON: json-feed.ts, by read-json.ts.
 *    - Sitemap: news-sitemap.ts, by markup/xml-tokens.ts and markup/feed-namespaces.ts.
 *    - HTML page: a failure. web/bot-wall.ts recognises bot walls; advertised-feeds.ts finds the feeds of other pages.
 *
 * feed-limits.ts bounds each text of the document. Each reader chooses items by newest-items.ts, reads dates by dates/dates.ts, and makes links absolute by
 * markup/html-links.ts and names plain by markup/feed-plain-text.ts, as its format needs.
 */
import { isChallengePage } from '../../web/bot-wall.ts';
import { charsetOf, decodeText, xmlProlog } from '../../web/decode-text.ts';
import { DocumentBase } from '../../web/document-base.ts';
import { shorten, soundText } from '../../words.ts';
import { hasExplosiveEntities } from '../markup/internal-entities.ts';
import { advertisedFeeds } from './advertised-feeds.ts';
import { kindOf } from './document-kind.ts';
import type { FeedDocument } from './feed-document.ts';
import { boundedDocument } from './feed-limits.ts';
import { parseJsonFeed } from './json-feed.ts';
import { readNewsSitemap } from './news-sitemap.ts';

export type ParseOutcome = { readonly kind: 'feed'; readonly document: FeedDocument } | FailedParse;

export interface FailedParse {
  readonly kind: 'failed';
  readonly reason: ParseFailure;
  readonly detail: string;
  /** The addresses of feeds that an HTML page advertises: absolute, at most five. */
  readonly feeds?: readonly string[];
}

export type ParseFailure = 'empty-body' | 'html-page' | 'bot-wall' | 'not-a-feed' | 'broken-feed';

export interface ParseContext {
  readonly contentType?: string;
  /** The address of the document after redirects, from which relative URLs are resolved. */
  readonly baseUrl: string;
}

/** Max length of a parser's message, in characters: the message may quote the document. */
const MAX_MESSAGE_LENGTH = 200;

/** Returns a document, or a failure with its reason; never throws. */
export async function parseFeed(bytes: Uint8Array, { contentType, baseUrl }: ParseContext): Promise<ParseOutcome> {
  const text = decodeText(bytes, [charsetOf(contentType), xmlProlog(bytes)]);
  const base = DocumentBase.of(baseUrl, text.length);
  const kind = kindOf(text);
  switch (kind) {
    case 'empty':
      return failed('empty-body', 'The body is empty.');
    case 'html':
      return readPage(text, baseUrl);
    case 'json':
      return found(parseJsonFeed(text, base)) ?? failed('not-a-feed', 'The document is JSON, but not a JSON Feed.');
    case 'sitemap':
      return (
        found(readNewsSitemap(text, base)) ?? failed('not-a-feed', 'The document is a sitemap, but not one of news.')
      );
    case 'xml':
      return readXmlDocument(text, base);
    case 'text':
      return failed('not-a-feed', 'The document is neither XML nor JSON.');
    default:
      return kind satisfies never;
  }
}

function readPage(html: string, baseUrl: string): ParseOutcome {
  if (isChallengePage(html)) {
    return failed('bot-wall', 'The address serves a page that keeps robots out, not a feed.');
  }
  const feeds = advertisedFeeds(html, baseUrl);
  const advice = feeds.length > 0 ? ` It advertises ${feeds.join(', ')}.` : '';
  const failure = failed('html-page', `The address serves an HTML page, not a feed.${advice}`);
  return feeds.length > 0 ? { ...failure, feeds } : failure;
}

async function readXmlDocument(text: string, base: DocumentBase): Promise<ParseOutcome> {
  if (hasExplosiveEntities(text)) return failed('broken-feed', 'The document makes entities out of entities.');
  try {
    // Loaded with the first XML document, because most polls end with a 304 and need no parser.
    const { readXmlFeed } = await import('./xml-feed.ts');
    const outcome = await readXmlFeed(text, base);
    if (outcome === 'no-root') return failed('not-a-feed', 'The document is XML, but not a feed.');
    if (outcome === 'broken')
      return failed('broken-feed', 'The document is broken, and nothing of its items can be read.');
    return feed(outcome);
  } catch (error) {
    return failed('broken-feed', `The document is not a readable feed: ${firstLine(error)}.`);
  }
}

const found = (document: FeedDocument | undefined): ParseOutcome | undefined => document && feed(document);

const feed = (document: FeedDocument): ParseOutcome => ({ kind: 'feed', document: boundedDocument(document) });

const failed = (reason: ParseFailure, detail: string): FailedParse => ({ kind: 'failed', reason, detail });

function firstLine(error: unknown): string {
  const [line = ''] = String((error as Error).message ?? error).split('\n', 1);
  return shorten(soundText(line), MAX_MESSAGE_LENGTH).replace(/\.$/, '');
}
