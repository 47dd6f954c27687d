import { createHash, createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { OneCallSha256 } from '../../../lambdas/adapters/one-call-sha256.ts';

const digestOf = async (chunks: readonly (string | Uint8Array)[], secret?: string | Uint8Array): Promise<string> => {
  const hash = new OneCallSha256(secret);
  for (const chunk of chunks) hash.update(chunk);
  return Buffer.from(await hash.digest()).toString('hex');
};
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const hmac = (secret: string, text: string): string => createHmac('sha256', secret).update(text).digest('hex');

describe('OneCallSha256', () => {
  it.each<[string, Promise<string>, string]>([
    ['a text is hashed', digestOf(['ferry']), sha256('ferry')],
    ['a text beyond ASCII is hashed as UTF-8', digestOf(['Fähre ⛴']), sha256('Fähre ⛴')],
    ['nothing is hashed', digestOf([]), sha256('')],
    ['chunks are hashed as one', digestOf(['fer', Buffer.from('ry')]), sha256('ferry')],
    ['a text is signed with a text', digestOf(['ferry'], 'secret'), hmac('secret', 'ferry')],
    ['a text is signed with bytes', digestOf(['ferry'], Buffer.from('secret')), hmac('secret', 'ferry')],
    ['another secret signs otherwise', digestOf(['ferry'], 'other'), hmac('other', 'ferry')],
    [
      'a part of a buffer is a secret',
      digestOf(['ferry'], Buffer.from('a secret').subarray(2)),
      hmac('secret', 'ferry'),
    ],
  ])('%s', async (_, digest, expected) => {
    expect(await digest).toBe(expected);
  });

  it('a secret signs two texts, one after the other', async () => {
    const secret = Buffer.from('secret');
    expect(await digestOf(['ferry'], secret)).toBe(hmac('secret', 'ferry'));
    expect(await digestOf(['boat'], secret)).toBe(hmac('secret', 'boat'));
  });

  it('a hash that is reset forgets its chunks', async () => {
    const hash = new OneCallSha256();
    hash.update('ferry');
    hash.reset();
    hash.update('boat');
    expect(Buffer.from(await hash.digest()).toString('hex')).toBe(sha256('boat'));
  });
});
