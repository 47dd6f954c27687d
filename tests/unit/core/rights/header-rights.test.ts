import { describe, expect, it } from 'vitest';
import { feedHeaderRights, headerRights } from '../../../../lambdas/core/rights/header-rights.ts';
import { rightsHeaders } from '../../../../lambdas/core/rights/rights-headers.ts';

const URL = 'https://harbour.example/news/1';

describe('the headers of a page', () => {
  it.each<[source: string, sentence: string, headers: Record<string, string>, expected: object | undefined]>([
    [
      'attach-05 §4',
      'Content-Usage is read',
      { 'content-usage': 'train-ai=n, search=y' },
      {
        train: 'disallowed',
        search: 'allowed',
        source: { train: 'header:content-usage', search: 'header:content-usage' },
      },
    ],
    [
      'Google',
      'X-Robots-Tag is read',
      { 'x-robots-tag': 'noai, nosnippet' },
      { train: 'disallowed', ai: 'disallowed', source: { train: 'header:robots', ai: 'header:robots' } },
    ],
    [
      'RSL',
      'a linked RSL document is named',
      { link: '<https://harbour.example/l.xml>; rel="license"; type="application/rsl+xml"' },
      { terms: 'https://harbour.example/l.xml', source: { terms: 'header:rsl' } },
    ],
    [
      'RFC 8288',
      'a link to a licence without that type is an ordinary licence',
      { link: '<http://creativecommons.org/licenses/by/4.0/>; rel=license' },
      { license: 'https://creativecommons.org/licenses/by/4.0/', source: { license: 'header:license' } },
    ],
    ['RFC 8288', 'other links say nothing', { link: '</x>; rel="copyright", </y>; rel=next' }, undefined],
    ['none', 'without statements nothing is said', { 'content-type': 'text/html' }, undefined],
    ['none', 'Content-Signal is no header', { 'content-signal': 'ai-train=no' }, undefined],
  ])('%s: %s', (_, __, headers, expected) => {
    expect(headerRights(headers, URL)).toEqual(expected);
  });

  it('go to the reader only if they speak of use, and shortened', () => {
    expect(rightsHeaders({ 'content-type': 'text/html', etag: '"1"' })).toBeUndefined();
    const headers = rightsHeaders({ etag: '"1"', 'x-robots-tag': 'x'.repeat(100_000), 'tdm-reservation': '1' });
    expect(Object.entries(headers ?? {}).map(([name, value]) => [name, value?.length])).toEqual([
      ['x-robots-tag', 8_192],
      ['tdm-reservation', 1],
    ]);
  });
});

describe('the headers of a feed', () => {
  it('speak for its texts by Content-Usage and TDMRep', () => {
    expect(feedHeaderRights({ 'content-usage': 'train-ai=y', 'tdm-reservation': '1' }, URL)).toEqual({
      train: 'disallowed',
      ai: 'disallowed',
      source: { train: 'feed:tdm', ai: 'feed:tdm' },
    });
  });

  it('say nothing of its articles by X-Robots-Tag, which keeps the feed out of indexes', () => {
    expect(feedHeaderRights({ 'x-robots-tag': 'noindex, follow' }, URL)).toBeUndefined();
  });
});
