/**
 * How the `type` and `mode` of Atom's text constructs say to read their content (RFC 4287 §3.1.1, §4.1.3.3; Atom 0.3
 * §3.1), and the `type` of Media RSS. A text of Atom, Media RSS or iTunes that has no type is plain text.
 */
import type { Format } from './inline-markup.ts';
import { type Attributes, attributeValue } from './xml-attributes.ts';

/** Signs of HTML in a text without a type, which would make it plain text: an end tag, a void element, an entity. */
const HTML_SIGN = /<\/[a-z][a-z\d]*\s*>|<(?:br|hr|img|p)\b[^<>]*>|&(?:[a-z]{2,8}|#x?[\da-f]{1,6});/i;

/**
 * Signs of HTML in a title without a type. In a line of text a tag or a reference may be the subject ("The <br> tag",
 * "Escape &nbsp;"), so only a word or more between both tags is a sign, and a reference that touches a letter or digit.
 */
const ELEMENT_IN_TITLE = /<([a-z][a-z\d]*)(?:\s[^<>]*)?>(?!\s)[^<>]*(?<!\s)<\/\1\s*>/i;
const REFERENCE_IN_WORD =
  /[\p{L}\p{N}]&(?:[a-z]{2,8}\d{0,2}|#x?[\da-f]{1,6});|&(?:[a-z]{2,8}\d{0,2}|#x?[\da-f]{1,6});[\p{L}\p{N}]/iu;

/** @param text the content without its markup. @param isTitle of one line */
export function formatOf(attributes: Attributes, text: string, isTitle = false): Format {
  const type = tokenOf(attributes, 'type');
  const isPlain = type !== undefined && isPlainText(type);
  if (tokenOf(attributes, 'mode') === 'base64') return { base64: true, plain: isPlain };
  if (type === undefined) return { plain: !(isTitle ? hasHtmlInTitle(text) : HTML_SIGN.test(text)) };
  return isPlain ? { plain: true } : { base64: isBinary(type) };
}

const hasHtmlInTitle = (title: string): boolean => ELEMENT_IN_TITLE.test(title) || REFERENCE_IN_WORD.test(title);

const tokenOf = (attributes: Attributes, name: string): string | undefined =>
  attributeValue(attributes, name)?.trim().toLowerCase();

const isMarkup = (type: string): boolean => /html|xml/.test(type);
/** Media RSS says `plain`, Atom `text`. */
const isPlainText = (type: string): boolean =>
  type === 'text' || type === 'plain' || (type.startsWith('text/') && !isMarkup(type));
/** Any media type but text and XML is base64 (RFC 4287 §4.1.3.3). */
const isBinary = (type: string): boolean => type.includes('/') && !type.startsWith('text/') && !isMarkup(type);
