import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FeedDocument, FeedItem } from '../../../../../lambdas/core/feed/document/feed-document.ts';
import { boundedDocument } from '../../../../../lambdas/core/feed/document/feed-limits.ts';
import { itemKey } from '../../../../../lambdas/core/feed/document/item-identity.ts';
import { parseFeed } from '../../../../../lambdas/core/feed/document/parse-feed.ts';
import { item } from '../../../../fakes/messages.ts';

const x = (length: number): string => 'x'.repeat(length);
const boundedItem = (fields: Partial<FeedItem>): FeedItem | undefined =>
  boundedDocument({ items: [item(fields)] }).items[0];

it('a document of usual lengths stays as it is', () => {
  const document: FeedDocument = {
    title: 'Harbour  Post',
    siteUrl: 'https://harbour.example/',
    language: 'en',
    hints: { ttlMinutes: 60 },
    hub: { url: 'https://hub.example/', topic: 'https://harbour.example/rss' },
    repaired: true,
    leftOut: 1,
    items: [
      item({
        title: 'Ferry\nreturns',
        content: '<p>a  b',
        authors: [{ name: 'Ada', email: 'a@harbour.example' }],
        categories: ['sea'],
        enclosures: [{ url: 'https://harbour.example/1.mp3', type: 'audio/mpeg', length: 7 }],
        media: [{ url: 'https://harbour.example/1.jpg', kind: 'content', medium: 'image', credit: 'Ada' }],
      }),
    ],
  };
  expect(boundedDocument(document)).toEqual(document);
});

describe('the longest texts of an item', () => {
  it.each<[string, Partial<FeedItem>, Partial<FeedItem>]>([
    ['a title of 500 characters stays', { title: x(500) }, { title: x(500) }],
    ['a longer title is cut', { title: x(4_000_000) }, { title: `${x(500)}…` }],
    ['a guid of 2,048 characters stays', { guid: x(2_048) }, { guid: x(2_048) }],
    ['an address of 4,097 characters is dropped', { url: `https://harbour.example/${x(4_073)}` }, {}],
    ['a category of 200 characters stays', { categories: [x(200)] }, { categories: [x(200)] }],
    ['a longer category is cut', { categories: [x(201)] }, { categories: [`${x(200)}…`] }],
    ['a summary of 4 million characters stays', { summary: x(4_000_000) }, { summary: x(4_000_000) }],
    ['a longer summary is cut', { summary: x(4_000_001) }, { summary: x(4_000_000) }],
    ['a longer content is cut', { content: x(15_000_000) }, { content: x(4_000_000) }],
    ['a longer name is cut', { authors: [{ name: x(201) }] }, { authors: [{ name: `${x(200)}…` }] }],
  ])('%s', (_, fields, expected) => {
    const { [Object.keys(fields)[0] as keyof FeedItem]: value } = boundedItem(fields) ?? item();
    expect(value).toEqual(Object.values(expected)[0]);
  });

  it('a guid that is too long is hashed, and still tells two items apart', () => {
    const [one, same, other] = ['a', 'a', 'b'].map((end) => boundedItem({ guid: x(10_000_000) + end }) ?? item());
    expect(one?.guid).toMatch(/^[\da-f]{32}$/);
    expect(itemKey(same ?? item())).toBe(itemKey(one ?? item()));
    expect(itemKey(other ?? item())).not.toBe(itemKey(one ?? item()));
  });
});

/** All strings in a value. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}
/** Any text, halves of characters included, shorter and longer than any limit. */
const anyText = fc
  .tuple(fc.string({ unit: 'binary' }), fc.constantFrom('', '\ud800', '\udc00', '😀'), fc.constantFrom(1, 60, 3_000))
  .map(([text, end, times]) => (text + end).repeat(times));

it('whatever a JSON Feed writes, all its texts are well-formed', async () => {
  const fields = fc.record({
    id: anyText,
    url: anyText,
    title: anyText,
    summary: anyText,
    content_html: anyText,
    date_published: anyText,
    image: anyText,
    authors: fc.array(fc.record({ name: anyText })),
    tags: fc.array(anyText),
    attachments: fc.array(fc.record({ url: fc.webUrl(), mime_type: anyText })),
  });
  await fc.assert(
    fc.asyncProperty(anyText, anyText, fields, async (title, language, raw) => {
      const document = { version: 'https://jsonfeed.org/version/1', title, language, items: [raw] };
      const parsed = await parseFeed(Buffer.from(JSON.stringify(document)), { baseUrl: 'https://harbour.example/' });
      expect(parsed.kind).toBe('feed');
      expect(stringsIn(parsed).filter((text) => !text.isWellFormed())).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
