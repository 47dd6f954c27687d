import { absoluteUrl } from '../../web/absolute-url.ts';
import { attributeOf } from './markup-classifier.ts';

/**
 * The address that a page's relative links start from: its own, or what the first `<base href>` of its head says (HTML,
 * 4.2.3).
 */
export function baseAddress(document: Document, url: string): string {
  const head: Element | null = document.head;
  for (const element of head?.children ?? []) {
    const href = element.localName === 'base' ? attributeOf(element, 'href') : undefined;
    if (href !== undefined) return absoluteUrl(href, url) ?? url;
  }
  return url;
}
