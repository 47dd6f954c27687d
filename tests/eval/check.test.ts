/** A check that nothing can fail is none: each says what is wrong when a case wants something else. */
import { expect, it } from 'vitest';
import { checks } from './check.ts';
import { cases } from './fixtures.ts';

/** A case that comes out right, but wants something else. */
function wanting(set: keyof typeof cases, name: string, want: object): never {
  const known = cases[set].find((each) => each.name === name);
  if (known === undefined) throw new Error(`There is no case ${name}.`);
  return { ...known, want } as never;
}

const PAGE = 'real-dateline-below-headline';
const FEED = 'leaves-without-namespace';

it.each<[string, string, object, RegExp]>([
  ['has a text that is missing', PAGE, { has: ['Zeppelin'] }, /^the text lacks Zeppelin$/],
  ['has none of several texts', PAGE, { has: [['Zeppelin', 'Airship']] }, /^the text lacks \["Zeppelin","Airship"\]$/],
  ['lacks a text that is there', PAGE, { lacks: ['harbour board'] }, /^the text has harbour board$/],
  [
    'has a line that is only part of a line',
    PAGE,
    { lines: ['harbour board'] },
    /^the text has no line harbour board$/,
  ],
  ['has HTML that is missing', PAGE, { htmlHas: ['<marquee>'] }, /^the HTML lacks <marquee>$/],
  ['lacks HTML that is there', PAGE, { htmlLacks: ['<p>'] }, /^the HTML has <p>$/],
  ['has another title', PAGE, { title: 'Zeppelin' }, /^title: wanted Zeppelin, came /],
  ['has other authors', PAGE, { authors: ['Zeppelin'] }, /^authors: wanted \["Zeppelin"\], came /],
  ['has another day', PAGE, { published: '2026-11-23' }, /^date: wanted 2026-11-23, came 2026-11-24/],
  ['has no date', PAGE, { publishedAssumed: true }, /^an assumed date: wanted true, came false$/],
])('a page is wrong if it %s', async (_, name, want, fault) => {
  expect(await checks.pages(wanting('pages', name, want))).toMatch(fault);
});

it.each<[string, object, RegExp]>([
  ['is a feed', { error: true }, /^no error, but 1 entries$/],
  ['has another number of entries', { count: 2 }, /^entries: wanted 2, came 1$/],
  ['has another title', { feed: { title: 'Zeppelin' } }, /^the feed’s title: wanted Zeppelin, came /],
  ['lacks an entry', { entries: [{}, {}] }, /^there is no entry 2$/],
  [
    'has an entry with another title',
    { entries: [{ title: 'Zeppelin' }] },
    /^entry 1: title: wanted Zeppelin, came The pier opens$/,
  ],
  [
    'has an entry with other authors',
    { entries: [{ authors: ['Zeppelin'] }] },
    /^entry 1: authors: wanted \["Zeppelin"\], came /,
  ],
  [
    'has an entry without the date',
    { entries: [{ published: '2026-11-24' }] },
    /^entry 1: published: wanted 2026-11-24, came nothing$/,
  ],
  [
    'has an entry without the line',
    { entries: [{ lines: ['Zeppelin'] }] },
    /^the text of entry 1 has no line Zeppelin$/,
  ],
])('a feed is wrong if it %s', async (_, want, fault) => {
  expect(await checks.feeds(wanting('feeds', FEED, want))).toMatch(fault);
});

it('a language is wrong if another is wanted', async () => {
  expect(await checks.language(wanting('language', 'indonesian', { language: 'ms' }))).toBe(
    'language: wanted ms, came id',
  );
});

it('two pieces of news are wrong if they are to be two', async () => {
  expect(await checks['same-news'](wanting('same-news', 'japanese-full-width', { same: false }))).toBe(
    'the same news: wanted false, came true',
  );
});
