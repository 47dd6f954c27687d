/** The documents that an article's text links to: PDFs, tables, presentations. */
import { compact } from '../../compact.ts';
import type { ArticleMedium } from '../record/article.ts';
import { linksInHtml } from '../record/links-in-html.ts';
import { kindOfName } from './media-kind.ts';

/** @param html the article's own */
export const linkedDocuments = (html: string): ArticleMedium[] =>
  linksInHtml(html)
    .filter(({ url }) => kindOfName(url) === 'document')
    .map(({ url, text }) => compact({ url, kind: 'document' as const, title: text || undefined }));
