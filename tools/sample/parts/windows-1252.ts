/** Each character of windows-1252 with its byte, taken from Node's decoder (WHATWG Encoding, section 9). */
const bytes = new Map(
  Array.from(
    { length: 256 },
    (_, byte) => [new TextDecoder('windows-1252').decode(Uint8Array.of(byte)), byte] as const,
  ),
);

/**
 * Encodes text in windows-1252, which Node can decode but not encode.
 * @throws {RangeError} if the encoding doesn't have a character
 */
export function encodeWindows1252(text: string): Buffer {
  return Buffer.from(
    Array.from(text, (character) => {
      const byte = bytes.get(character);
      if (byte === undefined) throw new RangeError(`windows-1252 has no "${character}": serve this text as UTF-8.`);
      return byte;
    }),
  );
}
