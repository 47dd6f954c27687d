import { decodeReferences } from './character-references.ts';

const TAG = /<\/?([a-z][a-z\d]*)\b[^<>]*>/gi;
/** Tags that stand for a space. */
const SPACING = /^(?:br|p|div|li|h[1-6]|td|tr)$/i;

/** A title or name that may be HTML as plain text. A `<` that begins no tag is text. */
export function feedPlainText(html: string): string {
  if (!/[<&]/.test(html)) return html;
  const withoutTags = html.replace(TAG, (_, name: string) => (SPACING.test(name) ? ' ' : ''));
  return decodeReferences(withoutTags).text.trim();
}
