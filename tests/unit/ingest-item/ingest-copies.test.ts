import { describe, expect, it } from 'vitest';
import type { ItemMessage } from '../../../lambdas/core/queues/messages.ts';
import { only, ingestWorld as world } from '../../fakes/ingest-world.ts';
import { feedA, feedB, item, message, pageOf } from '../../fakes/messages.ts';
import { BOILERPLATE, FERRY, forecast, MARKET } from '../../fakes/stories.ts';

const HOME = 'https://harbour.example/news/1';
const WIRE = 'https://valley.example/wire/9';
const HEADLINE = 'Ferry returns to Skerry Point';
const page = (title: string, story: readonly string[]) => ({
  body: pageOf(title, story.join('</p><p>')).replace(
    '</html>',
    '<footer>Valley Wire, all rights reserved</footer></html>',
  ),
});
const carried = (url: string, title: string, fields: Partial<ItemMessage> = {}): ItemMessage =>
  message({
    feed: url.startsWith('https://harbour') ? feedA : feedB,
    item: item({ guid: url, url, title, publishedAt: '2026-11-23T07:00:00.000Z' }),
    ...fields,
  });

describe('a copy: the same news in a text of its own', () => {
  const shortened = [
    'Our own reporter writes from the quay, where the wind was sharp this morning.',
    ...FERRY.slice(0, 6),
  ];

  it('a copy becomes an appearance with its site’s name and the share of its text that the article has', async () => {
    const { articles, ingest } = world({ [HOME]: page(HEADLINE, FERRY), [WIRE]: page('The ferry returns', shortened) });
    await ingest(carried(HOME, HEADLINE));
    expect(await ingest(carried(WIRE, 'The ferry returns'))).toMatchObject({ outcome: 'appeared' });
    const [, copy] = only(articles)?.appearances ?? [];
    expect(copy).toMatchObject({ feedId: 'feed-b', url: WIRE, publisher: 'Valley Wire' });
    expect(copy?.similarity).toBeGreaterThan(0.7);
    expect(copy?.similarity).toBeLessThan(1);
    expect(await ingest(carried(WIRE, 'The ferry returns'))).toMatchObject({ outcome: 'unchanged' });
  });

  it('the original becomes an appearance if the copy was ingested first', async () => {
    const { articles, ingest } = world({ [HOME]: page(HEADLINE, FERRY), [WIRE]: page('The ferry returns', shortened) });
    await ingest(carried(WIRE, 'The ferry returns'));
    await ingest(carried(HOME, HEADLINE));
    expect(only(articles)?.appearances).toHaveLength(2);
  });

  it('a copy of a copy becomes an appearance although it shares little text with the original', async () => {
    const third = 'https://dunes.example/x/3';
    const half = [...FERRY.slice(0, 6), ...MARKET.slice(0, 3)];
    const { articles, ingest } = world({
      [HOME]: page(HEADLINE, FERRY),
      [WIRE]: page(HEADLINE, half),
      [third]: page(HEADLINE, ['The ferry is back at Skerry Point.', ...half.slice(4), MARKET[3]]),
    });
    for (const url of [HOME, WIRE]) await ingest(carried(url, HEADLINE));
    await ingest(carried(third, HEADLINE, { feed: { feedId: 'feed-c', url: 'https://dunes.example/rss' } }));
    expect(only(articles)?.appearances).toHaveLength(3);
  });

  it('a copy with the same text, word for word, has the similarity 1', async () => {
    const { articles, ingest } = world({ [HOME]: page(HEADLINE, FERRY), [WIRE]: page(HEADLINE, FERRY) });
    await ingest(carried(HOME, HEADLINE));
    await ingest(carried(WIRE, HEADLINE));
    expect(only(articles)?.appearances[1]).toMatchObject({ similarity: 1, publisher: 'Valley Wire' });
  });

  it('an appearance has no similarity if another feed carries the article’s own page', async () => {
    const { articles, ingest } = world({ [HOME]: page(HEADLINE, FERRY) });
    await ingest(carried(HOME, HEADLINE));
    await ingest(carried(HOME, HEADLINE, { feed: feedB }));
    expect(only(articles)?.appearances[1]).not.toHaveProperty('similarity');
  });

  it('an original and its copy make one article when two functions ingest them at the same moment', async () => {
    const { articles, ingest } = world({ [HOME]: page(HEADLINE, FERRY), [WIRE]: page('The ferry returns', shortened) });
    const outcomes = await Promise.all([carried(HOME, HEADLINE), carried(WIRE, 'The ferry returns')].map(ingest));
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['appeared', 'published']);
    expect(only(articles)?.appearances).toHaveLength(2);
  });
});

describe('other news that looks like a copy', () => {
  it('a forecast from the same template with other figures becomes an article of its own', async () => {
    const [first, second] = ['https://harbour.example/weather/1', 'https://harbour.example/weather/2'] as const;
    const monday = forecast('Monday', [3, 5, 12, 8, 11, 15, 240, 35]).split('\n');
    const tuesday = forecast('Tuesday', [6, 9, 22, 13, 14, 25, 228, 41]).split('\n');
    const { articles, ingest } = world({ [first]: page('Weather', monday), [second]: page('Weather', tuesday) });
    expect(await ingest(carried(first, 'Weather'))).toMatchObject({ outcome: 'published' });
    expect(await ingest(carried(second, 'Weather'))).toMatchObject({ outcome: 'published' });
    expect(articles.articles.size).toBe(2);
    const holders = [...articles.claims.values()].filter(({ sketch }) => sketch).map(({ articleId }) => articleId);
    expect(new Set(holders).size).toBe(2);
  });

  it('other news between the same appeals becomes an article of its own', async () => {
    const around = (story: readonly string[]) => [BOILERPLATE[0], ...story, BOILERPLATE[1]];
    const { articles, ingest } = world({
      [HOME]: page(HEADLINE, around(FERRY)),
      [WIRE]: page('Apples', around(MARKET)),
    });
    await ingest(carried(HOME, HEADLINE));
    await ingest(carried(WIRE, 'Apples'));
    expect(articles.articles.size).toBe(2);
  });
});

describe('the same text, word for word', () => {
  const notice = [
    'You have reached an article that is reserved for subscribers of our newspapers and of their editions.',
    'To read it, take out a subscription within two minutes, cancel it in any month, and read on all of your devices at home.',
    'Our mayor, Marta Holm, reads us too.',
  ];
  const NORTH = 'https://north.police.example/r/1';
  const SOUTH = 'https://south.police.example/r/2';

  it.each<[string, [string, string][], readonly string[], number]>([
    [
      'a text on two sites under different headlines is one article',
      [
        [HOME, HEADLINE],
        [WIRE, 'Mail for the island’s fishermen'],
      ],
      FERRY,
      1,
    ],
    [
      'a notice on two sites is two articles if the notice has to do with neither headline',
      [
        [HOME, 'Teachers resign'],
        [WIRE, 'Bridge closed'],
      ],
      notice,
      2,
    ],
    [
      'a notice on two sites is two articles if the headlines share only a word',
      [
        [HOME, 'Mayor resigns over bridge'],
        [WIRE, 'Mayor opens school'],
      ],
      notice,
      2,
    ],
    [
      'a notice on two sites is two articles if the headlines have names that the notice does not have',
      [
        [HOME, 'Subscribers: a newspaper in Northtown'],
        [WIRE, 'Subscribers: a newspaper in Southport'],
      ],
      notice,
      2,
    ],
    [
      'a text on two hosts of one site under different headlines is two articles',
      [
        [NORTH, HEADLINE],
        [SOUTH, 'Mail for the island’s fishermen'],
      ],
      FERRY,
      2,
    ],
  ])('%s', async (_, versions, text, expected) => {
    const { articles, ingest } = world(Object.fromEntries(versions.map(([url, title]) => [url, page(title, text)])));
    for (const [index, [url, title]] of versions.entries()) {
      const feed = { feedId: `feed-${index}`, url: `${url}/rss` };
      await ingest(message({ feed, item: { guid: url, url, title, authors: [], categories: [] } }));
    }
    expect([...articles.articles.values()].map(({ textSource }) => textSource)).toEqual(
      Array.from({ length: expected }, () => 'page'),
    );
  });
});

describe('an edit after a copy', () => {
  const edited = (url: typeof HOME | typeof WIRE) =>
    carried(url, HEADLINE, {
      item: item({ guid: url, url, title: HEADLINE, summary: 'Edited.' }),
      foundAt: '2026-11-23T09:00:00.000Z',
    });
  const afterEdit = async (url: typeof HOME | typeof WIRE) => {
    const pages = { [HOME]: page(HEADLINE, FERRY), [WIRE]: page(HEADLINE, FERRY.slice(1)) };
    const { articles, ingest } = world(pages);
    for (const each of [HOME, WIRE]) await ingest(carried(each, HEADLINE));
    pages[url] = page(HEADLINE, [...FERRY, 'Bread came with it.']);
    return { ...(await ingest(edited(url))), text: only(articles)?.text };
  };

  it('an edit of a copy leaves the article unchanged', async () => {
    expect(await afterEdit(WIRE)).toMatchObject({ outcome: 'unchanged', text: FERRY.join('\n') });
  });

  it('an edit of the article’s own page revises the article', async () => {
    expect(await afterEdit(HOME)).toMatchObject({
      outcome: 'revised',
      text: [...FERRY, 'Bread came with it.'].join('\n'),
    });
  });
});

describe('a revised text', () => {
  it('a revised text is what later copies are compared with', async () => {
    const pages = { [HOME]: page(HEADLINE, FERRY), [WIRE]: page(HEADLINE, [FERRY[0], ...MARKET]) };
    const { articles, ingest } = world(pages);
    await ingest(carried(HOME, HEADLINE));
    pages[HOME] = page(HEADLINE, [...MARKET, FERRY[0]]);
    const edited = item({
      guid: HOME,
      url: HOME,
      title: HEADLINE,
      summary: 'Edited.',
      publishedAt: '2026-11-23T07:00:00.000Z',
    });
    expect(await ingest(message({ item: edited, foundAt: '2026-11-23T09:00:00.000Z' }))).toMatchObject({
      outcome: 'revised',
    });
    expect(await ingest(carried(WIRE, HEADLINE))).toMatchObject({ outcome: 'appeared' });
    expect(articles.articles.size).toBe(1);
  });
});
