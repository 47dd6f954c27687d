import { chmodSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { secretsManager } from '../../../../../lambdas/adapters/secrets-manager/secrets.ts';
import { readFeedSecret, writeFeedSecret } from '../../../../../tools/local/emulators/feed-secrets.ts';
import { startSecretsServer } from '../../../../../tools/local/emulators/secrets-server.ts';
import { temporaryDirectory } from '../../../../../tools/local/machine/temporary-directory.ts';

const data = temporaryDirectory();
afterAll(() => data[Symbol.dispose]());
writeFeedSecret(data.path, 'harbour-desk', { type: 'bearer' });
const fileOf = (name: string): string => join(data.path, 'credentials', `${name}.json`);

it('a secret is written for its owner alone, and read again', () => {
  expect(statSync(fileOf('harbour-desk')).mode & 0o777).toBe(0o600);
  expect(readFeedSecret(data.path, 'harbour-desk', {})).toEqual({ kind: 'found', text: '{"type":"bearer"}\n' });
});

it('a secret in the environment goes before the file', () => {
  const environment = { WIREROOM_CREDENTIALS_HARBOUR_DESK: '{}' };
  expect(readFeedSecret(data.path, 'harbour-desk', environment)).toEqual({ kind: 'found', text: '{}' });
});

it.each([0o644, 0o640, 0o660, 0o601, 0o700])('a file with the mode %o is refused', (mode) => {
  writeFeedSecret(data.path, 'open', {});
  chmodSync(fileOf('open'), mode);
  expect(readFeedSecret(data.path, 'open', {})).toEqual({
    kind: 'unreadable',
    detail: `credentials/open.json has the mode ${mode.toString(8)}; only its owner may read it (chmod 600)`,
  });
  chmodSync(fileOf('open'), 0o600);
});

it('a secret that is nowhere is missing, with the places where it may be', () => {
  expect(readFeedSecret(data.path, 'a-b', {})).toEqual({
    kind: 'missing',
    detail:
      'there is neither WIREROOM_CREDENTIALS_A_B in the environment nor credentials/a-b.json in the data directory',
  });
});

it('a name that leads to another file is no name', () => {
  expect(readFeedSecret(data.path, '../endpoints', {})).toMatchObject({ kind: 'missing' });
});

it('a directory in the place of a file is unreadable', () => {
  mkdirSync(fileOf('folder'), { mode: 0o600 });
  expect(readFeedSecret(data.path, 'folder', {})).toMatchObject({ kind: 'unreadable' });
});

it('the local Secrets Manager answers the functions’ own call, and nobody who doesn’t know its path', async () => {
  await using server = await served();
  const read = secretsManager('Wireroom/feeds/', {
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_SECRETS_MANAGER: server.endpoint,
  });
  expect(await read('harbour-desk')).toEqual({ kind: 'found', text: '{"type":"bearer"}\n' });
  expect(await read('a-b')).toMatchObject({ kind: 'missing' });
  expect(await read('folder')).toMatchObject({ kind: 'unreadable' });
  const call = { method: 'POST', body: '{"SecretId":"Wireroom/feeds/harbour-desk"}' };
  expect((await fetch(new URL('/', server.endpoint), call)).status).toBe(403);
  expect((await fetch(server.endpoint)).status).toBe(403);
  expect((await fetch(server.endpoint, { method: 'POST', body: 'x' })).status).toBe(400);
});

const served = async () => {
  const { endpoint, stop } = await startSecretsServer(data.path);
  return { endpoint, [Symbol.asyncDispose]: stop };
};
