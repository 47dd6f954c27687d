import { expect, it } from 'vitest';
import type { FeedItem } from '../../../lambdas/core/feed/document/feed-document.ts';
import type { ItemMessage } from '../../../lambdas/core/queues/messages.ts';
import { LATER, ingestWorld as world } from '../../fakes/ingest-world.ts';
import { feedA, feedB, item, message, pageOf, sportFeed } from '../../fakes/messages.ts';
import { FERRY, MARKET, paragraphs } from '../../fakes/stories.ts';

const FERRY_URL = 'https://harbour.example/news/1';
const APPLES_URL = 'https://harbour.example/news/2';
const FERRY_PAGE = pageOf('Ferry returns to Skerry Point', paragraphs(FERRY));
const APPLES_PAGE = pageOf('Apples fetch record prices', paragraphs(MARKET));

const from = (feed: ItemMessage['feed'], title: string, fields: Partial<FeedItem> = {}): ItemMessage =>
  message({ feed, foundAt: LATER, item: item({ guid: title, title, ...fields }) });
const first = from(feedA, 'Ferry returns to Skerry Point');
const onApples = { url: FERRY_URL, content: paragraphs(MARKET) };

/** Each row: the pages, and the items in their order, with the number of the article that each comes to. */
it.each<[string, Record<string, string>, [ItemMessage, number][]]>([
  [
    'an item is an appearance when another feed carries the address under a headline that agrees',
    { [FERRY_URL]: FERRY_PAGE },
    [
      [first, 1],
      [from(feedB, 'The ferry returns'), 1],
    ],
  ],
  [
    'an item is an appearance when its feed has reworded the headline, but the page has the article’s headline',
    { [FERRY_URL]: FERRY_PAGE },
    [
      [first, 1],
      [from(feedB, 'Islanders cheer: the boat is back'), 1],
    ],
  ],
  [
    'an item is an article when another page has given the item’s address as its own',
    {
      [APPLES_URL]: APPLES_PAGE.replace('</title>', `</title><link rel="canonical" href="${FERRY_URL}">`),
      [FERRY_URL]: FERRY_PAGE,
    },
    [
      [from(feedA, 'Apples fetch record prices', { url: APPLES_URL }), 1],
      [first, 2],
      [from(feedB, 'Ferry returns to Skerry Point'), 2],
    ],
  ],
  [
    'an item is an article when its page is used again for another story, and an appearance of it when another feed carries it',
    { [FERRY_URL]: APPLES_PAGE },
    [
      [from(feedA, 'Ferry returns to Skerry Point', { content: paragraphs(FERRY) }), 1],
      [from(feedA, 'Apples fetch record prices', onApples), 2],
      [from(feedB, 'Apples fetch record prices', onApples), 2],
    ],
  ],
  [
    'an item is known by its guid when its address belongs to another story',
    { [FERRY_URL]: FERRY_PAGE },
    [
      [first, 1],
      [from(feedA, 'Apples fetch record prices', { guid: 'tag:harbour.example,2026:2' }), 2],
      [from(sportFeed, 'Apples fetch record prices', { guid: 'tag:harbour.example,2026:2' }), 2],
    ],
  ],
  [
    'an item is an article when another story has the same guid, although the guid is unique in the world',
    { [FERRY_URL]: FERRY_PAGE },
    [
      [from(feedA, 'Ferry returns to Skerry Point', { guid: 'https://harbour.example/?p=1' }), 1],
      [from(sportFeed, 'Apples fetch record prices', { guid: 'https://harbour.example/?p=1', url: APPLES_URL }), 2],
    ],
  ],
])('%s', async (_, pages, items) => {
  const { ingest } = world(Object.fromEntries(Object.entries(pages).map(([url, body]) => [url, { body }])));
  const numbers = new Map<string, number>();
  const found: number[] = [];
  for (const [each] of items) {
    const outcome = await ingest(each);
    const articleId = 'articleId' in outcome ? outcome.articleId : '';
    numbers.set(articleId, numbers.get(articleId) ?? numbers.size + 1);
    found.push(numbers.get(articleId) ?? 0);
    expect(await ingest(each), 'when it comes again').toEqual({ outcome: 'unchanged', articleId });
  }
  expect(found).toEqual(items.map(([, number]) => number));
});

it.each([
  [
    'an item at the address of an article whose claims have expired is an appearance if the headline agrees',
    from(feedB, 'The ferry returns'),
    'appeared',
  ],
  [
    'an item of another feed is an article if its page is used again and the claims of the first article have expired',
    from(feedB, 'Apples fetch record prices', onApples),
    'published',
  ],
  [
    'an item of the same feed is an article if its page is used again and the claims of the first article have expired',
    from(feedA, 'Apples fetch record prices', onApples),
    'published',
  ],
])('%s', async (_, second, outcome) => {
  const { articles, ingest } = world();
  await ingest(first);
  articles.claims.clear();
  expect(await ingest(second)).toMatchObject({ outcome });
  expect(await ingest(second)).toMatchObject({ outcome: 'unchanged' });
});

it.each([
  [
    'an item under another headline, whose page can’t be fetched, is an appearance while the article is fresh',
    '2026-11-23T07:00:00.000Z',
    'appeared',
  ],
  [
    'an item under another headline, whose page can’t be fetched, is an appearance until half a day has passed',
    '2026-11-22T20:00:05.000Z',
    'appeared',
  ],
  [
    'an item under another headline, whose page can’t be fetched, is an article of its own half a day later',
    '2026-11-22T07:00:00.000Z',
    'published',
  ],
])('%s', async (_, firstSeenAt, outcome) => {
  const { articles, ingest } = world();
  await ingest(first);
  for (const [articleId, article] of articles.articles) articles.articles.set(articleId, { ...article, firstSeenAt });
  expect(await ingest(from(sportFeed, 'Islanders cheer: the boat is back'))).toMatchObject({ outcome });
});
