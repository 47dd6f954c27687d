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

describe('the diff of a revision', () => {
  it.each([
    ['a changed title, word by word', { title: 'Ferry returns late' }, ['  title: Ferry returns {+late+}']],
    ['a changed list', { tags: ['ferries', 'islands'] }, ['  tags: ferries{+, islands+}']],
    ['a changed name', { section: 'Sea', siteName: 'Post' }, ['  siteName: [-Harbour -]Post']],
    [
      'a changed date',
      { publishedAt: '2026-11-23T08:00:00.000Z' },
      ['  publishedAt: 2026-11-[-23T07-]{+23T08+}:00:00.000Z'],
    ],
    [
      'a changed property of a field, by its name',
      { image: { url: 'https://harbour.example/i.jpg', alt: 'The ferry' } },
      ['  image.alt: [-A-]{+The+} ferry'],
    ],
    ['a new provenance', { provenance: { title: 'meta' } }, ['  provenance.title: {+meta+}']],
    ['nothing when only the order differs', { image: { alt: 'A ferry', url: 'https://harbour.example/i.jpg' } }, []],
    [
      'a changed line of the text, word by word',
      { text: 'The ferry is back.\nIt was long in the dock.\nFlags were out.' },
      ['  It was {+long +}in the dock.'],
    ],
    ['an added line', { text: `${first.text}\nThe end.` }, ['  {+The end.+}']],
    ['a removed line', { text: 'The ferry is back.\nFlags were out.' }, ['  [-It was in the dock.-]']],
    [
      'the key of a text that moved to the bucket',
      { text: undefined, textKey: 'articles/1/2.txt' },
      ['  textKey: {+articles/1/2.txt+}', '  text: in the Bodies bucket, see textKey'],
    ],
  ])('the diff shows %s', (_, fields, expected) => {
    expect(next(fields as never).split('\n')).toEqual([HEAD, ...expected]);
  });

  it('the diff covers each revision, without control characters', () => {
    const second = { ...first, revision: 2, title: 'Ferry \u001B[31mreturns' };
    const shown = revisionDiffs([first, second, { ...second, revision: 3, title: 'Boat' }]);
    expect(shown.match(/^Revision \d → \d/gm)).toEqual(['Revision 1 → 2', 'Revision 2 → 3']);
    expect(shown).not.toContain('\u001B');
  });

  it('the diff says that there is no earlier revision when the article has one revision', () => {
    expect(revisionDiffs([first])).toBe('There is no earlier revision.');
  });
});
