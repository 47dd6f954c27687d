import { expect, it } from 'vitest';
import { languageTag } from '../../../../lambdas/core/web/language-tag.ts';

const cases: [string, (string | undefined)[], string | undefined][] = [
  ['a tag is put into its canonical form', ['en-us'], 'en-US'],
  ['an underscore is a hyphen', ['de_AT'], 'de-AT'],
  ['an outdated code gives way to the current one', ['iw'], 'he'],
  ['the first of a list counts', ['fr-FR, en'], 'fr-FR'],
  ['a country is no language', ['US'], undefined],
  ['a word is no language', ['english'], undefined],
  ['nonsense is no language', ['?!'], undefined],
  ['a tag has no white space around it', [' en '], 'en'],
  ['a list may be separated by semicolons', ['fr;q=1'], 'fr'],
  ['every underscore is a hyphen', ['zh_hant_tw'], 'zh-Hant-TW'],
  ['a tag ends where an encoding begins', ['sr_RS.UTF-8@latin'], 'sr-RS'],
  [
    'a tag of 35 characters is a language',
    [`en-x-abcdefgh-abcdefgh-abcdefgh-abc`],
    'en-x-abcdefgh-abcdefgh-abcdefgh-abc',
  ],
  ['a tag of 36 characters is no language', [`en-x-abcdefgh-abcdefgh-abcdefgh-abcd`], undefined],
  ['a tag of over 35 characters is no language', [`en-x${'-abcdefgh'.repeat(100)}`], undefined],
  ['a declaration without a language gives way to the next declaration', [undefined, '', 'US', 'ko'], 'ko'],
];

it.each(cases)('%s', (_, declared, expected) => {
  expect(languageTag(...declared)).toBe(expected);
});
