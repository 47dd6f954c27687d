import { compact } from '../compact.ts';
import { mainText } from './main-text.ts';
import { parsePage } from './page-document.ts';
import { type PageMetadata, pageMetadata } from './page-metadata.ts';

/** A page that was fetched and read. */
export interface PageReading {
  readonly metadata: PageMetadata;
  readonly text?: string;
}

/** Reads a page. A page that can't be read (or isn't HTML) gives undefined; it never throws. */
export function readPage(bytes: Uint8Array, contentType: string | undefined, url: string): PageReading | undefined {
  if (contentType !== undefined && !/html|xml/i.test(contentType)) return undefined;
  try {
    const document = parsePage(bytes, contentType);
    const metadata = pageMetadata(document, url); // before mainText, which takes the document apart
    return compact({ metadata, text: mainText(document) });
  } catch {
    return undefined; // a page that breaks the parsers (nesting, size) is read from its feed instead
  }
}
