import { describe, expect, it } from 'vitest';
import { authorNames, uninverted } from '../../../../../lambdas/core/article/metadata/author-names.ts';

const read = (...bylines: string[]) => authorNames(bylines, ['Harbour Post', 'HP']);

describe('the persons of a byline', () => {
  it.each<[string, string, string[]]>([
    ['are the name itself', 'Ada Quay', ['Ada Quay']],
    ['stand without "By"', 'By Ada Quay', ['Ada Quay']],
    ['stand without "Von"', 'Von Ada Quay', ['Ada Quay']],
    ['stand without "Par :"', 'Par : Ada Quay', ['Ada Quay']],
    ['stand without what was written', 'Ein Kommentar von Ada Quay', ['Ada Quay']],
    ['stand without a label', 'Autorin: Ada Quay', ['Ada Quay']],
    ['stand without a short credit', 'Di Ada Quay', ['Ada Quay']],
    ['keep a name that begins like a credit', 'Di Quay', ['Di Quay']],
    ['keep their particles', 'Ada van der Quay', ['Ada van der Quay']],
    ['are several with "and"', 'Ada Quay and Bea Mole', ['Ada Quay', 'Bea Mole']],
    ['are several with "und"', 'Ada Quay, Bea Mole und Cy Pier', ['Ada Quay', 'Bea Mole', 'Cy Pier']],
    ['are several with a serial comma', 'Ada Quay, Bea Mole, and Cy Pier', ['Ada Quay', 'Bea Mole', 'Cy Pier']],
    ['are several with a stroke', 'Ada Quay/Bea Mole', ['Ada Quay', 'Bea Mole']],
    ['are several with "y"', 'Ada Quay y Bea Mole', ['Ada Quay', 'Bea Mole']],
    ['are one with "y" in the name', 'Juan Quay y Mole', ['Juan Quay y Mole']],
    ['are two with "y" in a name', 'Juan Quay y Mole y María Pier', ['Juan Quay y Mole', 'María Pier']],
    ['are two with "y" in the last name', 'María Pier y Juan Quay y Mole', ['María Pier', 'Juan Quay y Mole']],
    ['are several with "en"', 'Ada Quay en Bea Mole', ['Ada Quay', 'Bea Mole']],
    ['are named once', 'Ada Quay; ADA QUAY', ['Ada Quay']],
    ['have no place behind a list', 'Ada Quay und Bea Mole, Port Town', ['Ada Quay', 'Bea Mole']],
    ['have no place of one word behind a name', 'Ada Quay, Nairobi', ['Ada Quay']],
    ['have no places of their own', 'Ada Quay in London and Bea Mole in Port Town', ['Ada Quay', 'Bea Mole']],
    ['have no German place', 'Von Ada Quay aus Berlin', ['Ada Quay']],
    ['have no French office with its place', 'Léa Quay, envoyée spéciale à Kiev', ['Léa Quay']],
    ['have no Spanish place', 'Ada Quay y Bea Mole en París', ['Ada Quay', 'Bea Mole']],
    ['have no paper', 'Ada Quay, Washington Post', ['Ada Quay']],
    ['have no paper with its article', 'Ada Quay, The Conversation', ['Ada Quay']],
    ['have no e-mail address', 'Ada Quay ada@harbour.example', ['Ada Quay']],
    ['have no account', 'Ada Quay @adaquay', ['Ada Quay']],
    ['have no remark', 'Ada Quay (text)', ['Ada Quay']],
    ['have no office', 'Ada Quay, Chief political correspondent', ['Ada Quay']],
    ['have no Korean title', '신현주 기자', ['신현주']],
    ['have no degree', 'Ada Quay, Ph.D., Bea Mole', ['Ada Quay', 'Bea Mole']],
    ['are not the site', 'Ada Quay, HARBOUR POST', ['Ada Quay']],
    ['are not a part of the site', 'Ada Quay, HP NORTH', ['Ada Quay']],
    ['are not the credit alone', 'Von', []],
    ['are not a link', 'https://social.example/ada', []],
    ['are not a sentence', 'Ada Quay writes about all that floats on the sea', []],
    ['are nobody in nothing', '', []],
  ])('%s', (_, byline, persons) => {
    expect(read(byline).persons).toEqual(persons);
  });
});

describe('who is no person', () => {
  it.each<[string, string, { agencies?: string[]; others?: string[] }]>([
    ['an agency', 'Reuters', { agencies: ['Reuters'] }],
    ['an agency with its article', 'The Associated Press', { agencies: ['The Associated Press'] }],
    ['an agency with hyphens', 'Deutsche Presse-Agentur', { agencies: ['Deutsche Presse-Agentur'] }],
    ['two agencies', 'AFP/dpa', { agencies: ['AFP', 'dpa'] }],
    ['an agency in brackets', '(dpa)', { agencies: ['dpa'] }],
    ['two agencies in brackets', '(AFP/dpa)', { agencies: ['AFP', 'dpa'] }],
    ['a paper', 'Port Town Herald', { others: ['Port Town Herald'] }],
    ['a desk', 'Redaktion Hafen', { others: ['Redaktion Hafen'] }],
    ['the site', 'Harbour Post', { others: ['Harbour Post'] }],
    ['a host', 'harbour.de', { others: ['harbour.de'] }],
    ['a site with its address', 'Harbour Post (www.harbour.example)', { others: ['Harbour Post'] }],
  ])('%s', (_, byline, expected) => {
    expect(read(byline)).toEqual({ persons: [], agencies: [], others: [], ...expected });
  });

  it.each(['Ada Quay, dpa', 'Ada Quay (dpa)', 'Ada Quay/dpa'])('stands apart from the persons: %s', (byline) => {
    expect(read(byline)).toEqual({ persons: ['Ada Quay'], agencies: ['dpa'], others: [] });
  });
});

describe('a library’s order of names', () => {
  it.each([
    ['Quay, Ada', 'Ada Quay'],
    ['Ada Quay', 'Ada Quay'],
    ['Ada Quay, Bea Mole', 'Ada Quay, Bea Mole'],
  ])('%s → %s', (name, expected) => {
    expect(uninverted(name)).toBe(expected);
  });
});

it('takes a hostile byline in its stride', () => {
  const hostile = ['@', 'a ', 'a@', '(', 'x', 'y ', ' and', ', '].map((part) => part.repeat(100_000));
  expect(() => authorNames([...hostile, ...Array.from({ length: 5_000 }, () => 'x'.repeat(1_000))], [])).not.toThrow();
});
