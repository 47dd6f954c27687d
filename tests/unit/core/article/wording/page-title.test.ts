import { describe, expect, it } from 'vitest';
import { agreedTitle, titleKey, type VoicedTitle } from '../../../../../lambdas/core/article/wording/page-title.ts';

it.each([
  ['the key has letters and digits in lower case', 'Ferry 2: “Back”!', 'ferry2back'],
  ['the key keeps combining marks', 'Día', 'día'],
  ['the key has compatible letters in one form', 'Ｆｅｒｒｙ', 'ferry'],
])('%s', (_, title, expected) => {
  expect(titleKey(title)).toBe(expected);
});

describe('the title that sources agree on', () => {
  type Said = readonly [VoicedTitle['voice'], string];
  const agreed = (titles: readonly Said[]) =>
    agreedTitle(titles.map(([voice, value]) => ({ voice, value })))?.title.value;
  it.each<[string, readonly Said[], string | undefined]>([
    ['no title gives none', [], undefined],
    [
      'the title that equals the headline wins',
      [
        ['schema', 'You won’t believe it'],
        ['tags', 'Ferry returns'],
        ['headline', 'Ferry returns!'],
      ],
      'Ferry returns',
    ],
    [
      'the title that JSON-LD and the tags agree on wins over the headline',
      [
        ['schema', 'Ferry returns'],
        ['tags', 'FERRY returns'],
        ['headline', 'Back at last'],
      ],
      'Ferry returns',
    ],
    [
      'the title of a document has no say',
      [
        ['schema', 'Ferry is back'],
        ['tags', 'Ferry returns'],
        ['headline', 'Ferry returns'],
        ['other', 'Ferry is back'],
      ],
      'Ferry returns',
    ],
    [
      'the first title wins without a headline',
      [
        ['tags', 'Ferry is back'],
        ['other', 'Ferry returns'],
      ],
      'Ferry is back',
    ],
    [
      'a headline that nobody else says wins over a title that nobody else says',
      [
        ['tags', 'Ferry is back'],
        ['headline', 'The ferry'],
      ],
      'The ferry',
    ],
    [
      'a title without the kicker wins',
      [
        ['schema', 'Strike: The ferry stays'],
        ['tags', 'The ferry stays'],
        ['headline', 'Strike: The ferry stays'],
      ],
      'The ferry stays',
    ],
    [
      'a title without its end doesn’t win',
      [
        ['schema', 'The ferry stays: strike'],
        ['tags', 'The ferry stays'],
      ],
      'The ferry stays: strike',
    ],
    [
      'half of a title is no title without a kicker',
      [
        ['schema', 'Stay here'],
        ['tags', 'here'],
      ],
      'Stay here',
    ],
    [
      'over half of a title is a title without a kicker',
      [
        ['schema', 'Stay there'],
        ['tags', 'there'],
      ],
      'there',
    ],
  ])('%s', (_, titles, expected) => {
    expect(agreed(titles)).toBe(expected);
  });
});
