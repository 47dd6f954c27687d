/** Character references of XML and HTML, decoded as browsers decode them and publishers mean them. */
import { decodeHTMLStrict } from 'entities';
import { type EscapedRun, escapedRunAt } from './escaped-bytes.ts';

const REFERENCE = /&(?:#(\d{1,8}|[xX][\dA-Fa-f]{1,8})|([A-Za-z][A-Za-z\d]{1,31}));/y;
/** Characters that XML forbids, even as a reference (XML 1.0 §2.2). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what the pattern looks for
const FORBIDDEN = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what the pattern looks for
const ANY_CONTROL = /[\0-\x08\x0B\x0C\x0E-\x1F\x80-\x9F\uFFFE\uFFFF]/;
const WESTERN_CONTROL = /[\x80-\x9F]/;

interface Reference {
  /** In characters. */
  readonly length: number;
  readonly character: string;
  /** The publisher has made a fault, which is mended here. */
  readonly isFault: boolean;
}

/** The names of XML itself (XML 1.0 §4.6). Nearly all references are these, so they are found without a pattern. */
const XML_REFERENCES: readonly (readonly [written: string, Reference])[] = (
  [
    ['&lt;', '<'],
    ['&gt;', '>'],
    ['&amp;', '&'],
    ['&quot;', '"'],
    ['&apos;', "'"],
  ] as const
).map(([written, character]) => [written, { length: written.length, character, isFault: false }]);

/** The entities that a document declares (internal-entities.ts). */
export interface DeclaredEntities {
  /** Undefined if the reference at this place refers to none. @returns the reference's length, and what it stands for */
  referenceAt(text: string, at: number): { readonly length: number; readonly character: string } | undefined;
}

export interface Decoded {
  readonly text: string;
  /** The text had a bare `&`, a name that XML doesn't know, or a character that XML forbids. */
  readonly mended: boolean;
}

/**
 * Replaces the references of a text. An `&` that begins no reference is text.
 *
 * @param entities that the document declares; they go before those of HTML
 */
export function decodeReferences(text: string, entities?: DeclaredEntities): Decoded {
  let decoded = '';
  let mended = false;
  let from = 0;
  /**
   * The end of a run of bytes that aren't UTF-8. Within the run no byte is looked at as UTF-8 again: runs may be long.
   */
  let latinEnd = 0;
  for (let at = text.indexOf('&'); at !== -1; at = text.indexOf('&', Math.max(from, at + 1))) {
    const run = at < latinEnd ? undefined : escapedRunAt(text, at);
    latinEnd = run?.end ?? latinEnd;
    const found =
      utf8Reference(run, at) ??
      xmlReferenceAt(text, at) ??
      ownReference(entities, text, at) ??
      htmlReferenceAt(text, at);
    mended ||= found?.isFault ?? true;
    if (found === undefined) continue;
    decoded += text.slice(from, at) + found.character;
    from = at + found.length;
  }
  return { text: decoded + text.slice(from), mended };
}

/** A run of escaped bytes that are UTF-8, as one reference. */
const utf8Reference = (run: EscapedRun | undefined, at: number): Reference | undefined =>
  run?.letters === undefined ? undefined : { length: run.end - at, character: run.letters, isFault: true };

const xmlReferenceAt = (text: string, at: number): Reference | undefined =>
  XML_REFERENCES.find(([written]) => text.startsWith(written, at))?.[1];

function ownReference(entities: DeclaredEntities | undefined, text: string, at: number): Reference | undefined {
  const found = entities?.referenceAt(text, at);
  return found && { ...found, isFault: false };
}

/** A letter beyond U+FFFF whose two halves in UTF-16 were escaped one by one: `&#55357;&#56832;`. */
const PAIR = /&#(?:(5\d{4})|x(d[89ab][\da-f]{2}));&#(?:(5\d{4})|x(d[c-f][\da-f]{2}));/iy;

const PAIRS = new RegExp(PAIR.source, 'gi');

function pairAt(text: string, at: number): Reference | undefined {
  PAIR.lastIndex = at;
  const [written, high, highHex, low, lowHex] = PAIR.exec(text) ?? [];
  if (written === undefined) return undefined;
  const unit = (digits?: string, hex = ''): number =>
    digits === undefined ? Number.parseInt(hex, 16) : Number(digits);
  const character = String.fromCharCode(unit(high, highHex), unit(low, lowHex));
  const isPair = character.codePointAt(0) !== character.charCodeAt(0);
  return isPair ? { length: written.length, character, isFault: true } : undefined;
}

/** HTML in which both halves of a letter are one character; browsers would show neither. */
export const withWholePairs = (html: string): string =>
  ['&#5', '&#x', '&#X'].some((start) => html.includes(start))
    ? html.replace(PAIRS, (written) => pairAt(written, 0)?.character ?? written)
    : html;

/** A reference by number or by a name of HTML; undefined when no such reference begins here. */
function htmlReferenceAt(text: string, at: number): Reference | undefined {
  const pair = text[at + 1] === '#' ? pairAt(text, at) : undefined;
  if (pair !== undefined) return pair;
  REFERENCE.lastIndex = at;
  const [{ length } = '', digits, name = ''] = REFERENCE.exec(text) ?? [];
  const character = digits === undefined ? characterNamed(name) : characterNumbered(digits);
  return character === undefined ? undefined : { length, character, isFault: digits === undefined || character === '' };
}

/** The characters of names that were looked up before. */
const known = new Map<string, string | undefined>();
/** Max names in `known`, because strangers may make up any number; HTML has 2,125. */
const MAX_KNOWN = 3_000;

/** The character of an HTML name such as `eacute`; undefined when HTML has no such name. */
function characterNamed(name: string): string | undefined {
  if (known.has(name)) return known.get(name);
  const decoded = decodeHTMLStrict(`&${name};`);
  const character = decoded === `&${name};` ? undefined : decoded;
  if (known.size < MAX_KNOWN) known.set(name, character);
  return character;
}

/**
 * The character of a number; empty when no text may hold the character. 128 to 159 are controls in Unicode, but letters
 * of windows-1252 in HTML (HTML §13.2.5.80).
 */
function characterNumbered(digits: string): string {
  const code = /^x/i.test(digits) ? Number.parseInt(digits.slice(1), 16) : Number.parseInt(digits, 10);
  if (code > 0x10ffff) return '';
  const character = String.fromCodePoint(code);
  return hasForbidden(character) || !character.isWellFormed() ? '' : westernControls(character);
}

const hasForbidden = (text: string): boolean => FORBIDDEN.test(text);

/** The text without characters that XML forbids, and with letters of windows-1252 for controls of Latin-1. */
export function withoutControls(text: string): Decoded {
  if (!ANY_CONTROL.test(text)) return { text, mended: false };
  const mended = hasForbidden(text);
  return { text: westernControls(mended ? text.replace(new RegExp(FORBIDDEN, 'g'), '') : text), mended };
}

/** The controls of Latin-1 in their order, as windows-1252 reads their bytes. */
const WESTERN_LETTERS = new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 32 }, (_, n) => 0x80 + n));
/**
 * Length of the parts that are replaced one by one, in characters: all matches in 15 MB would take many times as much
 * memory.
 */
const PART_LENGTH = 65_536;

/** The text with letters of windows-1252 for controls of Latin-1, which no publisher means. */
function westernControls(text: string): string {
  if (!WESTERN_CONTROL.test(text)) return text;
  const letter = (control: string): string => WESTERN_LETTERS.charAt(control.charCodeAt(0) - 0x80);
  const parts: string[] = [];
  for (let at = 0; at < text.length; at += PART_LENGTH)
    parts.push(text.slice(at, at + PART_LENGTH).replace(/[\x80-\x9F]/g, letter));
  return parts.join('');
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as HTML or XML writes it. */
export const escapeMarkup = (text: string): string => text.replace(/[&<>"]/g, (c) => ESCAPES[c] ?? c);
