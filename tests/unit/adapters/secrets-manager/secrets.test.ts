import { expect, it } from 'vitest';
import { secretsManager } from '../../../../lambdas/adapters/secrets-manager/secrets.ts';
import { capturedFetch } from '../../../fakes/captured-fetch.ts';

const LAMBDA = {
  AWS_REGION: 'eu-west-1',
  AWS_ACCESS_KEY_ID: 'id',
  AWS_SECRET_ACCESS_KEY: 'secret',
  AWS_SESSION_TOKEN: 'token',
};
const read = (environment: NodeJS.ProcessEnv = LAMBDA) => secretsManager('News/feeds/', environment)('harbour');
const error = (type: string, words: object) => JSON.stringify({ __type: type, ...words });

it('a secret is read by one signed call of GetSecretValue', async () => {
  const requests = capturedFetch(200, JSON.stringify({ SecretString: '{"type":"bearer"}', VersionId: 'x' }));
  expect(await read()).toEqual({ kind: 'found', text: '{"type":"bearer"}' });
  expect(requests).toMatchObject([
    {
      method: 'POST',
      url: 'https://secretsmanager.eu-west-1.amazonaws.com/',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': 'secretsmanager.GetSecretValue',
        'x-amz-security-token': 'token',
        authorization: expect.stringMatching(/^AWS4-HMAC-SHA256 Credential=id\/\d+\/eu-west-1\/secretsmanager\//),
      },
      body: '{"SecretId":"News/feeds/harbour"}',
    },
  ]);
});

it.each<[string, object, string]>([
  [
    'AWS_ENDPOINT_URL_SECRETS_MANAGER',
    { AWS_ENDPOINT_URL_SECRETS_MANAGER: 'http://127.0.0.1:1/x', AWS_ENDPOINT_URL: 'http://127.0.0.1:2/' },
    'http://127.0.0.1:1/x',
  ],
  ['AWS_ENDPOINT_URL', { AWS_ENDPOINT_URL: 'http://127.0.0.1:2/' }, 'http://127.0.0.1:2/'],
])('an endpoint in %s is called instead of AWS', async (_, endpoints, url) => {
  const requests = capturedFetch(200, '{"SecretString":"x"}');
  await read({ ...LAMBDA, ...endpoints });
  expect(requests).toMatchObject([{ url }]);
});

it.each<[string, number, string, object]>([
  [
    'a secret that nobody has made is missing',
    400,
    error('ResourceNotFoundException', { Message: "Secrets Manager can't find the specified secret." }),
    { kind: 'missing', detail: "News/feeds/harbour: Secrets Manager can't find the specified secret" },
  ],
  [
    'a secret that is marked for deletion is missing',
    400,
    error('com.amazonaws.secretsmanager#InvalidRequestException', { message: 'It was marked for deletion.' }),
    { kind: 'missing', detail: 'News/feeds/harbour: It was marked for deletion' },
  ],
  [
    'a secret that the role may not read is unreadable',
    400,
    error('AccessDeniedException', { Message: `no${'!'.repeat(1_000)}` }),
    { kind: 'unreadable', detail: `News/feeds/harbour: no${'!'.repeat(298)}` },
  ],
  [
    'a secret whose key is not ours to use is unreadable',
    400,
    error('DecryptionFailure', {}),
    { kind: 'unreadable', detail: 'News/feeds/harbour: DecryptionFailure' },
  ],
  [
    'a secret of bytes is unreadable',
    200,
    '{"SecretBinary":"azc="}',
    { kind: 'unreadable', detail: 'News/feeds/harbour holds bytes, and no text' },
  ],
])('%s', async (_, status, body, reading) => {
  capturedFetch(status, body);
  expect(await read()).toEqual(reading);
});

it.each<[string, number, string, RegExp]>([
  ['a call that is throttled', 400, error('ThrottlingException', {}), /400 ThrottlingException to GetSecretValue/],
  [
    'an answer of another service',
    502,
    '<html>',
    /^Secrets Manager answered 502 {2}to GetSecretValue of News\/feeds\//,
  ],
])('%s is our own fault, and throws', async (_, status, body, message) => {
  capturedFetch(status, body);
  await expect(read()).rejects.toThrow(message);
});
