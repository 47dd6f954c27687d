/** The script of a text, and the scripts in which a language is written. */

/** ISO 15924 codes that `Intl.Locale` uses, most frequent first: the first that most letters are in is the text's. */
const SCRIPTS: readonly (readonly [code: string, letters: RegExp])[] = [
  ['Latn', /\p{sc=Latn}/gu],
  ['Cyrl', /\p{sc=Cyrl}/gu],
  ['Arab', /\p{sc=Arab}/gu],
  // Of scripts that are written together: Japanese is kana with Chinese characters.
  ['Hani', /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/gu],
  ['Kore', /\p{sc=Hang}/gu],
  ['Deva', /\p{sc=Deva}/gu],
  ['Grek', /\p{sc=Grek}/gu],
  ['Hebr', /\p{sc=Hebr}/gu],
  ['Thai', /\p{sc=Thai}/gu],
  ['Beng', /\p{sc=Beng}/gu],
  ['Taml', /\p{sc=Taml}/gu],
  ['Telu', /\p{sc=Telu}/gu],
  ['Gujr', /\p{sc=Gujr}/gu],
  ['Knda', /\p{sc=Knda}/gu],
  ['Mlym', /\p{sc=Mlym}/gu],
  ['Sinh', /\p{sc=Sinh}/gu],
  ['Guru', /\p{sc=Guru}/gu],
  ['Orya', /\p{sc=Orya}/gu],
  ['Mymr', /\p{sc=Mymr}/gu],
  ['Khmr', /\p{sc=Khmr}/gu],
  ['Laoo', /\p{sc=Laoo}/gu],
  ['Geor', /\p{sc=Geor}/gu],
  ['Armn', /\p{sc=Armn}/gu],
  ['Ethi', /\p{sc=Ethi}/gu],
  ['Tibt', /\p{sc=Tibt}/gu],
  ['Mong', /\p{sc=Mong}/gu],
  ['Thaa', /\p{sc=Thaa}/gu],
  ['Olck', /\p{sc=Olck}/gu],
  ['Mtei', /\p{sc=Mtei}/gu],
  ['Tfng', /\p{sc=Tfng}/gu],
  ['Nkoo', /\p{sc=Nkoo}/gu],
  ['Syrc', /\p{sc=Syrc}/gu],
  ['Cans', /\p{sc=Cans}/gu],
  ['Cher', /\p{sc=Cher}/gu],
  ['Adlm', /\p{sc=Adlm}/gu],
  ['Java', /\p{sc=Java}/gu],
];
const KANA = /[\p{sc=Hiragana}\p{sc=Katakana}]/gu;
/** Min share of kana among a Japanese text's characters; a Chinese text may have the odd Japanese name. */
const MIN_KANA = 0.05;

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
  for (const [code, pattern] of SCRIPTS) {
    const letters = count(text, pattern);
    if (letters * 2 <= all) continue;
    const isJapanese = code === 'Hani' && count(text, KANA) >= letters * MIN_KANA;
    return { code: isJapanese ? 'Jpan' : code, letters, share: letters / all };
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
