import { expect, it } from 'vitest';
import { articleTable } from '../../../tools/cli/articles-command.ts';
import { article } from '../../fakes/article.ts';

const lines = (...rows: Parameters<typeof articleTable>[0]) => articleTable(rows).split('\n');

it('a list of articles says when pages were found gone, if one was', () => {
  const [head, there, gone] = lines(article(), article({ retractedAt: '2026-11-24T08:15:00.000Z' }));
  expect(head).toMatch(/ retracted \(UTC\)$/);
  expect(there).toMatch(/ –$/);
  expect(gone).toMatch(/ 2026-11-24 08:15$/);
});

it('a list of articles that are all there says nothing of it', () => {
  expect(lines(article())[0]).not.toContain('retracted');
});
