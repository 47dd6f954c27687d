import { describe, expect, it } from 'vitest';
import { signingEnvironment } from '../../../lambdas/adapters/signing-environment.ts';
import { unguessable } from '../../../lambdas/adapters/unguessable.ts';

describe('the signing environment', () => {
  it.each([
    [
      'has region and credentials of a Lambda',
      {
        AWS_REGION: 'eu-west-1',
        AWS_ACCESS_KEY_ID: 'id',
        AWS_SECRET_ACCESS_KEY: 'secret',
        AWS_SESSION_TOKEN: 'token',
      },
      { region: 'eu-west-1', credentials: { accessKeyId: 'id', secretAccessKey: 'secret', sessionToken: 'token' } },
    ],
    [
      'has no session token if the environment has none',
      { AWS_REGION: 'eu-west-1', AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'secret' },
      { region: 'eu-west-1', credentials: { accessKeyId: 'id', secretAccessKey: 'secret' } },
    ],
    ['is empty if the environment is empty', {}, { region: '', credentials: { accessKeyId: '', secretAccessKey: '' } }],
  ])('the signing environment %s', (_, environment, expected) => {
    expect(signingEnvironment(environment)).toStrictEqual(expected);
  });
});

describe('an unguessable text', () => {
  it('an unguessable text has 32 characters that are safe in a URL', () => {
    for (let n = 0; n < 100; n++) expect(unguessable()).toMatch(/^[A-Za-z0-9_-]{32}$/);
  });

  it('two unguessable texts differ', () => {
    expect(unguessable()).not.toBe(unguessable());
  });
});
