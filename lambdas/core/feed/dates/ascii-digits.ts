/**
 * A text with ASCII digits for Arabic, Persian, Devanagari and Bengali ones, of which the latter two begin in the
 * middle of a row of Unicode.
 */
export const asciiDigits = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06F0-\u06F9\u0966-\u096F\u09E6-\u09EF]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String((code - (code < 0x900 ? 0 : 6)) % 16);
  });
