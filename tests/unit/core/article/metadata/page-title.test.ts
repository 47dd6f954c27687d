import { describe, expect, it } from 'vitest';
import type { Heading } from '../../../../../lambdas/core/article/metadata/page-scan.ts';
import {
  agreedTitle,
  headlineOf,
  titleKey,
  withoutSite,
} from '../../../../../lambdas/core/article/metadata/page-title.ts';

const context = { sites: ['Harbour Post', 'Sea'], url: 'https://www.port.example/news/1' };

describe('a title with the name of its site', () => {
  it.each([
    ['a title alone stays', 'Ferry returns', 'Ferry returns'],
    ['an empty title stays', '', ''],
    ['a title of separators stays', ' | ', ' | '],
    ['a site behind a bar is cut', 'Ferry returns | Harbour Post', 'Ferry returns'],
    ['a site behind a bar without blanks is cut', 'Ferry returns|Harbour Post', 'Ferry returns'],
    ['a site behind a dash is cut', 'Ferry returns – HARBOUR POST', 'Ferry returns'],
    ['blanks around a dash are cut', 'Ferry returns  –  Harbour Post', 'Ferry returns'],
    ['blanks around a dash behind the site are cut', 'Harbour Post  –  Ferry returns', 'Ferry returns'],
    ['a site behind a double hyphen is cut', 'Ferry returns -- Harbour Post', 'Ferry returns'],
    ['a site behind a double colon is cut', 'Ferry returns::Harbour Post', 'Ferry returns'],
    ['a site behind a colon is cut', 'Ferry returns : Harbour Post', 'Ferry returns'],
    ['a site behind two slashes is cut', 'Ferry returns // Harbour Post', 'Ferry returns'],
    ['a site before an angle quote is cut', 'Harbour Post » Ferry returns', 'Ferry returns'],
    ['a site behind two separators is cut', 'Ferry returns | | Harbour Post', 'Ferry returns'],
    ['a site behind the last separator is cut', 'Ferry returns | Harbour Post |', 'Ferry returns'],
    ['a site and a section are cut', 'Ferry returns | Sea | Harbour Post', 'Ferry returns'],
    ['a site before and a section after are cut', 'Harbour Post | Ferry returns | Sea', 'Ferry returns'],
    ['dashes of the title stay', 'Ferry - crew - Harbour Post', 'Ferry - crew'],
    ['a hyphen between letters stays', 'Ferry-Harbour', 'Ferry-Harbour'],
    ['a colon behind a word stays', 'Ferry: Harbour Post', 'Ferry: Harbour Post'],
    ['a part that isn’t the site stays', 'Ferry | Crew', 'Ferry | Crew'],
    ['a site within the words stays', 'I left Harbour Post', 'I left Harbour Post'],
    ['a title that is the site stays', 'Harbour Post', 'Harbour Post'],
    ['a title of two sites keeps the first', 'Harbour Post | Sea', 'Harbour Post'],
    ['a site’s name with a suffix is cut', 'Ferry | HarbourPost24', 'Ferry'],
    [
      'a part that only begins like the site stays',
      'Ferry | Harbour Post wins the prize of the year',
      'Ferry | Harbour Post wins the prize of the year',
    ],
    ['a part that begins like a short site stays', 'Ferry | Seal', 'Ferry | Seal'],
    ['the greater part of the site’s name is cut', 'Ferry | Harbour', 'Ferry'],
    ['a small part of the site’s name stays', 'Ferry | Post', 'Ferry | Post'],
    ['a short part of the site’s name stays', 'Ferry | Po', 'Ferry | Po'],
    ['the name of the host is cut', 'Ferry | Port', 'Ferry'],
    ['the host itself is cut', 'Ferry | port.example', 'Ferry'],
    ['the host with www stays out of the keys', 'Ferry | www', 'Ferry | www'],
    ['a site behind a number stays', 'Chapter 12 - Harbour Post', 'Chapter 12 - Harbour Post'],
    ['a site behind an ordinal stays', 'Heat 3. – Sea', 'Heat 3. – Sea'],
    ['a site before a number is cut', 'Sea – Heat – 3', 'Heat – 3'],
    ['a date is cut', 'Ferry returns | 23.11.2026', 'Ferry returns'],
    ['a date with a short word is cut', 'Ferry returns | am 23.11.2026', 'Ferry returns'],
    ['a date with a longer word stays', 'Ferry returns | bis zum 23.11.2026', 'Ferry returns | bis zum 23.11.2026'],
    ['a date before the title is cut', '23.11.2026 | Ferry returns', 'Ferry returns'],
    ['a date before the title without a separator is cut', '23.11.2026 Ferry returns', 'Ferry returns'],
    ['a date with slashes before the title is cut', '3/1/2026 - Ferry returns', 'Ferry returns'],
    ['a date alone stays', '23.11.2026 ', '23.11.2026 '],
    ['a date within the title stays', 'On 23.11.2026 Ferry returns', 'On 23.11.2026 Ferry returns'],
    ['a part without letters is cut', 'Ferry returns | …', 'Ferry returns'],
  ])('%s', (_, title, expected) => {
    expect(withoutSite(title, [], context)).toBe(expected);
  });

  it.each([
    ['parts that another headline lacks are cut', 'Ferry | Crew | Port', ['Ferry'], 'Ferry'],
    ['parts before another headline are cut', 'Crew | Ferry returns', ['Ferry returns'], 'Ferry returns'],
    ['another headline keeps the site in the title', 'Ferry | Sea', ['Ferry – Sea'], 'Ferry | Sea'],
    ['another headline keeps its own parts', 'Ferry | Crew | Sea', ['Ferry | Crew'], 'Ferry | Crew'],
    ['the start comes before the end if both are headlines', 'Ferry | Crew', ['Crew', 'Ferry'], 'Ferry'],
    ['the longer headline comes first', 'Ferry | Crew | Sea', ['Ferry', 'Crew Sea'], 'Crew | Sea'],
    [
      'a headline in the middle is found by cutting sites',
      'Sea | Ferry | Post | Sea',
      ['Ferry | Post'],
      'Ferry | Post',
    ],
    ['cutting stops at a headline that ends with the site', 'Sea | Sea | Sea | Sea', ['Sea | Sea'], 'Sea | Sea'],
    ['seven parts are cut from one end', 'Ferry | a | b | c | d | e | f | g', ['Ferry'], 'Ferry'],
    [
      'eight parts are not cut',
      'Ferry | a | b | c | d | e | f | g | h',
      ['Ferry'],
      'Ferry | a | b | c | d | e | f | g | h',
    ],
    ['a headline’s typography doesn’t matter', 'FERRY-returns! | x', ['Ferry returns'], 'FERRY-returns!'],
  ])('%s', (_, title, others, expected) => {
    expect(withoutSite(title, others, context)).toBe(expected);
  });

  it('a title is read to its first 2,000 characters', () => {
    expect(withoutSite('x'.repeat(3_000), [], context)).toHaveLength(2_000);
  });

  it.each([
    ['parts of the host’s views aren’t the site', 'https://m.amp.port.example/', 'Ferry | amp', 'Ferry | amp'],
    ['a host without its views is the site', 'https://www2.port-news.example/', 'Ferry | PortNews.example', 'Ferry'],
    ['a host of one letter is no site', 'https://x.example/', 'Ferry | X', 'Ferry | X'],
    ['the host’s last label is no site', 'https://port.club/', 'Ferry | Club', 'Ferry | Club'],
  ])('%s', (_, url, title, expected) => {
    expect(withoutSite(title, [], { sites: [], url })).toBe(expected);
  });
});

it.each([
  ['the key has letters and digits in lower case', 'Ferry 2: “Back”!', 'ferry2back'],
  ['the key keeps combining marks', 'Día', 'día'],
  ['the key has compatible letters in one form', 'Ｆｅｒｒｙ', 'ferry'],
])('%s', (_, title, expected) => {
  expect(titleKey(title)).toBe(expected);
});

describe('the headline of a page', () => {
  const heading = (text: string, level = 1, at = 0): Heading => ({ text, level, at });
  it.each<[string, readonly Heading[], readonly string[], string | undefined]>([
    ['a page without headings has none', [], ['Ferry returns'], undefined],
    ['the only main heading is the headline', [heading('Under sail')], ['Ferry returns'], 'Under sail'],
    ['one of two main headings is no headline', [heading('Links'), heading('Partners')], ['Ferry'], undefined],
    ['a smaller heading alone is no headline', [heading('Links', 2)], ['Ferry'], undefined],
    [
      'a main heading that names the site doesn’t count',
      [heading('Harbour Post'), heading('Under sail')],
      [],
      'Under sail',
    ],
    [
      'a heading that is in a title is the headline',
      [heading('Links'), heading('Ferry returns', 2)],
      ['Ferry returns | Sea'],
      'Ferry returns',
    ],
    [
      'a heading that contains a title is the headline',
      [heading('Links'), heading('Sea: Ferry returns', 2)],
      ['Ferry returns'],
      'Sea: Ferry returns',
    ],
    [
      'the heading that shares most is the headline',
      [heading('Ferry returns', 2), heading('Ferry returns today', 2)],
      ['Ferry returns today'],
      'Ferry returns today',
    ],
    [
      'the first of equal headings is the headline',
      [heading('Ferry returns', 2, 1), heading('FERRY RETURNS', 2, 2)],
      ['Ferry returns'],
      'Ferry returns',
    ],
    [
      'any title may have the heading',
      [heading('Links'), heading('Ferry returns', 2)],
      ['Other', 'Ferry returns'],
      'Ferry returns',
    ],
    ['a smaller heading must be over half of the title', [heading('Ferry', 2)], ['Ferry news'], 'Ferry'],
    ['half of the title is not enough for a smaller heading', [heading('Ferry', 2)], ['Ferry crews'], undefined],
    [
      'a main heading must be over a quarter of the title',
      [heading('Ferry'), heading('x')],
      ['Ferry crews meet once'],
      'Ferry',
    ],
    [
      'a quarter of the title is not enough for a main heading',
      [heading('Ferry'), heading('x')],
      ['Ferry crews meet at noon'],
      undefined,
    ],
    ['four shared letters are not enough', [heading('Boat', 2)], ['Boat'], undefined],
    ['the site’s name is no headline', [heading('Harbour Post', 2)], ['Harbour Post'], undefined],
    ['the host’s name is no headline', [heading('portexample', 2)], ['portexample'], undefined],
  ])('%s', (_, headings, titles, expected) => {
    expect(headlineOf(headings, titles, context)?.text).toBe(expected);
  });
});

describe('the title that sources agree on', () => {
  const agreed = (titles: readonly string[], headline?: string) =>
    agreedTitle(
      titles.map((value) => ({ value })),
      headline,
    )?.value;
  it.each<[string, readonly string[], string | undefined, string | undefined]>([
    ['no title gives none', [], 'Ferry', undefined],
    [
      'the title that equals the headline wins',
      ['You won’t believe it', 'Ferry returns'],
      'Ferry returns!',
      'Ferry returns',
    ],
    ['the first title wins without a headline', ['Ferry is back', 'Ferry returns'], undefined, 'Ferry is back'],
    [
      'the first title wins if none equals the headline',
      ['Ferry is back', 'Ferry returns'],
      'The ferry',
      'Ferry is back',
    ],
    [
      'a title without the kicker wins',
      ['Strike: The ferry stays', 'The ferry stays'],
      'Strike: The ferry stays',
      'The ferry stays',
    ],
    [
      'a title without its end doesn’t win',
      ['The ferry stays: strike', 'The ferry stays'],
      undefined,
      'The ferry stays: strike',
    ],
    ['half of a title is no title without a kicker', ['Stay here', 'here'], undefined, 'Stay here'],
    ['over half of a title is a title without a kicker', ['Stay there', 'there'], undefined, 'there'],
  ])('%s', (_, titles, headline, expected) => {
    expect(agreed(titles, headline)).toBe(expected);
  });
});
