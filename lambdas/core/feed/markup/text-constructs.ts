/** What the `type` and `mode` of Atom's text constructs say of their content (RFC 4287 §3.1.1 and §4.1.3.3; Atom 0.3 §3.1). */
import type { Format } from './inline-markup.ts';
import type { Attributes } from './xml-tokens.ts';

/** Signs of HTML in a text whose type isn't stated, which would make it plain text: an end tag, a void element, an entity. */
const HTML_SIGN = /<\/[a-z][a-z\d]*\s*>|<(?:br|hr|img|p)\b[^<>]*>|&(?:[a-z]{2,8}|#x?[\da-f]{1,6});/i;

/** @param text the content without its markup, or its beginning */
export function formatOf(attributes: Attributes, text: string): Format {
  const [type, mode] = ['type', 'mode'].map((name) =>
    attributes
      .find(([each]) => each.toLowerCase() === name)?.[1]
      .trim()
      .toLowerCase(),
  );
  const isPlain = type === 'text' || (type?.startsWith('text/') === true && !/html|xml/.test(type));
  if (mode === 'base64') return { base64: true, plain: isPlain };
  if (type === undefined) return { plain: !HTML_SIGN.test(text) };
  if (isPlain) return { plain: true };
  return { base64: type.includes('/') && !/^text\/|html|xml/.test(type) };
}
