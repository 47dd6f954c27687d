import type { PrintedArticle } from '../parts/article.ts';

/** One article as one feed carries it. */
export interface Entry {
  readonly article: PrintedArticle;
  /** The article's address, on some feeds with tracking parameters. */
  readonly link: string;
  /** An identifier that isn't an address; without it the link's own address identifies the item. */
  readonly guid?: string;
  /** How much of the text the feed gives away, and (in Atom) as which content type. */
  readonly content: 'summary' | 'html' | 'xhtml';
}

/** Everything that a feed document says, whatever its format. */
export interface Feed {
  readonly title: string;
  readonly description: string;
  readonly language: string;
  /** As declared in the XML prolog. */
  readonly encoding: 'utf-8' | 'windows-1252';
  readonly selfUrl: string;
  readonly homeUrl: string;
  readonly updated: Date;
  readonly entries: readonly Entry[];
}
