import { describe, expect, it } from 'vitest';
import { decodePage } from '../../../../lambdas/core/article/page/page-document.ts';
import { charsetOf, decodeText, htmlMeta, xmlProlog } from '../../../../lambdas/core/web/decode-text.ts';

const utf8 = (text: string) => Buffer.from(text, 'utf8');
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();
const latin1 = (text: string) => Buffer.from(text, 'latin1');
const bytes = (...values: number[]) => Buffer.from(values);
const damaged = Buffer.concat([utf8('ж'.repeat(40)), bytes(0xd0)]);

describe('bytes are decoded', () => {
  const cases: [string, Buffer, (string | undefined)[], string][] = [
    ['as UTF-8 when nothing is declared', utf8('Café €'), [], 'Café €'],
    ['as declared', latin1('Caf\u00e9'), ['iso-8859-1'], 'Café'],
    ['by the first declaration that fits', latin1('Caf\u00e9'), ['utf-8', 'iso-8859-15'], 'Café'],
    ['by the byte order mark, whatever is declared', utf8('\uFEFFCafé'), ['iso-8859-1'], 'Café'],
    ['by the mark of UTF-16, little end first', Buffer.from('\uFEFFCafé', 'utf16le'), ['utf-8'], 'Café'],
    ['by the mark of UTF-16, big end first', utf16be('\uFEFFCafé'), [], 'Café'],
    ['as UTF-16 when declared, without a mark', utf16be('Café'), ['utf-16be'], 'Café'],
    ['as UTF-8 when the declared one is unknown', utf8('Café'), ['klingon'], 'Café'],
    ['as UTF-8 when the declaration is missing', utf8('Café'), [undefined, undefined], 'Café'],
    ['as windows-1252 when they are no UTF-8 and say nothing', bytes(0x80, 0x20, 0x93, 0x61, 0x94), [], '€ “a”'],
    ['as windows-1252 when UTF-8 is a lie', bytes(0x43, 0x61, 0x66, 0xe9), ['utf-8'], 'Café'],
    ['as windows-1252 when they say iso-8859-1 (WHATWG Encoding)', bytes(0x93, 0x61, 0x94), ['iso-8859-1'], '“a”'],
    ['as UTF-8 when they are it, though Western is declared', utf8('Café €'), ['iso-8859-1'], 'Café €'],
    ['as UTF-8 when a letter in many is damaged', damaged, ['utf-8'], `${'ж'.repeat(40)}\uFFFD`],
    ['as windows-1252 when most letters are damaged', bytes(0xe9, 0xe8, 0xc3, 0xa9), ['utf-8'], 'éèÃ©'],
    ['as UTF-8 when they are it, though one byte a letter is declared', utf8('Łódź €'), ['iso-8859-15'], 'Łódź €'],
    ['as UTF-8 when they are it, though Cyrillic is declared', utf8('привет'), ['koi8-r'], 'привет'],
    ['as UTF-8 when UTF-16 is declared and cannot be', utf8('<rss>Café!</rss>'), ['utf-16'], '<rss>Café!</rss>'],
    ['as declared next when UTF-16 cannot be', latin1('<a>Caf\u00e9</a>'), ['utf-16', 'iso-8859-1'], '<a>Café</a>'],
    ['as Chinese, though their letters may be read as UTF-8', bytes(0xc4, 0xbf), ['gb2312'], '目'],
    ['as UTF-16 without a mark, big end first', utf16be('<a/>'), [], '<a/>'],
    ['as UTF-16 without a mark, little end first', Buffer.from('<a/>', 'utf16le'), ['utf-8'], '<a/>'],
    ['as Japanese', bytes(0x93, 0xfa, 0x96, 0x7b), ['shift_jis'], '日本'],
    ['as Cyrillic', bytes(0xcc, 0xe8, 0xf0), ['windows-1251'], 'Мир'],
    ['to nothing when there are none', bytes(), ['utf-8'], ''],
  ];
  it.each(cases)('%s', (_, input, declared, expected) => {
    expect(decodeText(input, declared)).toBe(expected);
  });
});

describe('a page that declares no encoding is decoded', () => {
  const page = (language: string, ...title: number[]) =>
    Buffer.concat([latin1(`<html lang="${language}"><title>`), bytes(...title), latin1('</title>')]);
  it.each<[string, Buffer, string]>([
    ['as UTF-8 where it is UTF-8', page('ja', ...utf8('日本')), '日本'],
    ['as Shift_JIS', page('ja', 0x93, 0xfa, 0x96, 0x7b), '日本'],
    ['as EUC-JP', page('ja-JP', 0xc6, 0xfc, 0xcb, 0xdc), '日本'],
    ['as EUC-KR', page('ko', 0xbc, 0xad, 0xbf, 0xef), '서울'],
    ['as GB 18030', page('zh-CN', 0xb1, 0xb1, 0xbe, 0xa9), '北京'],
    ['as Big5', page('zh-Hant', 0xa5, 0x78, 0xa5, 0x5f), '台北'],
    ['as windows-1251', page('ru', 0xcc, 0xe8, 0xf0), 'Мир'],
    ['as windows-1252 in other languages', page('de', 0x4d, 0xfc, 0x68, 0x6c, 0x65), 'Mühle'],
    ['as windows-1252 where its language is unknown', page('', 0x4d, 0xfc, 0x68, 0x6c, 0x65), 'Mühle'],
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
  ])('%s', (contentType, expected) => {
    expect(charsetOf(contentType)).toBe(expected);
  });
});

describe('the encoding of an XML prolog', () => {
  it.each([
    ['is read', '<?xml version="1.0" encoding="windows-1252"?><rss/>', 'windows-1252'],
    ['may stand in single quotes', "<?xml version='1.0' encoding='utf-8' standalone='yes'?>", 'utf-8'],
    ['may stand behind white space', '\n <?xml encoding="utf-8"?>', 'utf-8'],
    ['is not taken from elsewhere', '<rss encoding="utf-8"/>', undefined],
    ['is not taken from behind the prolog', '<?xml version="1.0"?><a encoding="utf-8"/>', undefined],
    ['may be absent', '<rss/>', undefined],
  ])('%s', (_, text, expected) => {
    expect(xmlProlog(utf8(text))).toBe(expected);
  });
});

describe('the encoding of a page', () => {
  it.each([
    ['is read', '<html><meta charset=utf-8>', 'utf-8'],
    ['is read from http-equiv', '<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', 'koi8-r'],
    ['is looked for in the first 1024 bytes', `${' '.repeat(1024)}<meta charset=utf-8>`, undefined],
    ['may be absent', '<html></html>', undefined],
  ])('%s', (_, html, expected) => {
    expect(htmlMeta(utf8(html))).toBe(expected);
  });
});
