import { compact } from '../../compact.ts';
import { isChallengePage } from '../../web/bot-wall.ts';
import { charsetOf, decodeText, xmlProlog } from '../../web/decode-text.ts';
import { shorten } from '../../words.ts';
import { advertisedFeeds } from './advertised-feeds.ts';
import { kindOf } from './document-kind.ts';
import type { FeedDocument } from './feed-document.ts';
import { parseJsonFeed } from './json-feed.ts';
import { readNewsSitemap } from './news-sitemap.ts';

export type ParseOutcome =
  | { readonly kind: 'feed'; readonly document: FeedDocument }
  | {
      readonly kind: 'failed';
      readonly reason: ParseFailure;
      readonly detail: string;
      /** What an HTML page advertises as its feeds: absolute, at most five. */
      readonly feeds?: readonly string[];
    };

export type ParseFailure = 'empty-body' | 'html-page' | 'bot-wall' | 'not-a-feed' | 'broken-feed';

export interface ParseContext {
  readonly contentType?: string;
  /** The address the document came from, after redirects; relative URLs start there. */
  readonly baseUrl: string;
}

/** Characters; what is longer is no title and no language tag (RFC 5646 §4.4.1). */
const MAX_TITLE_LENGTH = 500;
const MAX_LANGUAGE_LENGTH = 35;

/** Entities made of entities double their text with each step; no feed has a use for them. */
const NESTED_ENTITIES = /<!ENTITY\s[^<>&]*&\w/;

/** Turns the bytes of a feed document into a normalised document, or into a named failure; it never throws. */
export async function parseFeed(bytes: Uint8Array, { contentType, baseUrl }: ParseContext): Promise<ParseOutcome> {
  const text = decodeText(bytes, [charsetOf(contentType), xmlProlog(bytes)]);
  const kind = kindOf(text);
  switch (kind) {
    case 'empty':
      return failed('empty-body', 'The body is empty.');
    case 'html':
      return readPage(text, baseUrl);
    case 'json':
      return found(parseJsonFeed(text, baseUrl)) ?? failed('not-a-feed', 'The document is JSON, but not a JSON Feed.');
    case 'sitemap':
      return (
        found(readNewsSitemap(text, baseUrl)) ?? failed('not-a-feed', 'The document is a sitemap, but not one of news.')
      );
    case 'xml':
      return readXml(text, baseUrl);
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
  return { ...failed('html-page', `The address serves an HTML page, not a feed.${advice}`), ...(advice && { feeds }) };
}

async function readXml(text: string, baseUrl: string): Promise<ParseOutcome> {
  if (text.includes('<!ENTITY') && NESTED_ENTITIES.test(text))
    return failed('broken-feed', 'The document makes entities out of entities.');
  try {
    // Loaded with the first document: most polls end with a 304 and need no parser, and it is a sixth of the cold start.
    const { readXmlFeed } = await import('./xml-feed.ts');
    const outcome = await readXmlFeed(text, baseUrl);
    if (outcome === 'no-root') return failed('not-a-feed', 'The document is XML, but not a feed.');
    if (outcome === 'ruin')
      return failed('broken-feed', 'The document is broken, and nothing of its items can be read.');
    return feed(outcome);
  } catch (error) {
    return failed('broken-feed', `The document is not a readable feed: ${firstLine(error)}.`);
  }
}

const found = (document: FeedDocument | undefined): ParseOutcome | undefined => document && feed(document);

/** What the Feed remembers of its document is bounded here, whatever the format: a record of DynamoDB holds 400 kB. */
function feed({ title, language, ...rest }: FeedDocument): ParseOutcome {
  const document = compact({
    ...rest,
    title: title === undefined ? undefined : shorten(title, MAX_TITLE_LENGTH),
    language: (language?.length ?? 0) <= MAX_LANGUAGE_LENGTH ? language : undefined,
  });
  return { kind: 'feed', document };
}

const failed = (reason: ParseFailure, detail: string): ParseOutcome => ({ kind: 'failed', reason, detail });

function firstLine(error: unknown): string {
  const [line = ''] = String((error as Error).message ?? error).split('\n', 1);
  return line.replace(/\.$/, '');
}
