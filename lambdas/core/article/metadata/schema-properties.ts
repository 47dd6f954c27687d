/** Reads schema.org properties from a page's markup: microdata, and RDFa with the usual prefixes. */
import { elementsWithin } from '../page/elements-within.ts';
import { attributeOf } from '../page/markup-classifier.ts';
import { textWithin } from '../page/text-within.ts';
import { pictureSource } from './page-pictures.ts';

/** Max length of a property's text, in characters. */
const MAX_LENGTH = 400;

/** Returns the name of the property that an element gives, in lower case. */
export function propertyOf(element: Element): string | undefined {
  const property = attributeOf(element, 'itemprop') ?? attributeOf(element, 'property');
  const name =
    property === undefined ? undefined : /^(?:schema:|dc:|dcterms:)?([a-z]{3,30})(?:\s|$)/i.exec(property.trim())?.[1];
  return name?.toLowerCase();
}

/** Returns the value of a property: an address, an attribute, the name of a person or organisation, or the text. */
export function propertyValue(element: Element): string {
  const picture = element.localName === 'img' ? pictureSource(element) : undefined;
  const attributeValue = ['content', 'datetime', 'src', 'href']
    .map((name) => attributeOf(element, name)?.trim())
    .find((value) => value);
  const isLink = element.localName === 'a';
  return (
    (isLink ? undefined : (picture ?? attributeValue)) ?? nameWithin(element) ?? textWithin(element, MAX_LENGTH) ?? ''
  );
}

/** The `name` of the person or organisation that an element describes. */
function nameWithin(element: Element): string | undefined {
  if (attributeOf(element, 'itemscope') === undefined) return undefined;
  for (const name of elementsWithin(element)) {
    if (/(?:^|\s)name(?:\s|$)/.test(attributeOf(name, 'itemprop') ?? ''))
      return attributeOf(name, 'content') ?? textWithin(name, MAX_LENGTH);
  }
  return undefined;
}
