import { describe, expect, it } from 'vitest';
import {
  endsSentence,
  itemsWithoutList,
  lacksEndSigns,
} from '../../../../../lambdas/core/article/text/sentence-end.ts';

it.each([
  ['English', 'It hums.'],
  ['English, with an ellipsis', 'It hums…'],
  ['English, with a colon', 'As follows:'],
  ['English, in parentheses', '(It hums)'],
  ['English, with a footnote’s star', 'It hums.*'],
  ['English, with the mark of the article’s end', 'It hums. ■'],
  ['English, with white space behind', 'It hums. \n'],
  ['German, in quotation marks', '»Er summt«'],
  ['German, in others', '„Er summt“'],
  ['German, within a quotation', '›Er summt‹'],
  ['Hindi', 'नौका चल रही है।'],
  ['Hindi, with a bar for a danda', 'नौका चल रही है |'],
  ['Bengali', 'নৌকা ফিরে এসেছে।'],
  ['Urdu', 'کشتی چل رہی ہے۔'],
  ['Arabic', 'هل عادت؟'],
  ['Armenian', 'Նավը վերադարձավ։'],
  ['Amharic', 'መርከቡ ተመለሰ።'],
  ['Khmer', 'កប៉ាល់មកវិញ។'],
  ['Burmese', 'သင်္ဘော ပြန်လာပြီ။'],
  ['Tibetan', 'གྲུ་ལོག་བྱུང་།'],
  ['Chinese', '渡轮回来了！'],
  ['Japanese', '船が帰った。'],
  ['Japanese, in quotation marks', '「船が帰った」'],
  ['Japanese, in double quotation marks', '『船が帰った』'],
  ['Greek', 'Επιστρέφει;'],
])('a sentence ends in %s', (_, text) => {
  expect(endsSentence(text)).toBe(true);
});

it.each([
  ['a label', 'Read more'],
  ['a label in Hindi', 'और पढ़ें'],
  ['a label in Chinese', '相关阅读'],
  ['a line that ends with a comma', 'First, it hums,'],
  ['a line that ends with a semicolon outside of Greek', 'It hums;'],
  ['a line of a mark alone', '■'],
])('%s doesn’t end like a sentence', (_, text) => {
  expect(endsSentence(text)).toBe(false);
});

it.each<[string, string, boolean]>([
  ['Thai ends sentences without a sign', 'เรือกลับมาแล้ว', true],
  ['Lao ends sentences without a sign', 'ເຮືອກັບມາແລ້ວ', true],
  ['Khmer may end sentences without a sign', 'កប៉ាល់មកវិញហើយ', true],
  ['a number behind Thai makes no difference', 'เรือกลับมาแล้ว (!)', true],
  ['Hindi has signs', 'नौका चल रही है', false],
  ['English has signs', 'It hums', false],
  ['the last letter decides', 'เรือ ferry', false],
  ['signs alone are no script', '…', false],
])('%s', (_, text, expected) => {
  expect(lacksEndSigns(text)).toBe(expected);
});

describe('items without a list', () => {
  it.each<[string, string[]]>([
    ['bullets', ['• One engine', '•two masts']],
    ['hyphens', ['- One engine', '- two masts']],
    ['numbers', ['1. One engine', '2) two masts']],
    ['Chinese numbers', ['一、发动机', '二、桅杆']],
    ['the dashes of a Spanish dialogue', ['—¿Dónde?', '—Aquí']],
    ['the dashes of a Russian dialogue', ['— Где', '— Здесь']],
  ])('%s mark items', (_, texts) => {
    expect([...itemsWithoutList(['It hums', ...texts])]).toEqual(texts);
  });

  it.each<[string, string[]]>([
    ['a single dash stands before a source', ['It hums', '— Harbour Post']],
    ['marks of different kinds make no list', ['• One engine', '- two masts']],
    ['numbers of an amount are no marks', ['1.5 litres', '2.5 litres']],
    ['a line of signs is no item', ['***', '***', '—', '—']],
  ])('%s', (_, texts) => {
    expect([...itemsWithoutList(texts)]).toEqual([]);
  });
});
