import { describe, expect, it } from 'vitest';
import { revisionDiffs } from '../../../../../tools/cli/articles/revision-diff.ts';
import { article } from '../../../../fakes/article.ts';

const first = article({ text: 'The ferry is back.\nIt was in the dock.\nFlags were out.' });
const next = (fields: Partial<typeof first>) =>
  revisionDiffs([
    first,
    { ...first, revision: 2, revisedAt: '2026-11-23T09:15:00.000Z', contentHash: 'hash-2', ...fields },
  ]);
const HEAD = 'Revision 1 → 2, 2026-11-23 09:15';

describe('what a revision changed', () => {
  it.each([
    ['a title, word by word', { title: 'Ferry returns late' }, ['  title: Ferry returns {+late+}']],
    ['a list', { tags: ['ferries', 'islands'] }, ['  tags: ferries{+, islands+}']],
    ['a field that came', { section: 'Sea', siteName: 'Post' }, ['  siteName: [-Harbour -]Post']],
    ['a date', { publishedAt: '2026-11-23T08:00:00.000Z' }, ['  publishedAt: 2026-11-[-23T07-]{+23T08+}:00:00.000Z']],
    [
      'a part of a field, by its name',
      { image: { url: 'https://harbour.example/i.jpg', alt: 'The ferry' } },
      ['  image.alt: [-A-]{+The+} ferry'],
    ],
    ['where a field comes from', { provenance: { title: 'meta' } }, ['  provenance.title: {+meta+}']],
    ['nothing where only the order differs', { image: { alt: 'A ferry', url: 'https://harbour.example/i.jpg' } }, []],
    [
      'a line of the text, word by word',
      { text: 'The ferry is back.\nIt was long in the dock.\nFlags were out.' },
      ['  It was {+long +}in the dock.'],
    ],
    ['a line that came', { text: `${first.text}\nThe end.` }, ['  {+The end.+}']],
    ['a line that went', { text: 'The ferry is back.\nFlags were out.' }, ['  [-It was in the dock.-]']],
    [
      'a text that lies in the bucket',
      { text: undefined, textKey: 'articles/1/2.txt' },
      ['  textKey: {+articles/1/2.txt+}', '  text: in the Bodies bucket, see textKey'],
    ],
  ])('is %s', (_, fields, expected) => {
    expect(next(fields as never).split('\n')).toEqual([HEAD, ...expected]);
  });

  it('is told for each revision, without what steers a terminal', () => {
    const second = { ...first, revision: 2, title: 'Ferry \u001B[31mreturns' };
    const told = revisionDiffs([first, second, { ...second, revision: 3, title: 'Boat' }]);
    expect(told.match(/^Revision \d → \d/gm)).toEqual(['Revision 1 → 2', 'Revision 2 → 3']);
    expect(told).not.toContain('\u001B');
  });

  it('is nothing where there was one state only', () => {
    expect(revisionDiffs([first])).toBe('There is no earlier revision.');
  });
});
