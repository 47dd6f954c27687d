import { Readability } from '@mozilla/readability';
import { blockText } from './block-text.ts';
import { hasReadableSize } from './readable-size.ts';

/** Parts of a page that never are the article, whatever text they hold. */
const FURNITURE =
  'nav, form, dialog, [hidden], [aria-hidden="true"], [role="navigation"], [role="dialog"], [role="complementary"], ' +
  'aside[class*="newsletter"], aside[class*="promo"], div[class*="newsletter"], section[class*="newsletter"]';

/** The main text of a page, a line a block; undefined when the page has none or is monstrous. It takes the document apart. */
export function mainText(document: Document): string | undefined {
  if (!hasReadableSize(document)) return undefined;
  for (const element of document.querySelectorAll(FURNITURE)) element.remove();
  const article = new Readability(document, { serializer: (node) => node, disableJSONLD: true }).parse();
  const text = article?.content ? blockText(article.content) : '';
  return text === '' ? undefined : text;
}
