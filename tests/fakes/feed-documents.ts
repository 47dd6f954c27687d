/** Feed documents of a test: written around the part that matters, and read by `parseFeed`. */
import type { FeedDocument, FeedItem } from '../../lambdas/core/feed/document/feed-document.ts';
import { parseFeed } from '../../lambdas/core/feed/document/parse-feed.ts';

/** The address that the documents come from. */
export const FEED_URL = 'https://harbour.example/feeds/rss';

export const rss = (channel: string): string =>
  `<rss version="2.0"><channel><title>Harbour</title>${channel}</channel></rss>`;
export const atom = (feed: string): string => `<feed xmlns="http://www.w3.org/2005/Atom">${feed}</feed>`;
export const jsonFeed = (fields: object): string =>
  JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', items: [], ...fields });

export async function documentOf(body: string): Promise<FeedDocument> {
  const outcome = await parseFeed(Buffer.from(body), { baseUrl: FEED_URL });
  if (outcome.kind === 'failed') throw new Error(outcome.detail);
  return outcome.document;
}

/** The first item of a document. */
export async function itemOf(body: string): Promise<FeedItem> {
  const [item] = (await documentOf(body)).items;
  if (item === undefined) throw new Error('The document has no item.');
  return item;
}

export const rssItem = (xml: string): Promise<FeedItem> => itemOf(rss(`<item>${xml}</item>`));
export const atomEntry = (xml: string): Promise<FeedItem> => itemOf(atom(`<entry>${xml}</entry>`));
