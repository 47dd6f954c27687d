/** How a browser shows an element: as a block, within a line, as a picture, or not at all. */
import { attributeOf, hasScreenReaderClass } from '../page/markup-classifier.ts';
import { textWithin } from '../page/text-within.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const BLOCK_NAMES = set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM ' +
    'H1 H2 H3 H4 H5 H6 HEADER HR HTML LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL',
);
/** Elements whose content isn't text of the page. */
const SILENT_NAMES = set('SCRIPT STYLE NOSCRIPT INPUT SELECT TEXTAREA OPTION TITLE OBJECT VIDEO AUDIO CANVAS MAP RTC');
const PICTURE_NAMES = set('IMG PICTURE VIDEO AUDIO OBJECT CANVAS AMP-IMG AMP-VIDEO');
const STRUCK_NAMES = set('DEL S STRIKE');
const ELEMENT_NODE = 1;
const TEXT_NODE = 3;

export const isPicture = ({ nodeName }: Node): boolean => PICTURE_NAMES.has(nodeName);

/**
 * Whether the element's words are in the HTML, but not part of the text: words that are struck out, and marks of footnotes.
 * An element around whole blocks is the work of an end tag that was forgotten.
 */
export const isLeftOut = (element: Element): boolean =>
  (STRUCK_NAMES.has(element.nodeName) && !nextTo(element.firstChild, 'nextSibling').some(isBlockName)) ||
  (element.nodeName === 'SUP' && isFootnoteMark(element));

const isBlockName = ({ nodeName }: Node): boolean => BLOCK_NAMES.has(nodeName);

/** Max siblings that are looked at, because the publisher chooses how many there are. */
const MAX_SIBLINGS = 8;

/** Returns a node and those behind or before it, the nearest first. */
function nextTo(from: Node | null, direction: 'nextSibling' | 'previousSibling'): Node[] {
  const nodes: Node[] = [];
  for (let node = from; node !== null && nodes.length < MAX_SIBLINGS; node = node[direction]) nodes.push(node);
  return nodes;
}

const neighboursOf = (node: Node): Node[] => [
  ...nextTo(node.previousSibling, 'previousSibling'),
  ...nextTo(node.nextSibling, 'nextSibling'),
];

const isWords = ({ nodeType, nodeValue }: Node): boolean => nodeType === TEXT_NODE && nodeValue?.trim() !== '';
const isBlank = (node: Node): boolean => node.nodeType === TEXT_NODE && !isWords(node);

export const isHeadingName = (nodeName: string): boolean => /^H[1-6]$/.test(nodeName);

/** Whether the element's content is never text. */
export function isSilent(element: Element): boolean {
  const name = element.nodeName;
  if (name === 'TEMPLATE') return !hasShadowRoot(element);
  if (name === 'RT') return !isInBrackets(element);
  return name === 'BUTTON' ? !isHeadingButton(element) : SILENT_NAMES.has(name);
}

/** Whether the reading above a word (`<ruby>`) has brackets for a text without ruby: 港町（みなとまち）. Else it would double the word. */
const isInBrackets = (reading: Element): boolean => neighboursOf(reading).some(({ nodeName }) => nodeName === 'RP');

/** A template that browsers put in the place of its parent's content (HTML, 4.12.3: declarative shadow roots). */
const hasShadowRoot = (element: Element): boolean =>
  (attributeOf(element, 'shadowrootmode') ?? attributeOf(element, 'shadowroot')) !== undefined;

/**
 * Whether a button opens the part of the article below it: a button in a heading, or one that stands right before a box
 * with a paragraph, in a row of such buttons. Other buttons do something.
 */
function isHeadingButton(button: Element): boolean {
  const { parentNode } = button;
  if (parentNode === null) return false;
  if (isHeadingName(parentNode.nodeName) || parentNode.nodeName === 'SUMMARY' || parentNode.nodeName === 'DT')
    return true;
  return opensPanel(button) && neighboursOf(button).some(opensPanel);
}

function opensPanel(button: Node): boolean {
  if (button.nodeName !== 'BUTTON') return false;
  const panel = nextTo(button.nextSibling, 'nextSibling').find(
    (node) => node.nodeType === ELEMENT_NODE || isWords(node),
  );
  if (panel === undefined || !/^(?:DIV|SECTION)$/.test(panel.nodeName)) return false;
  return nextTo(panel.firstChild, 'nextSibling').some(({ nodeName }) => nodeName === 'P');
}

/** Whether the element begins and ends a block. */
export function isBlock(element: Element, style = styleOf(element)): boolean {
  const name = element.nodeName;
  if (BLOCK_NAMES.has(name) || name === 'TEMPLATE' || name === 'BUTTON') return true;
  const display = valueIn(style, DISPLAY);
  if (display !== undefined) return /^(?:block|flex|grid|table|list-item|flow-root)/.test(display);
  return name.includes('-') && standsAlone(element);
}

/** An element that no browser knows is a paragraph if no text stands beside it. */
function standsAlone(element: Element): boolean {
  const around = element.parentNode?.nodeName ?? '';
  return around !== 'P' && !isHeadingName(around) && !neighboursOf(element).some(isWords);
}

/** Hidden on some screens: `hidden md:block`. An article is shown on all. */
const HIDDEN_SOMEWHERE = /(?:^|\s)(?:hidden|hide|invisible)(?:$|\s)/i;

/** Whether an element isn't shown on the screen. */
export function isHidden(element: Element, style = styleOf(element)): boolean {
  const hidden = attributeOf(element, 'hidden');
  if (hidden !== undefined && hidden !== 'until-found') return true;
  if (valueIn(style, DISPLAY) === 'none' || valueIn(style, VISIBILITY) === 'hidden') return true;
  return hasScreenReaderClass(element);
}

/**
 * Whether the reader opens a hidden element: it stands below a heading with a button, or is one of several panels, of which a
 * tab shows one at a time: another one beside it, of the same name and class, or role, is shown.
 */
export const isHiddenPanel = (element: Element): boolean =>
  isBelowButton(element) ||
  neighboursOf(element).some(
    (other) =>
      other.nodeName === element.nodeName && isPanelLike(element, other as Element) && !isHidden(other as Element),
  );

function isBelowButton({ previousSibling }: Element): boolean {
  const above = nextTo(previousSibling, 'previousSibling').find((node) => !isBlank(node));
  if (above === undefined || !isHeadingName(above.nodeName)) return false;
  return nextTo(above.firstChild, 'nextSibling').some(({ nodeName }) => nodeName === 'BUTTON');
}

/** The panel that is shown may have a class more: `active`. */
function isPanelLike(hidden: Element, shown: Element): boolean {
  if (attributeOf(hidden, 'role') === 'tabpanel' && attributeOf(shown, 'role') === 'tabpanel') return true;
  const [classes, shownClasses] = [classNamesOf(hidden), new Set(classNamesOf(shown))];
  return (
    classes.length > 0 && shownClasses.size <= classes.length + 1 && classes.every((name) => shownClasses.has(name))
  );
}

const classNamesOf = (element: Element): string[] =>
  (attributeOf(element, 'class') ?? '').slice(0, MAX_ATTRIBUTE_LENGTH).split(/\s+/).filter(Boolean);

export const isHiddenSomewhere = (element: Element): boolean =>
  HIDDEN_SOMEWHERE.test(attributeOf(element, 'class') ?? '');

const DISPLAY = /(?:^|;)\s{0,9}display\s{0,9}:\s{0,9}([a-z-]{1,20})/i;
const VISIBILITY = /(?:^|;)\s{0,9}visibility\s{0,9}:\s{0,9}([a-z]{1,20})/i;
const WHITE_SPACE = /(?:^|;)\s{0,9}white-space\s{0,9}:\s{0,9}(pre[a-z-]{0,20}|break-spaces)/i;

/** An element's own style; empty if it has none. The functions above take it, because it is read for each element. */
export const styleOf = (element: Element): string =>
  (attributeOf(element, 'style') ?? '').slice(0, MAX_ATTRIBUTE_LENGTH);

const valueIn = (style: string, property: RegExp): string | undefined =>
  style === '' ? undefined : property.exec(style)?.[1]?.toLowerCase();

/** Max length of a style or a class that is read, in characters. */
const MAX_ATTRIBUTE_LENGTH = 1_000;

/** Whether line breaks in the source are line breaks on the screen. */
export const keepsLines = (element: Element, style = styleOf(element)): boolean =>
  element.nodeName === 'PRE' || valueIn(style, WHITE_SPACE) !== undefined;

const FOOTNOTE = /(?:^|[\s_-])(?:foot-?notes?|fn|note-?ref|reference|footnoteref|endnote|ref)(?:$|[\s_-])/i;

/**
 * Whether raised characters are the mark of a footnote: they lead to a place of the page, stand in brackets, or their
 * class says so. A link that has more words than these is another one: `<a href="#figures">10<sup>6</sup> boats</a>`.
 */
function isFootnoteMark(raised: Element): boolean {
  if (/^(?:\[[^\]]{1,9}\]|[*†‡§¶]+)$/u.test(textWithin(raised, 12) ?? '')) return true;
  const { firstChild } = raised;
  const around = neighboursOf(raised).every(isBlank) ? raised.parentNode : null;
  return [raised, around, firstChild].some((node) => {
    if (node === null || (node !== raised && node.nodeName !== 'A')) return false;
    const element = node as Element;
    return (attributeOf(element, 'href') ?? '').includes('#') || FOOTNOTE.test(attributeOf(element, 'class') ?? '');
  });
}

const RAISED: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'0123456789'].map((digit, index) => [digit, '⁰¹²³⁴⁵⁶⁷⁸⁹'[index] ?? digit])),
  '+': '⁺',
  '-': '⁻',
  '−': '⁻',
};

/** `10<sup>6</sup>` → 10⁶: a raised number is another number than the one before it. Words stay: `2nd`. */
export const raisedText = (text: string): string =>
  /^\s*[+−-]?\d{1,9}\s*$/.test(text) ? [...text].map((sign) => RAISED[sign] ?? sign).join('') : text;

/** Characters that say where a word may break, and nothing else. U+200C and U+200D are part of words (Persian, Hindi). */
const INVISIBLE = /[\u00AD\u200B\u2060\uFEFF]/g;

/** The characters of a text that are seen. */
export const seenText = (text: string): string => text.replace(INVISIBLE, '');
