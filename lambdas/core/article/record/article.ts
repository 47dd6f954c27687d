import type { ArticleRights } from '../../rights/rights.ts';

/** The content of an article, which a revision replaces. */
export interface ArticleContent {
  readonly title: string;
  /** The canonical address of the page, without tracking parameters. Absent if the item has no link. */
  readonly url?: string;
  /** The registrable domain of `url`, by the Public Suffix List: `harbour.co.uk` of `https://news.harbour.co.uk/1`. */
  readonly domain?: string;
  readonly siteName?: string;
  /** The organisation behind the site, if its name isn't the site's. */
  readonly publisher?: string;
  /** Persons. */
  readonly authors: readonly string[];
  /** News agencies that the byline names. Absent if it names none. */
  readonly agencies?: readonly string[];
  /** ISO 8601: the publisher's date, or when the article was first seen. Absent only in articles of older versions. */
  readonly publishedAt?: string;
  /** Why `publishedAt` is when the article was first seen: the date was missing, unreadable, or in the future. */
  readonly publishedAssumed?: AssumedDate;
  /** The date as the feed wrote it. */
  readonly publishedRaw?: string;
  /** How exact `publishedAt` is. Absent if the date is assumed, or its precision isn't known. */
  readonly publishedPrecision?: DatePrecision;
  readonly modifiedAt?: string;
  readonly modifiedPrecision?: DatePrecision;
  /** BCP 47, as declared, for instance `de-AT`. */
  readonly language?: string;
  readonly section?: string;
  /** What kind of piece the publisher says it is. Absent if the publisher doesn't say. */
  readonly genre?: Genre;
  readonly tags: readonly string[];
  /** The publisher's keywords for machines that aren't among `tags`. Absent unless the publisher tells both apart. */
  readonly keywords?: readonly string[];
  readonly image?: ArticleImage;
  /** What comes with the article beside `image`, at most 50. Absent if nothing does. */
  readonly media?: readonly ArticleMedium[];
  /** Where the text leads, in its order, each address once, at most 50. Absent if the text has no links. */
  readonly links?: readonly string[];
  /** Plain text, one or two sentences. */
  readonly excerpt?: string;
  /** Plain text, one line for each block. Absent if the text is in the Bodies bucket. */
  readonly text?: string;
  /** The key in the Bodies bucket of a text that is too large for the table. */
  readonly textKey?: string;
  /** Sanitised HTML of the text. Absent if the HTML is in the Bodies bucket, or the text is empty. */
  readonly html?: string;
  /** The key in the Bodies bucket of HTML that is too large for the table. */
  readonly htmlKey?: string;
  /** The source of the text: the visible page, the `articleBody` of the page's JSON-LD, or the feed. */
  readonly textSource: TextSource;
  /**
   * Whose words the text is: of the site at `url`, or of a feed of another site, as long as the site itself has said nothing.
   * Absent only in articles of older versions.
   */
  readonly wordsOf?: WordsOf;
  /** Why the text isn't the page's, for instance `robots`, `http-404`, `teaser`; see docs/articles.md. */
  readonly pageFailure?: string;
  readonly wordCount: number;
  /** Who may read the article. Absent if the publisher doesn't say. */
  readonly access?: Access;
  /** What the publisher says of the use of the article. Absent if the publisher says nothing. It alone makes no revision. */
  readonly rights?: ArticleRights;
  /**
   * Words or files of the article come from a feed that was opened with credentials (docs/consuming.md). Absent if none do. It alone makes
   * no revision.
   */
  readonly restricted?: true;
  /** The source of each field. */
  readonly provenance?: Provenance;
  /** Changes if the title, the text or the publication date changes; see content-hash.ts. */
  readonly contentHash: string;
}

/**
 * `time`: to the second, minute or hour. `local-time`: the same without a time zone, so the time was taken as UTC.
 * `day`: only the day, so the time is midnight.
 */
export const DATE_PRECISIONS = ['time', 'local-time', 'day'] as const;
export type DatePrecision = (typeof DATE_PRECISIONS)[number];

export const ASSUMED_DATES = ['missing', 'invalid', 'future'] as const;
export type AssumedDate = (typeof ASSUMED_DATES)[number];

export const TEXT_SOURCES = ['page', 'json-ld', 'feed'] as const;
export type TextSource = (typeof TEXT_SOURCES)[number];

/** `site`: also the words of a feed whose item has no address, because no other site is concerned. */
export const WORDS_OF = ['site', 'other-site'] as const;
export type WordsOf = (typeof WORDS_OF)[number];

/** `metered`: free for some articles each month, or after registration. */
export const ACCESS_KINDS = ['free', 'metered', 'paywalled'] as const;
export type Access = (typeof ACCESS_KINDS)[number];

/** `background`: what one needs to know about a matter. `sponsored`: paid for by whom it praises. */
export const GENRES = [
  'news',
  'analysis',
  'background',
  'opinion',
  'review',
  'interview',
  'live',
  'satire',
  'press-release',
  'sponsored',
] as const;
export type Genre = (typeof GENRES)[number];

/** `transcript` and `chapters` are of the episode beside them. */
export const MEDIA_KINDS = ['audio', 'video', 'image', 'document', 'transcript', 'chapters'] as const;
export type MediaKind = (typeof MEDIA_KINDS)[number];

/** A file that comes with an article, or the page of a player (`type` is `text/html`). */
export interface ArticleMedium {
  readonly url: string;
  readonly kind: MediaKind;
  /** Media type as declared, for instance `audio/mpeg`. */
  readonly type?: string;
  /** As declared. */
  readonly bytes?: number;
  readonly durationSeconds?: number;
  /** Its name or caption, unless that is the article's title. */
  readonly title?: string;
  readonly credit?: string;
}

/**
 * The sources in the order of trust. `setting`: the operator's setting for the feed. `page`: the visible page. `url`: the page's
 * address.
 */
export const SOURCES = ['setting', 'json-ld', 'microdata', 'opengraph', 'meta', 'feed', 'page', 'url'] as const;
export type Source = (typeof SOURCES)[number];

export type Provenance = Readonly<Partial<Record<MetadataField, Source>>>;

export type MetadataField =
  | ('title' | 'url' | 'siteName' | 'publisher' | 'authors' | 'agencies' | 'publishedAt' | 'modifiedAt')
  | ('language' | 'section' | 'genre' | 'tags' | 'keywords' | 'image' | 'excerpt' | 'access');

export interface ArticleImage {
  readonly url: string;
  /** Pixels, as declared. */
  readonly width?: number;
  readonly height?: number;
  readonly alt?: string;
  readonly credit?: string;
}

/** Max number of appearances in an article's list. Later appearances only have a claim, so that they are recognised. */
export const MAX_APPEARANCES = 100;

/** Max number of appearances that a feed of another site has in an article's list, so that it leaves room for others. */
export const MAX_APPEARANCES_OF_OTHER_SITE = 10;

/** A feed and URL that carried the article. */
export interface Appearance {
  /** Identifies the pair within the article. */
  readonly key: string;
  readonly feedId: string;
  readonly feedUrl: string;
  readonly url?: string;
  readonly firstSeenAt: string;
  /**
   * If the feed carried another text of the same news: the share of the shorter text that is in the longer text, 0.5 to 1.
   * Absent if the feed carried the article itself.
   */
  readonly similarity?: number;
  /** The feed's labels when it carried the article, sorted. Absent if it had none. */
  readonly labels?: readonly string[];
  /** With `similarity`: the name of the site that published the other text, up to 60 characters. */
  readonly publisher?: string;
}

/** One stored piece of news, no matter how many feeds carried it. */
export interface Article extends ArticleContent {
  readonly articleId: string;
  /** Starts at 1 and grows by 1 with each change of the content. */
  readonly revision: number;
  /** The first feed that carried the article, or the site's own feed that took the article over. */
  readonly feedId: string;
  readonly firstSeenAt: string;
  /** When the latest revision was stored. */
  readonly revisedAt: string;
  /** When the page that gave the text was first found gone (404 or 410). Absent if the page isn't known to be gone. */
  readonly retractedAt?: string;
  /** The labels of all appearances, sorted. Absent if there are none. A label alone makes no revision and no event. */
  readonly labels?: readonly string[];
  /** At least one; sorted by `firstSeenAt`. */
  readonly appearances: readonly Appearance[];
  /** When the table deletes the article. Absent if it never does. */
  readonly expiresAt?: string;
}
