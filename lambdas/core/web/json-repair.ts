/** JSON as publishers' templates write it. */

/** Levels; what is nested deeper describes no article, and would be walked by us. */
const MAX_DEPTH = 64;

/**
 * A JSON text, mended where it is clear what was meant: raw line breaks and quotation marks in strings, escapes that
 * JSON doesn't know, commas before a closing bracket, several objects in a row, and a comment or CDATA mark around the
 * whole. Linear.
 *
 * @returns undefined when it can't be mended; a list when there are several values.
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
      if (++depth > MAX_DEPTH) return undefined;
    }
    if (char === '}' || char === ']') {
      depth--;
      while (/^[,\s]$/.test(out.at(-1) ?? '')) out.pop();
    }
    if (depth < 0) return undefined;
    out.push(char);
    // Between values stand the ends of comments, semicolons, and what else a template leaves behind.
    at = depth === 0 ? firstBracket(text, at + 1) : at + 1;
  }
  return values > 1 ? `[${out.join('')}]` : out.join('');
}

function firstBracket(text: string, from: number): number {
  const pattern = /[[{]/g;
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? text.length;
}

/** What follows a string in JSON, trailing commas included; elsewhere a quotation mark is part of the string. */
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
