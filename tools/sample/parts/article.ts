import type { Markup } from './markup.ts';

export type PublicationId = 'courier' | 'orrery' | 'shores';

/** A paragraph (plain, or with inline markup), or one of the few other things that stand in a news text. */
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

/** One piece as the newsroom wrote it: without dates and addresses, which come from the edition that prints it. */
export interface Article {
  readonly slug: string;
  readonly publication: PublicationId;
  readonly section: string;
  /** BCP 47. */
  readonly language: 'en' | 'de' | 'fr' | 'es';
  readonly title: string;
  /** One or two sentences: the description on feeds, the line below the title on pages. */
  readonly standfirst: string;
  readonly authors: readonly [string, ...string[]];
  readonly tags: readonly string[];
  readonly picture?: Picture;
  readonly body: readonly Block[];
  /** Its page asks the reader for an address and for money between the paragraphs. */
  readonly fullOfAppeals?: true;
  /** Its page answers 404, so that the text is to be had only from the feed. */
  readonly takenDown?: true;
}

/** An article in one edition of the site. Addresses are absolute. */
export interface PrintedArticle extends Article {
  readonly url: string;
  readonly imageUrl?: string;
  readonly published: Date;
  /** Equal to `published` until the article is revised. */
  readonly modified: Date;
}
