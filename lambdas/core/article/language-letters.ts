/** Languages that the detector doesn't know, but that have letters which no language known to the detector has. */

/**
 * By script: the letters of a language's alphabet that the detector's languages in that script lack. Alphabets: CLDR,
 * exemplar characters.
 */
const ALPHABETS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Cyrl: {
    mk: 'ѓќѕ',
    kk: 'әғқңөұүһ',
    ky: 'ңөү',
    mn: 'өү',
    tt: 'әөүҗңһ',
    ba: 'әғҙҡңөҫүһ',
    tg: 'ғӣқӯҳҷ',
    uz: 'қғҳ',
    ug: 'әғқңөүһҗ',
    cv: 'ӑӗҫӳ',
    os: 'ӕ',
    sah: 'ҕҥөһү',
    ab: 'ӷқҟҧҭҳҵӡҽҿәҩ',
  },
  Arab: {
    ps: 'ټډړږښځڅۍېګڼ',
    sd: 'ٻڀٺٽٿڄڃڇڌڏڊڍڙڦڪڳڱڻ',
    ug: 'ېۇۈۋڭۆ',
    ku: 'ڕڵۆێ',
    ks: 'ٲٳۄؠ',
  },
  Beng: { as: 'ৰৱ' },
  Ethi: { ti: 'ቐቑቒቓቔቕቖቘኸኹኺኻኼኽኾኣኧዀዅ' },
  Hebr: { yi: 'װױײ\u05BF' },
  Latn: { mt: 'ħġċ', cy: 'ŵŷ', eo: 'ĉĝĥĵŝŭ' },
};

/** Min share of a text's letters that are such letters: a foreign name may have one. */
const MIN_SHARE = 0.005;
/** Max number of times that a text may have a letter that its language's alphabet lacks, as a share of all such letters. */
const MAX_FOREIGN = 0.2;

/** Other letters of the languages above that Russian, or Persian and Urdu, lack: a text may have no rarer ones. */
const COMMON: Readonly<Record<string, string>> = { mk: 'јљњџ', uz: 'ў' };

/**
 * Returns the language whose alphabet has a text's rare letters; of several the one with the smallest alphabet. Undefined
 * if the text has too few such letters.
 *
 * @param letters number of the text's letters
 */
export function languageByLetters(text: string, script: string, letters: number): string | undefined {
  const alphabets = Object.entries(ALPHABETS[script] ?? {});
  if (alphabets.length === 0) return undefined;
  const among = new Set(alphabets.flatMap(([, alphabet]) => [...alphabet]));
  const rare = [...text.toLowerCase()].filter((letter) => among.has(letter));
  if (rare.length === 0 || rare.length < letters * MIN_SHARE) return undefined;
  const [best] = alphabets
    .map(([code, alphabet]) => ({
      code,
      size: alphabet.length,
      foreign: rare.filter((letter) => !alphabet.includes(letter)).length,
    }))
    .sort((a, b) => a.foreign - b.foreign || a.size - b.size);
  return best !== undefined && best.foreign <= rare.length * MAX_FOREIGN ? best.code : undefined;
}

/**
 * Whether a text lacks the letters that any text of a language in this script has. False proves nothing: the alphabet
 * may have no letters of its own.
 */
export function lacksLettersOf(language: string, script: string, text: string): boolean {
  const alphabet = ALPHABETS[script]?.[language];
  if (alphabet === undefined || script === 'Latn') return false;
  const own = new Set([...alphabet, ...(COMMON[language] ?? '')]);
  return ![...text.toLowerCase()].some((letter) => own.has(letter));
}
