/**
 * A publisher's XML as `rss-parser` likes it: well-formed, with the usual prefixes, one kind of RSS, and HTML as text. It
 * holds what we read and nothing else, so that it is parsed faster than the original. See docs/polling.md, "What is read".
 */
import { escapeMarkup } from '../markup/character-references.ts';
import { type OpenElement, readOutline } from '../markup/feed-outline.ts';
import { attributeNamed, isAddress, isEntry, isRoot } from '../markup/feed-vocabulary.ts';
import { absoluteLinks } from '../markup/html-links.ts';
import type { InlineMarkup } from '../markup/inline-markup.ts';
import { formatOf } from '../markup/text-constructs.ts';
import { type ItemDates, newestItems } from './newest-items.ts';
import { PUBLISHED, UPDATED } from './normalise-feed.ts';

export interface CanonicalFeed {
  readonly xml: string;
  /** The HTML of the document: where it belongs, the XML has its number. Parsing it once is enough. */
  readonly texts: readonly string[];
  /** The document had faults that were mended. */
  readonly repaired: boolean;
  /** Items of the document that are not in the XML. */
  readonly leftOut: number;
}

interface CanonicalItem extends ItemDates {
  xml: string;
  published?: string;
  updated?: string;
}

/** Characters of an attribute; an address of more is none (`absolute-url.ts`). */
const MAX_ATTRIBUTE_LENGTH = 8_192;

/** @returns `no-root` when no element is the root of a feed, `ruin` when its structure is broken and no item is whole */
export function canonicalFeed(document: string, baseUrl: string): CanonicalFeed | 'no-root' | 'ruin' {
  const newest = newestItems<CanonicalItem>((each) => each);
  const texts: string[] = [];
  let channel = '';
  let language = '';
  let item: CanonicalItem | undefined;
  let isAtom = false;
  let hasChannel = false;
  const write = (xml: string): void => {
    if (item === undefined) channel += xml;
    else item.xml += xml;
  };
  const enterRoot = ({ element: { name }, attributes }: OpenElement): void => {
    if (name === 'feed') isAtom = true;
    if (name === 'feed' || name === 'channel') hasChannel = true;
    language = attributes.find(([each]) => each.toLowerCase() === 'xml:lang')?.[1] ?? language;
  };

  const { root, faulty, mended } = readOutline(document, baseUrl, {
    enter(box) {
      if (isRoot(box.element)) return enterRoot(box);
      if (isEntry(box.element)) item = { xml: '' };
      write(`<${box.element.name}${attributesOf(box)}>`);
    },
    leave({ element }) {
      if (isRoot(element)) return;
      write(`</${element.name}>`);
      if (!isEntry(element) || item === undefined) return;
      newest.add(item);
      item = undefined;
    },
    value(leaf, content) {
      // Atom's links have a name that rss-parser doesn't know: it throws at one without attributes.
      const name = isAtom && leaf.element.name === 'link' ? 'atom:link' : leaf.element.name;
      if (typeof content === 'string') {
        if (item !== undefined && PUBLISHED.includes(name)) item.published ??= content;
        if (item !== undefined && UPDATED.includes(name)) item.updated ??= content;
        write(`<${name}${attributesOf(leaf)}>${textNode(plainOf(leaf, content))}</${name}>`);
      } else write(`<${name}>${texts.push(htmlOf(leaf, content, isAtom)) - 1}</${name}>`);
    },
    text(text) {
      if (text.trim() !== '') write(textNode(text));
    },
  });

  // An item that is still open when the document ends was cut off, and is left out; those before it are whole.
  if (root === undefined) return 'no-root';
  const { items, leftOut } = newest.chosen();
  if (items.length === 0 && (mended || !hasChannel)) return 'ruin';
  const attribute = language === '' ? '' : ` xml:lang="${escapeMarkup(language)}"`;
  const body = channel + items.map((each) => each.xml).join('');
  const xml = isAtom
    ? `<feed${attribute}>${body}</feed>`
    : `<rss version="2.0"><channel${attribute}>${body}</channel></rss>`;
  return { xml, texts, repaired: faulty || mended, leftOut };
}

function plainOf({ element, base }: OpenElement, content: string): string {
  const url = element.kind === 'url' && base !== undefined ? URL.parse(content.trim(), base) : null;
  return url?.href ?? content;
}

function htmlOf({ element, attributes, base }: OpenElement, content: InlineMarkup, isAtom: boolean): string {
  const isConstruct = isAtom || element.name.startsWith('atom:');
  const html = content.html(isConstruct ? formatOf(attributes, content.html({})) : {});
  return base === undefined ? html : absoluteLinks(html, base);
}

function attributesOf({ attributes, base }: OpenElement): string {
  let xml = '';
  for (const [written, value] of attributes) {
    const name = attributeNamed(written);
    if (name === undefined || value.length > MAX_ATTRIBUTE_LENGTH || xml.includes(` ${name}="`)) continue;
    const isRelative = isAddress(name) && base !== undefined && URL.canParse(value.trim(), base);
    xml += ` ${name}="${escapeMarkup(isRelative ? new URL(value.trim(), base).href : value)}"`;
  }
  return xml;
}

const textNode = (text: string): string =>
  /[&<>]/.test(text) ? `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>` : text;
