/** The signature of a hub's announcement (WebSub §7.1, `X-Hub-Signature: method=hex`). */
import { createHmac, timingSafeEqual } from 'node:crypto';

const METHODS: ReadonlySet<string> = new Set(['sha1', 'sha256', 'sha384', 'sha512']);

/** Whether the body was signed with the secret. A wrong signature takes as long as the right signature. */
export function isSigned(body: Uint8Array, signature: string | undefined, secret: string): boolean {
  const [, name = '', digest = ''] = /^\s*(\w{1,10})=([0-9a-f]{40,128})\s*$/i.exec(signature ?? '') ?? [];
  const method = name.toLowerCase();
  if (!METHODS.has(method)) return false;
  const expected = createHmac(method, secret).update(body).digest();
  // A digit too many would be dropped in silence.
  return digest.length === expected.length * 2 && timingSafeEqual(Buffer.from(digest, 'hex'), expected);
}

/** Compares two texts in a time that doesn't tell how many of their characters agree. */
export function isSameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
