import { describe, expect, it } from 'vitest';
import { decodeEnvironment, encodeEnvironment, integer, text, words } from '../../../lambdas/core/env.ts';
import { EnvironmentError } from '../../../lambdas/core/errors.ts';

const declaration = { TABLE_NAME: text, TIMEOUT_MS: integer(100), ALLOWED_ORIGINS: words };

describe('an environment', () => {
  it.each([
    ['usual values', { TABLE_NAME: 'Feeds', TIMEOUT_MS: 15_000, ALLOWED_ORIGINS: ['http://127.0.0.1:8080'] }],
    ['the smallest values', { TABLE_NAME: 'F', TIMEOUT_MS: 100, ALLOWED_ORIGINS: [] }],
    ['several words', { TABLE_NAME: 'a b', TIMEOUT_MS: 2 ** 53 - 1, ALLOWED_ORIGINS: ['http://a', 'http://b'] }],
  ])('is decoded to what was encoded: %s', (_, values) => {
    expect(decodeEnvironment(declaration, encodeEnvironment(declaration, values))).toEqual(values);
  });

  it('tells all that is wrong at once', () => {
    const decode = () => decodeEnvironment(declaration, { TABLE_NAME: ' ', TIMEOUT_MS: '99' });
    expect(decode).toThrow(EnvironmentError);
    expect(decode).toThrow(
      'The environment is incomplete: TABLE_NAME must not be empty; TIMEOUT_MS must be a whole number of at least 100; ' +
        'ALLOWED_ORIGINS is not set.',
    );
  });

  it.each(['', ' ', '1.5', 'ten', '-1', '99', '1e400', 'NaN', '9007199254740992', '100 ms'])(
    'takes "%s" for no whole number',
    (raw) => {
      const environment = { TABLE_NAME: 'F', TIMEOUT_MS: raw, ALLOWED_ORIGINS: '' };
      expect(() => decodeEnvironment(declaration, environment)).toThrow(/TIMEOUT_MS must be a whole number/);
    },
  );

  it('passes over variables that are not declared', () => {
    const environment = { TABLE_NAME: 'F', TIMEOUT_MS: '100', ALLOWED_ORIGINS: ' a  b ', PATH: '/bin' };
    expect(decodeEnvironment(declaration, environment)).toEqual({
      TABLE_NAME: 'F',
      TIMEOUT_MS: 100,
      ALLOWED_ORIGINS: ['a', 'b'],
    });
  });
});
