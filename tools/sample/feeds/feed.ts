import type { PrintedArticle } from '../parts/article.ts';

/** One article as one feed carries it. */
export interface Entry {
  readonly article: PrintedArticle;
  /** The article's address, on some feeds with tracking parameters. */
  readonly link: string;
  /** An identifier that isn't a URL. Without it, the link identifies the item. */
  readonly guid?: string;
  /** The text in the feed, and (in Atom) its content type. */
  readonly content: 'summary' | 'html' | 'xhtml';
}

/** The content of a feed document, whatever its format. */
export interface Feed {
  readonly title: string;
  readonly description: string;
  readonly language: string;
  /** The encoding that the XML prolog declares. */
  readonly encoding: 'utf-8' | 'windows-1252';
  readonly selfUrl: string;
  readonly homeUrl: string;
  readonly updated: Date;
  readonly entries: readonly Entry[];
}
