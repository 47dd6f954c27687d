import { describe, expect, it } from 'vitest';
import { hubInHeaders } from '../../../../lambdas/core/feed/websub/hub-headers.ts';
import { linksIn } from '../../../../lambdas/core/web/link-header.ts';

describe('the links of a header', () => {
  it.each<[string, string | undefined, ReturnType<typeof linksIn>]>([
    ['none', undefined, []],
    ['one', '<https://hub.example/>; rel="hub"', [{ href: 'https://hub.example/', rel: ['hub'] }]],
    ['without quotes', '</>; REL=hub', [{ href: '/', rel: ['hub'] }]],
    [
      'several, with commas and semicolons in their addresses',
      '<https://a.example/?a=1,2;b>; rel="self", <https://hub.example/>; rel=hub; title="a, b"',
      [
        { href: 'https://a.example/?a=1,2;b', rel: ['self'] },
        { href: 'https://hub.example/', rel: ['hub'], title: 'a, b' },
      ],
    ],
    [
      'with several relations, of which the first parameter counts',
      '<x>; rel="alternate HUB"; rel="self"; type="application/atom+xml"',
      [{ href: 'x', rel: ['alternate', 'hub'], type: 'application/atom+xml' }],
    ],
    ['that make no sense', 'rel=hub; <', []],
  ])('%s', (_, header, links) => expect(linksIn(header)).toEqual(links));

  it('end after 8 KB', () => {
    expect(linksIn('<'.repeat(1_000_000))).toEqual([]);
    expect(linksIn(`<x>${';rel '.repeat(100_000)}`)).toEqual([{ href: 'x', rel: [] }]);
  });
});

describe('the hub in the headers', () => {
  const URL = 'https://harbour.example/news/rss';
  it.each([
    [
      'has the feed under its own name',
      '<https://hub.example/>; rel=hub, </news/>; rel=self',
      'https://harbour.example/news/',
    ],
    ['has it under its address when it has no other name', '<https://hub.example/>; rel=hub', URL],
  ])('%s', (_, link, topic) => expect(hubInHeaders({ link }, URL)).toEqual({ url: 'https://hub.example/', topic }));

  it.each([
    ['no header', undefined],
    ['no hub', '<x>; rel=self'],
    ['a hub that is no web address', '<mailto:hub@hub.example>; rel=hub'],
  ])('is not there: %s', (_, link) => expect(hubInHeaders({ link }, URL)).toBeUndefined());
});
