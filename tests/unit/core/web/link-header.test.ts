import { describe, expect, it } from 'vitest';
import { linksIn } from '../../../../lambdas/core/web/link-header.ts';

describe('the links of a header', () => {
  it.each<[string, string | undefined, ReturnType<typeof linksIn>]>([
    ['a missing header has no links', undefined, []],
    [
      'a link has its target and its relation',
      '<https://hub.example/>; rel="hub"',
      [{ href: 'https://hub.example/', rel: ['hub'] }],
    ],
    ['a relation may stand without quotes, its name in capitals', '</>; REL=hub', [{ href: '/', rel: ['hub'] }]],
    [
      'several links may have commas and semicolons in their targets',
      '<https://a.example/?a=1,2;b>; rel="self", <https://hub.example/>; rel=hub; title="a, b"',
      [
        { href: 'https://a.example/?a=1,2;b', rel: ['self'] },
        { href: 'https://hub.example/', rel: ['hub'], title: 'a, b' },
      ],
    ],
    [
      'the first rel parameter counts, with all of its relations',
      '<x>; rel="alternate HUB"; rel="self"; type="application/atom+xml"',
      [{ href: 'x', rel: ['alternate', 'hub'], type: 'application/atom+xml' }],
    ],
    ['targets lose white space around them', '< x >; rel=hub', [{ href: 'x', rel: ['hub'] }]],
    [
      'spaces around = and ; are ignored',
      '<x> ; rel = "a  b" ;title = t',
      [{ href: 'x', rel: ['a', 'b'], title: 't' }],
    ],
    ['a type in capitals is read', '<x>;TYPE=text/xml', [{ href: 'x', rel: [], type: 'text/xml' }]],
    ['an empty title is ignored', '<x>; title=""; type=""', [{ href: 'x', rel: [] }]],
    ['other parameters are ignored', '<x>; anchor="rel=hub"; rel=self', [{ href: 'x', rel: ['self'] }]],
    ['a header without a target has no links', 'rel=hub; <', []],
  ])('%s', (_, header, links) => expect(linksIn(header)).toEqual(links));

  it('links behind 8,192 characters are ignored', () => {
    expect(linksIn('<'.repeat(1_000_000))).toEqual([]);
    expect(linksIn(`<x>${';rel '.repeat(100_000)}`)).toEqual([{ href: 'x', rel: [] }]);
    expect(linksIn(`${' '.repeat(8_189)}<x>`)).toEqual([{ href: 'x', rel: [] }]);
    expect(linksIn(`${' '.repeat(8_190)}<x>`)).toEqual([]);
  });
});
