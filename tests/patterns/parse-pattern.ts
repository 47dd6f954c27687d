/** A regular expression as a tree. A character class, an escape and a dot are leaves: JavaScript itself says what they match. */
export type PatternNode =
  | { kind: 'char'; matches: (char: string) => boolean }
  | { kind: 'sequence'; parts: PatternNode[] }
  | { kind: 'choice'; options: PatternNode[] }
  | { kind: 'capture'; index: number; body: PatternNode }
  | { kind: 'look'; behind: boolean; negative: boolean; body: PatternNode }
  | { kind: 'repeat'; min: number; max: number; lazy: boolean; body: PatternNode }
  | { kind: 'assertion'; name: string; multiline: boolean }
  | { kind: 'reference'; index: number };

const TOKEN =
  /\(\?<?[=!]|\(\?<[^>]+>|\(\?[ims-]*:|[()|^$]|[*+?]\??|\{\d+(?:,\d*)?\}\??|\\(?:k<[^>]+>|[pP]\{[^}]+\}|u\{[^}]+\}|u[dD][89abAB]..\\u[dD][c-fC-F]..|u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[a-zA-Z]|[1-9]\d*|[\s\S])|[\s\S]/uy;

/** Reads a pattern that JavaScript accepts. */
export function parsePattern({ source, flags }: RegExp): PatternNode {
  const names = [
    ...source.replace(/\\[\s\S]|\[(?:\\[\s\S]|[^\]])*\]/g, '..').matchAll(/\((?!\?)|\(\?<(?![=!])([^>]+)>/g),
  ];
  const tokens = tokensOf(source, flags);
  let at = 0;
  let captures = 0;

  const choice = (modifiers: string): PatternNode => {
    const options = [sequence(modifiers)];
    while (tokens[at] === '|') {
      at++;
      options.push(sequence(modifiers));
    }
    at++;
    return options.length === 1 && options[0] !== undefined ? options[0] : { kind: 'choice', options };
  };

  const sequence = (modifiers: string): PatternNode => {
    const parts: PatternNode[] = [];
    while (at < tokens.length && tokens[at] !== '|' && tokens[at] !== ')') {
      parts.push(repeated(atom(tokens[at++] ?? '', modifiers)));
    }
    return { kind: 'sequence', parts };
  };

  const repeated = (body: PatternNode): PatternNode => {
    const [, sign, min, comma, max, lazy] = /^(?:([*+?])|\{(\d+)(,?)(\d*)\})(\??)$/.exec(tokens[at] ?? '') ?? [];
    if (lazy === undefined) return body;
    at++;
    const least = min === undefined ? (sign === '+' ? 1 : 0) : Number(min);
    const most = sign === '?' ? 1 : sign !== undefined || (comma && !max) ? Infinity : Number(max || min);
    return { kind: 'repeat', min: least, max: most, lazy: lazy === '?', body };
  };

  const atom = (token: string, modifiers: string): PatternNode => {
    if (token === '(' || /^\(\?<[^=!]/.test(token)) {
      captures++;
      return { kind: 'capture', index: captures, body: choice(modifiers) };
    }
    if (/^\(\?<?[=!]/.test(token)) {
      return { kind: 'look', behind: token.includes('<'), negative: token.endsWith('!'), body: choice(modifiers) };
    }
    if (token.startsWith('(?')) return choice(changed(modifiers, token));
    if (/^(?:[\^$]|\\[bB])$/.test(token)) {
      return { kind: 'assertion', name: token, multiline: modifiers.includes('m') };
    }
    const name = /^\\k<(.+)>$/.exec(token)?.[1];
    const index = name === undefined ? Number(/^\\(\d+)$/.exec(token)?.[1]) : names.findIndex((n) => n[1] === name) + 1;
    if (index >= 1 && index <= names.length) return { kind: 'reference', index };
    return { kind: 'char', matches: charTest(token, modifiers.replace(/[^isuv]/g, '')) };
  };

  return choice(flags);
}

/** Modifiers as they are within a group that begins with `(?i-m:`. */
function changed(modifiers: string, group: string): string {
  const [added = '', removed = ''] = group.slice(2, -1).split('-');
  return [...modifiers].filter((flag) => !removed.includes(flag)).join('') + added;
}

function tokensOf(source: string, flags: string): string[] {
  const tokens: string[] = [];
  for (let at = 0; at < source.length; ) {
    TOKEN.lastIndex = at;
    const token = source[at] === '[' ? classAt(source, at, flags) : (TOKEN.exec(source)?.[0] ?? '');
    tokens.push(token);
    at += token.length;
  }
  return tokens;
}

function classAt(source: string, start: number, flags: string): string {
  let depth = 0;
  for (let at = start; at < source.length; at++) {
    if (source[at] === '\\') at++;
    else if (source[at] === '[' && (depth === 0 || flags.includes('v'))) depth++;
    else if (source[at] === ']' && --depth === 0) return source.slice(start, at + 1);
  }
  throw new Error(`no end of a class: ${source}`);
}

const tests = new Map<string, (char: string) => boolean>();

function charTest(source: string, flags: string): (char: string) => boolean {
  const key = `${flags}/${source}`;
  let test = tests.get(key);
  if (test === undefined) {
    const known = new Map<string, boolean>();
    const pattern = new RegExp(`^(?:${source})$`, [...new Set(flags)].join(''));
    test = (char) => {
      let answer = known.get(char);
      if (answer === undefined) {
        answer = pattern.test(char);
        known.set(char, answer);
      }
      return answer;
    };
    tests.set(key, test);
  }
  return test;
}
