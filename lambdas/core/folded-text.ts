/**
 * Texts in one spelling, for comparison only: two sites draw the letters and digits of one text in different ways. What is
 * folded: docs/decisions/near-duplicates.md.
 */

/** The marks beyond thirty in a row: to normalise a row takes a time that grows with its square (see soundText in words.ts). */
const ROW_OF_MARKS = /(\p{M}{30})\p{M}+/gu;
/** Superscripts and subscripts, which NFKC would join to the figure before them. */
const RAISED = /[\u00B2\u00B3\u00B9\u2070-\u209C]/g;
/** Soft hyphens, characters without width, marks of direction, variation selectors; joints of Arabic have become spaces. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
/** Kurdish and Uyghur write a vowel as one letter, or as the Arabic letter `ه` with a non-joiner behind it. */
const ARABIC_E = /\u06D5/g;
/** Between Arabic letters the zero-width non-joiner divides words as a space does; elsewhere it only forms letters. */
const ARABIC_JOINT = /(?<=\p{sc=Arab})\u200C(?=\p{sc=Arab})/gu;
/** Vowel marks of Arabic and Hebrew, which few writers set; tatweel; the nukta of Indic letters; the dot that `İ` leaves. */
const OPTIONAL_MARKS =
  /[\u0640\u064B-\u065F\u0670\u06D6-\u06ED\u0591-\u05BD\u05BF-\u05C7\u093C\u09BC\u0A3C\u0B3C]|(?<=[iI])\u0307/g;

/**
 * Letters that keyboards and writers of one language exchange: the one that stands for all, and the others. Marked as pure,
 * so that a bundle in which nothing is folded leaves the table out.
 */
const LETTERS = /* @__PURE__ */ (() =>
  new Map(
    [
      ['\u0902', '\u0901'], // anusvara and candrabindu
      ['ی', 'يىئ'],
      ['ک', 'ك'],
      ['ا', 'أإآٱ'],
      ['و', 'ؤ'],
      ['ه', 'ةۀہھۂۃ'],
      ['.', '٫'],
      [',', '٬'],
      ['"', '״'],
      ["'", '’‘ʼʻ׳`´′'],
      ['е', 'ё'],
      ['Е', 'Ё'],
      ['ş', 'ș'],
      ['Ş', 'Ș'],
      ['ţ', 'ț'],
      ['Ţ', 'Ț'],
      ['I', 'İ'],
      ['ss', 'ß'],
      ['σ', 'ς'],
      ['α', 'ά'],
      ['ε', 'έ'],
      ['η', 'ή'],
      ['ι', 'ίϊΐ'],
      ['ο', 'ό'],
      ['υ', 'ύϋΰ'],
      ['ω', 'ώ'],
      ['Α', 'Ά'],
      ['Ε', 'Έ'],
      ['Η', 'Ή'],
      ['Ι', 'ΊΪ'],
      ['Ο', 'Ό'],
      ['Υ', 'ΎΫ'],
      ['Ω', 'Ώ'],
    ].flatMap(([folded = '', letters = '']) => [...letters].map((letter) => [letter, folded] as const)),
  ))();
/** All of these others. */
const FOLDED = /[\u0901يىئكأإآٱؤةۀہھۂۃ٫٬״’‘ʼʻ׳`´′ёЁșȘțȚİßςάέήίϊΐόύϋΰώΆΈΉΊΪΌΎΫΏ]/g;
const OTHER_DIGIT = /[\p{Nd}--[0-9]]/gv;

/** Serbian is written in two scripts, letter by letter. These letters only Serbian and Macedonian have. */
const SERBIAN = /[ђјљњћџЂЈЉЊЋЏ]/;
const OTHER_CYRILLIC = /[ыэъщьюяйіїєґўѓќѕ]/i;
const LATIN_LETTERS = /* @__PURE__ */ (() =>
  new Map(
    'а-a б-b в-v г-g д-d ђ-đ е-e ж-ž з-z и-i ј-j к-k л-l љ-lj м-m н-n њ-nj о-o п-p р-r с-s т-t ћ-ć у-u ф-f х-h ц-c ч-č џ-dž ш-š'
      .split(' ')
      .flatMap((pair) => {
        const [cyrillic = '', latin = ''] = pair.split('-');
        const capital = latin.charAt(0).toUpperCase() + latin.slice(1);
        return [[cyrillic, latin] as const, [cyrillic.toUpperCase(), capital] as const];
      }),
  ))();
const inOneScript = (text: string): string =>
  SERBIAN.test(text) && !OTHER_CYRILLIC.test(text)
    ? text.replace(/\p{sc=Cyrl}/gu, (letter) => LATIN_LETTERS.get(letter) ?? letter)
    : text;

const digits = new Map<string, string>();
/** The ASCII digit of a decimal digit. Unicode lists the digits of a script in a row, from its zero on. */
function asciiDigit(digit: string): string {
  const known = digits.get(digit);
  if (known !== undefined) return known;
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  const value = String((code - zero) % 10);
  digits.set(digit, value);
  return value;
}

const APOSTROPHES = /[’‘]/g;
/** A text of Latin and Russian or Ukrainian letters of which none is folded, with the usual signs: most texts. */
const PLAIN =
  /^[\0-_a-~\u00A0-\u00A7\u00A9\u00AB\u00AC\u00AE\u00B0\u00B1\u00B6\u00B7\u00BB\u00BF-\u00DE\u00E0-\u012F\u0131\u0134-\u013E\u0141-\u0148\u014A-\u017E\u0404\u0406\u0407\u0410-\u044F\u0454\u0456\u0457\u0490\u0491\u2010-\u2015\u201A\u201C-\u201E\u2022\u2026\u2039\u203A\u20AC]*$/;

/** Returns a text without invisible characters and in one spelling, in its own letter case. */
export function unifiedText(text: string): string {
  const plain = text.replace(APOSTROPHES, "'");
  return PLAIN.test(plain) ? plain : unified(plain);
}

const unified = (text: string): string =>
  inOneScript(text)
    .replace(ROW_OF_MARKS, '$1')
    .replace(RAISED, ' ')
    .normalize('NFKC')
    .replace(ARABIC_E, '\u0647\u200C')
    .replace(ARABIC_JOINT, ' ')
    .replace(INVISIBLE, '')
    .replace(OPTIONAL_MARKS, '')
    .replace(FOLDED, (letter) => LETTERS.get(letter) ?? letter)
    .replace(OTHER_DIGIT, asciiDigit);

/** The same in lower case. */
export const foldedText = (text: string): string => unifiedText(text).toLowerCase().replaceAll('ς', 'σ');
