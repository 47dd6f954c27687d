import { describe, expect, it } from 'vitest';
import type { FeedDocument, FeedHints } from '../../../../../lambdas/core/feed/document/feed-document.ts';
import { documentOf, FEED_URL } from '../../../../fakes/feed-documents.ts';

const SY = 'http://purl.org/rss/1.0/modules/syndication/';

const rss = (channel: string): string =>
  `<rss version="2.0" xmlns:sy="${SY}" xmlns:atom="http://www.w3.org/2005/Atom"><channel>${channel}</channel></rss>`;

describe('the hints of a document', () => {
  it.each<[string, string, FeedHints | undefined]>([
    ['are absent if it has none', '<title>T</title>', undefined],
    ['are a ttl in minutes', '<ttl> 90 </ttl>', { ttlMinutes: 90 }],
    ['are no ttl that is no number', '<ttl>soon</ttl>', undefined],
    ['are a ttl of nine digits', `<ttl>${'9'.repeat(9)}</ttl>`, { ttlMinutes: 999_999_999 }],
    ['are no ttl of ten digits', `<ttl>${'9'.repeat(10)}</ttl>`, undefined],
    ['are no ttl with a unit', '<ttl>90m</ttl>', undefined],
    ['are no ttl with a sign', '<ttl>-90</ttl>', undefined],
    ['are no ttl of zero', '<ttl>0</ttl>', undefined],
    ['are no ttl of 400 digits', `<ttl>${'9'.repeat(400)}</ttl>`, undefined],
    ['are a period', '<sy:updatePeriod>hourly</sy:updatePeriod>', { updateEveryMinutes: 60 }],
    [
      'are a period by its frequency',
      '<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>',
      { updateEveryMinutes: 360 },
    ],
    ['are a period in capitals', '<sy:updatePeriod>Weekly</sy:updatePeriod>', { updateEveryMinutes: 10_080 }],
    ['are a period of months', '<sy:updatePeriod>monthly</sy:updatePeriod>', { updateEveryMinutes: 43_200 }],
    ['are a period of years', '<sy:updatePeriod>yearly</sy:updatePeriod>', { updateEveryMinutes: 525_600 }],
    [
      'are a period of a minute at least',
      '<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>1000</sy:updateFrequency>',
      { updateEveryMinutes: 1 },
    ],
    [
      'are a period whose frequency is no number',
      '<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>often</sy:updateFrequency>',
      { updateEveryMinutes: 60 },
    ],
    [
      'are a frequency alone, which is that of a day',
      '<sy:updateFrequency>2</sy:updateFrequency>',
      { updateEveryMinutes: 720 },
    ],
    ['are no period that nobody knows', '<sy:updatePeriod>often</sy:updatePeriod>', undefined],
    [
      'are hours to skip, in order, with both names of midnight',
      '<skipHours><hour>23</hour><hour>24</hour><hour>0</hour><hour>7</hour></skipHours>',
      { skipHours: [0, 7, 23] },
    ],
    [
      'are no hours that the day does not have',
      '<skipHours><hour>25</hour><hour>-1</hour><hour>x</hour></skipHours>',
      undefined,
    ],
    [
      'are days to skip, each once',
      '<skipDays><day>Sunday</day><day>saturday</day><day>Yesterday</day><day>SUNDAY</day></skipDays>',
      { skipDays: [0, 6] },
    ],
    [
      'are all days of the week',
      `<skipDays>${'Friday Monday Tuesday Thursday Wednesday'.replace(/\w+/g, '<day>$&</day>')}</skipDays>`,
      { skipDays: [1, 2, 3, 4, 5] },
    ],
    [
      'are no hours of three digits',
      '<skipHours><hour>007</hour><hour>7h</hour><hour>x7</hour></skipHours>',
      undefined,
    ],
    ['are an hour of two digits', '<skipHours><hour>07</hour></skipHours>', { skipHours: [7] }],
    ['are absent if the lists are empty', '<skipHours/><skipDays></skipDays>', undefined],
  ])('%s', async (_, channel, expected) => {
    expect((await documentOf(rss(channel))).hints).toEqual(expected);
  });
});

describe('the hub of a document', () => {
  const hub = { url: 'https://hub.example/', topic: 'https://harbour.example/all' };
  it.each<[string, string, FeedDocument['hub']]>([
    ['is absent if it names none', rss(''), undefined],
    [
      'is named by links of Atom within RSS',
      rss('<atom:link rel="self" href="/all"/><atom:link rel="hub" href="https://hub.example/"/>'),
      hub,
    ],
    [
      'is named in Atom',
      '<feed xmlns="http://www.w3.org/2005/Atom"><link rel="hub" href="https://hub.example/"/><link rel="self" href="/all"/></feed>',
      hub,
    ],
    [
      'is named in JSON Feed',
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
      'knows the document by its address if the document names no other',
      rss('<atom:link rel="hub" href="https://hub.example/"/>'),
      { ...hub, topic: FEED_URL },
    ],
    ['is absent if its address is no web address', rss('<atom:link rel="hub" href="mailto:hub@example"/>'), undefined],
  ])('%s', async (_, document, expected) => {
    expect((await documentOf(document)).hub).toEqual(expected);
  });
});
