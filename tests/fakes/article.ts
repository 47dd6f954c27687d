import type { Article } from '../../lambdas/core/article/record/article.ts';

/** An article with something in every field. */
export const article = (fields: Partial<Article> = {}): Article => ({
  articleId: 'article-1',
  revision: 1,
  title: 'Ferry returns',
  url: 'https://harbour.example/news/1',
  siteName: 'Harbour Post',
  authors: ['Ada Quay'],
  publishedAt: '2026-11-23T07:00:00.000Z',
  modifiedAt: '2026-11-23T07:30:00.000Z',
  language: 'en',
  section: 'Sea',
  tags: ['ferries'],
  image: { url: 'https://harbour.example/i.jpg', alt: 'A ferry' },
  excerpt: 'The ferry is back.',
  text: 'The ferry is back.',
  textSource: 'page',
  wordCount: 4,
  contentHash: 'hash-1',
  feedId: 'feed-a',
  firstSeenAt: '2026-11-23T08:00:00.000Z',
  revisedAt: '2026-11-23T08:00:00.000Z',
  appearances: [
    {
      key: 'key-a',
      feedId: 'feed-a',
      feedUrl: 'https://harbour.example/rss',
      url: 'https://harbour.example/news/1',
      firstSeenAt: '2026-11-23T08:00:00.000Z',
    },
  ],
  ...fields,
});
