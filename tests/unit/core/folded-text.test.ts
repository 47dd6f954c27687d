import { expect, it } from 'vitest';
import { foldedText, unifiedText } from '../../../lambdas/core/folded-text.ts';

/** Is folded, so that the text beside it is no plain one. */
const SPECIAL = '\uFF11';

it.each<[string, string, string]>([
  ['soft hyphens are left out', 'Zoll\u00ADbrücke', 'Zollbrücke'],
  ['spaces without width are left out', 'har\u200Bbour\uFEFF', 'harbour'],
  ['marks of direction are left out', '\u200Fשלום\u200E', 'שלום'],
  ['joiners of Indic letters are left out', 'गर्\u200Dयो', 'गर्यो'],
  ['a non-joiner between Persian letters divides words as a space does', 'کم\u200Cتر', 'کم تر'],
  ['letters in full width have the usual width', 'ＷＨＯ１２', 'who12'],
  ['kana in half width has the usual width', 'ﾆｭｰｽ', 'ニュース'],
  ['ligatures are letters', 'oﬃce', 'office'],
  ['accents are one character with their letter', 'E\u0301mile', 'émile'],
  ['apostrophes are drawn alike', 'l’été', "l'été"],
  ['Uzbek letters with a comma above are drawn alike', 'oʻzbek', 'o‘zbek'],
  ['Arabic and Persian letters are the same', 'شوراي كودك', 'شورای کودک'],
  ['Urdu letters are the Arabic ones', 'ہفتہ', 'هفته'],
  ['hamza on alif is left out', 'أخبار إلى آخر', 'اخبار الی اخر'],
  ['vowel marks of Arabic are left out', 'مُحَمَّدٌ', 'محمد'],
  ['the line that stretches Arabic words is left out', 'الـــميناء', 'الميناء'],
  ['Arabic presentation forms are letters', 'ﻻ', 'لا'],
  ['the Kurdish vowel is written in two ways', 'دوورگەکە', 'دوورگه\u200Cکه\u200C'],
  ['vowel points of Hebrew are left out', 'שָׁלוֹם', 'שלום'],
  ['Hebrew quotation marks are drawn alike', 'צה״ל', 'צה"ל'],
  ['the dot under Hindi letters is left out', 'गिरफ़्तार', 'गिरफ्तार'],
  ['two nasal signs of Hindi are one', 'गाँव', 'गांव'],
  ['Russian ё is е', 'Пётр', 'Петр'],
  ['German ß is ss', 'Straße', 'Strasse'],
  ['Romanian letters with cedilla are those with comma', 'Bucureşti, Galaţi', 'București, Galați'],
  ['Turkish capital İ is i', 'İzmir', 'izmir'],
  ['Greek capitals have no accents', 'Αθήνας', 'ΑΘΗΝΑΣ'],
  ['Serbian is the same in both scripts', 'Љуљашка у Џакарти, ћирилица', 'Ljuljaška u Džakarti, ćirilica'],
  ['raised figures are no part of a word', 'harbour²', 'harbour '],
])('%s', (_, one, other) => {
  expect(foldedText(one)).toBe(foldedText(other));
});

it.each(['٣', '۳', '३', '৩', '੩', '૩', '௩', '౩', '೩', '൩', '๓', '໓', '༣', '၃', '៣', '３', '𝟛', '᠓'])(
  'the digit %s is 3',
  (digit) => {
    expect(foldedText(digit)).toBe('3');
  },
);

it('the signs that divide Arabic numbers are a full stop and a comma', () => {
  expect(foldedText('٩٬٦٠٠٫٥')).toBe('9,600.5');
});

it.each([
  ['letters of two words', 'Kiew', 'Kiev'],
  ['accents of Latin letters', 'pate', 'pâté'],
  ['Chinese and Japanese characters', '渡輪', '渡轮'],
  ['Russian and Latin letters', 'порт', 'port'],
  ['Macedonian and Latin letters', 'ќе дојде', 'će dojde'],
])('%s stay apart', (_, one, other) => {
  expect(foldedText(one)).not.toBe(foldedText(other));
});

it('a unified text keeps its letter case', () => {
  expect(unifiedText('Die Stra\u00ADße nach İzmir')).toBe('Die Strasse nach Izmir');
});

it('each letter of the table is folded', () => {
  const others = '\u0901يىئكأإآٱؤةۀہھۂۃ٫٬״’‘ʼʻ׳`´′ёЁșȘțȚİßςάέήίϊΐόύϋΰώΆΈΉΊΪΌΎΫΏ';
  const expected = "\u0902یییکااااوهههههه.,\"''''''''еЕşŞţŢIssσαεηιιιουυυωΑΕΗΙΙΟΥΥΩ";
  // The acute accent is a space with a mark in NFKC.
  expect(unifiedText(others.replace('´', "'"))).toBe(expected);
});

it('a plain text that is folded at once is folded as any other', () => {
  for (let code = 0x20; code < 0x2100; code++) {
    const character = String.fromCharCode(code);
    if (!/[\p{L}\p{N}]/u.test(character)) continue;
    const [alone, beside] = [
      foldedText(`a${character}a`),
      foldedText(`a${character}a ${SPECIAL}`).replace(` ${foldedText(SPECIAL)}`, ''),
    ];
    expect(alone, character).toBe(beside);
  }
});

it('a row of marks is cut, and takes no time that grows with its square', () => {
  const begun = performance.now();
  expect(foldedText(`a${'\u0323\u0301'.repeat(100_000)}`).length).toBeLessThan(40);
  expect(performance.now() - begun).toBeLessThan(500);
});
