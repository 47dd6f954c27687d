import { type Attributes, attributeValue } from './xml-attributes.ts';

/**
 * The absolute URL that `xml:base` sets (XML Base §3); undefined when a tag has none, or one that can't be resolved.
 */
export function xmlBaseOf(attributes: Attributes, outerBase: string): string | undefined {
  const written = attributeValue(attributes, 'xml:base');
  return written === undefined ? undefined : URL.parse(written, outerBase)?.href;
}
