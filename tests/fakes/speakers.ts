/** A paper, and a feed of another site that announces the paper's page in words of its own. */
import type { FeedItem } from '../../lambdas/core/feed/document/feed-document.ts';
import type { ItemMessage } from '../../lambdas/core/queues/messages.ts';
import type { FetchOutcome } from '../../lambdas/core/web/fetcher.ts';
import { feedA, item, message, pageOf } from './messages.ts';
import { FERRY, MARKET } from './stories.ts';
import type { Answer } from './web.ts';

/** The address of the paper's article. */
export const PAPER = 'https://harbour.example/news/1';
export const ownFeed = feedA;
export const otherFeed = { feedId: 'feed-x', url: 'https://evil.example/rss', title: 'Evil Post' };
export const thirdFeed = { feedId: 'feed-y', url: 'https://mirror.example/rss', title: 'Mirror' };

export const TRUTH = FERRY.join(' ');
/** As long as an article: a page with a shorter text may be taken for a notice. */
export const LIE = [...MARKET, ...MARKET].join(' ');
/** A page's text that is shorter than the feeds', and long enough to be running text. */
export const BRIEF = 'The ferry that carries the island’s post came back to its old pier on Monday.';

export const forbidden: Answer = { status: 403 };
export const pageWith = (text: string, head = ''): Answer => ({
  body: pageOf('Ferry returns', text).replace('<title>', `${head}<title>`),
});
export const readable = pageWith(TRUTH);
/** The answer of an address that leads to another address. */
export const leadingTo = (url: string, { status = 200, body = '' }: Answer): FetchOutcome => ({
  ...{ kind: 'response', status, url, headers: {}, body: Buffer.from(body) },
});

/** An item of a feed at the paper's address. */
export const from = (
  feed: ItemMessage['feed'],
  fields: Partial<FeedItem> = {},
  foundAt = message().foundAt,
): ItemMessage => message({ feed, foundAt, item: item({ guid: feed.feedId, ...fields }) });

export const own = from(ownFeed, { content: TRUTH, authors: [{ name: 'Ada Quay' }] });
export const lie = from(otherFeed, {
  content: LIE,
  authors: [{ name: 'Eve Mallory' }],
  imageUrl: 'https://evil.example/i.jpg',
});
