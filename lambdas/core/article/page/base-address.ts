/** The address that a page's relative links are resolved against. */
import { absoluteUrl } from '../../web/absolute-url.ts';
import { attributeOf } from './markup-classifier.ts';

/** Returns the address in the first `<base href>` of the head (HTML, 4.2.3), else the page's own address. */
export function baseAddress(document: Document, url: string): string {
  // A document without an element has no head (linkedom), whatever its type says.
  const head: Element | null = document.head;
  for (const element of head?.children ?? []) {
    const href = element.localName === 'base' ? attributeOf(element, 'href') : undefined;
    if (href !== undefined) return absoluteUrl(href, url) ?? url;
  }
  return url;
}
