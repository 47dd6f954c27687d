import { expect, it } from 'vitest';
import { contentUsage } from '../../../../lambdas/core/rights/content-usage.ts';
import type { Said } from '../../../../lambdas/core/rights/rights.ts';

const no = 'disallowed';
const yes = 'allowed';

it.each<[source: string, sentence: string, text: string, expected: Said]>([
  ['vocab-08 §5', 'n disallows', 'train-ai=n', { train: no }],
  ['vocab-08 §5', 'y allows', 'train-ai=y, ai-use=y, search=y', { train: yes, ai: yes, search: yes }],
  ['vocab-08 §5', 'an empty value says nothing', '', {}],
  ['vocab-08 §5', 'a value that is a boolean is unknown', 'train-ai=?1, ai-use=?0', {}],
  ['vocab-08 §5', 'a value that is a string is unknown', 'train-ai="n"', {}],
  ['vocab-08 §5', 'a key without a value is unknown', 'train-ai', {}],
  ['vocab-08 §5', 'another token is unknown, whatever it means elsewhere', 'train-ai=no, search=yes, ai-use=Y', {}],
  ['vocab-08 §5', 'the name of a property of every object is unknown', 'train-ai=constructor', {}],
  ['vocab-08 §5', 'parameters are ignored', 'train-ai=n;until=2027;x=(, search=y', {}],
  [
    'vocab-08 §5',
    'well-formed parameters are ignored',
    'train-ai=n;until=2027;why="a, b", search=y',
    { train: no, search: yes },
  ],
  [
    'vocab-08 §5',
    'unknown labels are ignored',
    'bots=n, all=n, tdm=n, genai=n, train-genai=n, search=n',
    { search: no },
  ],
  ['vocab-08 §5', 'labels of RSL and of Content Signals are unknown', 'ai-train=n, ai-input=n', {}],
  ['RFC 9651 §4.2.2', 'of a key that is given twice the last counts', 'train-ai=n, train-ai=y', { train: yes }],
  [
    'RFC 9651 §4.2.2',
    'blanks and tabs may stand around commas',
    '  train-ai=n \t,\t search=y ',
    { train: no, search: yes },
  ],
  ['RFC 9651 §4.2.2', 'a comma at the end makes all unknown', 'train-ai=n,', {}],
  ['RFC 9651 §4.2.2', 'a missing comma makes all unknown', 'train-ai=n search=y', {}],
  ['RFC 9651 §3.1.2', 'a capital in a key makes all unknown', 'train-ai=n, Search=y', {}],
  ['RFC 9651 §4.2.2', 'a blank around the equals sign makes all unknown', 'train-ai = n', {}],
  [
    'RFC 9651 §3.3',
    'members of all other kinds are passed over',
    'a=1, b=-2.5, c="x\\"y", d=:aGk=:, e=?1, f=@1659578233, g=%"f%c3%bc", h=(1 "a";q=1 tok), i=*x/y:z, j;k, search=n',
    { search: no },
  ],
  ['RFC 9651 §3.1.1', 'an inner list that isn’t closed makes all unknown', 'a=(1 2, search=n', {}],
  ['RFC 9651 §3.3.3', 'a string that isn’t closed makes all unknown', 'a="x, search=n', {}],
  ['RFC 9651 §3.3.1', 'a number of 16 digits makes all unknown', 'a=1234567890123456, search=n', {}],
])('Content-Usage, %s: %s', (_, __, text, expected) => {
  expect(contentUsage(text)).toEqual(expected);
});

it.each([
  ['100,000 members', `${'a=1,'.repeat(100_000)}train-ai=n`, { train: no }],
  ['a key of a million letters', 'a'.repeat(1_000_000), {}],
  ['a million blanks', ' '.repeat(1_000_000), {}],
  ['a million opening brackets', `a=${'('.repeat(1_000_000)}`, {}],
  ['a list of 100,000 lists', `a=(${'('.repeat(100_000)}`, {}],
  ['a string of a million backslashes', `a="${'\\'.repeat(1_000_001)}`, {}],
  ['a million parameters', `train-ai=n${';a'.repeat(500_000)}`, { train: no }],
])('a preference with %s is read', (_, text, expected) => {
  expect(contentUsage(text)).toEqual(expected);
});
