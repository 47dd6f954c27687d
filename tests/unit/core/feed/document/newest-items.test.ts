import { describe, expect, it } from 'vitest';
import { newestItems } from '../../../../../lambdas/core/feed/document/newest-items.ts';
import { type ParseOutcome, parseFeed } from '../../../../../lambdas/core/feed/document/parse-feed.ts';

const numbers = (count: number): number[] => Array.from({ length: count }, (_, n) => n);
const day = (n: number): string => new Date(n * 86_400_000).toISOString();

describe('of more items than are read', () => {
  it.each<[string, (string | undefined)[], number, number]>([
    ['the first are chosen if the newest stand first', numbers(2_500).map((n) => day(9_999 - n)), 0, 1_999],
    ['the last are chosen if the oldest stand first', numbers(2_500).map(day), 500, 2_499],
    ['the last are chosen of a great number if the oldest stand first', numbers(10_000).map(day), 8_000, 9_999],
    ['the first are chosen if none has a date', numbers(2_500).map(() => undefined), 0, 1_999],
    ['the first are chosen if no date can be read', numbers(2_500).map(() => 'lately'), 0, 1_999],
    ['the first are chosen if all have the same date', numbers(9_000).map(() => day(1)), 0, 1_999],
    [
      'those with a date are chosen before those without',
      numbers(2_500).map((n) => (n < 500 ? undefined : day(1))),
      500,
      2_499,
    ],
  ])('%s, in their order', (_, dates, first, last) => {
    const newest = newestItems<number>((n) => ({ published: dates[n] }));
    for (const n of dates.keys()) newest.add(n);
    const { items, leftOut } = newest.chosen();
    expect(items).toHaveLength(2_000);
    expect(leftOut).toBe(dates.length - 2_000);
    expect([items[0], items.at(-1)]).toEqual([first, last]);
    expect(items).toEqual(items.toSorted((a, b) => a - b));
  });

  it('the date of publication counts, and that of the update if it is missing', () => {
    const newest = newestItems<number>((n) =>
      n < 2_000 ? { published: day(1), updated: day(n) } : { updated: day(2) },
    );
    for (const n of numbers(2_001)) newest.add(n);
    expect(newest.chosen().items.at(-1)).toBe(2_000);
  });
});

describe('a document with 2,500 items, the oldest first', () => {
  const each = (write: (n: number, date: string) => string): string =>
    numbers(2_500)
      .map((n) => write(n, day(n)))
      .join('');
  const items = numbers(2_500).map((n) => ({ id: n, title: `t${n}`, date_published: day(n) }));
  it.each<[string, string]>([
    [
      'RSS',
      `<rss><channel>${each((n, at) => `<item><title>t${n}</title><pubDate>${at}</pubDate></item>`)}</channel></rss>`,
    ],
    ['Atom', `<feed>${each((n, at) => `<entry><updated>${at}</updated><title>t${n}</title></entry>`)}</feed>`],
    ['JSON Feed', JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', items })],
    [
      'a news sitemap',
      `<urlset>${each((n, at) => `<url><news:title>t${n}</news:title><news:publication_date>${at}</news:publication_date></url>`)}</urlset>`,
    ],
  ])('of %s is read from the 501st item', async (_, body) => {
    const outcome: ParseOutcome = await parseFeed(Buffer.from(body), { baseUrl: 'https://harbour.example/rss' });
    const document = outcome.kind === 'feed' ? outcome.document : undefined;
    expect(document).toMatchObject({ leftOut: 500 });
    expect(document?.items.map(({ title }) => title)).toEqual(numbers(2_000).map((n) => `t${n + 500}`));
  });
});

it.each([
  ['2,000 items are all read', 2_000, 0],
  ['one of 2,001 items is left out', 2_001, 1],
  ['none of no items is left out', 0, 0],
])('%s', (_, count, leftOut) => {
  const newest = newestItems<number>(() => ({}));
  for (const n of numbers(count)) newest.add(n);
  expect(newest.chosen()).toEqual({ items: numbers(count - leftOut), leftOut });
});
