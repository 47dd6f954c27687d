import { hash } from 'node:crypto';

/** Returns the first `bytes` bytes of the SHA-256 of the parts. Each part follows its length, so ('ab','c') ≠ ('a','bc'). */
export function digest(bytes: number, ...parts: readonly (string | undefined)[]): Buffer {
  const text = parts.map((part) => `${part?.length ?? -1}:${part ?? ''}`).join('');
  return hash('sha256', text, 'buffer').subarray(0, bytes);
}

/** Returns a 128-bit identifier of the parts, as 32 hexadecimal digits. */
export const contentId = (...parts: readonly (string | undefined)[]): string => digest(16, ...parts).toString('hex');

/** Returns a 128-bit identifier of bytes, as 32 hexadecimal digits. */
export const bytesId = (bytes: Uint8Array): string => hash('sha256', bytes, 'buffer').subarray(0, 16).toString('hex');
