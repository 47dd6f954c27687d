import { describe, expect, it } from 'vitest';
import { BOILERPLATE, FERRY, forecast, MARKET, paragraphs } from '../../../../fakes/stories.ts';
import { ferry, isSame, type Version } from '../../../../fakes/story-versions.ts';

const later = { publishedAt: '2026-11-25T06:00:00.000Z' };

describe('on another site it is the same news', () => {
  it.each<[string, Partial<Version>]>([
    [
      'a copy with the site’s own words around it is the same',
      { text: paragraphs([BOILERPLATE[0], ...FERRY, BOILERPLATE[1]]) },
    ],
    ['a copy under a headline of its own is the same', { title: 'Islanders cheer: the boat is back' }],
    [
      'a copy with another first paragraph is the same',
      { text: paragraphs([MARKET[5], ...FERRY.slice(1)]), title: 'The boat is back' },
    ],
    ['the first paragraphs under the same headline are the same', { text: paragraphs(FERRY.slice(0, 3)) }],
    [
      'the first paragraphs under a shortened headline are the same',
      { text: paragraphs(FERRY.slice(0, 4)), title: 'Ferry returns' },
    ],
    [
      'the first paragraphs behind a new one are the same under a headline that agrees',
      { text: paragraphs([MARKET[5], ...FERRY.slice(0, 6)]), title: 'The ferry returns to Skerry Point' },
    ],
    [
      'a copy with background of its own is the same under a headline that agrees',
      { text: paragraphs([...FERRY, ...MARKET]), title: 'Ferry returns to Skerry Point' },
    ],
    ['a copy two days later is the same', { publishedAt: '2026-11-25T06:00:00.000Z' }],
    ['the first paragraphs two days later are the same', { ...later, text: paragraphs(FERRY.slice(0, 4)) }],
    [
      'a headline in which all words have capitals makes no difference',
      { title: 'Islanders Cheer As The Boat Is Back At Skerry Point' },
    ],
  ])('%s', (_, second) => {
    expect(isSame(ferry, { ...ferry, ...second })).toBe(true);
  });
});

describe('on another site it is other news', () => {
  it.each<[string, Partial<Version>]>([
    ['a text about something else under the same headline is other news', { text: paragraphs(MARKET) }],
    ['a copy four days later is other news', { publishedAt: '2026-11-27T08:00:00.000Z' }],
    [
      'a digest that holds the whole story is other news',
      {
        title: 'What you need to know this morning',
        text: paragraphs([...MARKET, ...MARKET.map(backwards), ...FERRY]),
      },
    ],
    [
      'an excerpt under its own headline is other news',
      { title: 'Marta Holm sleeps well', text: paragraphs(FERRY.slice(2, 5)) },
    ],
    [
      'a digest that names the story in its headline is other news',
      { title: 'Ferry returns to Skerry Point, apples dear, mayor out', text: paragraphs([...MARKET, ...FERRY]) },
    ],
    [
      'a digest that prints part of the story is other news',
      { title: 'Morning briefing: ferry returns, apples dear', text: paragraphs([...FERRY.slice(0, 3), MARKET[0]]) },
    ],
    [
      'a follow-up with the story as its background is other news',
      { title: 'Skerry Point ferry returns amid cider protest', text: paragraphs([...MARKET, ...FERRY.slice(0, 8)]) },
    ],
    [
      'a text with a third of its own two days later is other news',
      { ...later, text: paragraphs([...FERRY.slice(0, 6), ...MARKET.slice(0, 3)]) },
    ],
    [
      'a live report that holds the story is other news',
      {
        title: 'Ferry returns to Skerry Point after eleven weeks: as it happened',
        text: paragraphs([...MARKET, ...FERRY]),
      },
    ],
    [
      'a live report that begins with the story is other news',
      { title: 'Live: Ferry returns to Skerry Point after eleven weeks' },
    ],
    [
      'a correction of the story is other news',
      { title: 'Correction: Ferry returns to Skerry Point after eleven weeks' },
    ],
    ['a correction in German is other news', { title: 'Berichtigung: Ferry returns to Skerry Point' }],
  ])('%s', (_, second) => {
    expect(isSame(ferry, { ...ferry, ...second })).toBe(false);
  });

  it('the same template for another place is other news', () => {
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
      'a page is other news if the headlines name others',
      { title: 'The town mourns the death of teacher John Smith', text: smith },
      { title: 'The town mourns the death of teacher Mary Jones', text: jones },
      false,
    ],
    [
      'a page is other news if the headlines name others, and all of their words have capitals',
      { title: 'Town Mourns Death Of Teacher John Smith', text: smith },
      { title: 'Town Mourns Death Of Teacher Mary Jones', text: jones },
      false,
    ],
    [
      'a page is other news if only the texts name others',
      { title: 'Town mourns teacher', text: smith },
      { title: 'Town mourns teacher', text: jones },
      false,
    ],
    [
      'a page is other news if only the headlines name others',
      { title: 'Election in Northtown: how the town voted in the race for mayor', text: vote(MARKET.slice(0, 3)) },
      { title: 'Election in Southport: how the town voted in the race for mayor', text: vote(MARKET.slice(3)) },
      false,
    ],
    [
      'a page is the same news if the headlines name the same person',
      { title: 'The town mourns the death of teacher John Smith', text: smith },
      { title: 'Northtown’s teacher John Smith is dead', text: smith.replace('short statement', 'statement') },
      true,
    ],
  ])('%s', (_, one, second, expected) => {
    expect(isSame(one, second)).toBe(expected);
  });
});

function backwards(sentence: string): string {
  return sentence.split(' ').reverse().join(' ');
}
