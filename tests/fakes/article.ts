import type {
  Appearance,
  Article,
  ArticleImage,
  ArticleMedium,
  MetadataField,
  Source,
} from '../../lambdas/core/article/record/article.ts';

/** `Required` down to the parts of an article: a new field that `completeArticle` lacks doesn't compile. */
interface CompleteArticle extends Required<Article> {
  readonly image: Required<ArticleImage>;
  readonly media: readonly Required<ArticleMedium>[];
  readonly provenance: Readonly<Record<MetadataField, Source>>;
  readonly appearances: readonly [Required<Appearance>];
}

/** An article with a value in every field, also in fields that exclude each other, such as `text` and `textKey`. */
export const completeArticle: CompleteArticle = {
  articleId: 'article-1',
  revision: 1,
  title: 'Ferry returns',
  url: 'https://harbour.example/news/1',
  domain: 'harbour.example',
  siteName: 'Harbour Post',
  publisher: 'Harbour Media',
  authors: ['Ada Quay'],
  agencies: ['Coast Wire'],
  publishedAt: '2026-11-23T07:00:00.000Z',
  publishedAssumed: 'invalid',
  publishedRaw: 'Monday, seven o’clock',
  publishedPrecision: 'local-time',
  modifiedAt: '2026-11-23T07:30:00.000Z',
  modifiedPrecision: 'time',
  language: 'en',
  section: 'Sea',
  genre: 'analysis',
  tags: ['ferries'],
  keywords: ['sea travel'],
  image: { url: 'https://harbour.example/i.jpg', width: 1_200, height: 800, alt: 'A ferry', credit: 'Ben Tide' },
  media: [
    {
      url: 'https://harbour.example/ferry.mp3',
      kind: 'audio',
      type: 'audio/mpeg',
      bytes: 9_000_000,
      durationSeconds: 754,
      title: 'The ferry at the quay',
      credit: 'Cleo Mast',
    },
  ],
  links: ['https://harbour.example/timetable'],
  excerpt: 'The ferry is back.',
  text: 'The ferry is back.',
  textKey: 'articles/article-1/hash-1.txt',
  html: '<p>The <a href="https://harbour.example/timetable">ferry</a> is back.</p>',
  htmlKey: 'articles/article-1/hash-1.html',
  textSource: 'page',
  wordsOf: 'site',
  pageFailure: 'teaser',
  wordCount: 4,
  access: 'metered',
  rights: {
    license: 'https://creativecommons.org/licenses/by/4.0/',
    terms: 'https://harbour.example/license.xml',
    train: 'disallowed',
    ai: 'disallowed',
    search: 'allowed',
    source: {
      license: 'feed:license',
      terms: 'robots-txt:rsl',
      train: 'page:robots',
      ai: 'header:content-usage',
      search: 'robots-txt:content-signal',
    },
  },
  restricted: true,
  provenance: {
    title: 'json-ld',
    url: 'url',
    siteName: 'opengraph',
    publisher: 'json-ld',
    authors: 'page',
    agencies: 'page',
    publishedAt: 'feed',
    modifiedAt: 'microdata',
    language: 'meta',
    section: 'meta',
    genre: 'json-ld',
    tags: 'feed',
    keywords: 'meta',
    image: 'opengraph',
    excerpt: 'meta',
    access: 'json-ld',
  },
  contentHash: 'hash-1',
  feedId: 'feed-a',
  firstSeenAt: '2026-11-23T08:00:00.000Z',
  revisedAt: '2026-11-23T08:00:00.000Z',
  retractedAt: '2026-11-24T08:00:00.000Z',
  appearances: [
    {
      key: 'key-a',
      feedId: 'feed-a',
      feedUrl: 'https://harbour.example/rss',
      url: 'https://harbour.example/news/1',
      firstSeenAt: '2026-11-23T08:00:00.000Z',
      labels: ['client-7', 'desk:sea'],
      similarity: 0.8,
      publisher: 'Harbour Post',
    },
  ],
  labels: ['client-7', 'desk:sea'],
  expiresAt: '2027-11-23T08:00:00.000Z',
};

const { textKey, htmlKey, publishedAssumed, publishedRaw, pageFailure, ...published } = completeArticle;
const { retractedAt, expiresAt, provenance, labels, rights, restricted, genre, keywords, media, ...ordinary } =
  published;
const { width, height, credit, ...image } = completeArticle.image;
const [{ similarity, publisher, labels: listed, ...appearance }] = completeArticle.appearances;

/** An ordinary article: it is dated, its page is still there, and its text and HTML are in the table. */
export const article = (fields: Partial<Article> = {}): Article => ({
  ...ordinary,
  image,
  appearances: [appearance],
  ...fields,
});
