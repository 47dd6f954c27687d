/** Collects the parts of a page that its readers see: headings, bylines, pictures and dates. */
import { attributeOf, isForScreenReaders, marksByline, marksDate } from '../page/markup-classifier.ts';
import { textWithin } from '../page/text-within.ts';
import { creditIn } from '../wording/byline-credits.ts';
import { authorLinks } from './author-links.ts';
import { roleOfElement } from './date-roles.ts';
import { figurePicture } from './page-pictures.ts';
import { addText, type Byline, type Collected, MAX_PARTS } from './page-scan.ts';

/** In characters. */
const MAX_HEADING_LENGTH = 400;
const MAX_BYLINE_LENGTH = 300;
const MAX_DATE_LENGTH = 200;
/** Min length of a text that can only be running text, in characters. */
const MIN_PARAGRAPH_LENGTH = 120;
/** Years of the Gregorian, Thai and Persian calendars, and of Japanese and Taiwanese eras. */
const YEAR_OR_DAY = /(?:19|20|25)\d\d|1[34]\d\d[/.-]\d|\d[./-]\d{1,2}[./-]\d\d|[\d元]\s?年/;

export interface VisibleElement {
  readonly element: Element;
  /** As `classesOf` gives them. */
  readonly classes: string;
  /** The schema.org property that the element gives. */
  readonly property: string | undefined;
  /** The number of nodes before the element. */
  readonly at: number;
}

export function scanVisible(visible: VisibleElement, collected: Collected): void {
  scanHeading(visible, collected);
  scanByline(visible, collected);
  scanPicture(visible, collected);
  scanDate(visible, collected);
}

function scanHeading({ element, at }: VisibleElement, { headings }: Collected): void {
  const name = element.localName;
  if (/^h[1-3]$/.test(name) && !isForScreenReaders(element))
    addText(headings, { text: textWithin(element, MAX_HEADING_LENGTH), at, level: Number(name[1]) });
}

function scanByline({ element, classes, property, at }: VisibleElement, { bylines }: Collected): void {
  const relation = attributeOf(element, 'rel');
  if (classes === '' && relation === undefined && property === undefined) return;
  const isAuthor = property === 'author' || AUTHOR_RELATION.test(relation ?? '') || isCard(classes);
  if ((!isAuthor && !marksByline(classes)) || bylines.length >= MAX_PARTS) return;
  const links = authorLinks(element);
  const mark = isAuthor || links.length > 0 ? 'author' : 'class';
  addText(bylines, { text: textWithin(element, MAX_BYLINE_LENGTH), at, links, mark });
}

const AUTHOR_RELATION = /(?:^|\s)author(?:\s|$)/i;
/** Whether classes are those of an hCard, as blog software writes it: `author vcard`. */
const isCard = (classes: string): boolean =>
  /(?:^|\s)vcard(?:\s|$)/.test(classes) && /(?:^|\s)author(?:\s|$)/.test(classes);

function scanPicture({ element, at }: VisibleElement, { pictures }: Collected): void {
  if (element.localName !== 'img' || pictures.length >= MAX_PARTS) return;
  const picture = figurePicture(element, at);
  if (picture !== undefined) pictures.push(picture);
}

function scanDate({ element, classes, at }: VisibleElement, { dates }: Collected): void {
  const isTime = element.localName === 'time';
  if ((!isTime && !marksDate(classes)) || dates.length >= MAX_PARTS) return;
  const datetime = isTime ? attributeOf(element, 'datetime')?.trim() || undefined : undefined;
  const text = datetime ?? textWithin(element, MAX_DATE_LENGTH);
  if (text === undefined || (!isTime && !mayHoldDate(text))) return;
  const role = roleOfElement(element);
  if (role === 'other') return;
  addText(dates, { text, at, kind: isTime ? 'time' : 'named', ...(role && { role }) });
}

const mayHoldDate = (text: string): boolean => YEAR_OR_DAY.test(text) || OTHER_DIGITS.test(text);
const OTHER_DIGITS = /(?!\d)\p{Nd}/u;

/** A text outside of marked elements may be a dateline or a byline too. */
export function scanText(node: Node, at: number, collected: Collected): void {
  const text = node.textContent ?? '';
  if (text.length >= MIN_PARAGRAPH_LENGTH && collected.paragraphs.length < MAX_PARTS) collected.paragraphs.push(at);
  if (text.length > MAX_DATE_LENGTH || !/\S/.test(text)) return;
  const credit = creditIn(text);
  if (credit !== undefined) addText(collected.bylines, { ...bylineAround(node, credit), at });
  if (!mayHoldDate(text)) return;
  const line = lineAround(node);
  if (line === undefined) return;
  const role = node.parentNode?.nodeType === ELEMENT_NODE ? roleOfElement(node.parentNode as Element) : undefined;
  if (role !== 'other') addText(collected.dates, { text: line, at, kind: 'text', ...(role && { role }) });
  if (NAME_BEHIND_DATE.test(line)) addText(collected.bylines, { text: line, at, links: [], mark: 'text' });
}

/** If the text is the credit alone, the name is in an element beside it. */
function bylineAround(
  { parentNode, textContent }: Node,
  credit: string,
): Omit<Byline, 'at' | 'text'> & { readonly text: string | undefined } {
  const near = parentNode === null ? undefined : textWithin(parentNode, MAX_BYLINE_LENGTH);
  const holder = near === credit ? parentNode?.parentNode : parentNode;
  if (holder?.nodeType !== ELEMENT_NODE) return { text: textContent?.trim(), links: [], mark: 'text' };
  const links = authorLinks(holder as Element);
  const text = holder === parentNode ? near : textWithin(holder, MAX_BYLINE_LENGTH);
  return { text, links, mark: links.length > 0 ? 'author' : 'text' };
}

const ELEMENT_NODE = 1;
/** A line that begins with a date may go on with a name: `24.11.2026 – Ada Quay`. */
const NAME_BEHIND_DATE = /^(?:\p{L}{2,12}, )?\d[^|•·–—]{5,30}[|•·–—-]\s{0,3}\p{L}\D{2,80}$/u;

/** The line of a text: that of its block, or the text if it stands between line breaks or blocks; undefined within running text. */
function lineAround(text: Node): string | undefined {
  let node = text;
  while (node.parentNode !== null && EMPHASIS.test(node.parentNode.nodeName)) node = node.parentNode;
  const whole = node.parentNode && textWithin(node.parentNode, MAX_DATE_LENGTH);
  const isLine = [node.previousSibling, node.nextSibling].every(breaksLine);
  return whole ?? (isLine ? textWithin(node, MAX_DATE_LENGTH) : undefined);
}

const EMPHASIS = /^(?:EM|I|B|STRONG|U|A|MARK)$/;
const breaksLine = (node: Node | null): boolean =>
  node === null || /^(?:BR|HR|P|DIV|H[1-6]|UL|OL|SECTION|HEADER|FOOTER|FIGURE|TABLE|#comment)$/.test(node.nodeName);
