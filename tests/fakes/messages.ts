import type { FeedItem } from '../../lambdas/core/feed/document/feed-document.ts';
import type { ItemMessage } from '../../lambdas/core/queues/messages.ts';

export const feedA = { feedId: 'feed-a', url: 'https://harbour.example/rss', title: 'Harbour Post' };
export const feedB = { feedId: 'feed-b', url: 'https://valley.example/atom', title: 'Valley Wire' };
/** A second feed of feed A's site. */
export const sportFeed = { feedId: 'feed-s', url: 'https://harbour.example/sport/rss', title: 'Harbour Post: Sport' };

export const item = (fields: Partial<FeedItem> = {}): FeedItem => ({
  guid: 'story-1',
  url: 'https://harbour.example/news/1',
  title: 'Ferry returns',
  summary: 'The ferry is back.',
  authors: [],
  categories: [],
  ...fields,
});

export const message = (fields: Partial<ItemMessage> = {}): ItemMessage => ({
  version: 1,
  feed: feedA,
  item: item(),
  foundAt: '2026-11-23T08:00:00.000Z',
  ...fields,
});

/** Returns a text that is long enough to distinguish articles. */
export const longText = (topic: string): string =>
  Array.from({ length: 12 }, (_, i) => `Sentence ${i + 1} about ${topic} tells the reader something of its own.`).join(
    ' ',
  );

export const pageOf = (title: string, text: string): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1><p>${text}</p></article></body></html>`;
