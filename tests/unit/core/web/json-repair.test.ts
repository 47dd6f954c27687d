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
    ['a bracket in a string is part of the string', '{"a": "]}[{",}', { a: ']}[{' }],
    [
      'a quotation mark before a comma and a word is part of the string',
      '{"a": "He said "no", then left"}',
      { a: 'He said "no", then left' },
    ],
    ['a string ends before a comma and a number', '{"a": ["b", -1, "c", 2,]}', { a: ['b', -1, 'c', 2] }],
    [
      'a string ends before a comma and a word of JSON',
      '["a", true, "b", false, "c", null,]',
      ['a', true, 'b', false, 'c', null],
    ],
    ['a string ends before a comma and a bracket', '["a", ["b"], "c", {"d": 1},]', ['a', ['b'], 'c', { d: 1 }]],
    ['a string ends before a comma too many', '{"a": ["b", ], "c": {"d": "e", },}', { a: ['b'], c: { d: 'e' } }],
    ['several commas before a bracket are dropped', '[1, ,\n,]', [1]],
    ['a control character in a string becomes a space', '["a\u0001b\u001fc",]', ['a b c']],
    ['a backslash before a line break is dropped', '["a\\\nb",]', ['a b']],
    ['an escaped backslash is kept', String.raw`["a\\",]`, ['a\\']],
    ['an unknown escape behind a known escape loses its backslash', String.raw`["\n\x\u12",]`, ['\nxu12']],
    ['every escape of JSON is read', String.raw`["\"\\\/\b\f\n\r\t\u00E9",]`, ['"\\/\b\f\n\r\té']],
    ['entities stay entities if the text has quotation marks', '{"a": "&quot;b&quot;",}', { a: '&quot;b&quot;' }],
    ['a closing bracket before an opening bracket is ignored', '] {"a": 1}', { a: 1 }],
    ['a closing bracket too many ends the value', '{"a": 1}}', { a: 1 }],
    [
      '64 levels of nesting are read',
      `${'['.repeat(64)},${']'.repeat(64)}`,
      JSON.parse(`${'['.repeat(64)}${']'.repeat(64)}`),
    ],
    ['65 levels of nesting are refused if the JSON is broken', `${'['.repeat(65)},${']'.repeat(65)}`, undefined],
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
