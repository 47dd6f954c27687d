import { describe, expect, it } from 'vitest';
import type { ArticleRights } from '../../../../../lambdas/core/rights/rights.ts';
import { atom, itemOf } from '../../../../fakes/feed-documents.ts';

const BY = 'https://creativecommons.org/licenses/by/4.0/';
const BY_NC = 'https://creativecommons.org/licenses/by-nc/4.0/';
const ITEM = '<link>https://harbour.example/news/1</link>';
const NAMESPACES = [
  'xmlns:creativeCommons="http://backend.userland.com/creativeCommonsRssModule"',
  'xmlns:atom="http://www.w3.org/2005/Atom"',
  'xmlns:cc="http://web.resource.org/cc/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"',
  'xmlns:podcast="https://podcastindex.org/namespace/1.0" xmlns:media="http://search.yahoo.com/mrss/"',
  'xmlns:rsl="https://rslstandard.org/rsl"',
].join(' ');

const rightsIn = async (item: string, channel = '', namespaces = NAMESPACES): Promise<ArticleRights | undefined> =>
  (
    await itemOf(
      `<rss version="2.0" ${namespaces}><channel><title>Harbour</title>${channel}<item>${ITEM}${item}</item></channel></rss>`,
    )
  ).rights;

describe('the licence of an item', () => {
  it.each<[vocabulary: string, sentence: string, item: string, channel: string, expected: string | undefined]>([
    ['none', 'is usually absent', '<description>Text</description>', '<copyright>2026</copyright>', undefined],
    [
      'creativeCommons',
      'is the item’s',
      '<creativeCommons:license>http://creativecommons.org/licenses/by/4.0/</creativeCommons:license>',
      '',
      BY,
    ],
    [
      'creativeCommons',
      'is the channel’s if the item has none',
      '',
      `<creativeCommons:license>${BY}</creativeCommons:license>`,
      BY,
    ],
    [
      'creativeCommons',
      'is the item’s before the channel’s',
      `<creativeCommons:license>${BY_NC}</creativeCommons:license>`,
      `<creativeCommons:license>${BY}</creativeCommons:license>`,
      BY_NC,
    ],
    ['cc', 'may be a resource', `<cc:license rdf:resource="${BY}"/>`, '', BY],
    ['RFC 4946', 'may be a link', `<atom:link rel="license" href="${BY}"/>`, '', BY],
    [
      'RFC 4946',
      'is not the channel’s if the item leaves it open',
      '<atom:link rel="license" href="http://purl.org/atompub/license#unspecified"/>',
      `<creativeCommons:license>${BY}</creativeCommons:license>`,
      undefined,
    ],
    ['podcast', 'may be an SPDX name', '<podcast:license>cc-by-4.0</podcast:license>', '', BY],
    [
      'podcast',
      'may have an address',
      '<podcast:license url="https://harbour.example/license">Harbour licence</podcast:license>',
      '',
      'https://harbour.example/license',
    ],
    [
      'podcast',
      'isn’t a text of the publisher’s',
      '<podcast:license>All rights reserved</podcast:license>',
      '',
      undefined,
    ],
    [
      'media',
      'may be the item’s as a medium',
      `<media:license type="text/html" href="${BY}">CC BY</media:license>`,
      '',
      BY,
    ],
    [
      'media',
      'isn’t that of a picture in it',
      `<media:content url="/i.jpg"><media:license href="${BY}"/></media:content>`,
      '',
      undefined,
    ],
    ['none', 'isn’t a link to a script', '<atom:link rel="license" href="javascript:alert(1)"/>', '', undefined],
  ])('%s: %s', async (_, __, item, channel, expected) => {
    expect((await rightsIn(item, channel))?.license).toBe(expected);
  });

  it('is that of Creative Commons in the namespaces that it has', async () => {
    for (const uri of [
      'http://backend.userland.com/creativeCommonsRssModule',
      'http://cyber.law.harvard.edu/rss/creativeCommonsRssModule.html',
    ])
      expect(await rightsIn(`<cc:license>${BY}</cc:license>`, '', `xmlns:cc="${uri}"`)).toEqual({
        license: BY,
        source: { license: 'feed:license' },
      });
  });

  it('is that of an entry in Atom, else of its feed', async () => {
    const entry = '<entry><id>1</id><title>Ferry</title></entry>';
    expect((await itemOf(atom(`<link rel="license" href="${BY}"/>${entry}`))).rights).toEqual({
      license: BY,
      source: { license: 'feed:license' },
    });
    expect((await itemOf(atom(entry))).rights).toBeUndefined();
  });

  it('isn’t one of RSS by its old name', async () => {
    expect(await rightsIn(`<license>${BY}</license>`)).toBeUndefined();
  });
});

describe('RSL in an item', () => {
  const content = (license: string, url = ''): string =>
    `<rsl:content url="${url}"><rsl:license>${license}</rsl:license></rsl:content>`;

  it.each<[sentence: string, item: string, expected: object | undefined]>([
    [
      'a prohibition counts',
      content('<rsl:prohibits type="usage">ai-train</rsl:prohibits>'),
      { train: 'disallowed', source: { train: 'feed:rsl' } },
    ],
    [
      'a licence that is to be paid for grants nothing',
      content(
        '<rsl:permits type="usage">all</rsl:permits><rsl:payment type="crawl"><rsl:amount currency="EUR">1</rsl:amount></rsl:payment>',
      ),
      {
        train: 'disallowed',
        ai: 'disallowed',
        search: 'disallowed',
        source: { train: 'feed:rsl', ai: 'feed:rsl', search: 'feed:rsl' },
      },
    ],
    [
      'a shared licence is named',
      content(`<rsl:payment type="attribution"><rsl:standard>${BY}</rsl:standard></rsl:payment>`),
      { license: BY, source: { license: 'feed:rsl' } },
    ],
    [
      'the item’s own address is covered',
      content('<rsl:prohibits type="usage">search</rsl:prohibits>', 'https://harbour.example/news/1'),
      { search: 'disallowed', source: { search: 'feed:rsl' } },
    ],
    [
      'another site’s address is not',
      content('<rsl:prohibits type="usage">search</rsl:prohibits>', 'https://other.example/'),
      undefined,
    ],
  ])('%s', async (_, item, expected) => {
    expect(await rightsIn(item)).toEqual(expected);
  });

  it('said 20,000 times is what it is once', async () => {
    const said = content('<rsl:permits type="usage">all</rsl:permits>');
    expect(await rightsIn(said.repeat(20_000))).toEqual(await rightsIn(said));
  });
});
