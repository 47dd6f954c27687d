/**
 * Returns the text with ASCII digits for Arabic, Persian, Devanagari and Bengali digits. The code points of the Arabic and
 * Persian zeros end in 0, of the Devanagari and Bengali zeros in 6.
 */
export const asciiDigits = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06F0-\u06F9\u0966-\u096F\u09E6-\u09EF]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String((code - (code < 0x900 ? 0 : 6)) % 16);
  });
