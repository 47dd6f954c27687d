/** Pages by their heads and bodies, for the parts that a scan collects from them. */
import type { PageScan } from '../../lambdas/core/article/metadata/page-scan.ts';
import { scanPage } from '../../lambdas/core/article/metadata/scan-page.ts';
import { parsePage } from '../../lambdas/core/article/page/page-document.ts';

export const PAGE_URL = 'https://harbour.example/news/1';

export const scan = (head: string, body = '', html = '<html>'): PageScan =>
  scanPage(
    parsePage(Buffer.from(`<!doctype html>${html}<head>${head}</head><body>${body}</body></html>`), 'text/html'),
    PAGE_URL,
  );

export const tag = (name: string, content: string): string => `<meta name="${name}" content="${content}">`;
