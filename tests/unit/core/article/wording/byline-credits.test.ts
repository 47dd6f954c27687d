import { describe, expect, it } from 'vitest';
import {
  creditIn,
  isLabel,
  isPlainCredit,
  withoutCredit,
} from '../../../../../lambdas/core/article/wording/byline-credits.ts';

describe('the credit that a text begins with', () => {
  it.each<[string, string, string | undefined]>([
    ['an English credit is one', 'By Ada Quay', 'By'],
    ['a credit with a colon is one', 'Von: Ada Quay', 'Von:'],
    ['a credit alone is one', 'Par', 'Par'],
    ['a label with a colon is one', 'Redaktion: Ada Quay', 'Redaktion:'],
    ['a label without a colon is none', 'Redaktion Hafen', undefined],
    ['a label of two roles is one', 'Text und Fotos: Ada Quay', 'Text und Fotos:'],
    ['two words before a name are one', 'Posted by oz', 'Posted by'],
    ['a guest’s post is one', 'Gastbeitrag von Ada Quay', 'Gastbeitrag von'],
    ['a Croatian credit is one', 'Piše: Ana Lučić', 'Piše:'],
    ['a Chinese label is one', '作者：王小明', '作者：'],
    ['a Chinese label with a slash is one', '文/王小明', '文/'],
    ['a Chinese reporter’s title is one', '记者 王小明', '记者'],
    ['a Chinese word that begins with a label is none', '文化节开幕', undefined],
    ['a Korean office behind a name is one', '신현주 기자', '신현주 기자'],
    ['an Arabic credit is one', 'بقلم أحمد الميناوي', 'بقلم'],
    ['a Thai credit is one', 'โดย สมชาย ท่าเรือ', 'โดย'],
    ['a Hindi credit is one', 'लेखक: आशा घाट', 'लेखक:'],
    ['a name is none', 'Byron Quay', undefined],
    ['a picture’s label is none', 'Foto: Bea Mole', undefined],
    ['an empty text has none', '', undefined],
  ])('%s', (_, text, expected) => {
    expect(creditIn(text)).toBe(expected);
  });

  it.each([
    ['a credit is cut', 'By Ada Quay', 'Ada Quay'],
    ['a Korean office stays', '신현주 기자', '신현주 기자'],
    ['a Chinese reporter’s title stays', '记者 王小明 李四', '记者 王小明 李四'],
    ['a text without a credit stays', ' Ada Quay ', 'Ada Quay'],
  ])('%s', (_, text, expected) => {
    expect(withoutCredit(text, creditIn(text))).toBe(expected);
  });

  it.each([
    ['a colon makes a credit a label', 'Von:', true],
    ['the word for author is a label', 'Autorin', true],
    ['“by” is no label', 'By', false],
  ])('%s', (_, credit, expected) => {
    expect(isLabel(credit)).toBe(expected);
  });

  it.each([
    ['a nickname may follow two words', 'Posted by', true],
    ['a nickname may follow a colon', 'Autor:', true],
    ['no nickname follows “by” alone', 'By', false],
  ])('%s', (_, credit, expected) => {
    expect(isPlainCredit(credit)).toBe(expected);
  });
});
