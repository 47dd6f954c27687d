/** Markup that is already escaped. A template escapes every other value. */
export class Markup {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
  toString(): string {
    return this.source;
  }
}

type Part = string | number | Markup | undefined | readonly Part[];

/**
 * The template tag of every page and feed. It escapes interpolated text for element content and quoted attributes, of
 * HTML and XML alike. `Markup` is inserted as it is, lists are joined, and `undefined` is left out.
 */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(strings.reduce((done, text, index) => `${done}${render(parts[index - 1])}${text}`));
}

/** Wraps markup in a CDATA section, and splits each `]]>` in the markup. */
export function cdata(content: Markup): Markup {
  return new Markup(`<![CDATA[${xmlCharacters(content.source).replaceAll(']]>', ']]]]><![CDATA[>')}]]>`);
}

/** Renders JSON for a `<script>` element. Escapes each `<`, which could end the script. */
export function scriptJson(value: unknown): Markup {
  return new Markup(JSON.stringify(value, undefined, 2).replaceAll('<', '\\u003c'));
}

function render(part: Part): string {
  if (part === undefined) return '';
  if (part instanceof Markup) return part.source;
  if (typeof part === 'object') return part.map(render).join('');
  return escapeText(String(part));
}

function escapeText(text: string): string {
  return xmlCharacters(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/**
 * Replaces characters that are no `Char` of XML 1.0 (section 2.2), because a document can't contain them in any form.
 */
function xmlCharacters(text: string): string {
  return text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\u{FFFD}');
}
