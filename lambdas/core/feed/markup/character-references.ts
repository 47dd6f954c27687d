/** Character references of XML and HTML, read as browsers read them and publishers mean them. */
import { decodeHTMLStrict } from 'entities';
import { escapedRunAt } from './escaped-bytes.ts';

const REFERENCE = /&(?:#(\d{1,8}|[xX][\dA-Fa-f]{1,8})|([A-Za-z][A-Za-z\d]{1,31}));/y;
/** What XML forbids, even as a reference (XML 1.0 §2.2). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const FORBIDDEN = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/;
/** The names of XML itself: nearly all that there are, so they are told without a pattern. */
const XML_NAMES = [
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&amp;', '&'],
  ['&quot;', '"'],
  ['&apos;', "'"],
] as const;

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const ANY_CONTROL = /[\0-\x08\x0B\x0C\x0E-\x1F\x80-\x9F\uFFFE\uFFFF]/;

const WESTERN_CONTROL = /[\x80-\x9F]/;

const known = new Map<string, string | undefined>();

export interface Decoded {
  readonly text: string;
  /** It had a bare `&`, a name that XML doesn't know, or a character that it forbids. */
  readonly mended: boolean;
}

/** Replaces the references of a text; what is none, is text itself. */
export function decodeReferences(text: string): Decoded {
  let decoded = '';
  let mended = false;
  let from = 0;
  /** In a run of bytes that aren't UTF-8 none is looked at as a byte again, for the rest of it may be long. */
  let latinTo = 0;
  for (let at = text.indexOf('&'); at !== -1; at = text.indexOf('&', Math.max(from, at + 1))) {
    const run = at < latinTo ? undefined : escapedRunAt(text, at);
    if (run?.letters !== undefined) {
      decoded += text.slice(from, at) + run.letters;
      from = run.to;
      mended = true;
      continue;
    }
    latinTo = run?.to ?? latinTo;
    const xml = XML_NAMES.find(([reference]) => text.startsWith(reference, at));
    const { length, character, isFault } =
      xml === undefined ? referenceAt(text, at) : { length: xml[0].length, character: xml[1], isFault: false };
    mended ||= isFault;
    if (length === 0) continue;
    decoded += text.slice(from, at) + character;
    from = at + length;
  }
  return { text: from === 0 ? text : decoded + text.slice(from), mended };
}

/** A reference by number or by a name of HTML; of length 0 when there is none. */
function referenceAt(text: string, at: number) {
  REFERENCE.lastIndex = at;
  const [reference = '', digits, name] = REFERENCE.exec(text) ?? [];
  const character = digits === undefined ? named(name ?? '') : numbered(digits);
  return {
    length: character === undefined ? 0 : reference.length,
    character: character ?? '',
    isFault: digits === undefined || character === '',
  };
}

/** The character of an HTML name such as `eacute`; undefined when there is none. */
function named(name: string): string | undefined {
  if (known.has(name)) return known.get(name);
  const decoded = decodeHTMLStrict(`&${name};`);
  const character = decoded === `&${name};` ? undefined : decoded;
  if (known.size < 3_000) known.set(name, character); // HTML has 2,125; strangers may make up any number
  return character;
}

/** 128 to 159 are controls in Unicode, but windows-1252 in HTML (§13.2.5.80). Empty for what no text may hold. */
function numbered(digits: string): string {
  const code = /^x/i.test(digits) ? Number.parseInt(digits.slice(1), 16) : Number.parseInt(digits, 10);
  if (code > 0x10ffff) return '';
  const character = String.fromCodePoint(code);
  return hasForbidden(character) || !character.isWellFormed() ? '' : westernControls(character);
}

const hasForbidden = (text: string): boolean => FORBIDDEN.test(text);

/** Without the characters that XML forbids, and with letters where there are controls of Latin-1. */
export function withoutControls(text: string): Decoded {
  if (!ANY_CONTROL.test(text)) return { text, mended: false };
  const mended = hasForbidden(text);
  return { text: westernControls(mended ? text.replace(new RegExp(FORBIDDEN, 'g'), '') : text), mended };
}

/** The controls of Latin-1 in their order, as windows-1252 reads their bytes. */
const WESTERN_LETTERS = new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 32 }, (_, n) => 0x80 + n));
/** Characters that are looked at together, for a list of all that is found in 15 MB is many times as large. */
const STRETCH = 65_536;

/** The controls of Latin-1, which no text has, as the letters of windows-1252 that they were. */
function westernControls(text: string): string {
  if (!WESTERN_CONTROL.test(text)) return text;
  const letter = (control: string): string => WESTERN_LETTERS.charAt(control.charCodeAt(0) - 0x80);
  const parts: string[] = [];
  for (let at = 0; at < text.length; at += STRETCH)
    parts.push(text.slice(at, at + STRETCH).replace(/[\x80-\x9F]/g, letter));
  return parts.join('');
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as HTML or XML says it. */
export const escapeMarkup = (text: string): string => text.replace(/[&<>"]/g, (c) => ESCAPES[c] ?? c);
