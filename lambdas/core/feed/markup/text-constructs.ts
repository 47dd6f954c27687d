/**
 * How the `type` and `mode` of Atom's text constructs say to read their content (RFC 4287 §3.1.1, §4.1.3.3; Atom 0.3
 * §3.1).
 */
import type { Format } from './inline-markup.ts';
import { type Attributes, attributeValue } from './xml-attributes.ts';

/** Signs of HTML in a text without a type, which would make it plain text: an end tag, a void element, an entity. */
const HTML_SIGN = /<\/[a-z][a-z\d]*\s*>|<(?:br|hr|img|p)\b[^<>]*>|&(?:[a-z]{2,8}|#x?[\da-f]{1,6});/i;

/** @param text the content without its markup */
export function formatOf(attributes: Attributes, text: string): Format {
  const type = tokenOf(attributes, 'type');
  const isPlain = type !== undefined && isPlainText(type);
  if (tokenOf(attributes, 'mode') === 'base64') return { base64: true, plain: isPlain };
  if (type === undefined) return { plain: !HTML_SIGN.test(text) };
  return isPlain ? { plain: true } : { base64: isBinary(type) };
}

const tokenOf = (attributes: Attributes, name: string): string | undefined =>
  attributeValue(attributes, name)?.trim().toLowerCase();

const isMarkup = (type: string): boolean => /html|xml/.test(type);
const isPlainText = (type: string): boolean => type === 'text' || (type.startsWith('text/') && !isMarkup(type));
/** Any media type but text and XML is base64 (RFC 4287 §4.1.3.3). */
const isBinary = (type: string): boolean => type.includes('/') && !type.startsWith('text/') && !isMarkup(type);
