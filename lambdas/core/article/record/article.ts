/** What an article says. This is what a revision replaces. */
export interface ArticleContent {
  readonly title: string;
  /** The canonical address of the page, without tracking parameters. Absent when the feed gave none. */
  readonly url?: string;
  readonly siteName?: string;
  /** The organisation behind the site, where it has another name. */
  readonly publisher?: string;
  /** Persons. */
  readonly authors: readonly string[];
  /** News agencies that the byline names. Absent: none. */
  readonly agencies?: readonly string[];
  /** ISO 8601: the publisher's date, or when we first saw the article. Absent in articles of older versions only. */
  readonly publishedAt?: string;
  /** Why `publishedAt` is when we first saw it: there was no date, an unreadable one, or one in the future. */
  readonly publishedAssumed?: AssumedDate;
  /** The date as the feed wrote it. */
  readonly publishedRaw?: string;
  /** How exact `publishedAt` is; absent when it is assumed, or not known. */
  readonly publishedPrecision?: DatePrecision;
  readonly modifiedAt?: string;
  readonly modifiedPrecision?: DatePrecision;
  /** BCP 47, as declared, for instance `de-AT`. */
  readonly language?: string;
  readonly section?: string;
  readonly tags: readonly string[];
  readonly image?: ArticleImage;
  /** Plain text, one or two sentences. */
  readonly excerpt?: string;
  /** Plain text, a line a block. Absent when it lies in the Bodies bucket. */
  readonly text?: string;
  /** Key in the Bodies bucket of a text that is too large for the table. */
  readonly textKey?: string;
  /** Sanitised HTML of the text. Absent when it lies in the Bodies bucket, or there is none. */
  readonly html?: string;
  /** Key in the Bodies bucket of HTML that is too large for the table. */
  readonly htmlKey?: string;
  /** Where the text comes from: the page as it is shown, the `articleBody` of its JSON-LD, or the feed. */
  readonly textSource: TextSource;
  /** Why its text is not its page's, for instance `robots`, `http-404`, `teaser`; see docs/articles.md. */
  readonly pageFailure?: string;
  readonly wordCount: number;
  /** What the publisher says about who may read it. Absent: nothing. */
  readonly access?: Access;
  /** Where the page or the feed said each of these. */
  readonly provenance?: Provenance;
  /** Changes when the title, the text or the publication date does. */
  readonly contentHash: string;
}

/**
 * `time`: to the second, minute or hour. `local-time`: the same, but the publisher names no zone, so it was taken as
 * UTC. `day`: at midnight of the day.
 */
export const DATE_PRECISIONS = ['time', 'local-time', 'day'] as const;
export type DatePrecision = (typeof DATE_PRECISIONS)[number];

export const ASSUMED_DATES = ['missing', 'invalid', 'future'] as const;
export type AssumedDate = (typeof ASSUMED_DATES)[number];

export const TEXT_SOURCES = ['page', 'json-ld', 'feed'] as const;
export type TextSource = (typeof TEXT_SOURCES)[number];

/** `metered`: free for some articles a month, or after a registration. */
export const ACCESS_KINDS = ['free', 'metered', 'paywalled'] as const;
export type Access = (typeof ACCESS_KINDS)[number];

/** In the order of trust; `page` is what its readers see, `url` its address. */
export const SOURCES = ['json-ld', 'microdata', 'opengraph', 'meta', 'feed', 'page', 'url'] as const;
export type Source = (typeof SOURCES)[number];

export type Provenance = Readonly<Partial<Record<MetadataField, Source>>>;

export type MetadataField =
  | ('title' | 'url' | 'siteName' | 'publisher' | 'authors' | 'agencies' | 'publishedAt' | 'modifiedAt')
  | ('language' | 'section' | 'tags' | 'image' | 'excerpt' | 'access');

export interface ArticleImage {
  readonly url: string;
  /** Pixels, as declared. */
  readonly width?: number;
  readonly height?: number;
  readonly alt?: string;
  readonly credit?: string;
}

/** Appearances listed on one article. Later ones are claimed, so that they are known, but not listed. */
export const MAX_APPEARANCES = 100;

/** One feed + URL that carried the article. */
export interface Appearance {
  /** Identifies the pair within the article. */
  readonly key: string;
  readonly feedId: string;
  readonly feedUrl: string;
  readonly url?: string;
  readonly firstSeenAt: string;
  /**
   * Where it is the same news in a text of its own: the share of the shorter text that is in the longer, 0.5 to 1. Absent
   * where the feed carried the article itself.
   */
  readonly similarity?: number;
  /** With `similarity`: the name of the site that published that text, up to 60 characters. */
  readonly publisher?: string;
}

/** One piece of news as stored, whatever number of feeds carried it. */
export interface Article extends ArticleContent {
  readonly articleId: string;
  /** 1 for the first; grows by one when the content changes. */
  readonly revision: number;
  /** The feed that carried it first. */
  readonly feedId: string;
  readonly firstSeenAt: string;
  /** When the latest revision was stored. */
  readonly revisedAt: string;
  /**
   * When its page was first found gone (404 or 410) after its text had come from it. Absent: it is there, as far as we
   * know.
   */
  readonly retractedAt?: string;
  /** At least one; sorted by `firstSeenAt`. */
  readonly appearances: readonly Appearance[];
  /** When the table forgets the article; absent: never. */
  readonly expiresAt?: string;
}
