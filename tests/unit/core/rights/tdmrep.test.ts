import { expect, it } from 'vitest';
import { type TdmStatement, tdmRights } from '../../../../lambdas/core/rights/tdmrep.ts';

const URL = 'https://harbour.example/news/1';
const page = (reservations: readonly string[], policy?: string): TdmStatement => ({
  source: 'page:tdm',
  reservations,
  policy,
});
const header = (reservations: readonly string[], policy?: string): TdmStatement => ({
  source: 'header:tdm',
  reservations,
  policy,
});
const reserved = { train: 'disallowed', ai: 'disallowed' };

it.each<[section: string, sentence: string, statements: readonly TdmStatement[], expected: object | undefined]>([
  [
    'Techniques',
    'a reservation disallows training and answers',
    [page(['1'])],
    { ...reserved, source: { train: 'page:tdm', ai: 'page:tdm' } },
  ],
  [
    'Techniques',
    'no reservation allows training only',
    [page(['0'])],
    { train: 'allowed', source: { train: 'page:tdm' } },
  ],
  ['Techniques', 'another value is none', [page(['true', 'yes', '01', '']), header(['x'])], undefined],
  [
    'Techniques',
    'of several values the stricter counts',
    [header(['0, 1'])],
    { ...reserved, source: { train: 'header:tdm', ai: 'header:tdm' } },
  ],
  [
    'Precedence',
    'the page overrides its header, though it is less strict',
    [page(['0']), header(['1'])],
    { train: 'allowed', source: { train: 'page:tdm' } },
  ],
  [
    'Precedence',
    'an absent value overrides nothing',
    [page([]), header(['1'])],
    { ...reserved, source: { train: 'header:tdm', ai: 'header:tdm' } },
  ],
  [
    'tdm-policy',
    'the policy of a reservation is named, from where it stands',
    [page([], '/tdm.json'), header(['1'])],
    {
      ...reserved,
      terms: 'https://harbour.example/tdm.json',
      source: { train: 'header:tdm', ai: 'header:tdm', terms: 'page:tdm' },
    },
  ],
  [
    'tdm-policy',
    'a policy without a reservation is not named',
    [page(['0'], '/tdm.json')],
    { train: 'allowed', source: { train: 'page:tdm' } },
  ],
  ['tdm-policy', 'a policy alone says nothing', [page([], '/tdm.json')], undefined],
  [
    'tdm-policy',
    'a policy that is no address of the web is not named',
    [page(['1'], 'javascript:alert(1)')],
    { ...reserved, source: { train: 'page:tdm', ai: 'page:tdm' } },
  ],
])('TDMRep, %s: %s', (_, __, statements, expected) => {
  expect(tdmRights(statements, URL)).toEqual(expected);
});
