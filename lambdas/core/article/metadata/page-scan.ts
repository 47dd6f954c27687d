/** All that a page says about its article, collected in one walk over its document. */

import { baseAddress } from '../page/base-address.ts';
import {
  attributeOf,
  classesOf,
  isArticleScope,
  isForScreenReaders,
  isOutsideArticle,
  marksByline,
  marksDate,
} from '../page/markup-classifier.ts';
import { textWithin } from '../page/text-within.ts';
import { authorLinks } from './author-links.ts';
import type { ImageTag } from './open-graph-images.ts';
import { figurePicture, type PlacedPicture } from './page-pictures.ts';
import { propertyOf, propertyValue } from './schema-properties.ts';

/** A text of the page and where it stands: the number of nodes before it. */
export interface PlacedText {
  readonly text: string;
  readonly at: number;
}

export interface Heading extends PlacedText {
  readonly level: number;
}

/** A text that is or may hold a date: of a `<time>`, of an element named for one, or of any other. */
export interface PlacedDate extends PlacedText {
  readonly kind: 'time' | 'named' | 'text';
}

/** A byline of the page; `links`: the names in it that lead to their own pages. */
export interface Byline extends PlacedText {
  readonly links: readonly string[];
}

export interface PageScan {
  /** The address that served the page. */
  readonly url: string;
  /** The address that its relative links start from. */
  readonly base: string;
  readonly language?: string;
  /** Contents of `<meta>`, by lower-case name; none is empty. */
  readonly meta: ReadonlyMap<string, readonly string[]>;
  /** schema.org properties of the article as microdata or RDFa, by lower-case name. */
  readonly properties: ReadonlyMap<string, readonly string[]>;
  /** Addresses of `<link>` by relation, as written. */
  readonly links: ReadonlyMap<string, string>;
  readonly documentTitle?: string;
  readonly headings: readonly Heading[];
  readonly dates: readonly PlacedDate[];
  readonly bylines: readonly Byline[];
  /** The tags of OpenGraph's pictures, in their order. */
  readonly imageTags: readonly ImageTag[];
  readonly pictures: readonly PlacedPicture[];
  /** The texts of the JSON-LD scripts. */
  readonly scripts: readonly string[];
}

/** Nodes that are walked: the largest of 522 real news pages had 24,500. */
const MAX_NODES = 50_000;
/** Texts that are kept of each kind. */
const MAX_TEXTS = 300;
const MAX_HEADING_LENGTH = 400;
const MAX_TITLE_LENGTH = 2_000;
const MAX_BYLINE_LENGTH = 300;
const MAX_DATE_LENGTH = 200;
const TEXT_NODE = 3;
const ELEMENT_NODE = 1;
/** A text that begins like a byline. */
const CREDIT =
  /^\s{0,20}(?:by|von|par|por|door|di|av|af|autor(?:in)?(?:\/autor(?:in)?)?|author|auteur|text|geschrieben von|written by|posted by)(?:\s{0,20}:\s{0,20}|\s{1,20}(?=\p{Lu})|\s{0,20}$)/iu;
const YEAR_OR_DAY = /(?:19|20)\d\d|\d[./-]\d{1,2}[./-]\d\d/;

interface Collected {
  readonly meta: Map<string, string[]>;
  readonly properties: Map<string, string[]>;
  readonly links: Map<string, string>;
  readonly headings: Heading[];
  readonly dates: PlacedDate[];
  readonly bylines: Byline[];
  readonly imageTags: ImageTag[];
  readonly pictures: PlacedPicture[];
  readonly scripts: string[];
  documentTitle?: string;
  authorAt?: number;
}

/** @param url the address that served the page. */
export function readSignals(document: Document, url: string): PageScan {
  const found: Collected = {
    ...{ meta: new Map(), properties: new Map(), links: new Map() },
    ...{ headings: [], dates: [], bylines: [], imageTags: [], pictures: [], scripts: [] },
  };
  walk(document.documentElement, found);
  const root: Element | null = document.documentElement;
  const language = root === null ? undefined : (attributeOf(root, 'lang') ?? attributeOf(root, 'xml:lang'));
  return { url, base: baseAddress(document, url), ...(language ? { language } : {}), ...found };
}

/** Where the walk is: in a part that isn't the article's, and in which item of schema.org. */
interface Place {
  readonly root: Node;
  readonly isOutside: boolean;
  readonly ofArticle: boolean;
}

function walk(root: Node | null, found: Collected): void {
  const places: Place[] = [];
  let node = root;
  for (let at = 0; node !== null && at < MAX_NODES; at++) {
    const outer = places.at(-1);
    if (node.nodeType === ELEMENT_NODE) {
      const inner = visit(node as Element, at, outer, found);
      if (inner !== undefined) places.push(inner);
    } else if (node.nodeType === TEXT_NODE && outer?.isOutside !== true && node.parentNode?.nodeName !== 'SCRIPT') {
      visitText(node, at, found);
    }
    if (node.firstChild !== null) {
      node = node.firstChild;
      continue;
    }
    while (node !== null && node.nextSibling === null) {
      if (places.at(-1)?.root === node) places.pop();
      node = node.parentNode;
    }
    if (node === null) return;
    if (places.at(-1)?.root === node) places.pop();
    node = node.nextSibling;
  }
}

function visit(element: Element, at: number, outer: Place | undefined, found: Collected): Place | undefined {
  const name = element.localName;
  if (name === 'script') {
    if (/ld\+json/i.test(attributeOf(element, 'type') ?? '')) found.scripts.push(element.textContent ?? '');
    return undefined;
  }
  if (name === 'meta') visitMeta(element, outer, found);
  else if (name === 'link') visitLink(element, found);
  else if (name === 'title' && found.documentTitle === undefined) {
    found.documentTitle = textWithin(element, MAX_TITLE_LENGTH) ?? '';
  }
  const classes = classesOf(element);
  const isOutside = outer?.isOutside === true || isOutsideArticle(element, classes);
  const property = propertyOf(element);
  if (property !== undefined && outer?.ofArticle !== false && isNextAuthor(property, at, found)) {
    add(found.properties, property, () => propertyValue(element));
  }
  if (!isOutside) visitVisible(element, name, classes, property, at, found);
  const itemScope = attributeOf(element, 'itemscope');
  const typed = itemScope === undefined ? attributeOf(element, 'typeof') : (attributeOf(element, 'itemtype') ?? '');
  if (typed !== undefined) return { root: element, isOutside, ofArticle: isArticleScope(typed) };
  return isOutside === (outer?.isOutside ?? false)
    ? undefined
    : { root: element, isOutside, ofArticle: outer?.ofArticle ?? true };
}

/** Several authors stand side by side; what comes later on the page are those of other articles. */
function isNextAuthor(property: string, at: number, found: Collected): boolean {
  if (property !== 'author') return true;
  const isNext = at - (found.authorAt ?? at) <= MAX_AUTHOR_DISTANCE;
  if (isNext) found.authorAt = at;
  return isNext;
}
/** Nodes. */
const MAX_AUTHOR_DISTANCE = 60;

/** What a reader sees: headings, bylines and dates. */
function visitVisible(
  element: Element,
  name: string,
  classes: string,
  property: string | undefined,
  at: number,
  found: Collected,
): void {
  if (/^h[1-3]$/.test(name) && !isForScreenReaders(element))
    keep(found.headings, { text: textWithin(element, MAX_HEADING_LENGTH), at, level: Number(name[1]) });
  const isAuthor = property === 'author' || /(?:^|\s)author(?:\s|$)/i.test(attributeOf(element, 'rel') ?? '');
  if ((isAuthor || marksByline(classes)) && found.bylines.length < MAX_TEXTS) {
    keep(found.bylines, { text: textWithin(element, MAX_BYLINE_LENGTH), at, links: authorLinks(element) });
  }
  if (name === 'img' && found.pictures.length < MAX_TEXTS) {
    const picture = figurePicture(element, at);
    if (picture !== undefined) found.pictures.push(picture);
  }
  if (name === 'time') {
    const datetime = attributeOf(element, 'datetime')?.trim() || undefined;
    if (!/updat|modif/.test(classes))
      keep(found.dates, { text: datetime ?? textWithin(element, MAX_DATE_LENGTH), at, kind: 'time' });
  } else if (marksDate(classes)) {
    const text = textWithin(element, MAX_DATE_LENGTH);
    if (text !== undefined && YEAR_OR_DAY.test(text)) keep(found.dates, { text, at, kind: 'named' });
  }
}

function visitText(node: Node, at: number, found: Collected): void {
  const own = node.textContent ?? '';
  if (own.length > MAX_DATE_LENGTH) return;
  const line = (): string => (node.parentNode && textWithin(node.parentNode, MAX_DATE_LENGTH)) ?? own;
  if (YEAR_OR_DAY.test(own)) keep(found.dates, { text: line(), at, kind: 'text' });
  const credit = CREDIT.exec(own);
  if (credit !== null) {
    const isAlone = credit[0].length === own.length;
    const holder = isAlone ? node.parentNode?.parentNode : node.parentNode;
    keep(found.bylines, { text: holder ? textWithin(holder, MAX_BYLINE_LENGTH) : own.trim(), at, links: [] });
  }
}

function visitMeta(element: Element, outer: Place | undefined, found: Collected): void {
  const content = attributeOf(element, 'content')?.replace(/\s+/g, ' ').trim() ?? '';
  const name = attributeOf(element, 'property') ?? attributeOf(element, 'name') ?? '';
  const image = /^og:image(.*)$/i.exec(name)?.[1];
  if (image !== undefined && content !== '' && found.imageTags.length < MAX_TEXTS)
    found.imageTags.push([image.toLowerCase(), content]);
  if (name !== '' && outer?.ofArticle !== false) add(found.meta, name.toLowerCase(), () => content);
}

function visitLink(element: Element, found: Collected): void {
  const href = attributeOf(element, 'href')?.trim();
  if (!href) return;
  for (const relation of (attributeOf(element, 'rel') ?? '').toLowerCase().split(/\s+/)) {
    if (!found.links.has(relation)) found.links.set(relation, href);
  }
}

/** What is beyond the limits isn't read either: that has its price where elements are nested. */
function add(to: Map<string, string[]>, name: string, read: () => string): void {
  const values = to.get(name) ?? [];
  const value = values.length < MAX_TEXTS ? read() : '';
  if (value !== '') to.set(name, [...values, value]);
}

const keep = <T extends PlacedText>(to: T[], value: Omit<T, 'text'> & { readonly text: string | undefined }): void => {
  if (value.text && to.length < MAX_TEXTS) to.push(value as T);
};
