/**
 * Dictionaries of structured fields (RFC 9651 §4.2.2), as far as preferences need them: which token each member has. Strict, because a
 * dictionary with a fault says nothing. Own, because a library that gives all values takes more of a bundle than all other files here.
 */

const KEY = String.raw`[a-z*][a-z\d_.*-]*`;
const TOKEN = "[A-Za-z*][\\w!#$%&'*+.^`|~:/-]*";
/** Numbers, strings, byte sequences, booleans, dates and display strings (RFC 9651 §3.3). */
const OTHER = String.raw`-?(?:\d{1,12}\.\d{1,3}|\d{1,15})|"(?:[ !#-[\]-~]|\\["\\])*"|:[A-Za-z\d+/=]*:|\?[01]|@-?\d{1,15}|%"(?:[ !#$&-~]|%[\da-f]{2})*"`;
const PARAMETERS = `(?:; *${KEY}(?:=(?:${TOKEN}|${OTHER}))?)*`;
const ITEM = `(?:${TOKEN}|${OTHER})${PARAMETERS}`;
const INNER_LIST = String.raw`\( *(?:${ITEM}(?: +${ITEM})* *)?\)`;
/** A member, and the comma behind it. Linear, because no two of its parts begin alike. */
const MEMBER = new RegExp(
  `(${KEY})(?:=(?:(${TOKEN})|${OTHER}|${INNER_LIST}))?${PARAMETERS}(?:[ \\t]*,[ \\t]*(?=.)|$)`,
  'y',
);

/** @returns the token of each member, undefined for a member with another value; undefined if the dictionary has a fault */
export function dictionaryTokens(text: string): ReadonlyMap<string, string | undefined> | undefined {
  const dictionary = text.trim();
  const members = new Map<string, string | undefined>();
  for (let at = 0; at < dictionary.length; at = MEMBER.lastIndex) {
    MEMBER.lastIndex = at;
    const [, key, token] = MEMBER.exec(dictionary) ?? [];
    if (key === undefined) return undefined;
    members.set(key, token);
  }
  return members;
}
