import { describe, expect, it } from 'vitest';
import { searchablePage } from '../../../../../lambdas/core/article/metadata/metadata-lookup.ts';
import { visibleAuthors } from '../../../../../lambdas/core/article/metadata/page-byline.ts';
import { type Byline, nothingCollected } from '../../../../../lambdas/core/article/metadata/page-scan.ts';
import { meta, read } from '../../../../fakes/page-heads.ts';

const byline = (text: string, at = 110, links: readonly string[] = [], mark: Byline['mark'] = 'class'): Byline => ({
  text,
  at,
  links,
  mark,
});

/** The visible authors of a page with its headline behind 100 nodes. */
function authorsOf(bylines: readonly Byline[], headlineAt: number | undefined = 100): readonly string[] | undefined {
  const headings = headlineAt === -1 ? [] : [{ text: 'Ferry returns', at: headlineAt, level: 1 }];
  const url = 'https://harbour.example/1';
  return visibleAuthors(searchablePage({ ...nothingCollected(), headings, bylines, url, base: url }));
}

describe('the visible byline', () => {
  it.each<[string, readonly Byline[], readonly string[] | undefined]>([
    ['a page without bylines has no authors', [], undefined],
    ['a byline is read without its credit', [byline('By Ada Quay')], ['Ada Quay']],
    ['a name without a credit is read', [byline('Ada Quay')], ['Ada Quay']],
    ['the nearest name wins', [byline('Bea Mole', 130), byline('Ada Quay', 110)], ['Ada Quay']],
    ['a credit wins over a nearer name', [byline('Ada Quay', 110), byline('By Bea Mole', 130)], ['Bea Mole']],
    [
      'a name above the headline counts as twice as far',
      [byline('Ada Quay', 90), byline('Bea Mole', 115)],
      ['Bea Mole'],
    ],
    ['a near name above the headline wins', [byline('Ada Quay', 90), byline('Bea Mole', 125)], ['Ada Quay']],
    ['a byline may be 200 nodes away', [byline('Ada Quay', 300)], ['Ada Quay']],
    ['a byline isn’t 201 nodes away', [byline('Ada Quay', 301)], undefined],
    ['a labelled byline counts at any distance', [byline('Autorin: Ada Quay', 900)], ['Ada Quay']],
    [
      'only the first labelled byline that is far away counts',
      [byline('Author: x', 900), byline('Author: Ada Quay', 901)],
      undefined,
    ],
    ['a label is cut', [byline('Autorin/Autor : Ada Quay')], ['Ada Quay']],
    ['a label is a whole word', [byline('Authority Ada Quay')], ['Authority Ada Quay']],
    ['the sixth byline counts', [...Array(5).fill(byline('x')), byline('Ada Quay')], ['Ada Quay']],
    ['the seventh byline doesn’t count', [...Array(6).fill(byline('x')), byline('Ada Quay')], undefined],
    ['links are the names', [byline('By Ada Quay and others', 110, ['Ada Quay'])], ['Ada Quay']],
  ])('%s', (_, bylines, expected) => {
    expect(authorsOf(bylines)).toEqual(expected);
  });

  it.each<[string, readonly Byline[], readonly string[] | undefined]>([
    ['without a headline a byline counts at any distance', [byline('Ada Quay', 900)], ['Ada Quay']],
    ['without a headline the first byline wins', [byline('Bea Mole', 900), byline('Ada Quay', 800)], ['Ada Quay']],
  ])('%s', (_, bylines, expected) => {
    expect(authorsOf(bylines, -1)).toEqual(expected);
  });

  it.each<[string, string, readonly string[] | undefined]>([
    ['a date is cut', 'Ada Quay 23 November 2026', ['Ada Quay']],
    ['a date between a name and other words is cut with them', 'Ada Quay, 23.11.2026, Sea', ['Ada Quay,']],
    ['a time after a T is cut', 'Ada Quay 2026-11-23T09:05', ['Ada Quay']],
    ['a number is cut', 'Ada Quay  5 min', ['Ada Quay']],
    ['a preposition before a number is cut', 'Ada Quay on 5', ['Ada Quay']],
    ['a bar and the rest are cut', 'Ada Quay | Sea', ['Ada Quay']],
    ['a bullet and the rest are cut', 'Ada Quay•Sea', ['Ada Quay']],
    ['a dash between blanks and the rest are cut', 'Ada Quay – Sea', ['Ada Quay']],
    ['the rest of several lines is cut', 'Ada Quay | Sea\nPort', ['Ada Quay']],
    ['a hyphen stays', 'Ada-Lee Quay', ['Ada-Lee Quay']],
    ['a date at the start without a sign leaves nothing', '23.11.2026 Ada Quay', undefined],
    ['a name behind a date and a dash is read', '23.11.2026 – Ada Quay', ['Ada Quay']],
    ['a name behind a day of the week is read', 'Montag, 23.11.2026 | Ada Quay', ['Ada Quay']],
    ['the headline is cut', 'Ferry returns by Ada Quay', ['Ada Quay']],
    ['a French preposition before a date is cut', 'Ada Quay le 23 novembre 2026', ['Ada Quay']],
    ['a label behind a slash is cut', '文/王小明', ['王小明']],
  ])('%s', (_, text, expected) => {
    expect(authorsOf([byline(text)])).toEqual(expected);
  });

  it.each<[string, string, boolean]>([
    ['a full name is a name', 'Ada Quay', true],
    ['a name with particles is a name', 'Ada van der Quay', true],
    ['a name with initials is a name', 'A. B. O’Quay-Lee', true],
    ['a name of six words is a name', 'Ada B. C. D. E. Quay', true],
    ['a single word is no name', 'Ada', false],
    ['words in lower case are no name', 'By the sea', false],
    ['a name before words in lower case is no name', 'Ada Quay writes', false],
    ['a name behind words in lower case is no name', 'our Ada Quay', false],
    ['two names are no names if one of them has lower-case words', 'Ada Quay and others here', false],
    ['an East Asian name is a name', '山田太郎', true],
    ['a Korean name is a name', '신현주', true],
    ['one East Asian letter is no name', '山', false],
    ['seven East Asian letters are no name', '山田太郎山田太', false],
    ['an agency behind “by” is a name', 'By Reuters', true],
    ['an agency alone is no name', 'Reuters', false],
    ['a desk behind “by” is no name', 'By Redaktion', false],
    ['an agency that begins like a credit is no credit', 'AFP', false],
  ])('%s', (_, text, expected) => {
    expect(authorsOf([byline(text)]) !== undefined).toBe(expected);
  });

  it.each<[string, Byline, boolean]>([
    ['a nickname that the page marks is a name', byline('oz', 110, [], 'author'), true],
    ['a nickname that only a class marks is no name', byline('oz', 110, [], 'class'), false],
    ['a nickname behind “posted by” is a name', byline('Posted by oz', 110, [], 'text'), true],
    ['a nickname behind “by” is no name', byline('By oz', 110, [], 'text'), false],
    ['a nickname may be 100 nodes away', byline('oz', 200, [], 'author'), true],
    ['a nickname isn’t 101 nodes away', byline('oz', 201, [], 'author'), false],
    ['a nickname of 26 letters is no name', byline('o'.repeat(26), 110, [], 'author'), false],
    ['an Arabic name in an author’s element is a name', byline('أحمد الميناوي', 110, [], 'class'), true],
    ['a Hindi name in an author’s element is a name', byline('आशा घाट', 110, [], 'class'), true],
    ['a Georgian name in an author’s element is a name', byline('ნინო ნავსადგური', 110, [], 'class'), true],
    ['a Japanese name with a blank is a name', byline('山田 太郎', 110, [], 'class'), true],
    ['an Arabic name that nothing marks is no name', byline('أحمد الميناوي', 110, [], 'text'), false],
    ['a long Arabic text is no name', byline('كلمة '.repeat(6).trim(), 110, [], 'class'), false],
    ['a name behind a date far away is no name', byline('23.11.2026 – Ada Quay', 201, [], 'text'), false],
  ])('%s', (_, placed, expected) => {
    expect(authorsOf([placed]) !== undefined).toBe(expected);
  });

  it('the page’s own mark wins over a nearer name', () => {
    const bylines = [byline('Ada Quay', 105, [], 'class'), byline('Bea Mole', 120, [], 'author')];
    expect(authorsOf(bylines)).toEqual(['Bea Mole']);
  });

  it('the site’s name is no author', () => {
    expect(
      read(meta('og:site_name', 'Harbour Post'), '<h1>Ferry</h1><p>By Harbour Post</p>').provenance?.authors,
    ).toBeUndefined();
  });
});
