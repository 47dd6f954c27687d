import { expect, it } from 'vitest';
import type { ArticleRights } from '../../../../lambdas/core/rights/rights.ts';
import { robotsRules } from '../../../../lambdas/core/rights/robots-rules.ts';

const no = 'disallowed';
type Expected = Omit<ArticleRights, 'source'> & { readonly by?: string };

it.each<[source: string, sentence: string, values: readonly string[], expected: Expected]>([
  ['Google', 'noindex keeps a page out of search', ['noindex'], { search: no }],
  ['Google', 'none is noindex', ['none'], { search: no }],
  ['Google', 'nosnippet keeps a text out of generated answers', ['nosnippet'], { ai: no }],
  ['Google', 'max-snippet:0 is nosnippet', ['max-snippet:0'], { ai: no }],
  ['Google', 'max-snippet may have blanks around its colon', ['max-snippet : 0'], { ai: no }],
  ['Google', 'a limit on snippets says nothing', ['max-snippet:20, max-snippet:-1'], {}],
  ['Google', 'the defaults are no grants', ['all, index, follow, max-image-preview:large'], {}],
  ['Google', 'letter case does not count', ['NoIndex,NOSNIPPET'], { search: no, ai: no }],
  ['Google', 'several tags are one', ['nosnippet', 'noindex'], { search: no, ai: no }],
  ['Google', 'a rule for another robot says nothing to us', ['googlebot: noindex, nosnippet'], {}],
  ['Google', 'rules before another robot’s count', ['noindex, otherbot: nosnippet'], { search: no }],
  [
    'Google',
    'a date with commas and colons is no robot',
    ['unavailable_after: Friday, 25-Jun-27 15:00:00 PST, noindex'],
    { search: no },
  ],
  ['DeviantArt 2022', 'noai disallows training', ['noai'], { train: no }],
  [
    'DeviantArt 2022',
    'noimageai disallows training, and the source says that it is about pictures',
    ['noimageai'],
    { train: no, by: 'page:no-image-ai' },
  ],
  ['DeviantArt 2022', 'beside noai, noimageai adds nothing', ['noai, noimageai'], { train: no, by: 'page:robots' }],
  [
    'DeviantArt 2022',
    'noai counts behind a robot’s name, where joined headers may put it',
    ['googlebot: nofollow, noai'],
    { train: no },
  ],
  ['DeviantArt 2022', 'noai counts for every robot that it names', ['otherbot: noai'], { train: no }],
  ['DeviantArt 2022', 'rules may be separated by blanks', ['noindex noai'], { search: no, train: no }],
  ['none', 'other words say nothing', ['noarchive, nocache, notrain, donottrain, no-ai, tdm-reservation:1'], {}],
  ['none', 'an empty value says nothing', [''], {}],
])('robots rules, %s: %s', (_, __, values, { by, ...expected }) => {
  const { source, ...said } = robotsRules('page', values) ?? { source: {} };
  expect(said).toEqual(expected);
  if (by !== undefined) expect(source.train).toBe(by);
});

it('robots rules are read to 8,192 characters a value', () => {
  expect(robotsRules('header', [`${'x, '.repeat(10_000)}noai`])).toBeUndefined();
  expect(robotsRules('header', [`noai,${' :'.repeat(1_000_000)}`])).toEqual({
    train: no,
    source: { train: 'header:robots' },
  });
});
