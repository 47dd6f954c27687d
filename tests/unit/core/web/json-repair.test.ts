import { describe, expect, it } from 'vitest';
import { repairedJson } from '../../../../lambdas/core/web/json-repair.ts';

describe('JSON is read', () => {
  it.each<[string, string, unknown]>([
    ['as it is', '{"a": [1, "b"]}', { a: [1, 'b'] }],
    ['with a comma too many in an object', '{"a": 1, }', { a: 1 }],
    ['with a comma too many in a list', '["a", "b",\n]', ['a', 'b']],
    ['with raw line breaks in a string', '{"a": "one\n\ttwo"}', { a: 'one  two' }],
    ['with quotation marks in a string', '{"a": "She said "no" to it", "b": 1}', { a: 'She said "no" to it', b: 1 }],
    ['with escapes that there are not', String.raw`{"a": "It\'s"}`, { a: "It's" }],
    ['with escapes that there are', String.raw`{"a": "\u00e9\n\"", "b": 1,}`, { a: 'é\n"', b: 1 }],
    ['in a comment of HTML', '<!-- {"a": 1} -->', { a: 1 }],
    ['in a CDATA section', '//<![CDATA[\n{"a": 1}\n//]]>', { a: 1 }],
    ['with a semicolon behind', '{"a": 1};', { a: 1 }],
    ['with its quotation marks as entities', '{&quot;a&quot;: 1}', { a: 1 }],
    ['several objects in a row', '{"a": 1}{"b": 2}', [{ a: 1 }, { b: 2 }]],
    ['several objects with commas between', '{"a": 1},\n{"b": 2}', [{ a: 1 }, { b: 2 }]],
    ['but not when it ends in the middle', '{"a": {"b": 1}', undefined],
    ['but not when it is text', 'function () { return }', undefined],
    ['but not when there is none', '', undefined],
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
  ])('a million %s come to an end', (_, text) => {
    expect(() => repairedJson(text)).not.toThrow();
  });
});
