import { createHmac, createSecretKey, hash, type KeyObject } from 'node:crypto';

type Secret = string | ArrayBuffer | ArrayBufferView;

/**
 * SHA-256 for the SDK's signer, in one call of OpenSSL. The SDK's own class makes a hash object and copies it, and makes a key for
 * each HMAC, though each call is signed with the same two keys.
 */
export class OneCallSha256 {
  readonly digestLength = 32;
  readonly #key: KeyObject | undefined;
  #chunks: Uint8Array[] = [];

  /** @param secret of an HMAC; without it, the digest is a plain hash */
  constructor(secret?: Secret) {
    this.#key = secret === undefined ? undefined : keyOf(secret);
  }

  update(chunk: string | ArrayBuffer | ArrayBufferView): void {
    this.#chunks.push(bytesOf(chunk));
  }

  async digest(): Promise<Uint8Array> {
    const data = this.#chunks.length === 1 && this.#chunks[0] ? this.#chunks[0] : Buffer.concat(this.#chunks);
    return this.#key === undefined
      ? hash('sha256', data, 'buffer')
      : createHmac('sha256', this.#key).update(data).digest();
  }

  reset(): void {
    this.#chunks = [];
  }
}

/** The keys of secrets. A process has one secret of its credentials; the signer keeps the keys of a day that it derives from it. */
const ofTexts = new Map<string, KeyObject>();
const ofBytes = new WeakMap<object, KeyObject>();

function keyOf(secret: Secret): KeyObject {
  const known = typeof secret === 'string' ? ofTexts.get(secret) : ofBytes.get(secret);
  if (known !== undefined) return known;
  const key = createSecretKey(bytesOf(secret));
  if (typeof secret === 'string') ofTexts.set(secret, key);
  else ofBytes.set(secret, key);
  return key;
}

function bytesOf(data: Secret): Uint8Array {
  if (typeof data === 'string') return Buffer.from(data);
  return ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data);
}
