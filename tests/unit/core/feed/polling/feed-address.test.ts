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
const OTHER = 'https://b.example/';
const INSECURE = 'http://harbour.example/rss';

/** The moment so many days after the start. */
const day = (days: number): Date => new Date(Date.parse(START) + days * 86_400_000);
const to = (url: string, status = 301): Redirect => ({ status, to: url });
const onProbation: FeedAddress = { url: OLD, moving: { url: NEW, since: START } };

interface Case {
  readonly before: FeedAddress & { readonly failures?: number };
  readonly redirects?: readonly Redirect[];
  readonly proof: AddressProof;
  /** Days after the start. */
  readonly days?: number;
  /** `moves` is compared only if it is given. */
  readonly after: FeedAddress;
}

/** @param proof what the answer at the end of the redirects proves */
const direct = (proof: AddressProof, ...redirects: Redirect[]): Omit<Case, 'after'> => ({
  before: { url: OLD },
  redirects,
  proof,
});
const probed = (days: number, proof: AddressProof, ...redirects: Redirect[]): Omit<Case, 'after'> => ({
  before: onProbation,
  redirects,
  proof,
  days,
});
const insecure = (proof: AddressProof, ...redirects: Redirect[]): Omit<Case, 'after'> => ({
  before: { url: INSECURE },
  redirects,
  proof,
});
const stays: FeedAddress = { url: OLD };
const secured: FeedAddress = { url: OLD, addedUrl: INSECURE };

const beforeProbation: [string, Case][] = [
  ['an answer from the address itself changes nothing', { ...direct('feed'), after: stays }],
  ['a 301 to the feed puts its target on probation', { ...direct('feed', to(NEW)), after: onProbation }],
  ['a 308 to the feed puts its target on probation', { ...direct('feed', to(NEW, 308)), after: onProbation }],
  [
    'a chain of permanent redirects puts its last target on probation',
    { ...direct('feed', to('https://a.example/'), to(NEW)), after: onProbation },
  ],
  ['a 302 changes nothing', { ...direct('feed', to(NEW, 302)), after: stays }],
  ['a 303 changes nothing', { ...direct('feed', to(NEW, 303)), after: stays }],
  ['a 307 changes nothing', { ...direct('feed', to(NEW, 307)), after: stays }],
  [
    'a chain of redirects changes nothing if one of them is temporary',
    { ...direct('feed', to('https://a.example/', 302), to(NEW)), after: stays },
  ],
  ['a redirect to a page, as of a captive portal, changes nothing', { ...direct('no-feed', to(NEW)), after: stays }],
  ['a redirect to a 304 begins no probation', { ...direct('not-modified', to(NEW)), after: stays }],
  [
    'a redirect from https to http changes nothing',
    { ...direct('feed', to('http://harbour-post.example/feed')), after: stays },
  ],
  ['a redirect back to the address itself changes nothing', { ...direct('feed', to(NEW), to(OLD)), after: stays }],
  [
    'a redirect to an address of over 1,000 characters changes nothing',
    { ...direct('feed', to(`${NEW}?${'x'.repeat(1_000)}`)), after: stays },
  ],
  [
    'a redirect from http to another http address begins probation',
    {
      ...insecure('feed', to('http://b.example/')),
      after: { url: INSECURE, moving: { url: 'http://b.example/', since: START } },
    },
  ],
];

const duringProbation: [string, Case][] = [
  ['probation lasts if the target shows the feed', { ...probed(6.99, 'feed', to(NEW)), after: onProbation }],
  ['probation lasts if the target says 304', { ...probed(6, 'not-modified', to(NEW)), after: onProbation }],
  ['probation lasts if nobody answers', { ...probed(6, 'nothing'), after: onProbation }],
  ['probation ends if the address itself shows the feed', { ...probed(6, 'feed'), after: stays }],
  ['probation ends if the target shows a page', { ...probed(6, 'no-feed', to(NEW)), after: stays }],
  ['probation ends with a temporary redirect', { ...probed(6, 'feed', to(NEW, 302)), after: stays }],
  [
    'probation begins anew with another target',
    { ...probed(6, 'feed', to(OTHER)), after: { url: OLD, moving: { url: OTHER, since: day(6).toISOString() } } },
  ],
  ['probation ends with a 304 of another target', { ...probed(6, 'not-modified', to(OTHER)), after: stays }],
  [
    'the feed moves after 7 days of probation',
    {
      ...probed(7, 'feed', to(NEW)),
      after: {
        url: NEW,
        addedUrl: OLD,
        moves: [{ from: OLD, to: NEW, at: day(7).toISOString(), why: 'permanent-redirect' }],
      },
    },
  ],
  [
    'the feed moves after 7 days though the last answer is a 304',
    { ...probed(7, 'not-modified', to(NEW)), after: { url: NEW, addedUrl: OLD } },
  ],
  ['the feed never moves to a page', { ...probed(30, 'no-feed', to(NEW)), after: stays }],
  [
    'a feed that moves back to where it was added has no other address any more',
    {
      before: { url: NEW, addedUrl: OLD, moving: { url: OLD, since: START } },
      redirects: [to(OLD)],
      proof: 'feed',
      days: 7,
      after: stays,
    },
  ],
];

const toHttps: [string, Case][] = [
  [
    'the same address in https is taken at once',
    {
      ...insecure('feed', to(OLD)),
      after: { ...secured, moves: [{ from: INSECURE, to: OLD, at: START, why: 'https' }] },
    },
  ],
  ['the same address in https is taken with a 304', { ...insecure('not-modified', to(OLD, 308)), after: secured }],
  ['a temporary redirect to https changes nothing', { ...insecure('feed', to(OLD, 302)), after: { url: INSECURE } }],
  ['a redirect to a page in https changes nothing', { ...insecure('no-feed', to(OLD)), after: { url: INSECURE } }],
  [
    'another path in https is put on probation',
    {
      ...insecure('feed', to('https://harbour.example/')),
      after: { url: INSECURE, moving: { url: 'https://harbour.example/', since: START } },
    },
  ],
  [
    'a redirect behind the turn to https is put on probation from https',
    { ...insecure('feed', to(OLD), to(NEW)), after: { ...secured, moving: { url: NEW, since: START } } },
  ],
  [
    'a temporary redirect behind the turn to https leaves that turn valid',
    { ...insecure('feed', to(OLD), to(NEW, 302)), after: secured },
  ],
  [
    'a redirect of an https address to https in its query is put on probation',
    {
      before: { url: 'https://harbour.example/?u=http://a.example' },
      redirects: [to('https://harbour.example/?u=https://a.example')],
      proof: 'feed',
      after: {
        url: 'https://harbour.example/?u=http://a.example',
        moving: { url: 'https://harbour.example/?u=https://a.example', since: START },
      },
    },
  ],
  [
    'a query that holds another address in http is no part of the turn to https',
    {
      before: { url: 'http://harbour.example/?u=http://a.example' },
      redirects: [to('https://harbour.example/?u=http://a.example')],
      proof: 'feed',
      after: {
        url: 'https://harbour.example/?u=http://a.example',
        addedUrl: 'http://harbour.example/?u=http://a.example',
      },
    },
  ],
];

const failing: [string, Case][] = [
  [
    'a feed that fails twice at its new address stays there',
    { before: { url: NEW, addedUrl: OLD, failures: 2 }, proof: 'no-feed', after: { url: NEW, addedUrl: OLD } },
  ],
  [
    'a feed that fails for the fourth time at its new address goes back to where it was added',
    {
      before: { url: NEW, addedUrl: OLD, failures: 3 },
      proof: 'no-feed',
      after: { url: OLD, moves: [{ from: NEW, to: OLD, at: START, why: 'lost' }] },
    },
  ],
  [
    'a feed stays at its new address if nobody answers',
    { before: { url: NEW, addedUrl: OLD, failures: 9 }, proof: 'nothing', after: { url: NEW, addedUrl: OLD } },
  ],
  [
    'a feed that never moved stays where it is however often it fails',
    { before: { url: OLD, failures: 9 }, proof: 'no-feed', after: stays },
  ],
];

it.each([...beforeProbation, ...duringProbation, ...toHttps, ...failing])(
  '%s',
  (_, { before, redirects = [], proof, days = 0, after }) => {
    const result = addressAfter({ failures: 0, ...before }, redirects, proof, day(days));
    expect('moves' in after ? result : { ...result, moves: undefined }).toEqual(after);
  },
);

it('a feed remembers the last ten changes of its address', () => {
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

describe('a feed with credentials', () => {
  const before = { url: OLD, credentials: 'harbour', failures: 0 };

  it.each<[string, readonly Redirect[], FeedAddress]>([
    ['stays when it is redirected to another origin for good', [to(NEW)], { url: OLD }],
    ['stays when redirects pass through another origin', [to(NEW), to(`${OLD}/2`)], { url: OLD }],
    ['stays when another port answers', [to('https://harbour.example:8443/rss')], { url: OLD }],
    [
      'begins its probation when it is redirected within its origin',
      [to(`${OLD}/2`)],
      { url: OLD, moving: { url: `${OLD}/2`, since: START } },
    ],
  ])('a feed with credentials %s', (_, redirects, after) => {
    expect(addressAfter(before, redirects, 'feed', day(0))).toEqual(after);
  });

  it('a feed with credentials ends a probation at another origin that began without them', () => {
    expect(addressAfter({ ...before, ...onProbation }, [to(NEW)], 'feed', day(8))).toEqual({ url: OLD });
  });
});

describe('a move that is reverted', () => {
  const moved = addressAfter({ ...onProbation, failures: 0 }, [to(NEW)], 'feed', day(7));

  it('a move that a person reverts is not made again', () => {
    const back = addressReverted(moved, day(8));
    expect(back).toMatchObject({ url: OLD, moves: [{ to: NEW }, { from: NEW, to: OLD, why: 'by-hand' }] });
    expect(back).not.toHaveProperty('addedUrl');
    const again = addressAfter({ ...(back ?? moved), failures: 0 }, [to(NEW)], 'feed', day(9));
    expect(again).toEqual(back);
  });

  it('a move that a person reverts is no reason against another target', () => {
    const back = addressReverted(moved, day(8)) ?? moved;
    const next = addressAfter({ ...back, failures: 0 }, [to('https://c.example/')], 'feed', day(9));
    expect(next.moving?.url).toBe('https://c.example/');
  });

  it('a move to an address that was lost may be made again', () => {
    const back = addressAfter({ ...moved, failures: 3 }, [], 'no-feed', day(8));
    const again = addressAfter({ ...back, failures: 0 }, [to(NEW)], 'feed', day(9));
    expect([back.url, again.moving?.url]).toEqual([OLD, NEW]);
  });

  it('a feed that never moved has no move to revert', () => {
    expect(addressReverted({ url: OLD }, day(0))).toBeUndefined();
  });
});
