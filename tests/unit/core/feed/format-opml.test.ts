import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatOpml } from '../../../../lambdas/core/feed/format-opml.ts';
import { type OpmlFeed, opmlFeedOf } from '../../../../lambdas/core/feed/opml-feed.ts';
import { parseOpml } from '../../../../lambdas/core/feed/parse-opml.ts';
import { normaliseFeedUrl } from '../../../../lambdas/core/feed/record/feed-url.ts';
import { asLabel, sortedLabels } from '../../../../lambdas/core/feed/record/label.ts';
import { feed } from '../../../fakes/feed.ts';

it('a written list is a document of OPML 2.0', () => {
  const list = [{ url: 'https://a.example/?a&b', title: 'A "1"\n<2>' }, { url: 'https://b.example/' }];
  expect(formatOpml(list, 'My & feeds', new Date('2026-11-23T08:00:00Z'))).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head><title>My &#38; feeds</title><dateCreated>Mon, 23 Nov 2026 08:00:00 GMT</dateCreated></head>
  <body>
    <outline type="rss" text="A &#34;1&#34;&#10;&#60;2&#62;" title="A &#34;1&#34;&#10;&#60;2&#62;" xmlUrl="https://a.example/?a&#38;b"/>
    <outline type="rss" text="https://b.example/" xmlUrl="https://b.example/"/>
  </body>
</opml>
`);
});

it('a written list has a folder for each label, so that other readers show them', () => {
  const list: OpmlFeed[] = [
    { url: 'https://a.example/', labels: ['Desk/Politics', 'client-7'] },
    { url: 'https://b.example/', labels: ['Desk'], settings: { pages: 'off', languageSetting: 'pt-BR' } },
    { url: 'https://c.example/' },
  ];
  expect(formatOpml(list, 'Feeds', new Date('2026-11-23T08:00:00Z')).split('\n').slice(1, -1)).toEqual([
    '<opml version="2.0" xmlns:wireroom="urn:wireroom:opml">',
    '  <head><title>Feeds</title><dateCreated>Mon, 23 Nov 2026 08:00:00 GMT</dateCreated></head>',
    '  <body>',
    '    <outline text="Desk">',
    '      <outline text="Politics">',
    '        <outline type="rss" text="https://a.example/" xmlUrl="https://a.example/" category="Desk/Politics,client-7"/>',
    '      </outline>',
    '      <outline type="rss" text="https://b.example/" xmlUrl="https://b.example/" category="Desk" wireroom:pages="off" wireroom:language="pt-BR"/>',
    '    </outline>',
    '    <outline text="client-7">',
    '      <outline type="rss" text="https://a.example/" xmlUrl="https://a.example/"/>',
    '    </outline>',
    '    <outline type="rss" text="https://c.example/" xmlUrl="https://c.example/"/>',
    '  </body>',
    '</opml>',
  ]);
});

it('a list has the address that a feed was added under, and whether the feed is paused', () => {
  const moved = feed({ url: 'https://new.example/', addedUrl: 'https://a.example/', status: 'paused', site: 'own' });
  expect(opmlFeedOf(moved)).toEqual({ url: 'https://a.example/', status: 'paused', settings: { site: 'own' } });
  expect(opmlFeedOf(feed({ status: 'gone', labels: ['a'] }))).toEqual({ url: feed().url, labels: ['a'] });
});

describe('a list that is written and read again', () => {
  const NOW = new Date('2026-11-23T08:00:00Z');
  const url = fc.webUrl({ withQueryParameters: true }).map((raw) => normaliseFeedUrl(raw) ?? 'https://a.example/');
  const feeds = (title: fc.Arbitrary<string>) =>
    fc.uniqueArray(
      fc.oneof(
        url.map((each): OpmlFeed => ({ url: each })),
        fc.record({ url, title }),
      ),
      { selector: (feed) => feed.url },
    );
  const again = (list: readonly OpmlFeed[]): OpmlFeed[] => {
    const { feeds: read, problems } = parseOpml(formatOpml(list, 'Feeds', NOW));
    expect(problems).toEqual([]);
    return read.map(({ line: _, ...feed }) => feed);
  };

  it('a written list is read as the same feeds with the same titles', () => {
    const title = fc.string({ unit: fc.constantFrom(...'aé🦉 &<>"\'\n\t;#x2'), minLength: 1 }).map((t) => `.${t}.`);
    fc.assert(
      fc.property(feeds(title), (list) => {
        expect(again(list)).toEqual(list);
      }),
    );
  });

  it('a title loses characters that XML can’t carry when it is written first', () => {
    fc.assert(
      fc.property(feeds(fc.string({ unit: 'binary' })), (list) => {
        const once = again(list);
        expect(once.map((feed) => feed.url)).toEqual(list.map((feed) => feed.url));
        expect(again(once)).toEqual(once);
      }),
    );
  });

  it('a written list has no character that steers a terminal, and is read with the same titles', () => {
    const list = [{ url: 'https://a.example/', title: 'A\u007f\u009b31m\u2028\u202e\u2069\u200f\u061cB' }];
    expect(formatOpml(list, 'Feeds', NOW)).not.toMatch(/[\u007f-\u009f\u061c\u200f\u2028\u202e\u2069]/);
    expect(again(list)).toEqual(list);
  });

  it('a list of ten thousand feeds is read whole', () => {
    const list = Array.from({ length: 10_000 }, (_, n) => ({
      url: `https://a.example/${n}?a=1&b=2`,
      title: `A & ${n}`,
    }));
    expect(again(list)).toEqual(list);
  });

  const name = fc.string({ unit: fc.constantFrom(...'aéक्म 🦉-:./&+#@7'), minLength: 1, maxLength: 80 });
  const labels = fc.array(name, { minLength: 1, maxLength: 20 }).map((names) => {
    const legal = sortedLabels(names.flatMap((each) => asLabel(each) ?? []));
    return legal.length === 0 ? ['a'] : legal;
  });
  const settings = fc.constantFrom<NonNullable<OpmlFeed['settings']>>(
    { pages: 'off' },
    { shortestMinutes: 5, longestMinutes: 60 },
    { retentionDays: 0, languageSetting: 'de-CH', site: 'other' },
  );

  it('a written list is read with the same labels, settings and pauses, and nothing is left out', () => {
    const labelled = fc.record(
      { url, labels, settings, status: fc.constant<'paused'>('paused') },
      { requiredKeys: ['url'] },
    );
    const lists = fc.uniqueArray(labelled, { selector: (each) => each.url });
    fc.assert(
      fc.property(lists, (list) => {
        const byUrl = (a: OpmlFeed, b: OpmlFeed): number => (a.url < b.url ? -1 : 1);
        const reading = parseOpml(formatOpml(list, 'Feeds', NOW));
        expect([reading.leftOut, reading.renamed, reading.problems]).toEqual([[], [], []]);
        const read = reading.feeds.map(({ line: _, ...each }): OpmlFeed => each);
        expect(read.sort(byUrl)).toEqual([...list].sort(byUrl));
        expect(formatOpml(read, 'Feeds', NOW), 'the second list').toBe(formatOpml([...list].sort(byUrl), 'Feeds', NOW));
      }),
    );
  });
});
