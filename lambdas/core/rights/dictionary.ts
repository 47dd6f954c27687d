/**
 * Dictionaries of structured fields (RFC 9651 §4.2.2), as far as preferences need them: a member whose value is a token has this token,
 * any other member has none. Strict, because a dictionary with a fault says nothing. Small, because a library that gives all
 * values takes more of the reader's bundle than the rest of this room.
 */

const KEY = /[a-z*][a-z\d_.*-]*/y;
const TOKEN = /[A-Za-z*][\w!#$%&'*+.^`|~:/-]*/y;
/** Numbers, strings, byte sequences, booleans, dates and display strings (RFC 9651 §3.3). */
const OTHER_ITEM =
  /-?(?:\d{1,12}\.\d{1,3}|\d{1,15})|"(?:[ !#-[\]-~]|\\["\\])*"|:[A-Za-z\d+/=]*:|\?[01]|@-?\d{1,15}|%"(?:[ !#$&-~]|%[\da-f]{2})*"/y;
const SPACES = / */y;
const COMMA = /[ \t]*,[ \t]*/y;

/** @returns the token of each member, undefined for a member with another value; undefined if the dictionary has a fault */
export function dictionaryTokens(text: string): ReadonlyMap<string, string | undefined> | undefined {
  const input = new Input(text);
  const members = new Map<string, string | undefined>();
  input.skip(SPACES);
  while (!input.isAtEnd()) {
    const key = input.take(KEY);
    if (key === undefined) return undefined;
    let token: string | undefined;
    if (input.skip(EQUALS)) {
      token = input.take(TOKEN);
      if (token === undefined && !input.skip(OTHER_ITEM) && !skipInnerList(input)) return undefined;
    }
    if (!skipParameters(input)) return undefined;
    members.set(key, token);
    if (input.skip(END)) break;
    if (!input.skip(COMMA) || input.isAtEnd()) return undefined;
  }
  return members;
}

const EQUALS = /=/y;
const SEMICOLON = /;/y;
const OPENING = /\(/y;
const CLOSING = /\)/y;
const END = / *$/y;

/** A text, and how far it has been read. */
class Input {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  isAtEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const [taken] = pattern.exec(this.#text) ?? [];
    if (taken !== undefined) this.#at += taken.length;
    return taken;
  }

  skip(pattern: RegExp): boolean {
    return this.take(pattern) !== undefined;
  }
}

const skipItem = (input: Input): boolean => input.skip(TOKEN) || input.skip(OTHER_ITEM);

function skipParameters(input: Input): boolean {
  while (input.skip(SEMICOLON)) {
    input.skip(SPACES);
    if (!input.skip(KEY)) return false;
    if (input.skip(EQUALS) && !skipItem(input)) return false;
  }
  return true;
}

function skipInnerList(input: Input): boolean {
  if (!input.skip(OPENING)) return false;
  input.skip(SPACES);
  for (let isSeparated = true; !input.skip(CLOSING); isSeparated = input.take(SPACES) !== '')
    if (!isSeparated || !skipItem(input) || !skipParameters(input)) return false;
  return skipParameters(input);
}
