import { describe, expect, it } from 'vitest';
import type { ArticleRights, RightsSource, Said } from '../../../../lambdas/core/rights/rights.ts';
import { refusals, rightsSaid, saidByFeed, strictest } from '../../../../lambdas/core/rights/strictest.ts';

const BY = 'https://creativecommons.org/licenses/by/4.0/';
const BY_NC = 'https://creativecommons.org/licenses/by-nc/4.0/';
const OWN = 'https://harbour.example/terms';
const said = (source: RightsSource, fields: Said): ArticleRights | undefined => rightsSaid(source, fields);

describe('of several statements', () => {
  it.each<[sentence: string, all: (ArticleRights | undefined)[], expected: object | undefined]>([
    ['those of a later version, of which nothing can be read, say nothing', [{ source: {} }], undefined],
    ['none say nothing', [undefined, undefined], undefined],
    [
      'one is taken as it is',
      [undefined, said('page:tdm', { ai: 'disallowed' })],
      { ai: 'disallowed', source: { ai: 'page:tdm' } },
    ],
    [
      'a refusal beats a grant',
      [said('page:tdm', { train: 'allowed' }), said('feed:rsl', { train: 'disallowed' })],
      { train: 'disallowed', source: { train: 'feed:rsl' } },
    ],
    [
      'the first is named if others say the same',
      [said('page:robots', { train: 'disallowed' }), said('feed:rsl', { train: 'disallowed' })],
      { train: 'disallowed', source: { train: 'page:robots' } },
    ],
    [
      'each field counts for itself',
      [said('page:robots', { search: 'disallowed' }), said('feed:rsl', { search: 'allowed', ai: 'allowed' })],
      { search: 'disallowed', ai: 'allowed', source: { search: 'page:robots', ai: 'feed:rsl' } },
    ],
    [
      'the stricter licence counts',
      [said('page:license', { license: BY }), said('feed:license', { license: BY_NC })],
      { license: BY_NC, source: { license: 'feed:license' } },
    ],
    [
      'a licence of the publisher’s own counts before one of Creative Commons',
      [said('page:license', { license: BY }), said('feed:license', { license: OWN })],
      { license: OWN, source: { license: 'feed:license' } },
    ],
    [
      'the first of two licences counts that are as strict',
      [said('page:license', { license: OWN }), said('feed:license', { license: `${OWN}2` })],
      { license: OWN, source: { license: 'page:license' } },
    ],
    [
      'the first terms are named',
      [said('page:rsl', { terms: OWN }), said('robots-txt:rsl', { terms: BY })],
      { terms: OWN, source: { terms: 'page:rsl' } },
    ],
  ])('%s', (_, all, expected) => {
    expect(strictest(all)).toEqual(expected);
  });
});

it('parts of rights can be taken alone: what is refused, and what a feed has said', () => {
  const rights = strictest([
    said('page:robots', { train: 'disallowed' }),
    said('feed:license', { license: BY }),
    said('feed:rsl', { search: 'allowed' }),
  ]);
  expect(refusals(rights)).toEqual({ train: 'disallowed', source: { train: 'page:robots' } });
  expect(saidByFeed(rights)).toEqual({
    license: BY,
    search: 'allowed',
    source: { license: 'feed:license', search: 'feed:rsl' },
  });
  expect([refusals(undefined), saidByFeed(said('page:robots', { ai: 'disallowed' }))]).toEqual([undefined, undefined]);
});
