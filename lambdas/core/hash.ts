import { createHash } from 'node:crypto';

/** Returns the first `bytes` bytes of the SHA-256 of the parts. Each part follows its length, so ('ab','c') ≠ ('a','bc'). */
export function digest(bytes: number, ...parts: readonly (string | undefined)[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part?.length ?? -1}:${part ?? ''}`);
  return hash.digest().subarray(0, bytes);
}

/** Returns a 128-bit identifier of the parts, as 32 hexadecimal digits. */
export const contentId = (...parts: readonly (string | undefined)[]): string => digest(16, ...parts).toString('hex');

/** Returns a 128-bit identifier of bytes, as 32 hexadecimal digits. */
export const bytesId = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest().subarray(0, 16).toString('hex');
