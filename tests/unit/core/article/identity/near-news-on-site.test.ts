import { describe, expect, it } from 'vitest';
import { FERRY, forecast, MARKET, obituary, paragraphs } from '../../../../fakes/stories.ts';
import { ELSEWHERE, ferry, isSame, type Version } from '../../../../fakes/story-versions.ts';

describe('on its own site it is the same news', () => {
  it.each<[string, Partial<Version>]>([
    ['a copy at another address within hours is the same', { url: 'https://www.harbour.example/islands/1' }],
    ['a copy on the mobile site is the same', { url: 'https://m.harbour.example/news/1' }],
    [
      'a slightly edited copy is the same',
      { url: 'https://www.harbour.example/2', text: ferry.text.replace('two minutes early', 'on time') },
    ],
  ])('%s', (_, second) => {
    expect(isSame(ferry, { ...ferry, ...second })).toBe(true);
  });
});

describe('on its own site, under an edited headline', () => {
  const numbered = (id: string): Version => ({ ...ferry, url: `https://www.harbour.example/${id}-ferry-returns` });
  const late = (id: string): Version => ({
    title: 'Ferry returns to Skerry Point, late',
    text: ferry.text.replace('two minutes early', 'an hour late'),
    url: `https://www.harbour.example/${id}-ferry-returns-late`,
  });

  it.each<[string, Version, Version, boolean]>([
    ['an article under the same id is the same news', numbered('48151'), late('48151'), true],
    ['an article under another id is other news', numbered('48151'), late('48152'), false],
    ['a section’s id makes no article the same', numbered('10001/48151'), late('10001/48152'), false],
    ['a day in the address makes no article the same', numbered('20261123'), late('20261123'), false],
    ['a month in the address makes no article the same', numbered('202611'), late('202611'), false],
    ['an article without an id is other news', numbered('news'), late('news'), false],
    [
      'an article under the same id is other news if the headlines have nothing in common',
      numbered('48151'),
      { ...late('48151'), title: 'Why farmers want their evening boat' },
      false,
    ],
  ])('%s', (_, one, second, expected) => {
    expect(isSame(one, second)).toBe(expected);
  });
});

describe('on its own site it is other news', () => {
  const here = (second: Partial<Version>): Version => ({ ...ferry, url: 'https://www.harbour.example/2', ...second });
  const tomorrow = '2026-11-24T07:00:00.000Z';

  it.each<[string, Partial<Version>]>([
    ['the same text under another headline is other news', { title: 'Farmers want their evening ferry back' }],
    ['the same text a day later is other news: a column, a quiz, a service text', { publishedAt: tomorrow }],
    [
      'a text with a tenth of its own is other news: a column from a template',
      { text: paragraphs([...FERRY.slice(0, 9), MARKET[0]]) },
    ],
    ['a text with half of its own is other news', { text: paragraphs([...FERRY.slice(0, 5), ...MARKET]) }],
    [
      'the beginning of a text is other news: a teaser page for all of a series',
      { text: paragraphs(FERRY.slice(0, 4)) },
    ],
    [
      'a copy in the same feed is other news under another headline, wherever the copy lies',
      { url: ELSEWHERE, feedId: 'feed-a', title: 'Ferry returns' },
    ],
  ])('%s', (_, second) => {
    expect(isSame(ferry, here(second))).toBe(false);
  });

  it('the daily forecast is other news each day', () => {
    const monday = { title: 'The weather today', text: forecast('Monday', [3, 5, 12, 8, 11, 15, 240, 35]) };
    const evening = forecast('Tuesday', [6, 9, 22, 13, 14, 25, 228, 41]);
    expect(isSame(monday, here({ title: 'The weather today', text: evening }))).toBe(false);
  });

  it('an obituary of somebody else is other news', () => {
    const one = obituary('Anna Lund, 81,', 'She mended nets and taught arithmetic.', 'Her cakes won every fair.');
    const other = obituary('Peder Vik, 79,', 'He steered the pilot boat for years.', 'He never missed a dance.');
    const titles = ['Obituary: Anna Lund', 'Obituary: Peder Vik'] as const;
    expect(isSame({ title: titles[0], text: one }, here({ title: titles[1], text: other }))).toBe(false);
    expect(isSame({ title: titles[0], text: one }, { title: titles[1], text: other })).toBe(false);
  });

  it('the photos of the day are other news each day', () => {
    const intro = 'Our photographers looked around for you, and these are the pictures that the desk liked best today:';
    const photos = (captions: readonly string[]) => ({
      title: 'Photos of the day',
      text: `${intro}\n${paragraphs(captions)}`,
    });
    expect(isSame(photos(FERRY.slice(0, 3)), here(photos(MARKET.slice(0, 3))))).toBe(false);
  });
});
