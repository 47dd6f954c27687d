import { expect, it } from 'vitest';
import { differences } from '../../../../../lambdas/core/article/identity/text-alignment.ts';

const words = (text: string): string[] => text.split(' ').filter(Boolean);
const FRAME = 'a b c d e f g h';

it.each<[string, string, string, [string, string][]]>([
  ['equal texts have no difference', FRAME, FRAME, []],
  ['two words in one place are a difference', 'a b c X d e f', 'a b c Y d e f', [['X', 'Y']]],
  ['a difference may have more words on one side', 'a b c X d e f', 'a b c Y Z d e f', [['X', 'Y Z']]],
  ['a cut has words on one side', 'a b c X d e f', 'a b c d e f', [['X', '']]],
  ['an insertion has words on one side', 'a b c d e f', 'a b c X d e f', [['', 'X']]],
  ['another beginning is a difference', 'X a b c d', 'Y a b c d', [['X', 'Y']]],
  ['another end is a difference', 'a b c d X', 'a b c d Y', [['X', 'Y']]],
  ['a difference has no words that both have at its ends', 'a b c x X y d e f', 'a b c x Y y d e f', [['X', 'Y']]],
  [
    'a text has several differences',
    'X a b c X d e f g',
    'Y a b c Y d e f g',
    [
      ['X', 'Y'],
      ['X', 'Y'],
    ],
  ],
  ['texts without a run in common are one difference', 'a b', 'c', [['a b', 'c']]],
  ['runs that come twice don’t align', 'a b c a b c X d e f', 'a b c a b c Y d e f', [['X', 'Y']]],
  ['a repeated word has two places', 'a b c c d e', 'a b c d e', [['c', '']]],
  ['a text may be empty', '', 'a', [['', 'a']]],
  [
    'of two parts that changed places the longer one is aligned',
    'a b c d e f x y z',
    'x y z a b c d e f',
    [
      ['', 'x y z'],
      ['x y z', ''],
    ],
  ],
])('%s', (_, first, second, expected) => {
  const [one, other] = [words(first), words(second)];
  const found = differences(one, other).map((difference) => [
    one.slice(difference.first.start, difference.first.end).join(' '),
    other.slice(difference.second.start, difference.second.end).join(' '),
  ]);
  expect(found).toEqual(expected);
});

it('the work grows with the texts’ length', () => {
  const text = (seed: number) =>
    Array.from({ length: 60_000 }, (_, at) => `w${(at * 7_919 + (at % 50 === 0 ? seed : 0)) % 65_521}`);
  const begun = performance.now();
  expect(differences(text(1), text(2)).length).toBeGreaterThan(100);
  expect(performance.now() - begun).toBeLessThan(2_000);
});
