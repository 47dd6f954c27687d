import { describe, expect, it } from 'vitest';
import { rss, story, world } from '../../fakes/poll-world.ts';

describe('guids', () => {
  const at = (guid: string, page: string, text = 'The same words.'): string =>
    `<item><guid>${guid}</guid><link>https://harbour.example/${page}</link><title>${page}</title><description>${text}</description></item>`;

  it('guids that change while their items stay bring no news, and are given up for the URLs', async () => {
    const { poll, guids, state } = world();
    await poll({ body: rss(at('1', 'a'), at('2', 'b')) });
    expect(await poll({ body: rss(at('3', 'a'), at('4', 'b')) })).toMatchObject({
      outcome: 'unchanged',
      detail:
        'A new document without news. Its guids change though its items do not: they are known by their URLs now.',
    });
    expect(state()?.identity).toBe('url');
    expect(await poll({ body: rss(at('5', 'a', 'Edited.'), at('6', 'b')) })).toMatchObject({
      newItems: 0,
      changedItems: 1,
    });
    expect(guids()).toEqual(['1', '2', undefined]);
  });

  it('items with one guid are told apart by their addresses', async () => {
    const { poll } = world();
    expect(await poll({ body: rss(at('1', 'a'), at('1', 'b')) })).toMatchObject({ newItems: 2 });
    expect(await poll({ body: rss(at('1', 'a'), at('1', 'b'), at('1', 'c')) })).toMatchObject({ newItems: 1 });
  });

  it.each([
    ['items with one guid and one address are told apart by their texts', '/status'],
    ['items with one guid and no address are told apart by their texts', ''],
  ])('%s', async (_, path) => {
    const link = path === '' ? '' : `<link>https://harbour.example${path}</link>`;
    const item = (title: string): string => `<item><guid>1</guid>${link}<title>${title}</title></item>`;
    const { poll } = world();
    expect(await poll({ body: rss(item('A'), item('B'), item('C'), item('C')) })).toMatchObject({ newItems: 3 });
    expect(await poll({ body: rss(item('D'), item('A'), item('B'), item('C')) })).toMatchObject({
      newItems: 1,
      changedItems: 0,
    });
  });

  it('an item with a known text and address is new if it was published since the last poll', async () => {
    const brief = (guid: string, day: number): string =>
      at(guid, 'brief').replace('</item>', `<pubDate>Mon, ${day} Nov 2026 09:30:00 GMT</pubDate></item>`);
    const { poll } = world();
    await poll({ body: rss(brief('23', 22)) });
    expect(await poll({ body: rss(brief('24', 23)) })).toMatchObject({ newItems: 1 });
  });

  it('guids that change together with their texts at each poll are given up for the URLs', async () => {
    const { poll, state } = world();
    const body = (round: number) => rss(...['a', 'b'].map((page) => at(`${page}${round}`, page, `${round} comments`)));
    for (const round of [1, 2, 3, 4]) await poll({ body: body(round) });
    expect(state()?.identity).toBe('url');
    expect(await poll({ body: body(5) })).toMatchObject({ newItems: 0, changedItems: 2 });
  });

  it('guids and addresses that move to another scheme or host bring no news', async () => {
    const moved = (origin: string, ...pages: string[]): string =>
      rss(...pages.map((page) => at(`${origin}/${page}`, page))).replaceAll('https://harbour.example', origin);
    const { poll } = world();
    await poll({ body: moved('http://harbour.example', 'a', 'b') });
    expect(await poll({ body: moved('https://harbour.example', 'a', 'b') })).toMatchObject({ newItems: 0 });
    expect(await poll({ body: moved('https://www.harbour.example', 'a', 'b', 'c') })).toMatchObject({ newItems: 1 });
  });
});

describe('a document', () => {
  it('a document that was empty once brings no news when it is whole again', async () => {
    const { poll, state } = world();
    await poll({ body: rss(story('a'), story('b')) });
    expect(await poll({ body: rss() })).toMatchObject({ newItems: 0 });
    expect(await poll({ body: rss(story('c'), story('a'), story('b')) })).toMatchObject({ newItems: 1 });
    expect(state()?.gaps).toBeUndefined();
  });

  it('a second item at an address is new if items have no guids', async () => {
    const live = (title: string): string =>
      `<item><link>https://harbour.example/live</link><title>${title}</title></item>`;
    const { poll, state } = world();
    await poll({ body: rss(live('A')) });
    expect(await poll({ body: rss(live('B'), live('A')) })).toMatchObject({ newItems: 1 });
    expect(state()?.gaps).toBeUndefined();
  });
});

describe('a document that shares nothing with the last one', () => {
  it('a document that shares no item with the last is recorded as a possible gap, and shortens the interval', async () => {
    const { poll, state } = world();
    await poll({ body: rss(story('a'), story('b')) });
    expect(await poll({ body: rss(story('c'), story('d')) })).toMatchObject({
      detail: '2 new and 0 changed of 2 items. None of them was there last time: some may have been missed in between.',
    });
    expect(state()?.gaps).toEqual([{ after: '2026-11-23T09:00:00.000Z', before: '2026-11-23T10:00:00.000Z' }]);
    expect(state()?.intervalMinutes).toBe(7.5);
  });
});
