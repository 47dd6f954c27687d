/** Reads JSON that publishers' templates have broken. */

/** Max levels of nesting: values that are nested deeper describe no article, and cost time to walk. */
const MAX_DEPTH = 64;

/**
 * Reads a JSON text, and mends it if the intent is clear: raw line breaks and quotation marks in strings, escapes that
 * JSON doesn't know, commas before a closing bracket, several objects in a row, a comment or CDATA mark around the
 * whole. Linear.
 *
 * @returns undefined if the text can't be mended; a list if it holds several values
 */
export function repairedJson(text: string): unknown {
  return (
    parsed(text) ??
    parsed(mended((text.includes('"') ? text : text.replaceAll('&quot;', '"')).replaceAll('<![CDATA[', '')))
  );
}

function parsed(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function mended(text: string): string | undefined {
  const out: string[] = [];
  let depth = 0;
  let values = 0;
  for (let at = firstBracket(text, 0); at < text.length; ) {
    const char = text[at] ?? '';
    if (char === '"') {
      const end = endOfString(text, at + 1);
      out.push(`"${escaped(text.slice(at + 1, end))}"`);
      at = end + 1;
      continue;
    }
    if (char === '{' || char === '[') {
      if (depth === 0 && values++ > 0) out.push(',');
      depth++;
    } else if (char === '}' || char === ']') {
      dropTrailingCommas(out);
      depth--;
    }
    if (depth < 0 || depth > MAX_DEPTH) return undefined;
    out.push(char);
    // Between values stand semicolons, the ends of comments, and other rests of a template.
    at = depth === 0 ? firstBracket(text, at + 1) : at + 1;
  }
  return values > 1 ? `[${out.join('')}]` : out.join('');
}

function dropTrailingCommas(out: string[]): void {
  while (/^[,\s]$/.test(out.at(-1) ?? '')) out.pop();
}

function firstBracket(text: string, from: number): number {
  const pattern = /[[{]/g;
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? text.length;
}

/**
 * What follows a string in JSON, trailing commas included. A quotation mark before anything else is part of the string.
 */
const AFTER_STRING = /\s{0,200}(?:[:}\]]|,\s{0,200}(?:["{[\]}\d-]|true|false|null)|$)/y;

function endOfString(text: string, from: number): number {
  const pattern = /\\.|"/gs;
  pattern.lastIndex = from;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    AFTER_STRING.lastIndex = match.index + 1;
    if (match[0] === '"' && AFTER_STRING.test(text)) return match.index;
  }
  return text.length;
}

const escaped = (content: string): string =>
  content
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what JSON forbids in strings (RFC 8259 §7)
    .replace(/[\u0000-\u001f]/g, ' ')
    .replace(/\\(?:["\\/bfnrt]|u[\da-f]{4})|\\|"/gi, (found) => (found === '\\' ? '' : found === '"' ? '\\"' : found));
