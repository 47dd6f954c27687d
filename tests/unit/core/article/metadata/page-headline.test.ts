import { describe, expect, it } from 'vitest';
import { headlineOf } from '../../../../../lambdas/core/article/metadata/page-headline.ts';
import type { Heading } from '../../../../../lambdas/core/article/metadata/page-scan.ts';

const context = { sites: ['Harbour Post', 'Sea'], url: 'https://www.port.example/news/1' };

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
    expect(headlineOf(headings, titles, { ...context, paragraphs: [] })?.text).toBe(expected);
  });

  it.each<[string, readonly Heading[], readonly string[], string | undefined]>([
    [
      'the heading that more titles share wins over a longer one',
      [heading('Marketplace of the good life'), heading('All in time')],
      ['All in time', 'All in time | Marketplace of the good life'],
      'All in time',
    ],
    [
      'a heading that is a whole part of a title counts, however short',
      [heading('Archive', 2), heading('Ferry', 2)],
      ['Some long name of a blog » Of the archive » Ferry'],
      'Ferry',
    ],
  ])('%s', (_, headings, titles, expected) => {
    expect(headlineOf(headings, titles, { ...context, paragraphs: [] })?.text).toBe(expected);
  });

  it.each<[string, readonly Heading[], readonly number[], string | undefined]>([
    [
      'the heading above the running text is the headline',
      [heading('Main content', 2, 10), heading('Ferry returns', 2, 20)],
      [25, 30],
      'Ferry returns',
    ],
    [
      'of two headings above paragraphs neither is the headline',
      [heading('Ferry returns', 2, 10), heading('Crew leaves', 2, 20)],
      [15, 25],
      undefined,
    ],
    [
      'a heading of a higher level is the headline',
      [heading('Ferry returns', 2, 10), heading('The crew', 3, 20)],
      [15, 25],
      'Ferry returns',
    ],
    ['a paragraph may be 149 nodes away', [heading('Ferry returns', 2, 10)], [159], 'Ferry returns'],
    ['a paragraph isn’t 150 nodes away', [heading('Ferry returns', 2, 10)], [160], undefined],
    ['a paragraph above a heading doesn’t count', [heading('Ferry returns', 2, 10)], [5], undefined],
    ['the site’s name above the text is no headline', [heading('Harbour Post', 2, 10)], [15], undefined],
  ])('%s', (_, headings, paragraphs, expected) => {
    const headline = headlineOf(headings, ['Other words'], { ...context, paragraphs });
    expect(headline?.text).toBe(expected);
    expect(headline?.isConfirmed ?? false).toBe(false);
  });

  it('a heading that a title confirms is confirmed', () => {
    const found = headlineOf([heading('Ferry returns', 2)], ['Ferry returns'], { ...context, paragraphs: [] });
    expect(found?.isConfirmed).toBe(true);
  });
});
