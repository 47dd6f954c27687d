import { absoluteUrl } from '../feed/absolute-url.ts';
import { attributeOf } from './page-contexts.ts';

/** The address that a page's relative links start from: its own, or what its first `<base href>` says (HTML, 4.2.3). */
export function baseAddress(document: Document, url: string): string {
  const base = document.querySelector('base[href]');
  return (base && absoluteUrl(attributeOf(base, 'href'), url)) ?? url;
}
