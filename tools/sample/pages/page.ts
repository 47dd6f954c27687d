import type { PrintedArticle } from '../parts/article.ts';
import type { Markup } from '../parts/markup.ts';
import type { Publication } from '../parts/publications.ts';

/** What an article page is made of. */
export interface Page {
  readonly article: PrintedArticle;
  readonly publication: Publication;
  /** Other articles of the publication, to point to at the foot of the page. */
  readonly related: readonly PrintedArticle[];
  readonly origin: string;
}

/** How one publication lays out its article pages. */
export type PageTemplate = (page: Page) => Markup;
