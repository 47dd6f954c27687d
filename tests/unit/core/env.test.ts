import { describe, expect, it } from 'vitest';
import { decodeEnvironment, encodeEnvironment, integer, optionalText, text, words } from '../../../lambdas/core/env.ts';
import { EnvironmentError } from '../../../lambdas/core/errors.ts';

const declaration = { TABLE_NAME: text, TIMEOUT_MS: integer(100), ALLOWED_ORIGINS: words };
const rest = { TABLE_NAME: 'F', TIMEOUT_MS: '100', ALLOWED_ORIGINS: '' };

describe('an environment', () => {
  it.each([
    [
      'usual values come out as they went in',
      { TABLE_NAME: 'Feeds', TIMEOUT_MS: 15_000, ALLOWED_ORIGINS: ['http://127.0.0.1:8080'] },
    ],
    ['the smallest values come out as they went in', { TABLE_NAME: 'F', TIMEOUT_MS: 100, ALLOWED_ORIGINS: [] }],
    [
      'a list of several words and the largest number come out as they went in',
      { TABLE_NAME: 'a b', TIMEOUT_MS: 2 ** 53 - 1, ALLOWED_ORIGINS: ['http://a', 'http://b'] },
    ],
  ])('%s', (_, values) => {
    expect(decodeEnvironment(declaration, encodeEnvironment(declaration, values))).toEqual(values);
  });

  it('decoding names all missing and malformed variables at once', () => {
    const decode = () => decodeEnvironment(declaration, { TABLE_NAME: ' ', TIMEOUT_MS: '99' });
    expect(decode).toThrow(EnvironmentError);
    expect(decode).toThrow(
      'The environment is incomplete: TABLE_NAME must not be empty; TIMEOUT_MS must be a whole number of at least 100; ' +
        'ALLOWED_ORIGINS is not set.',
    );
  });

  it.each(['', ' ', '1.5', 'ten', '-1', '99', '1e400', 'NaN', '9007199254740992', '100 ms'])(
    'decoding refuses "%s" as a whole number of at least 100',
    (raw) => {
      const decode = () => decodeEnvironment(declaration, { ...rest, TIMEOUT_MS: raw });
      expect(decode).toThrow(/TIMEOUT_MS must be a whole number/);
    },
  );

  it('decoding passes over variables that are not declared', () => {
    expect(decodeEnvironment(declaration, { ...rest, PATH: '/bin' })).toEqual({
      TABLE_NAME: 'F',
      TIMEOUT_MS: 100,
      ALLOWED_ORIGINS: [],
    });
  });

  it('decoding ignores extra white space between and around the words of a list', () => {
    expect(decodeEnvironment(declaration, { ...rest, ALLOWED_ORIGINS: ' a  b ' }).ALLOWED_ORIGINS).toEqual(['a', 'b']);
  });

  it.each<[string, string | undefined, string, string | undefined]>([
    ['an optional text that is given comes out as it went in', 'A', 'A', 'A'],
    ['an optional text that is left out is encoded as an empty variable', undefined, '', undefined],
    ['an optional text of white space counts as left out', ' ', ' ', undefined],
    ['an optional text is decoded without the white space around it', ' A ', ' A ', 'A'],
  ])('%s', (_, value, encoded, decoded) => {
    const optional = { CONTACT: optionalText };
    expect(encodeEnvironment(optional, { CONTACT: value })).toEqual({ CONTACT: encoded });
    expect(decodeEnvironment(optional, { CONTACT: encoded })).toEqual({ CONTACT: decoded });
  });

  it('a whole number may be 0 if its declaration names no minimum', () => {
    expect(decodeEnvironment({ DAYS: integer() }, { DAYS: '0' })).toEqual({ DAYS: 0 });
  });

  it.each(['', ' ', '-1'])('decoding refuses "%s" as a whole number of at least 0', (raw) => {
    expect(() => decodeEnvironment({ DAYS: integer() }, { DAYS: raw })).toThrow(/at least 0/);
  });
});
