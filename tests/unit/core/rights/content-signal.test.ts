import { expect, it } from 'vitest';
import { contentSignal } from '../../../../lambdas/core/rights/content-signal.ts';
import type { Said } from '../../../../lambdas/core/rights/rights.ts';

const no = 'disallowed';
const yes = 'allowed';

it.each<[sentence: string, text: string, expected: Said]>([
  ['yes allows and no disallows', 'search=yes, ai-input=no, ai-train=no', { search: yes, ai: no, train: no }],
  ['blanks are optional', 'search=yes,ai-train=no', { search: yes, train: no }],
  ['blanks may stand around the equals sign', 'ai-train = no', { train: no }],
  ['letter case does not count', 'AI-Train=NO', { train: no }],
  ['an absent signal says nothing', 'search=yes', { search: yes }],
  ['of a signal that is given twice the stricter counts', 'ai-train=no, ai-train=yes', { train: no }],
  ['the level of use is not interpreted', 'use=reference', {}],
  ['a value of IETF preferences is unknown', 'ai-train=n, search=y', {}],
  ['a label of IETF preferences is unknown', 'train-ai=no, ai-use=no', {}],
  ['another value is unknown', 'ai-train=maybe, search', {}],
  ['an empty signal says nothing', '', {}],
])('Content-Signal (policy of 24 September 2025): %s', (_, text, expected) => {
  expect(contentSignal(text)).toEqual(expected);
});
