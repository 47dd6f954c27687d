import type { DocumentBase } from '../../web/document-base.ts';
import { type Attributes, attributeValue } from './xml-attributes.ts';

/**
 * The base that `xml:base` sets (XML Base §3); undefined when a tag has none, or one that can't be resolved.
 */
export function xmlBaseOf(attributes: Attributes, outerBase: DocumentBase): DocumentBase | undefined {
  const written = attributeValue(attributes, 'xml:base');
  return written === undefined ? undefined : outerBase.within(written);
}
