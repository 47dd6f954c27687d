/** Markup that is already escaped. Anything else that is put into a template gets escaped. */
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
 * The template tag of every page and feed: interpolated text is escaped for element content and for quoted attributes,
 * in a way that is right for HTML and for XML alike; `Markup` goes in as it is, lists are joined, `undefined` is nothing.
 */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(strings.reduce((done, text, index) => `${done}${render(parts[index - 1])}${text}`));
}

/** Wraps markup for a CDATA section, in which only the closing `]]>` has to be taken apart. */
export function cdata(content: Markup): Markup {
  return new Markup(`<![CDATA[${xmlCharacters(content.source).replaceAll(']]>', ']]]]><![CDATA[>')}]]>`);
}

/** JSON for a `<script>` element, where a `<` could otherwise end the script. */
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

/** What is no `Char` of XML 1.0 (section 2.2) can't be written in a document at all, not even as a reference. */
function xmlCharacters(text: string): string {
  return text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\u{FFFD}');
}
