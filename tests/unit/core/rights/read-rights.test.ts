import { expect, it } from 'vitest';
import { readRights } from '../../../../lambdas/core/rights/read-rights.ts';

it.each<[sentence: string, stored: unknown, expected: unknown]>([
  [
    'rights are read as they were stored',
    { train: 'disallowed', source: { train: 'page:tdm' } },
    { train: 'disallowed', source: { train: 'page:tdm' } },
  ],
  [
    'an unknown permission is unknown, and its source goes with it',
    { train: 'licensed', search: 'allowed', source: { train: 'page:tdm' } },
    { search: 'allowed', source: {} },
  ],
  ['a boolean is no permission', { train: true, ai: 'allowed' }, { ai: 'allowed', source: {} }],
  ['an unknown source is left out', { ai: 'allowed', source: { ai: 'page:telepathy' } }, { ai: 'allowed', source: {} }],
  [
    'a field of a later version is left out',
    { ai: 'allowed', mining: 'allowed', source: { mining: 'page:tdm' } },
    { ai: 'allowed', source: {} },
  ],
  [
    'an address that is none of the web is left out',
    { license: 'javascript:alert(1)', terms: 'data:text/html,x' },
    undefined,
  ],
  ['an address of a megabyte is left out', { license: `https://harbour.example/${'x'.repeat(1_000_000)}` }, undefined],
  ['a list is no address', { license: ['https://harbour.example/'], ai: 'allowed' }, { ai: 'allowed', source: {} }],
  ['inherited names are no fields', Object.create({ train: 'allowed' }), undefined],
  ['a source alone is nothing', { source: { train: 'page:tdm' } }, undefined],
  ['a text is nothing', 'allowed', undefined],
  ['null is nothing', null, undefined],
  ['a list is nothing', [{ train: 'allowed' }], undefined],
])('%s', (_, stored, expected) => {
  expect(readRights(stored)).toEqual(expected);
});
