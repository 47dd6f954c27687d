/** The lines of plain text in HTML, where a line end is only white space. */

const EMPTY_LINES = /\n\s*\n/;

/**
 * Plain text as HTML: a line end is a `<br>`, and empty lines divide paragraphs. A single line has no tags.
 *
 * @param escaped the text with its `<` and `&` as HTML writes them
 */
export function linesToHtml(escaped: string): string {
  const text = escaped.trim().replace(/\r\n?|[\u2028\u2029]/g, '\n');
  return paragraphs(text, (paragraph) => paragraph.replaceAll('\n', '<br>\n'));
}

/** HTML without any tag: empty lines divide paragraphs, because nothing else does. */
export function emptyLinesToHtml(html: string): string {
  return html.includes('<') ? html : paragraphs(html.trim(), (paragraph) => paragraph);
}

function paragraphs(text: string, htmlOf: (paragraph: string) => string): string {
  if (!EMPTY_LINES.test(text)) return htmlOf(text);
  const divided = text.split(EMPTY_LINES).map((paragraph) => `<p>${htmlOf(paragraph.trim())}</p>`);
  return divided.join('\n');
}
