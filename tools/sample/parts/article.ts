import type { Markup } from './markup.ts';

export type PublicationId = 'courier' | 'orrery' | 'shores';

/** A block of an article's text: a paragraph (plain, or with inline markup) or another element. */
export type Block =
  | string
  | Markup
  | { readonly heading: string }
  | { readonly quote: string; readonly speaker: string }
  | { readonly list: readonly string[] };

export interface Picture {
  readonly alt: string;
  readonly caption: string;
  readonly credit: string;
}

/** An article without dates and addresses, which come from its edition. */
export interface Article {
  readonly slug: string;
  readonly publication: PublicationId;
  readonly section: string;
  /** BCP 47. */
  readonly language: 'en' | 'de' | 'fr' | 'es';
  readonly title: string;
  /** One or two sentences: the description in feeds, and the line below the title on pages. */
  readonly standfirst: string;
  readonly authors: readonly [string, ...string[]];
  readonly tags: readonly string[];
  readonly picture?: Picture;
  /** The article is the page of a podcast's episode. */
  readonly episode?: { readonly seconds: number };
  readonly body: readonly Block[];
  /** The page asks readers for an email address and for money between the paragraphs. */
  readonly fullOfAppeals?: true;
  /** The page answers 404, so only the feed has the text. */
  readonly takenDown?: true;
}

/** An article in one edition of the site, with absolute addresses. */
export interface PrintedArticle extends Article {
  readonly url: string;
  readonly imageUrl?: string;
  readonly audioUrl?: string;
  readonly published: Date;
  /** Equal to `published` until the article is revised. */
  readonly modified: Date;
}
