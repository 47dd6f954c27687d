/** Where a link to a licence stands, because not every licence that a page links to is the article's. */
import type { LicenseLink } from '../../rights/page-rights.ts';
import { classesOf, isOutsideArticle } from './markup-classifier.ts';

/**
 * A link is about something else in a figure, a comment, a box or a quotation. Footers name the licence of the site, but of its theme and its
 * pictures as well.
 */
export function licensePlace(link: Element): LicenseLink['place'] {
  let isInText = false;
  let isInFooter = false;
  for (let element = link.parentElement; element !== null; element = element.parentElement) {
    const name = element.localName;
    if (name === 'footer') isInFooter = true;
    else if (PICTURES.has(name) || isOutsideArticle(element, classesOf(element))) return 'apart';
    else if (name === 'article' || name === 'main') isInText = true;
  }
  return isInText && !isInFooter ? 'text' : 'elsewhere';
}

const PICTURES: ReadonlySet<string> = new Set(['figure', 'picture']);
