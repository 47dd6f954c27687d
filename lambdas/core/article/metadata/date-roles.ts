/** What the markup by a date says of it: the publication, a change, or something else. */
import { attributeOf } from '../page/markup-classifier.ts';
import { textWithin } from '../page/text-within.ts';
import { type DateRole, roleInWords } from '../wording/date-words.ts';
import { propertyOf } from './schema-properties.ts';

const CHANGED_CLASS =
  /updated|modif|revised|edited|changed|last-?(?:update|change)|(?:^|\s)update(?:\s|$)|aktualisiert|mis-?a-?jour|actualiz/i;
const PUBLISHED_CLASS = /publi|posted|pubdate|created|veroeffentlicht|erschienen/i;
const OTHER_CLASS = /received|accepted|event|deadline|expir|comment/i;

/** Returns what a date's element, or those around and before it, say of it. Reads at most two elements outwards. */
export function roleOfElement(element: Element): DateRole | undefined {
  const property = propertyOf(element);
  if (property !== undefined && /date|time/.test(property)) return roleOfProperty(property);
  if (attributeOf(element, 'pubdate') !== undefined) return 'published';
  let node: Element = element;
  for (let outwards = 0; outwards < 3; outwards++) {
    const role = roleOfClasses(node) ?? roleInWords(textBefore(node));
    const parent = node.parentNode;
    if (role !== undefined || parent === null || parent.nodeType !== ELEMENT_NODE || hasOtherDates(parent, node))
      return role;
    node = parent as Element;
  }
  return undefined;
}

const ELEMENT_NODE = 1;
/** Max length of the text before a date that is read, in characters. */
const MAX_LABEL_LENGTH = 60;

function roleOfProperty(property: string): DateRole {
  if (/^(?:datepublished|datecreated|pubdate|published)$/.test(property)) return 'published';
  return /modif|updat/.test(property) ? 'changed' : 'other';
}

function roleOfClasses(element: Element): DateRole | undefined {
  const names = `${attributeOf(element, 'class') ?? ''} ${attributeOf(element, 'id') ?? ''}`.slice(
    0,
    MAX_CLASSES_LENGTH,
  );
  if (names.length < 2) return undefined;
  const [isChanged, isPublished] = [CHANGED_CLASS.test(names), PUBLISHED_CLASS.test(names)];
  // A box that names both holds both.
  if (isChanged && isPublished) return undefined;
  if (isChanged) return 'changed';
  return isPublished ? 'published' : OTHER_CLASS.test(names) ? 'other' : undefined;
}

/** In characters. */
const MAX_CLASSES_LENGTH = 300;

/** The text of the nearest sibling before an element that has any. */
function textBefore(element: Element): string {
  let node: Node | null = element.previousSibling;
  for (let steps = 0; node !== null && steps < 3; steps++, node = node.previousSibling) {
    if (node.nodeName === 'TIME') return '';
    const text = textWithin(node, MAX_LABEL_LENGTH)?.trim();
    if (text === undefined) return '';
    if (/\p{L}/u.test(text)) return text;
  }
  return '';
}

/** Whether an element holds another `<time>` before a node: then its words and classes don't tell which date they mean. */
function hasOtherDates(parent: Node, node: Node): boolean {
  for (
    let sibling = node.previousSibling, steps = 0;
    sibling !== null && steps < 4;
    sibling = sibling.previousSibling, steps++
  )
    if (sibling.nodeName === 'TIME') return true;
  return parent.nodeName === 'BODY';
}
