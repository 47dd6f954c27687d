/** The usual encodings of pages that are no UTF-8 and declare no encoding, by language. */

/**
 * The legacy encodings to try, in this order, by primary language (HTML §13.2.3.2, "suggested default encoding").
 * EUC-JP comes before Shift_JIS, because EUC-JP text often decodes as Shift_JIS.
 */
const ENCODINGS: Readonly<Record<string, readonly string[]>> = {
  ar: ['windows-1256'],
  az: ['windows-1254'],
  be: ['windows-1251'],
  bg: ['windows-1251'],
  cs: ['windows-1250'],
  el: ['iso-8859-7'],
  et: ['windows-1257'],
  fa: ['windows-1256'],
  he: ['windows-1255'],
  hr: ['windows-1250'],
  hu: ['iso-8859-2'],
  ja: ['euc-jp', 'shift_jis'],
  kk: ['windows-1251'],
  ko: ['euc-kr'],
  ky: ['windows-1251'],
  lt: ['windows-1257'],
  lv: ['windows-1257'],
  mk: ['windows-1251'],
  pl: ['iso-8859-2'],
  ru: ['windows-1251'],
  sk: ['windows-1250'],
  sl: ['iso-8859-2'],
  sr: ['windows-1251'],
  th: ['windows-874'],
  tr: ['windows-1254'],
  uk: ['windows-1251'],
  vi: ['windows-1258'],
  zh: ['gb18030'],
};

/** @param language BCP 47, as the page declares it */
export function localeEncodings(language: string): readonly string[] {
  const [primary = '', ...rest] = language.toLowerCase().split(/[-_]/);
  const isTraditional = primary === 'zh' && rest.some((part) => part === 'hant' || part === 'tw' || part === 'hk');
  return isTraditional ? ['big5'] : (ENCODINGS[primary] ?? []);
}
