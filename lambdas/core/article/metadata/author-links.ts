/** The names in a byline that link to a person's page. */
import { elementsWithin } from '../page/elements-within.ts';
import { attributeOf } from '../page/markup-classifier.ts';
import { textWithin } from '../page/text-within.ts';

const MAX_LINKS = 20;
/** In characters. */
const MAX_NAME_LENGTH = 300;
const AUTHOR_PATH =
  /\/(?:authors?|autor(?:en|es|in|e|i)?|auteurs?|people|person|profiles?|profil|staff|by|reporters?|journalists?|writers?|contributors?|redaktion|team|users?|userinfo|members?|avtor\w*|yazar\w*|penulis|kolumnisten?|columnists?)\b|[?&]author=/i;

/** Returns the names that link to a person's page. Links to social networks aren't among them. */
export function authorLinks(byline: Element): string[] {
  if (byline.localName === 'a') return [];
  const names: string[] = [];
  for (const element of elementsWithin(byline)) {
    if (names.length >= MAX_LINKS) break;
    if (element.localName !== 'a') continue;
    const href = attributeOf(element, 'href') ?? '';
    const isPerson = /(?:^|\s)author(?:\s|$)/.test(attributeOf(element, 'rel') ?? '') || AUTHOR_PATH.test(href);
    const name = isPerson ? textWithin(element, MAX_NAME_LENGTH) : undefined;
    if (name) names.push(name);
  }
  return names;
}
