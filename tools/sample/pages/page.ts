import type { PrintedArticle } from '../parts/article.ts';
import type { Markup } from '../parts/markup.ts';
import type { Publication } from '../parts/publications.ts';

/** The data of an article page. */
export interface Page {
  readonly article: PrintedArticle;
  readonly publication: Publication;
  /** Other articles of the publication, linked at the foot of the page. */
  readonly related: readonly PrintedArticle[];
  readonly origin: string;
}

/** Renders the article pages of one publication. */
export type PageTemplate = (page: Page) => Markup;
