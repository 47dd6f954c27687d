import { describe, expect, it } from 'vitest';
import { repairedJson } from '../../../../lambdas/core/web/json-repair.ts';

describe('repaired JSON', () => {
  it.each<[string, string, unknown]>([
    ['valid JSON is read as it is', '{"a": [1, "b"]}', { a: [1, 'b'] }],
    ['a trailing comma in an object is dropped', '{"a": 1, }', { a: 1 }],
    ['a trailing comma in a list is dropped', '["a", "b",\n]', ['a', 'b']],
    ['raw line breaks in a string become spaces', '{"a": "one\n\ttwo"}', { a: 'one  two' }],
    [
      'quotation marks in a string are kept',
      '{"a": "She said "no" to it", "b": 1}',
      { a: 'She said "no" to it', b: 1 },
    ],
    ['an unknown escape loses its backslash', String.raw`{"a": "It\'s"}`, { a: "It's" }],
    ['known escapes are read in broken JSON', String.raw`{"a": "\u00e9\n\"", "b": 1,}`, { a: 'é\n"', b: 1 }],
    ['JSON in a comment of HTML is read', '<!-- {"a": 1} -->', { a: 1 }],
    ['JSON in a CDATA section is read', '//<![CDATA[\n{"a": 1}\n//]]>', { a: 1 }],
    ['a semicolon behind JSON is ignored', '{"a": 1};', { a: 1 }],
    ['quotation marks may be entities', '{&quot;a&quot;: 1}', { a: 1 }],
    ['several objects in a row become a list', '{"a": 1}{"b": 2}', [{ a: 1 }, { b: 2 }]],
    ['several objects with commas between become a list', '{"a": 1},\n{"b": 2}', [{ a: 1 }, { b: 2 }]],
    ['JSON that ends in the middle is refused', '{"a": {"b": 1}', undefined],
    ['text is refused', 'function () { return }', undefined],
    ['an empty text is refused', '', undefined],
  ])('%s', (_, text, expected) => {
    expect(repairedJson(text)).toEqual(expected);
  });

  it.each([
    ['brackets', '['.repeat(1_000_000)],
    ['quotation marks', `{${'"'.repeat(1_000_000)}`],
    ['backslashes', `{"a": "${'\\'.repeat(999_999)}x`],
    ['blanks', `{"a"${' '.repeat(1_000_000)}`],
    ['commas', `[${','.repeat(1_000_000)}]x`],
    ['objects', '{}'.repeat(500_000)],
  ])('a text of a million %s is read to its end', (_, text) => {
    expect(() => repairedJson(text)).not.toThrow();
  });
});
