/** Builds pages from heads and bodies, and reads their metadata. */
import { searchPage } from '../../lambdas/core/article/metadata/metadata-lookup.ts';
import { type PageMetadata, pageMetadata } from '../../lambdas/core/article/metadata/page-metadata.ts';
import { parsePage } from '../../lambdas/core/article/page/page-document.ts';

export const URL = 'https://www.harbour.example/news/1?utm_source=rss';
export const read = (head: string, body = '', url = URL): PageMetadata =>
  pageMetadata(
    searchPage(
      parsePage(Buffer.from(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`), 'text/html'),
      url,
    ),
  );
export const ld = (node: unknown): string => `<script type="application/ld+json">${JSON.stringify(node)}</script>`;
export const meta = (name: string, content: string): string => `<meta property="${name}" content="${content}">`;
