/**
 * The text with ASCII digits for Arabic, Persian, Devanagari and Bengali digits. The latter two begin at a code point
 * that ends in 6, the former two at one that ends in 0.
 */
export const asciiDigits = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06F0-\u06F9\u0966-\u096F\u09E6-\u09EF]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String((code - (code < 0x900 ? 0 : 6)) % 16);
  });
