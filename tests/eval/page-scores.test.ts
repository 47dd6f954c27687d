/** What `npm run eval -- --pages DIR` makes of a directory of pages. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageExtremes } from './page-extremes.ts';
import { pageScores } from './page-scores.ts';
import { readPages, type Truth } from './read-pages.ts';
import { removals } from './removals.ts';

const FIRST = 'The harbour board of Brackwater voted on Tuesday evening to reopen the old customs pier.';
const SECOND = 'Members argued for almost four hours about the money, and the town will pay two thirds of it.';
const THIRD = 'Fishermen who filled the gallery welcomed the vote with applause, and sang until late.';
const PROMO = 'Subscribe to our morning letter and never miss a story from the harbour again.';

const page = ({ date = '2026-11-24T23:30:00-03:00', body = [FIRST, SECOND, THIRD] } = {}): string =>
  `<html lang="en"><head><title>“Pier” to reopen</title><meta name="author" content="Ada Quay">
  <meta property="article:published_time" content="${date}"></head><body><main><article><h1>“Pier” to reopen</h1>
  ${body.map((each) => `<p>${each}</p>`).join('\n')}
  <div class="newsletter-promo"><p>${PROMO}</p></div></article></main></body></html>`;

let directory = '';
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'eval-'));
});
afterAll(() => rmSync(directory, { recursive: true }));

/** A page and what a person says of it; many tools write `null` for what is absent. */
type Judged = readonly [string, { readonly [K in keyof Truth]?: Truth[K] | null }];

function pagesOf(...truths: readonly Judged[]) {
  const url = 'https://harbour-post.example/news/1';
  const all = truths.map(([html, truth], index) => {
    writeFileSync(join(directory, `${index}.html.gz`), gzipSync(html));
    return [index, { url, ...truth }];
  });
  writeFileSync(join(directory, 'truth.json'), JSON.stringify(Object.fromEntries(all)));
  return readPages(directory);
}
const scoresOf = (...truths: readonly Judged[]): Record<string, number> =>
  Object.fromEntries(pageScores(pagesOf(...truths)).map(({ name, score }) => [name, score]));

describe('the text of a page', () => {
  const whole = `${FIRST}\n${SECOND}\n${THIRD}`;
  it.each<[string, Partial<Truth>, Record<string, number>]>([
    ['scores 1 if it is the body', { body: whole }, { 'text: F1': 1, 'text: precision': 1, 'text: recall': 1 }],
    ['loses recall if the body has more', { body: `${whole} ${whole}` }, { 'text: precision': 1 }],
    ['loses precision if the body has less', { body: FIRST }, { 'text: recall': 1 }],
    ['scores 1 if it has all segments', { with: [FIRST, THIRD], without: [PROMO] }, { 'segments: F1': 1 }],
    ['loses recall with a missing segment', { with: [FIRST, PROMO] }, { 'segments: recall': 0.5 }],
    ['loses precision with a wrong segment', { with: [FIRST], without: [THIRD] }, { 'segments: precision': 0.5 }],
  ])('%s', (_, truth, expected) => {
    expect(scoresOf([page(), truth])).toMatchObject(expected);
  });

  it('loses as much recall as the body has more', () => {
    expect(scoresOf([page(), { body: `${whole} ${whole}` }])['text: recall']).toBeLessThan(0.6);
    expect(scoresOf([page(), { body: FIRST }])['text: precision']).toBeLessThan(0.4);
  });

  it('counts for the recall alone if there is none', () => {
    const scores = scoresOf([page(), { body: whole }], ['<html><body></body></html>', { body: whole }]);
    expect(scores).toMatchObject({ 'text: precision': 1, 'text: recall': 0.5 });
  });
});

describe('a field', () => {
  it.each<[string, Partial<Truth>, string, number]>([
    ['title is right with other quotation marks and case', { title: '"PIER" to reopen' }, 'title', 1],
    ['title is wrong if a word is missing', { title: 'Pier to' }, 'title', 0],
    ['list of authors is right if each is found', { authors: ['Ada Quay'] }, 'authors', 1],
    ['list of authors is wrong if one is missing', { author: 'Ada Quay; Bo Lind' }, 'authors', 0],
    ['day is right in UTC', { date: '2026-11-25' }, 'day', 1],
    ['day is right in the zone of the truth', { date: '2026-11-25T01:00:00+03:00' }, 'day', 1],
    ['day is wrong if it is another', { date: '2026-11-26' }, 'day', 0],
  ])('%s', (_, truth, field, expected) => {
    expect(scoresOf([page(), truth])).toEqual({ [field]: expected });
  });

  it('isn’t scored if nobody says what it is', () => {
    expect(scoresOf([page(), { title: null, authors: null, date: null }])).toEqual({});
  });
});

describe('a rule that left blocks out', () => {
  it('is named with their number and with how many are the article’s', () => {
    const [right] = removals(pagesOf([page(), { body: FIRST }]));
    expect(right).toMatchObject({ blocks: 1, lost: 0 });
    expect(right?.rule).not.toContain('newsletter');
  });

  it.each<[string, Partial<Truth>]>([
    ['the body has one of them', { body: `${FIRST} ${PROMO}` }],
    ['one of them has a segment of the article', { with: [PROMO.slice(0, 40)] }],
  ])('has lost text if %s', (_, truth) => {
    expect(removals(pagesOf([page(), truth]))).toMatchObject([{ blocks: 1, lost: 1 }]);
  });
});

it('The extremes are those of the largest page', () => {
  const sizes = (...pages: string[]) =>
    Object.fromEntries(
      pageExtremes(pagesOf(...pages.map((each): [string, Partial<Truth>] => [each, {}]))).map((each) => [
        each.name,
        each.value,
      ]),
    );
  const deep = page({ body: [FIRST, `<i><b><u><s>${SECOND}</s></u></b></i>`] });
  expect(sizes(page(), deep)['levels']).toBe((sizes(page())['levels'] ?? 0) + 3);
  expect(sizes(page(), '<p>')['nodes']).toBe(sizes(page())['nodes']);
  expect(sizes(page())['pages without a text']).toBe(0);
  expect(sizes(page(), '<p>')['pages without a text']).toBe(1);
});
