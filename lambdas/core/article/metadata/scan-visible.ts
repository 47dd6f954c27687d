/** Collects the parts of a page that its readers see: headings, bylines, pictures and dates. */
import { attributeOf, isForScreenReaders, marksByline, marksDate } from '../page/markup-classifier.ts';
import { textWithin } from '../page/text-within.ts';
import { authorLinks } from './author-links.ts';
import { figurePicture } from './page-pictures.ts';
import { addText, type Collected, MAX_PARTS } from './page-scan.ts';

/** In characters. */
const MAX_HEADING_LENGTH = 400;
const MAX_BYLINE_LENGTH = 300;
const MAX_DATE_LENGTH = 200;
/** The start of a byline. */
const CREDIT =
  /^\s{0,20}(?:by|von|par|por|door|di|av|af|autor(?:in)?(?:\/autor(?:in)?)?|author|auteur|text|geschrieben von|written by|posted by)(?:\s{0,20}:\s{0,20}|\s{1,20}(?=\p{Lu})|\s{0,20}$)/iu;
const YEAR_OR_DAY = /(?:19|20)\d\d|\d[./-]\d{1,2}[./-]\d\d/;

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
  const isAuthor = property === 'author' || /(?:^|\s)author(?:\s|$)/i.test(attributeOf(element, 'rel') ?? '');
  if ((isAuthor || marksByline(classes)) && bylines.length < MAX_PARTS)
    addText(bylines, { text: textWithin(element, MAX_BYLINE_LENGTH), at, links: authorLinks(element) });
}

function scanPicture({ element, at }: VisibleElement, { pictures }: Collected): void {
  if (element.localName !== 'img' || pictures.length >= MAX_PARTS) return;
  const picture = figurePicture(element, at);
  if (picture !== undefined) pictures.push(picture);
}

function scanDate({ element, classes, at }: VisibleElement, { dates }: Collected): void {
  if (element.localName === 'time') {
    if (/updat|modif/.test(classes)) return;
    const datetime = attributeOf(element, 'datetime')?.trim() || undefined;
    addText(dates, { text: datetime ?? textWithin(element, MAX_DATE_LENGTH), at, kind: 'time' });
  } else if (marksDate(classes)) {
    const text = textWithin(element, MAX_DATE_LENGTH);
    if (text !== undefined && YEAR_OR_DAY.test(text)) addText(dates, { text, at, kind: 'named' });
  }
}

/** A text outside of marked elements may be a dateline or a byline too. */
export function scanText(node: Node, at: number, { dates, bylines }: Collected): void {
  const text = node.textContent ?? '';
  if (text.length > MAX_DATE_LENGTH) return;
  if (YEAR_OR_DAY.test(text)) addText(dates, { text: lineAround(node, text), at, kind: 'text' });
  const [credit] = CREDIT.exec(text) ?? [];
  if (credit === undefined) return;
  // If the text is the credit alone, the name is in an element beside it.
  const holder = credit.length === text.length ? node.parentNode?.parentNode : node.parentNode;
  addText(bylines, { text: holder ? textWithin(holder, MAX_BYLINE_LENGTH) : text.trim(), at, links: [] });
}

const lineAround = ({ parentNode }: Node, text: string): string =>
  (parentNode && textWithin(parentNode, MAX_DATE_LENGTH)) ?? text;
