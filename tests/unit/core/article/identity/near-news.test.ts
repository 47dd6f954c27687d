import { describe, expect, it } from 'vitest';
import { likeness, sketchOf } from '../../../../../lambdas/core/article/identity/near-duplicate.ts';
import { isSameNewsNearby } from '../../../../../lambdas/core/article/identity/near-news.ts';
import type { ArticleContent } from '../../../../../lambdas/core/article/record/article.ts';
import { countWords } from '../../../../../lambdas/core/words.ts';
import { article } from '../../../../fakes/article.ts';
import { BOILERPLATE, FERRY, forecast, MARKET, obituary, paragraphs } from '../../../../fakes/stories.ts';

interface Version {
  readonly title: string;
  readonly text: string;
  readonly url?: string;
  readonly publishedAt?: string;
  readonly feedId?: string;
}

const ferry = paragraphs(FERRY);
const first: Version = { title: 'Ferry returns to Skerry Point after eleven weeks', text: ferry };
const HOME = 'https://www.harbour.example/news/1';
const later = { publishedAt: '2026-11-25T06:00:00.000Z' };
const ELSEWHERE = 'https://valley.example/wire/9';

/** Whether `second` is told to be the news that `one` is; both on Monday morning unless they say otherwise. */
function isSame(one: Version, second: Version): boolean {
  const defaults = { publishedAt: '2026-11-23T07:00:00.000Z' };
  const [a, b] = [sketchOf(one.text), sketchOf(second.text)];
  if (a === undefined || b === undefined) throw new Error('too short to be sketched');
  const known = { url: HOME, feedId: 'feed-a', wordCount: countWords(one.text), ...defaults, ...one };
  const stored = article({ ...known, appearances: article().appearances.map((each) => ({ ...each, url: known.url })) });
  const wordCount = countWords(second.text);
  const content = { ...article(), url: ELSEWHERE, wordCount, ...defaults, ...second } satisfies ArticleContent;
  return isSameNewsNearby(stored, content, second.feedId ?? 'feed-b', likeness(a.sketch, b.sketch));
}

describe('on another site it is the same news', () => {
  it.each<[string, Partial<Version>]>([
    [
      'as a copy, with the site’s own words around it',
      { text: paragraphs([BOILERPLATE[0], ...FERRY, BOILERPLATE[1]]) },
    ],
    ['as a copy under a headline of its own', { title: 'Islanders cheer: the boat is back' }],
    [
      'as a copy with another first paragraph',
      { text: paragraphs([MARKET[5], ...FERRY.slice(1)]), title: 'The boat is back' },
    ],
    ['as its first paragraphs, under its headline', { text: paragraphs(FERRY.slice(0, 3)) }],
    [
      'as its first paragraphs, under a headline that leaves something out',
      { text: paragraphs(FERRY.slice(0, 4)), title: 'Ferry returns' },
    ],
    [
      'as its first paragraphs after a paragraph of its own, under a headline that agrees',
      { text: paragraphs([MARKET[5], ...FERRY.slice(0, 6)]), title: 'The ferry returns to Skerry Point' },
    ],
    [
      'with background of its own, under a headline that agrees',
      { text: paragraphs([...FERRY, ...MARKET]), title: 'Ferry returns to Skerry Point' },
    ],
    ['two days later', { publishedAt: '2026-11-25T06:00:00.000Z' }],
    ['two days later, as its first paragraphs', { ...later, text: paragraphs(FERRY.slice(0, 4)) }],
    [
      'where all words of the headlines have capitals',
      { title: 'Islanders Cheer As The Boat Is Back At Skerry Point' },
    ],
  ])('%s', (_, second) => {
    expect(isSame(first, { ...first, ...second })).toBe(true);
  });
});

describe('on another site it is other news', () => {
  it.each<[string, Partial<Version>]>([
    ['a text about something else, under the same headline', { text: paragraphs(MARKET) }],
    ['four days later', { publishedAt: '2026-11-27T08:00:00.000Z' }],
    [
      'a digest that holds the whole story among others, under its own headline',
      {
        title: 'What you need to know this morning',
        text: paragraphs([...MARKET, ...MARKET.map(backwards), ...FERRY]),
      },
    ],
    ['an excerpt under its own headline', { title: 'Marta Holm sleeps well', text: paragraphs(FERRY.slice(2, 5)) }],
    [
      'a digest that names the story among others',
      { title: 'Ferry returns to Skerry Point, apples dear, mayor out', text: paragraphs([...MARKET, ...FERRY]) },
    ],
    [
      'a digest that prints part of the story among others',
      { title: 'Morning briefing: ferry returns, apples dear', text: paragraphs([...FERRY.slice(0, 3), MARKET[0]]) },
    ],
    [
      'what came of it, with the story as background',
      { title: 'Skerry Point ferry returns amid cider protest', text: paragraphs([...MARKET, ...FERRY.slice(0, 8)]) },
    ],
    [
      'two days later, with a third of its own',
      { ...later, text: paragraphs([...FERRY.slice(0, 6), ...MARKET.slice(0, 3)]) },
    ],
    [
      'a live report that tells how it went',
      {
        title: 'Ferry returns to Skerry Point after eleven weeks: as it happened',
        text: paragraphs([...MARKET, ...FERRY]),
      },
    ],
    ['a live report that begins with the story', { title: 'Live: Ferry returns to Skerry Point after eleven weeks' }],
    ['a correction of the story', { title: 'Correction: Ferry returns to Skerry Point after eleven weeks' }],
    ['a correction in German', { title: 'Berichtigung: Ferry returns to Skerry Point' }],
  ])('%s', (_, second) => {
    expect(isSame(first, { ...first, ...second })).toBe(false);
  });

  it('the same template for another place', () => {
    const here = forecast('Monday', [3, 5, 12, 8, 11, 15, 240, 35]);
    const there = forecast('Monday', [6, 9, 22, 13, 14, 25, 228, 41]);
    expect(isSame({ title: 'The weather', text: here }, { title: 'The weather', text: there })).toBe(false);
  });
});

describe('on another site, of two pages from one template', () => {
  const mourned = (name: string, town: string): string =>
    [
      `The family of ${name} announced the death on Monday with a short statement to the press in the town of ${town}.`,
      'The mayor said that the town had lost one of its great teachers, who had stood for the values of all. Flags at the town hall and at the schools are to fly at half mast until the end of the week.',
      'A book of condolence is open at the town hall during its usual hours, and a service of remembrance will be announced by the family in due course. The town council will meet for a minute of silence.',
    ].join('\n');
  const [smith, jones] = [mourned('John Smith', 'Northtown'), mourned('Mary Jones', 'Southport')];
  const vote = (rest: readonly string[]): string => paragraphs([...FERRY, ...rest]);

  it.each<[string, Version, Version, boolean]>([
    [
      'the second is other news when the headlines name others',
      { title: 'The town mourns the death of teacher John Smith', text: smith },
      { title: 'The town mourns the death of teacher Mary Jones', text: jones },
      false,
    ],
    [
      'and when all words of the headlines have capitals',
      { title: 'Town Mourns Death Of Teacher John Smith', text: smith },
      { title: 'Town Mourns Death Of Teacher Mary Jones', text: jones },
      false,
    ],
    [
      'and when they name nobody, but the texts do',
      { title: 'Town mourns teacher', text: smith },
      { title: 'Town mourns teacher', text: jones },
      false,
    ],
    [
      'and when the texts don’t name whom the headlines name',
      { title: 'Election in Northtown: how the town voted in the race for mayor', text: vote(MARKET.slice(0, 3)) },
      { title: 'Election in Southport: how the town voted in the race for mayor', text: vote(MARKET.slice(3)) },
      false,
    ],
    [
      'it is the same when the headlines name the same',
      { title: 'The town mourns the death of teacher John Smith', text: smith },
      { title: 'Northtown’s teacher John Smith is dead', text: smith.replace('short statement', 'statement') },
      true,
    ],
  ])('%s', (_, one, second, expected) => {
    expect(isSame(one, second)).toBe(expected);
  });
});

describe('on its own site it is the same news', () => {
  it.each<[string, Partial<Version>]>([
    ['at another address, within hours', { url: 'https://www.harbour.example/islands/1' }],
    ['on the mobile site', { url: 'https://m.harbour.example/news/1' }],
    ['slightly edited', { url: 'https://www.harbour.example/2', text: ferry.replace('two minutes early', 'on time') }],
  ])('%s', (_, second) => {
    expect(isSame(first, { ...first, ...second })).toBe(true);
  });
});

describe('on its own site, where addresses have an id, an edited headline', () => {
  const numbered = (id: string): Version => ({ ...first, url: `https://www.harbour.example/${id}-ferry-returns` });
  const late = (id: string): Version => ({
    title: 'Ferry returns to Skerry Point, late',
    text: ferry.replace('two minutes early', 'an hour late'),
    url: `https://www.harbour.example/${id}-ferry-returns-late`,
  });

  it.each<[string, Version, Version, boolean]>([
    ['is the same news under the same id', numbered('48151'), late('48151'), true],
    ['is other news under another id', numbered('48151'), late('48152'), false],
    ['is other news where the number is a section’s', numbered('10001/48151'), late('10001/48152'), false],
    ['is other news where the number is a day', numbered('20261123'), late('20261123'), false],
    ['is other news where the number is a month', numbered('202611'), late('202611'), false],
    ['is other news where there is no number', numbered('news'), late('news'), false],
    [
      'is other news when the headlines have nothing in common',
      numbered('48151'),
      { ...late('48151'), title: 'Why farmers want their evening boat' },
      false,
    ],
  ])('%s', (_, one, second, expected) => {
    expect(isSame(one, second)).toBe(expected);
  });
});

describe('on its own site it is other news', () => {
  const here = (second: Partial<Version>): Version => ({ ...first, url: 'https://www.harbour.example/2', ...second });
  const tomorrow = '2026-11-24T07:00:00.000Z';

  it.each<[string, Partial<Version>]>([
    ['under another headline', { title: 'Farmers want their evening ferry back' }],
    ['a day later: a column, a quiz, a service text', { publishedAt: tomorrow }],
    [
      'when a tenth of it is another: a column from a template',
      { text: paragraphs([...FERRY.slice(0, 9), MARKET[0]]) },
    ],
    ['when half of it is another', { text: paragraphs([...FERRY.slice(0, 5), ...MARKET]) }],
    ['when it is the other’s beginning: a teaser page for all of a series', { text: paragraphs(FERRY.slice(0, 4)) }],
    ['in the same feed, wherever it lies', { url: ELSEWHERE, feedId: 'feed-a', title: 'Ferry returns' }],
  ])('%s', (_, second) => {
    expect(isSame(first, here(second))).toBe(false);
  });

  it('the daily forecast', () => {
    const monday = { title: 'The weather today', text: forecast('Monday', [3, 5, 12, 8, 11, 15, 240, 35]) };
    const evening = forecast('Tuesday', [6, 9, 22, 13, 14, 25, 228, 41]);
    expect(isSame(monday, here({ title: 'The weather today', text: evening }))).toBe(false);
  });

  it('an obituary of somebody else', () => {
    const one = obituary('Anna Lund, 81,', 'She mended nets and taught arithmetic.', 'Her cakes won every fair.');
    const other = obituary('Peder Vik, 79,', 'He steered the pilot boat for years.', 'He never missed a dance.');
    const titles = ['Obituary: Anna Lund', 'Obituary: Peder Vik'] as const;
    expect(isSame({ title: titles[0], text: one }, here({ title: titles[1], text: other }))).toBe(false);
    expect(isSame({ title: titles[0], text: one }, { title: titles[1], text: other })).toBe(false);
  });

  it('the photos of the day, under the same headline each day', () => {
    const intro = 'Our photographers looked around for you, and these are the pictures that the desk liked best today:';
    const photos = (captions: readonly string[]) => ({
      title: 'Photos of the day',
      text: `${intro}\n${paragraphs(captions)}`,
    });
    expect(isSame(photos(FERRY.slice(0, 3)), here(photos(MARKET.slice(0, 3))))).toBe(false);
  });
});

function backwards(sentence: string): string {
  return sentence.split(' ').reverse().join(' ');
}
