import { describe, expect, it } from 'vitest';
import { decodePage } from '../../../../lambdas/core/article/page/page-document.ts';
import { charsetOf, decodeText, htmlLanguage, htmlMeta, xmlProlog } from '../../../../lambdas/core/web/decode-text.ts';

const utf8 = (text: string) => Buffer.from(text, 'utf8');
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();
const latin1 = (text: string) => Buffer.from(text, 'latin1');
const bytes = (...values: number[]) => Buffer.from(values);
const readAs = (encoding: string, input: Buffer) => new TextDecoder(encoding).decode(input);
const damaged = Buffer.concat([utf8('ж'.repeat(40)), bytes(0xd0)]);

describe('decoded bytes', () => {
  const cases: [string, Buffer, (string | undefined)[], string][] = [
    ['bytes are read as UTF-8 if nothing is declared', utf8('Café €'), [], 'Café €'],
    ['bytes are read as declared', latin1('Caf\u00e9'), ['iso-8859-1'], 'Café'],
    ['bytes are read by the first declaration that fits', latin1('Caf\u00e9'), ['utf-8', 'iso-8859-15'], 'Café'],
    ['bytes are read by their byte order mark, whatever is declared', utf8('\uFEFFCafé'), ['iso-8859-1'], 'Café'],
    ['bytes are read by the mark of UTF-16, little end first', Buffer.from('\uFEFFCafé', 'utf16le'), ['utf-8'], 'Café'],
    ['bytes are read by the mark of UTF-16, big end first', utf16be('\uFEFFCafé'), [], 'Café'],
    ['bytes are read as UTF-16 if it is declared, without a mark', utf16be('Café'), ['utf-16be'], 'Café'],
    ['bytes are read as UTF-8 if the declared encoding is unknown', utf8('Café'), ['klingon'], 'Café'],
    ['bytes are read as UTF-8 if all declarations are missing', utf8('Café'), [undefined, undefined], 'Café'],
    [
      'bytes are read as windows-1252 if they are no UTF-8 and nothing is declared',
      bytes(0x80, 0x20, 0x93, 0x61, 0x94),
      [],
      '€ “a”',
    ],
    ['bytes are read as windows-1252 if UTF-8 is declared wrongly', bytes(0x43, 0x61, 0x66, 0xe9), ['utf-8'], 'Café'],
    [
      'bytes are read as windows-1252 if iso-8859-1 is declared (WHATWG Encoding)',
      bytes(0x93, 0x61, 0x94),
      ['iso-8859-1'],
      '“a”',
    ],
    ['valid UTF-8 is read as UTF-8 though iso-8859-1 is declared', utf8('Café €'), ['iso-8859-1'], 'Café €'],
    ['UTF-8 with one damaged letter in many is read as UTF-8', damaged, ['utf-8'], `${'ж'.repeat(40)}\uFFFD`],
    ['UTF-8 with mostly damaged letters is read as windows-1252', bytes(0xe9, 0xe8, 0xc3, 0xa9), ['utf-8'], 'éèÃ©'],
    ['valid UTF-8 is read as UTF-8 though iso-8859-15 is declared', utf8('Łódź €'), ['iso-8859-15'], 'Łódź €'],
    ['valid UTF-8 is read as UTF-8 though koi8-r is declared', utf8('привет'), ['koi8-r'], 'привет'],
    ['UTF-8 is read as UTF-8 though UTF-16 is declared', utf8('<rss>Café!</rss>'), ['utf-16'], '<rss>Café!</rss>'],
    [
      'bytes without zeros are read by the declaration behind UTF-16',
      latin1('<a>Caf\u00e9</a>'),
      ['utf-16', 'iso-8859-1'],
      '<a>Café</a>',
    ],
    ['Chinese is read as declared though its bytes are valid UTF-8', bytes(0xc4, 0xbf), ['gb2312'], '目'],
    ['UTF-16 without a mark is known by its first tag, big end first', utf16be('<a/>'), [], '<a/>'],
    [
      'UTF-16 without a mark is known by its first tag, little end first',
      Buffer.from('<a/>', 'utf16le'),
      ['utf-8'],
      '<a/>',
    ],
    ['Japanese is read as declared', bytes(0x93, 0xfa, 0x96, 0x7b), ['shift_jis'], '日本'],
    ['Cyrillic is read as declared', bytes(0xcc, 0xe8, 0xf0), ['windows-1251'], 'Мир'],
    ['a byte order mark is no part of the text', utf8('\uFEFFa'), [], 'a'],
    ['two bytes of a byte order mark are no mark', bytes(0xef, 0xbb, 0x61), [], 'ï»a'],
    ['the first and third byte of a byte order mark are no mark', bytes(0xef, 0x62, 0xbf), [], 'ïb¿'],
    ['the last two bytes of a byte order mark are no mark', bytes(0x61, 0xbb, 0xbf), [], 'a»¿'],
    ['FE alone is no mark of UTF-16', bytes(0xfe, 0x61), [], 'þa'],
    ['FF alone is no mark of UTF-16', bytes(0xff, 0x61), [], 'ÿa'],
    ['FF at the second place alone is no mark of UTF-16', bytes(0x61, 0xff), [], 'aÿ'],
    ['FE at the second place alone is no mark of UTF-16', bytes(0x61, 0xfe), [], 'aþ'],
    [
      'UTF-16 is read as declared if a zero is among the first 1024 bytes',
      utf16be(`${'ж'.repeat(511)}a`),
      ['utf-16be'],
      `${'ж'.repeat(511)}a`,
    ],
    [
      'UTF-16 is not read as declared if the first 1024 bytes have no zero',
      utf16be(`${'ж'.repeat(512)}a`),
      ['utf-16be', 'iso-8859-1'],
      readAs('windows-1252', utf16be(`${'ж'.repeat(512)}a`)),
    ],
    ['a zero before another letter than < is no UTF-16', bytes(0, 0x61, 0, 0x62), [], '\0a\0b'],
    ['a tag with a zero behind its second letter alone is no UTF-16', bytes(0x3c, 0, 0x61, 0x62), [], '<\0ab'],
    ['a tag with a zero at its fourth place alone is no UTF-16', bytes(0x3c, 0x61, 0x62, 0), [], '<ab\0'],
    [
      'noncharacters do not count among the letters that may be damaged',
      Buffer.concat([utf8('\uFFFF'.repeat(20)), bytes(0xff)]),
      [],
      readAs('windows-1252', Buffer.concat([utf8('\uFFFF'.repeat(20)), bytes(0xff)])),
    ],
    ['four bytes of UTF-32 are no UTF-16', bytes(0, 0x3c, 0, 0), [], '\0<\0\0'],
    ['labels to try are tried behind UTF-8', bytes(0xc4, 0xbf), [], 'Ŀ'],
    [
      'UTF-8 with a tenth of its letters damaged is read as UTF-8',
      Buffer.concat([utf8('ж'.repeat(10)), bytes(0xff)]),
      ['utf-8'],
      `${'ж'.repeat(10)}\uFFFD`,
    ],
    [
      'UTF-8 with over a tenth of its letters damaged is read as windows-1252',
      Buffer.concat([utf8('é'.repeat(9)), bytes(0xe9)]),
      ['utf-8'],
      `${'Ã©'.repeat(9)}é`,
    ],
    [
      'letters of ASCII do not count among the letters that may be damaged',
      Buffer.concat([utf8(`${'a'.repeat(100)}é`), bytes(0xe9)]),
      ['utf-8'],
      `${'a'.repeat(100)}Ã©é`,
    ],
    [
      'damaged UTF-8 is read by the first declaration that fits',
      Buffer.concat([utf8('ж'.repeat(40)), bytes(0xd0)]),
      ['iso-8859-5', 'utf-8'],
      readAs('iso-8859-5', Buffer.concat([utf8('ж'.repeat(40)), bytes(0xd0)])),
    ],
    ['no bytes are read as an empty text', bytes(), ['utf-8'], ''],
  ];
  it.each(cases)('%s', (_, input, declared, expected) => {
    expect(decodeText(input, declared)).toBe(expected);
  });
});

describe('a page that declares no encoding', () => {
  const page = (language: string, ...title: number[]) =>
    Buffer.concat([latin1(`<html lang="${language}"><title>`), bytes(...title), latin1('</title>')]);
  it.each<[string, Buffer, string]>([
    ['a page in UTF-8 is read as UTF-8', page('ja', ...utf8('日本')), '日本'],
    ['a Japanese page in Shift_JIS is read as such', page('ja', 0x93, 0xfa, 0x96, 0x7b), '日本'],
    ['a Japanese page in EUC-JP is read as such', page('ja-JP', 0xc6, 0xfc, 0xcb, 0xdc), '日本'],
    ['a Korean page is read as EUC-KR', page('ko', 0xbc, 0xad, 0xbf, 0xef), '서울'],
    ['a Chinese page is read as GB 18030', page('zh-CN', 0xb1, 0xb1, 0xbe, 0xa9), '北京'],
    ['a page in traditional Chinese is read as Big5', page('zh-Hant', 0xa5, 0x78, 0xa5, 0x5f), '台北'],
    ['a Russian page is read as windows-1251', page('ru', 0xcc, 0xe8, 0xf0), 'Мир'],
    ['a German page is read as windows-1252', page('de', 0x4d, 0xfc, 0x68, 0x6c, 0x65), 'Mühle'],
    ['a page without a language is read as windows-1252', page('', 0x4d, 0xfc, 0x68, 0x6c, 0x65), 'Mühle'],
  ])('%s', (_, input, title) => {
    expect(decodePage(input, 'text/html')).toContain(`<title>${title}</title>`);
  });
});

describe('the charset of a Content-Type', () => {
  it.each([
    ['text/xml; charset=UTF-8', 'UTF-8'],
    ['text/xml;charset="iso-8859-1"', 'iso-8859-1'],
    ["text/xml; Charset = 'utf-8'", 'utf-8'],
    ['text/xml; version=1; charset=utf-8; x=y', 'utf-8'],
    ['text/xml', undefined],
    ['text/xml; charset=', undefined],
    [undefined, undefined],
  ])('the charset of Content-Type "%s" is %s', (contentType, expected) => {
    expect(charsetOf(contentType)).toBe(expected);
  });
});

describe('the encoding of an XML prolog', () => {
  it.each([
    ['the encoding of a prolog is read', '<?xml version="1.0" encoding="windows-1252"?><rss/>', 'windows-1252'],
    [
      'the encoding of a prolog may stand in single quotes',
      "<?xml version='1.0' encoding='utf-8' standalone='yes'?>",
      'utf-8',
    ],
    ['a prolog may stand behind white space', '\n <?xml encoding="utf-8"?>', 'utf-8'],
    ['a prolog in capitals is read', '<?XML ENCODING = "utf-8" ?>', 'utf-8'],
    [
      'an encoding behind the first 200 bytes is ignored',
      `<?xml ${' '.repeat(120)}${' '.repeat(80)}encoding="utf-8"?>`,
      undefined,
    ],
    ['a prolog may have 120 characters before its encoding', `<?xml${' '.repeat(120)}encoding="utf-8"?>`, 'utf-8'],
    ['a prolog behind other text is ignored', '<rss/><?xml encoding="utf-8"?>', undefined],
    ['an encoding that is not closed is ignored', '<?xml encoding="utf-8?>', undefined],
    ['an encoding in another tag is ignored', '<rss encoding="utf-8"/>', undefined],
    ['an encoding behind the prolog is ignored', '<?xml version="1.0"?><a encoding="utf-8"/>', undefined],
    ['a document without a prolog declares no encoding', '<rss/>', undefined],
  ])('%s', (_, text, expected) => {
    expect(xmlProlog(utf8(text))).toBe(expected);
  });
});

describe('the encoding of a page', () => {
  it.each([
    ['the charset of a meta tag is read', '<html><meta charset=utf-8>', 'utf-8'],
    [
      'the charset of http-equiv is read',
      '<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">',
      'koi8-r',
    ],
    ['a charset may have quotes and spaces', '<META name=x CHARSET = " utf-8">', 'utf-8'],
    ['a meta tag may have 200 characters before its charset', `<meta${' '.repeat(200)}charset=utf-8>`, 'utf-8'],
    ['a charset of another tag is ignored', '<meta name=x><a charset=utf-8>', undefined],
    ['a charset that ends before byte 1024 is read', `${' '.repeat(1002)}<meta charset=utf-8>`, 'utf-8'],
    ['a charset behind the first 1024 bytes is ignored', `${' '.repeat(1024)}<meta charset=utf-8>`, undefined],
    ['a page without a meta tag declares no encoding', '<html></html>', undefined],
  ])('%s', (_, html, expected) => {
    expect(htmlMeta(utf8(html))).toBe(expected);
  });
});

describe('the language of a page', () => {
  it.each([
    ['the language of the html tag is read', '<!doctype html><html lang=de>', 'de'],
    ['a language may have quotes, spaces and capitals', '<HTML class="a" LANG = " de-AT">', 'de-AT'],
    ['a language in single quotes is read', "<html lang='ja'>", 'ja'],
    ['an html tag may have 500 characters before its language', `<html${' '.repeat(501)}lang=de>`, 'de'],
    ['a language that the tag names behind 500 characters is ignored', `<html${' '.repeat(502)}lang=de>`, undefined],
    ['a language of another tag is ignored', '<html><p lang=de>', undefined],
    ['the language of a tag that begins like html is ignored', '<html5 lang=de>', undefined],
    ['an attribute that ends with lang is ignored', '<html xml:lang=de data-lang=de>', undefined],
    ['a language behind the first 1024 bytes is ignored', `${' '.repeat(1024)}<html lang=de>`, undefined],
    ['a page may have no language', '<html>', undefined],
  ])('%s', (_, html, expected) => {
    expect(htmlLanguage(utf8(html))).toBe(expected);
  });
});

it('bytes that are no UTF-8 are read by the likely labels in order', () => {
  const input = bytes(0xcc, 0xe8, 0xf0);
  expect(decodeText(input, [], ['euc-jp', 'windows-1251'])).toBe('Мир');
  expect(decodeText(input, ['iso-8859-1'], ['windows-1251'])).toBe('Ìèð');
  expect(decodeText(utf8('Мир'), [], ['windows-1251'])).toBe('Мир');
});
