/** Returns the text with ASCII digits for the digits of all scripts. */
export const asciiDigits = (text: string): string => text.replace(/(?!\d)\p{Nd}/gu, digitValue);

const values = new Map<string, string>();

/** Unicode encodes decimal digits in runs of tens (The Unicode Standard, §4.6), some of which touch each other. */
function digitValue(digit: string): string {
  const known = values.get(digit);
  if (known !== undefined) return known;
  const code = digit.codePointAt(0) ?? 0;
  let start = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(start - 1))) start--;
  const value = String((code - start) % 10);
  values.set(digit, value);
  return value;
}
