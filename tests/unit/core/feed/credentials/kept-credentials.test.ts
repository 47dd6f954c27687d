import { expect, it } from 'vitest';
import { keptCredentials } from '../../../../../lambdas/core/feed/credentials/kept-credentials.ts';
import type { SecretReading } from '../../../../../lambdas/core/feed/credentials/secret-store.ts';

const secret = (token: string): SecretReading => ({
  kind: 'found',
  text: JSON.stringify({ type: 'bearer', origin: 'https://feeds.example', token }),
});

/** Credentials over secrets by name, which a test may change. */
function setUp(secrets: Record<string, SecretReading>) {
  const reads: string[] = [];
  let minutes = 0;
  const read = async (name: string): Promise<SecretReading> => {
    reads.push(name);
    return secrets[name] ?? { kind: 'missing', detail: 'nobody knows it' };
  };
  const kept = keptCredentials(read, () => new Date(minutes * 60_000));
  const pass = (more: number): void => {
    minutes += more;
  };
  return { kept, reads, pass };
}

it('a secret is read once in five minutes', async () => {
  const { kept, reads, pass } = setUp({ a: secret('one'), b: secret('two') });
  expect(await kept.find('a')).toMatchObject({ kind: 'found', isKept: false });
  await kept.find('b');
  pass(4.9);
  expect(await kept.find('a')).toMatchObject({ kind: 'found', isKept: true });
  pass(0.2);
  expect(await kept.find('a')).toMatchObject({ kind: 'found', isKept: false });
  expect(reads).toEqual(['a', 'b', 'a']);
});

it('a secret that is wanted anew is read again, and kept', async () => {
  const secrets = { a: secret('one') };
  const { kept, reads } = setUp(secrets);
  const before = await kept.find('a');
  secrets.a = secret('two');
  const anew = await kept.find('a', true);
  expect('header' in before && 'header' in anew && anew.header.equals(before.header)).toBe(false);
  expect(await kept.find('a')).toMatchObject({ isKept: true });
  expect(reads).toEqual(['a', 'a']);
});

it('a secret that is missing or can’t be used has a reason, and is looked for again at the next poll', async () => {
  const secrets: Record<string, SecretReading> = { b: { kind: 'found', text: 'k7' } };
  const { kept } = setUp(secrets);
  expect(await kept.find('a')).toEqual({
    kind: 'failed',
    reason: 'credentials-missing',
    detail: 'The credentials "a" are missing: nobody knows it.',
  });
  expect(await kept.find('b')).toEqual({
    kind: 'failed',
    reason: 'credentials-invalid',
    detail: 'The secret of the credentials "b" can\'t be used: it must be a JSON object.',
  });
  secrets['a'] = secret('one');
  expect(await kept.find('a')).toMatchObject({ kind: 'found' });
});

it('a secret that has been deleted is not used from the next reading on', async () => {
  const secrets: Record<string, SecretReading> = { a: secret('one') };
  const { kept, pass } = setUp(secrets);
  await kept.find('a');
  delete secrets['a'];
  pass(6);
  expect(await kept.find('a')).toMatchObject({ reason: 'credentials-missing' });
  expect(await kept.find('a')).toMatchObject({ reason: 'credentials-missing' });
});
