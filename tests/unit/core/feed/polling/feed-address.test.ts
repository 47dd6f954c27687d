import { describe, expect, it } from 'vitest';
import {
  type AddressProof,
  addressAfter,
  addressReverted,
} from '../../../../../lambdas/core/feed/polling/feed-address.ts';
import type { FeedAddress } from '../../../../../lambdas/core/feed/record/feed.ts';
import type { Redirect } from '../../../../../lambdas/core/web/fetcher.ts';

const START = '2026-11-01T08:00:00.000Z';
const OLD = 'https://harbour.example/rss';
const NEW = 'https://harbour-post.example/feed';
const INSECURE = 'http://harbour.example/rss';

/** After so many days. */
const day = (days: number): Date => new Date(Date.parse(START) + days * 86_400_000);
const to = (url: string, status = 301): Redirect => ({ status, to: url });
const onProbation: FeedAddress = { url: OLD, moving: { url: NEW, since: START } };

/** What a poll does to a feed: as it is `before`, redirected so, with an answer that proves so much, after so many days. */
const cases: [string, FeedAddress & { failures?: number }, Redirect[], AddressProof, number, Partial<FeedAddress>][] = [
  ['an answer from the address itself changes nothing', { url: OLD }, [], 'feed', 0, { url: OLD }],
  ['a permanent redirect to the feed is put on probation', { url: OLD }, [to(NEW)], 'feed', 0, onProbation],
  ['so is a 308', { url: OLD }, [to(NEW, 308)], 'feed', 0, onProbation],
  [
    'so is a chain of permanent ones, to its end',
    { url: OLD },
    [to('https://a.example/'), to(NEW)],
    'feed',
    0,
    onProbation,
  ],
  ['a 302 is not', { url: OLD }, [to(NEW, 302)], 'feed', 0, { url: OLD }],
  ['a 303 is not', { url: OLD }, [to(NEW, 303)], 'feed', 0, { url: OLD }],
  ['a 307 is not', { url: OLD }, [to(NEW, 307)], 'feed', 0, { url: OLD }],
  ['nor a chain with a temporary one', { url: OLD }, [to('https://a.example/', 302), to(NEW)], 'feed', 0, { url: OLD }],
  ['nor one to a page, as of a captive portal', { url: OLD }, [to(NEW)], 'no-feed', 0, { url: OLD }],
  ['nor one that begins with a 304, which proves too little', { url: OLD }, [to(NEW)], 'not-modified', 0, { url: OLD }],
  ['nor one from https down to http', { url: OLD }, [to('http://harbour-post.example/feed')], 'feed', 0, { url: OLD }],
  ['nor one that comes back to where it began', { url: OLD }, [to(NEW), to(OLD)], 'feed', 0, { url: OLD }],
  [
    'nor one to an address that is too long',
    { url: OLD },
    [to(`${NEW}?${'x'.repeat(1_000)}`)],
    'feed',
    0,
    { url: OLD },
  ],

  ['probation goes on', onProbation, [to(NEW)], 'feed', 6.99, onProbation],
  ['probation goes on with a 304', onProbation, [to(NEW)], 'not-modified', 6, onProbation],
  ['probation goes on when nobody answers', onProbation, [], 'nothing', 6, onProbation],
  ['probation ends when the address answers itself', onProbation, [], 'feed', 6, { url: OLD }],
  ['probation ends with a page at the target', onProbation, [to(NEW)], 'no-feed', 6, { url: OLD }],
  ['probation ends with a temporary redirect', onProbation, [to(NEW, 302)], 'feed', 6, { url: OLD }],
  [
    'probation begins anew with another target',
    onProbation,
    [to('https://b.example/')],
    'feed',
    6,
    { url: OLD, moving: { url: 'https://b.example/', since: day(6).toISOString() } },
  ],
  [
    'after 7 days the feed moves',
    onProbation,
    [to(NEW)],
    'feed',
    7,
    {
      url: NEW,
      addedUrl: OLD,
      moves: [{ from: OLD, to: NEW, at: day(7).toISOString(), why: 'permanent-redirect' }],
    },
  ],
  ['after 7 days a 304 will do', onProbation, [to(NEW)], 'not-modified', 7, { url: NEW, addedUrl: OLD }],
  ['but no page will, however long it lasted', onProbation, [to(NEW)], 'no-feed', 30, { url: OLD }],

  [
    'the same address in https is taken at once',
    { url: INSECURE },
    [to(OLD)],
    'feed',
    0,
    { url: OLD, addedUrl: INSECURE, moves: [{ from: INSECURE, to: OLD, at: START, why: 'https' }] },
  ],
  ['and with a 304 too', { url: INSECURE }, [to(OLD, 308)], 'not-modified', 0, { url: OLD, addedUrl: INSECURE }],
  ['but not by a temporary redirect', { url: INSECURE }, [to(OLD, 302)], 'feed', 0, { url: INSECURE }],
  ['nor with a page', { url: INSECURE }, [to(OLD)], 'no-feed', 0, { url: INSECURE }],
  [
    'another path in https is another address',
    { url: INSECURE },
    [to('https://harbour.example/')],
    'feed',
    0,
    { url: INSECURE, moving: { url: 'https://harbour.example/', since: START } },
  ],
  [
    'what follows the turn to https is put on probation from there',
    { url: INSECURE },
    [to(OLD), to(NEW)],
    'feed',
    0,
    { url: OLD, addedUrl: INSECURE, moving: { url: NEW, since: START } },
  ],
  [
    'a temporary redirect behind the turn to https leaves it valid',
    { url: INSECURE },
    [to(OLD), to(NEW, 302)],
    'feed',
    0,
    { url: OLD, addedUrl: INSECURE },
  ],
  [
    'a feed that fails where it moved to stays there',
    { url: NEW, addedUrl: OLD, failures: 2 },
    [],
    'no-feed',
    0,
    { url: NEW, addedUrl: OLD },
  ],
  [
    'but goes back to where it was added when it fails for good',
    { url: NEW, addedUrl: OLD, failures: 3 },
    [],
    'no-feed',
    0,
    { url: OLD, moves: [{ from: NEW, to: OLD, at: START, why: 'lost' }] },
  ],
  ['not when nobody answers', { url: NEW, addedUrl: OLD, failures: 9 }, [], 'nothing', 0, { url: NEW, addedUrl: OLD }],
  ['and there is nowhere to go for one that never moved', { url: OLD, failures: 9 }, [], 'no-feed', 0, { url: OLD }],
  [
    'a feed that comes back to where it was added has no other address any more',
    { url: NEW, addedUrl: OLD, moving: { url: OLD, since: START } },
    [to(OLD)],
    'feed',
    7,
    { url: OLD },
  ],
];

describe('the address of a feed', () => {
  it.each(cases)('%s', (_, before, redirects, proof, days, expected) => {
    const after = addressAfter({ failures: 0, ...before }, redirects, proof, day(days));
    expect('moves' in expected ? after : { ...after, moves: undefined }).toEqual(expected);
  });

  it('is kept with its last ten changes', () => {
    let address: FeedAddress = { url: 'https://harbour.example/0' };
    for (let turn = 1; turn <= 12; turn++) {
      const target = `https://harbour.example/${turn}`;
      address = addressAfter({ ...address, failures: 0 }, [to(target)], 'feed', day(turn * 10));
      address = addressAfter({ ...address, failures: 0 }, [to(target)], 'feed', day(turn * 10 + 7));
    }
    expect(address).toMatchObject({ url: 'https://harbour.example/12', addedUrl: 'https://harbour.example/0' });
    expect(address.moves).toHaveLength(10);
    expect(address.moves?.at(-1)?.to).toBe('https://harbour.example/12');
  });
});

describe('a move', () => {
  const moved = addressAfter({ ...onProbation, failures: 0 }, [to(NEW)], 'feed', day(7));

  it('is reverted by hand, for good: the same redirect moves the feed no more', () => {
    const back = addressReverted(moved, day(8));
    expect(back).toMatchObject({ url: OLD, moves: [{ to: NEW }, { from: NEW, to: OLD, why: 'by-hand' }] });
    expect(back).not.toHaveProperty('addedUrl');
    const again = addressAfter({ ...(back ?? moved), failures: 0 }, [to(NEW)], 'feed', day(9));
    expect(again).toEqual(back);
  });

  it('that was lost is no reason against the same one later', () => {
    const back = addressAfter({ ...moved, failures: 3 }, [], 'no-feed', day(8));
    const again = addressAfter({ ...back, failures: 0 }, [to(NEW)], 'feed', day(9));
    expect([back.url, again.moving?.url]).toEqual([OLD, NEW]);
  });

  it('of another kind is none the less possible afterwards', () => {
    const back = addressReverted(moved, day(8)) ?? moved;
    expect(addressAfter({ ...back, failures: 0 }, [to('https://c.example/')], 'feed', day(9)).moving?.url).toBe(
      'https://c.example/',
    );
  });

  it('that never was cannot be reverted', () => {
    expect(addressReverted({ url: OLD }, day(0))).toBeUndefined();
  });
});
