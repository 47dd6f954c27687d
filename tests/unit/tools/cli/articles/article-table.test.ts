import { expect, it } from 'vitest';
import { articleTable } from '../../../../../tools/cli/articles/article-table.ts';
import { article } from '../../../../fakes/article.ts';

const lines = (...rows: Parameters<typeof articleTable>[0]) => articleTable(rows).split('\n');

it('a list has a column of retractions when an article is retracted', () => {
  const [head, there, gone] = lines(article(), article({ retractedAt: '2026-11-24T08:15:00.000Z' }));
  expect(head).toMatch(/ retracted \(UTC\)$/);
  expect(there).toMatch(/ –$/);
  expect(gone).toMatch(/ 2026-11-24 08:15$/);
});

it('a list has no column of retractions when no article is retracted', () => {
  expect(lines(article())[0]).not.toContain('retracted');
});

it('a list shows when each article was first seen, and a run’s report shows how many feeds carried it', () => {
  expect(lines(article())).toEqual([
    expect.stringMatching(/^article +first seen \(UTC\) +title/),
    expect.stringMatching(/^article- +2026-11-23 08:00 +Ferry returns/),
  ]);
  const [head, row] = lines({ ...article(), feeds: 3 });
  expect(head).not.toContain('first seen');
  expect(head).toMatch(/ feeds$/);
  expect(row).toMatch(/ 3$/);
});

it('a list is at most 125 characters wide when titles are long', () => {
  const long = article({ title: 'a long title '.repeat(20), siteName: 'a long name '.repeat(20), language: 'de-AT' });
  expect(Math.max(...lines(long).map(({ length }) => length))).toBeLessThanOrEqual(125);
});
