/** The script of a text, and the scripts in which a language is written. */

/** ISO 15924 codes that `Intl.Locale` uses, most frequent first: the first that most letters are in is the text's. */
const SCRIPTS =
  'Latn Cyrl Arab Deva Grek Hebr Thai Beng Taml Telu Gujr Knda Mlym Sinh Guru Orya Mymr Khmr Laoo Geor Armn Ethi Tibt ' +
  'Mong Thaa Olck Mtei Tfng Nkoo Syrc Cans Cher Adlm Java';
/** Of scripts that are written together: Japanese is kana with Chinese characters, Korean may have a few of these. */
const EAST_ASIAN = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/gu;
const KANA = /[\p{sc=Hiragana}\p{sc=Katakana}]/gu;
/** Min share of kana among a Japanese text's characters; a Chinese text may have the odd Japanese name. */
const MIN_KANA = 0.05;

const patterns = new Map<string, RegExp>();
function lettersOf(script: string): RegExp {
  const known = patterns.get(script);
  if (known !== undefined) return known;
  const pattern = new RegExp(`\\p{sc=${script}}`, 'gu');
  patterns.set(script, pattern);
  return pattern;
}

export interface TextScript {
  /** ISO 15924: `Jpan` for kana with Chinese characters, `Hani` for Chinese characters alone, `Kore` for Hangul. */
  readonly code: string;
  readonly letters: number;
  /** The share of the text's letters that are in the script, over a half. */
  readonly share: number;
}

/** Returns the script of over half of a text's letters; undefined if no script has as many. */
export function scriptOf(text: string): TextScript | undefined {
  const all = count(text, /\p{L}/gu);
  const found = (code: string, letters: number) =>
    letters * 2 > all ? { code, letters, share: letters / all } : undefined;
  for (const code of SCRIPTS.split(' ', 3)) {
    const script = found(code, count(text, lettersOf(code)));
    if (script !== undefined) return script;
  }
  const characters = count(text, EAST_ASIAN);
  const eastAsian = found(count(text, KANA) >= characters * MIN_KANA ? 'Jpan' : 'Hani', characters);
  if (eastAsian !== undefined) return eastAsian;
  const hangul = found('Kore', count(text, lettersOf('Hang')));
  if (hangul !== undefined) return hangul;
  for (const code of SCRIPTS.split(' ').slice(3)) {
    const script = found(code, count(text, lettersOf(code)));
    if (script !== undefined) return script;
  }
  return undefined;
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Scripts beside the usual one in which news is written. */
const OTHER_SCRIPTS: Readonly<Record<string, string>> = {
  az: 'Cyrl Arab',
  be: 'Latn',
  bs: 'Cyrl',
  crh: 'Cyrl',
  ha: 'Arab',
  kk: 'Latn Arab',
  kok: 'Latn Knda',
  ks: 'Deva',
  ku: 'Arab Cyrl',
  ky: 'Latn Arab',
  mn: 'Mong',
  mni: 'Mtei',
  ms: 'Arab',
  pa: 'Arab',
  ro: 'Cyrl',
  sat: 'Deva Beng',
  sd: 'Deva',
  sr: 'Latn',
  tg: 'Latn Arab',
  tk: 'Cyrl Arab',
  tt: 'Latn',
  ug: 'Cyrl Latn',
  uz: 'Cyrl Arab',
  vi: 'Hani',
};

/** Whether a language is written in a script; undefined if nobody knows the language's scripts. */
export function isWrittenIn(language: string, script: string): boolean | undefined {
  const usual = new Intl.Locale(language).maximize().script;
  if (usual === undefined) return undefined;
  const scripts = [usual.replace(/^Han[st]$/, 'Hani'), ...(OTHER_SCRIPTS[language]?.split(' ') ?? [])];
  return scripts.includes(script) || (usual === 'Jpan' && script === 'Hani');
}

/** Returns the language that most texts in a script are in, by Unicode's likely subtags; undefined if there is none. */
export function languageOfScript(script: string): string | undefined {
  const { language } = new Intl.Locale(`und-${script}`).maximize();
  return language === 'und' ? undefined : language;
}
