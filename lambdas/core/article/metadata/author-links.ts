/** The names in a byline that lead to their own pages. */
import { elementsWithin } from '../page/elements-within.ts';
import { attributeOf } from '../page/markup-classifier.ts';
import { textWithin } from '../page/text-within.ts';

const MOST_LINKS = 20;
const LONGEST_NAME = 300;
const AUTHOR_PATH =
  /\/(?:authors?|autor(?:en|es|in|e|i)?|auteurs?|people|person|profiles?|profil|staff|by|reporters?|journalists?|writers?|contributors?|redaktion|team)\b/i;

/** The names that lead to a person's page: not those of a company that shares links. */
export function authorLinks(byline: Element): string[] {
  if (byline.localName === 'a') return [];
  const names: string[] = [];
  for (const element of elementsWithin(byline)) {
    if (names.length >= MOST_LINKS) break;
    if (element.localName !== 'a') continue;
    const href = attributeOf(element, 'href') ?? '';
    const isPerson = /(?:^|\s)author(?:\s|$)/.test(attributeOf(element, 'rel') ?? '') || AUTHOR_PATH.test(href);
    const name = isPerson ? textWithin(element, LONGEST_NAME) : undefined;
    if (name) names.push(name);
  }
  return names;
}
