/** Collects the parts of a page that its metadata is read from, in one walk over the DOM. */
import { isRsl } from '../../rights/header-rights.ts';
import { baseAddress } from '../page/base-address.ts';
import { licensePlace } from '../page/license-place.ts';
import { attributeOf, classesOf, isArticleScope, isOutsideArticle } from '../page/markup-classifier.ts';
import { textWithin } from '../page/text-within.ts';
import { addValue, type Collected, MAX_PARTS, nothingCollected, type PageScan } from './page-scan.ts';
import { scanText, scanVisible } from './scan-visible.ts';
import { propertyOf, propertyValue } from './schema-properties.ts';

/** Max number of nodes that are walked: the largest of 522 real news pages had 24,500 (`npm run eval -- --pages`). */
const MAX_NODES = 50_000;
/** In characters. */
const MAX_TITLE_LENGTH = 2_000;
/** Max distance between two authors of the article, in nodes. */
const MAX_AUTHOR_DISTANCE = 60;
/** Max number of feeds that a page may name: a page with more names other people's. */
const MAX_FEEDS = 50;
/** Max RSL documents that are read; a page should have one. */
const MAX_RSL_DOCUMENTS = 20;
const TEXT_NODE = 3;
const ELEMENT_NODE = 1;

/** @param url the address that served the page. */
export function scanPage(document: Document, url: string): PageScan {
  const collected = nothingCollected();
  const root = document.documentElement;
  walk(root, collected);
  const language = attributeOf(root, 'lang') ?? attributeOf(root, 'xml:lang');
  return { url, base: baseAddress(document, url), ...(language ? { language } : {}), ...collected };
}

/** A subtree whose parts count otherwise than the parts around it. */
interface Place {
  readonly root: Node | undefined;
  /** Whether the subtree holds something else than the article, such as comments. */
  readonly isOutside: boolean;
  /** Whether the innermost schema.org item around a node describes the article. */
  readonly inArticleScope: boolean;
}

const WHOLE_PAGE: Place = { root: undefined, isOutside: false, inArticleScope: true };

function walk(root: Node, collected: Collected): void {
  const places: Place[] = [];
  let node: Node | null = root;
  for (let at = 0; node !== null && at < MAX_NODES; at++) {
    const outer = places.at(-1) ?? WHOLE_PAGE;
    if (node.nodeType === ELEMENT_NODE) {
      const inner = scanElement(node as Element, at, outer, collected);
      if (inner !== undefined) places.push(inner);
    } else if (node.nodeType === TEXT_NODE && !outer.isOutside && node.parentNode?.nodeName !== 'SCRIPT') {
      scanText(node, at, collected);
    }
    node = node.firstChild ?? followingNode(node, places);
  }
}

/** The next node after a node's subtree. Leaves the places that end with the subtree. */
function followingNode(from: Node, places: Place[]): Node | null {
  for (let node: Node | null = from; node !== null; node = node.parentNode) {
    if (places.at(-1)?.root === node) places.pop();
    if (node.nextSibling !== null) return node.nextSibling;
  }
  return null;
}

/** @returns the place that begins with the element; undefined if its parts count like those around it. */
function scanElement(element: Element, at: number, outer: Place, collected: Collected): Place | undefined {
  if (element.localName === 'script') {
    scanScript(element, collected);
    return undefined;
  }
  scanHead(element, outer, collected);
  const property = propertyOf(element);
  if (property !== undefined && outer.inArticleScope) scanProperty(element, property, at, collected);
  const classes = classesOf(element);
  const isOutside = outer.isOutside || isOutsideArticle(element, classes);
  if (!isOutside) scanVisible({ element, classes, property, at }, collected);
  return placeOf(element, isOutside, outer);
}

function placeOf(root: Element, isOutside: boolean, outer: Place): Place | undefined {
  const type = itemTypeOf(root);
  if (type !== undefined) return { root, isOutside, inArticleScope: isArticleScope(type) };
  return isOutside === outer.isOutside ? undefined : { root, isOutside, inArticleScope: outer.inArticleScope };
}

/** The type of a schema.org item, by microdata or RDFa; empty for microdata without a type. */
function itemTypeOf(element: Element): string | undefined {
  const isItem = attributeOf(element, 'itemscope') !== undefined;
  return isItem ? (attributeOf(element, 'itemtype') ?? '') : attributeOf(element, 'typeof');
}

function scanScript(script: Element, { scripts, rsl }: Collected): void {
  const type = attributeOf(script, 'type') ?? '';
  if (/ld\+json/i.test(type)) scripts.push(script.textContent ?? '');
  else if (isRsl(type) && rsl.length < MAX_RSL_DOCUMENTS) rsl.push(script.textContent ?? '');
}

function scanHead(element: Element, outer: Place, collected: Collected): void {
  if (element.localName === 'meta') scanMeta(element, outer, collected);
  else if (element.localName === 'link') scanLink(element, collected);
  else if (element.localName === 'a') scanLicense(element, collected);
  else if (element.localName === 'title') collected.documentTitle ??= textWithin(element, MAX_TITLE_LENGTH) ?? '';
}

function scanMeta(element: Element, outer: Place, { meta, imageTags }: Collected): void {
  const content = attributeOf(element, 'content')?.replace(/\s+/g, ' ').trim() ?? '';
  const name = attributeOf(element, 'property') ?? attributeOf(element, 'name') ?? '';
  const image = /^og:image(.*)$/i.exec(name)?.[1];
  if (image !== undefined && content !== '' && imageTags.length < MAX_PARTS)
    imageTags.push([image.toLowerCase(), content]);
  if (name !== '' && outer.inArticleScope) addValue(meta, name.toLowerCase(), () => content);
}

function scanLink(element: Element, { links, feeds, licenses }: Collected): void {
  const href = attributeOf(element, 'href')?.trim();
  if (!href) return;
  const relations = (attributeOf(element, 'rel') ?? '').toLowerCase().split(/\s+/);
  for (const relation of relations) if (!links.has(relation)) links.set(relation, href);
  // Readers' comments, in which somebody may have smuggled a link in, stand in the body.
  const isInHead = element.parentNode?.nodeName === 'HEAD';
  const isFeed = relations.includes('alternate') && FEED_TYPE.test(attributeOf(element, 'type') ?? '');
  if (isInHead && isFeed && feeds.length < MAX_FEEDS) feeds.push(href);
  if (isInHead && relations.includes('license') && licenses.length < MAX_PARTS)
    licenses.push({ href, type: attributeOf(element, 'type') ?? '', place: 'head' });
}

function scanLicense(link: Element, { licenses }: Collected): void {
  const href = attributeOf(link, 'href')?.trim();
  const isLicense = /(?:^|\s)license(?:\s|$)/i.test(attributeOf(link, 'rel') ?? '');
  if (href && isLicense && licenses.length < MAX_PARTS) licenses.push({ href, place: licensePlace(link) });
}

const FEED_TYPE = /^\s*application\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json)\b/i;

/** An article's authors stand side by side; an author far below the others is another article's. */
function scanProperty(element: Element, property: string, at: number, collected: Collected): void {
  if (property === 'author') {
    if (at - (collected.authorAt ?? at) > MAX_AUTHOR_DISTANCE) return;
    collected.authorAt = at;
  }
  addValue(collected.properties, property, () => propertyValue(element));
}
