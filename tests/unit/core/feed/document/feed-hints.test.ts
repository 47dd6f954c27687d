import { describe, expect, it } from 'vitest';
import type { FeedDocument, FeedHints } from '../../../../../lambdas/core/feed/document/feed-document.ts';
import { parseFeed } from '../../../../../lambdas/core/feed/document/parse-feed.ts';

const BASE = 'https://harbour.example/rss';
const SY = 'http://purl.org/rss/1.0/modules/syndication/';

async function read(document: string): Promise<FeedDocument> {
  const outcome = await parseFeed(Buffer.from(document), { baseUrl: BASE });
  if (outcome.kind === 'failed') throw new Error(outcome.detail);
  return outcome.document;
}
const rss = (channel: string): string =>
  `<rss version="2.0" xmlns:sy="${SY}" xmlns:atom="http://www.w3.org/2005/Atom"><channel>${channel}</channel></rss>`;

describe('what a document says about when to ask again', () => {
  it.each<[string, string, FeedHints | undefined]>([
    ['nothing', '<title>T</title>', undefined],
    ['a ttl in minutes', '<ttl> 90 </ttl>', { ttlMinutes: 90 }],
    ['no ttl that is none', '<ttl>soon</ttl>', undefined],
    ['no ttl of zero', '<ttl>0</ttl>', undefined],
    ['no ttl beyond counting', `<ttl>${'9'.repeat(400)}</ttl>`, undefined],
    ['a period', '<sy:updatePeriod>hourly</sy:updatePeriod>', { updateEveryMinutes: 60 }],
    [
      'a period by its frequency',
      '<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>',
      { updateEveryMinutes: 360 },
    ],
    ['a frequency alone, which is a day’s', '<sy:updateFrequency>2</sy:updateFrequency>', { updateEveryMinutes: 720 }],
    ['no period that nobody knows', '<sy:updatePeriod>often</sy:updatePeriod>', undefined],
    [
      'hours to skip, in order, with both names of midnight',
      '<skipHours><hour>23</hour><hour>24</hour><hour>0</hour><hour>7</hour></skipHours>',
      { skipHours: [0, 7, 23] },
    ],
    ['no hours that are none', '<skipHours><hour>25</hour><hour>-1</hour><hour>x</hour></skipHours>', undefined],
    [
      'days to skip',
      '<skipDays><day>Sunday</day><day>saturday</day><day>Yesterday</day></skipDays>',
      { skipDays: [0, 6] },
    ],
    ['empty lists', '<skipHours/><skipDays></skipDays>', undefined],
  ])('%s', async (_, channel, expected) => {
    expect((await read(rss(channel))).hints).toEqual(expected);
  });
});

describe('the hub that a document names', () => {
  const hub = { url: 'https://hub.example/', topic: 'https://harbour.example/all' };
  it.each<[string, string, FeedDocument['hub']]>([
    ['none', rss(''), undefined],
    [
      'by links of Atom within RSS',
      rss('<atom:link rel="self" href="/all"/><atom:link rel="hub" href="https://hub.example/"/>'),
      hub,
    ],
    [
      'in Atom',
      '<feed xmlns="http://www.w3.org/2005/Atom"><link rel="hub" href="https://hub.example/"/><link rel="self" href="/all"/></feed>',
      hub,
    ],
    [
      'in JSON Feed',
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        feed_url: '/all',
        hubs: [
          { type: 'rssCloud', url: 'https://cloud.example/' },
          { type: 'WebSub', url: 'https://hub.example/' },
        ],
        items: [],
      }),
      hub,
    ],
    [
      'for the address of the document, when it names no own one',
      rss('<atom:link rel="hub" href="https://hub.example/"/>'),
      { ...hub, topic: BASE },
    ],
    ['but not one that is no web address', rss('<atom:link rel="hub" href="mailto:hub@example"/>'), undefined],
  ])('%s', async (_, document, expected) => {
    expect((await read(document)).hub).toEqual(expected);
  });
});
