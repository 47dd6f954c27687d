import { expect, it } from 'vitest';
import { localeEncodings } from '../../../../lambdas/core/web/locale-encodings.ts';

/** A text in its language and encoding, for each language that has encodings of its own. */
it.each([
  ['ar', 'windows-1256', [0xe3, 0xd1], 'مر'],
  ['az', 'windows-1254', [0xfd, 0xfe], 'ış'],
  ['be', 'windows-1251', [0xcc, 0xa2], 'Мў'],
  ['bg', 'windows-1251', [0xcc, 0xfa], 'Мъ'],
  ['cs', 'windows-1250', [0xe8, 0x9e], 'čž'],
  ['el', 'iso-8859-7', [0xea, 0xb6], 'κΆ'],
  ['et', 'windows-1257', [0xf0, 0xfe], 'šž'],
  ['fa', 'windows-1256', [0x81, 0x8d], 'پچ'],
  ['he', 'windows-1255', [0xf9, 0xec], 'של'],
  ['hr', 'windows-1250', [0xe6, 0x9a], 'ćš'],
  ['hu', 'iso-8859-2', [0xf5, 0xfb], 'őű'],
  ['ja', 'euc-jp', [0xc6, 0xfc], '日'],
  ['kk', 'windows-1251', [0xcc, 0xe8], 'Ми'],
  ['ko', 'euc-kr', [0xbc, 0xad], '서'],
  ['ky', 'windows-1251', [0xcc, 0xe8], 'Ми'],
  ['lt', 'windows-1257', [0xeb, 0xe1], 'ėį'],
  ['lv', 'windows-1257', [0xe2, 0xef], 'āļ'],
  ['mk', 'windows-1251', [0x9d, 0xbe], 'ќѕ'],
  ['pl', 'iso-8859-2', [0xb1, 0xb6], 'ąś'],
  ['ru', 'windows-1251', [0xcc, 0xe8], 'Ми'],
  ['sk', 'windows-1250', [0xbe, 0x9d], 'ľť'],
  ['sl', 'iso-8859-2', [0xe8, 0xb9], 'čš'],
  ['sr', 'windows-1251', [0x9a, 0x9e], 'љћ'],
  ['th', 'windows-874', [0xa1, 0xd2], 'กา'],
  ['tr', 'windows-1254', [0xfd, 0xfe], 'ış'],
  ['uk', 'windows-1251', [0xb3, 0xbf], 'ії'],
  ['vi', 'windows-1258', [0xf0, 0xf5], 'đơ'],
  ['zh', 'gb18030', [0xb1, 0xb1], '北'],
])('a page in %s is tried in %s first', (language, encoding, bytes, text) => {
  const [first] = localeEncodings(language);
  expect(first).toBe(encoding);
  expect(new TextDecoder(first, { fatal: true }).decode(Buffer.from(bytes))).toBe(text);
});

it.each<[string, string, readonly string[]]>([
  ['a page in Japanese is tried in EUC-JP before Shift_JIS', 'ja', ['euc-jp', 'shift_jis']],
  ['a language may have a region', 'ru-RU', ['windows-1251']],
  ['a language may have an underscore and capitals', 'RU_ru', ['windows-1251']],
  ['traditional Chinese is tried in Big5', 'zh-Hant', ['big5']],
  ['Chinese of Taiwan is tried in Big5', 'zh_TW', ['big5']],
  ['Chinese of Hong Kong is tried in Big5', 'zh-HK', ['big5']],
  ['Chinese of the mainland is tried in GB 18030', 'zh-CN', ['gb18030']],
  ['a variant of another language is not traditional Chinese', 'ja-Hant', ['euc-jp', 'shift_jis']],
  ['a language in windows-1252 has no encodings to try', 'de', []],
  ['a missing language has no encodings to try', '', []],
])('%s', (_, language, encodings) => {
  expect(localeEncodings(language)).toEqual(encodings);
});
