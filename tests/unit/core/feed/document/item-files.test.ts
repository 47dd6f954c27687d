import { describe, expect, it } from 'vitest';
import { bytesIn, secondsIn } from '../../../../../lambdas/core/feed/document/media-figures.ts';
import { atomEntry, itemOf, jsonFeed, rssItem } from '../../../../fakes/feed-documents.ts';

const page = (path: string): string => `https://harbour.example/${path}`;

describe('the enclosures of an item', () => {
  it.each([
    [
      'of RSS have an address, a type and a length',
      '<enclosure url="/a" type="audio/mpeg" length="7"/>',
      [{ url: page('a'), type: 'audio/mpeg', length: 7 }],
    ],
    ['of RSS may have an href', '<enclosure href="/a"/>', [{ url: page('a') }]],
    [
      'of Atom are links',
      '<atom:link rel="Enclosure" href="/a" type="audio/mpeg" length="7"/>',
      [{ url: page('a'), type: 'audio/mpeg', length: 7 }],
    ],
    [
      'are each address once',
      '<enclosure url="/a" length="1"/><enclosure url="/a"/><enclosure url="/b"/>',
      [{ url: page('a'), length: 1 }, { url: page('b') }],
    ],
    [
      'have the duration of iTunes at the first of them',
      '<enclosure url="/a" type="audio/mpeg"/><enclosure url="/b"/><itunes:duration>1:02:03</itunes:duration>',
      [{ url: page('a'), type: 'audio/mpeg', durationSeconds: 3_723 }, { url: page('b') }],
    ],
    [
      'have the alternates, transcripts and chapters of Podcasting 2.0 behind them',
      '<podcast:chapters url="/c.json" type="application/json+chapters"/><podcast:transcript url="/t.vtt" type="text/vtt"/>' +
        '<podcast:alternateEnclosure type="video/mp4" length="9" title="With pictures"><podcast:source uri="ipfs://x"/>' +
        '<podcast:source uri="/v.mp4"/></podcast:alternateEnclosure><enclosure url="/a"/>',
      [
        { url: page('a') },
        { url: page('v.mp4'), type: 'video/mp4', length: 9, title: 'With pictures', role: 'alternate' },
        { url: page('t.vtt'), type: 'text/vtt', role: 'transcript' },
        { url: page('c.json'), type: 'application/json+chapters', role: 'chapters' },
      ],
    ],
    [
      'are no alternates if these are the enclosure itself, or have no source on the web',
      '<enclosure url="/a"/><podcast:alternateEnclosure><podcast:source uri="/a"/></podcast:alternateEnclosure>' +
        '<podcast:alternateEnclosure><podcast:source uri="ipfs://x"/></podcast:alternateEnclosure>',
      [{ url: page('a') }],
    ],
    ['are absent without an address', '<enclosure type="audio/mpeg"/>', undefined],
    ['are not the other links', '<atom:link href="/a"/>', undefined],
  ])('%s', async (_, xml, expected) => {
    expect((await rssItem(`<guid>1</guid>${xml}`)).enclosures).toEqual(expected);
  });

  it('have a type of a hundred characters at most', async () => {
    const { enclosures } = await rssItem(`<guid>1</guid><enclosure url="/a" type="${'x'.repeat(200)}"/>`);
    expect(enclosures?.[0]?.type).toBe('x'.repeat(100));
  });
});

const OLDER = 'https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md';

it('the older name of the namespace of Podcasting 2.0 is known', async () => {
  const xml = `<enclosure url="/a"/><p:transcript xmlns:p="${OLDER}" url="/t"/>`;
  expect((await rssItem(`<guid>1</guid>${xml}`)).enclosures).toContainEqual({ url: page('t'), role: 'transcript' });
});

it('an enclosure of Atom may have a title', async () => {
  const { enclosures } = await atomEntry(
    '<id>1</id><link rel="enclosure" href="/a" title="The minutes &amp;amp; notes"/>',
  );
  expect(enclosures).toEqual([{ url: page('a'), title: 'The minutes & notes' }]);
});

it('an attachment of a JSON Feed has a title and a duration', async () => {
  const attachments = [
    { url: '/a', mime_type: 'audio/mpeg', title: 'Tides', size_in_bytes: 7, duration_in_seconds: 61.4 },
  ];
  const { enclosures } = await itemOf(jsonFeed({ items: [{ id: '1', attachments }] }));
  expect(enclosures).toEqual([{ url: page('a'), type: 'audio/mpeg', length: 7, durationSeconds: 61, title: 'Tides' }]);
});

describe('the length of a file', () => {
  it.each([
    ['is left out if it is zero', '0', undefined],
    ['is left out if it is no number', 'many', undefined],
    ['is left out if it is a number with a unit', '7 MB', undefined],
    ['is left out if it is a number with a sign', '-7', undefined],
    ['is left out if it is longer than 15 digits', '1234567890123456', undefined],
    ['may have 15 digits', '123456789012345', 123_456_789_012_345],
  ])('%s', (_, length, expected) => {
    expect(bytesIn(length)).toBe(expected);
  });
});

describe('the duration of a file', () => {
  it.each([
    ['may be seconds', '2705', 2_705],
    ['may be seconds with a fraction', '92.6', 93],
    ['may be minutes and seconds', '45:05', 2_705],
    ['may have one digit of minutes', '5:05', 305],
    ['may be hours, minutes and seconds', '1:02:03', 3_723],
    ['may have a fraction of a second', '1:02:03.5', 3_724],
    ['may have leading zeros', '00:45:00', 2_700],
    ['ignores what follows the seconds', '00:45:00:00', 2_700],
    ['may be ISO 8601', 'PT45M', 2_700],
    ['may be ISO 8601 with all parts', 'P0DT1H2M3S', 3_723],
    ['may be ISO 8601 with a fraction', 'PT1M30.4S', 90],
    ['may be a number of minutes in words', '45 min', 2_700],
    ['may be a number of seconds in words', '90 seconds', 90],
    ['is left out if it is empty', '', undefined],
    ['is left out if it is zero', '00:00', undefined],
    ['is left out if it is an empty ISO 8601', 'PT', undefined],
    ['is left out if it is more than a week', '9999999', undefined],
    ['is left out if it has a sign', '-45', undefined],
    ['is left out if it is words', 'about an hour', undefined],
    ['is left out if it is only colons', '::', undefined],
    ['is left out if it is a long row of digits', '9'.repeat(300), undefined],
  ])('%s', (_, written, expected) => {
    expect(secondsIn(written)).toBe(expected);
  });
});
