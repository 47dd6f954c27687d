import { describe, expect, it } from 'vitest';
import { rssItem } from '../../../../fakes/feed-documents.ts';

const at = (path: string): string => `https://harbour.example/${path}`;
const content = (url: string) => ({ url: at(url), kind: 'content' });
const thumbnail = (url: string) => ({ url: at(url), kind: 'thumbnail' });

describe('the media of an item', () => {
  it.each([
    [
      'have a type, a medium and a credit',
      '<media:content url="/a" type="video/mp4" medium="video"><media:credit> </media:credit><media:credit>Ada</media:credit></media:content>',
      [{ ...content('a'), type: 'video/mp4', medium: 'video', credit: 'Ada' }],
    ],
    [
      'have a size, a duration and a title',
      '<media:content url="/a" fileSize="7" duration="61"><media:title type="plain">High &amp; dry</media:title></media:content>',
      [{ ...content('a'), length: 7, durationSeconds: 61, title: 'High & dry' }],
    ],
    [
      'are of one number in a group, and have the title and the credit of the group',
      '<media:group><media:title>Tides</media:title><media:credit>Ada</media:credit><media:content url="/a" isDefault="true"/>' +
        '<media:content url="/b"><media:title>Ebb</media:title></media:content></media:group>',
      [
        { ...content('a'), credit: 'Ada', title: 'Tides', group: 0, isDefault: true },
        { ...content('b'), credit: 'Ada', title: 'Ebb', group: 0 },
      ],
    ],
    [
      'are the page of a player if there is no file',
      '<media:content medium="video" duration="9"><media:player url="/player/1"/></media:content>',
      [{ ...content('player/1'), type: 'text/html', medium: 'video', durationSeconds: 9 }],
    ],
    ['may have an href', '<media:content href="/a"/>', [content('a')]],
    ['may have an address as text', '<media:thumbnail>/a</media:thumbnail>', [thumbnail('a')]],
    [
      'stand alone before those in groups',
      '<media:group><media:content url="/a"/></media:group><media:content url="/b"/>',
      [content('b'), content('a')],
    ],
    [
      'have thumbnails behind contents',
      '<media:thumbnail url="/a"/><media:content url="/b"/>',
      [content('b'), thumbnail('a')],
    ],
    ['have thumbnails in groups', '<media:group><media:thumbnail url="/a"/></media:group>', [thumbnail('a')]],
    [
      'have thumbnails in contents',
      '<media:content url="/a"><media:thumbnail url="/b"/></media:content>',
      [content('a'), thumbnail('b')],
    ],
    [
      'have thumbnails in contents of groups',
      '<media:group><media:content url="/a"><media:thumbnail url="/b"/></media:content></media:group>',
      [content('a'), thumbnail('b')],
    ],
    ['are each address once', '<media:content url="/a"/><media:content url="/a" type="x"/>', [content('a')]],
    ['are absent without an address', '<media:content type="video/mp4"/>', undefined],
  ])('%s', async (_, xml, expected) => {
    expect((await rssItem(`<guid>1</guid>${xml}`)).media).toEqual(expected);
  });

  it('have texts of bounded lengths', async () => {
    const long = 'x'.repeat(300);
    const { media } = await rssItem(
      `<media:content url="/a" type="${long}" medium="${long}"><media:credit>${long}</media:credit></media:content>`,
    );
    expect(media?.map(({ type, medium, credit }) => [type?.length, medium?.length, credit?.length])).toEqual([
      [100, 100, 201],
    ]);
  });
});

describe('the picture of an item', () => {
  it.each([
    [
      'is a content of the medium image',
      '<media:content url="/v" medium="video"/><media:content url="/a" medium="image"/>',
      'a',
    ],
    [
      'is a content of an image’s type',
      '<media:content url="/v" type="video/mp4"/><media:content url="/a" type="image/png"/>',
      'a',
    ],
    ['is a content before a thumbnail', '<media:thumbnail url="/t"/><media:content url="/a" medium="image"/>', 'a'],
    ['is a thumbnail before an enclosure', '<enclosure url="/e" type="image/png"/><media:thumbnail url="/a"/>', 'a'],
    ['is a thumbnail rather than a film', '<media:content url="/v" medium="video"/><media:thumbnail url="/a"/>', 'a'],
    [
      'is an enclosure of an image’s type',
      '<enclosure url="/v" type="audio/mpeg"/><enclosure url="/a" type="image/png"/>',
      'a',
    ],
    [
      'is an enclosure before the picture of iTunes',
      '<itunes:image href="/i"/><enclosure url="/a" type="image/png"/>',
      'a',
    ],
    ['is the picture of iTunes', '<itunes:image href="/a"/>', 'a'],
    ['is the picture of iTunes as text', '<itunes:image>/a</itunes:image>', 'a'],
    ['is the picture of iTunes before an image', '<image>/i</image><itunes:image href="/a"/>', 'a'],
    ['is an image’s address', '<image><url>/a</url></image>', 'a'],
    ['is an image as text', '<image>/a</image>', 'a'],
  ])('%s', async (_, xml, expected) => {
    expect((await rssItem(`<guid>1</guid>${xml}`)).imageUrl).toBe(at(expected));
  });

  it.each([
    ['only a film', '<media:content url="/v" medium="video" type="video/mp4"/>'],
    ['only a film whose type ends like an image', '<media:content url="/v" type="video/image/"/>'],
    ['only sound', '<enclosure url="/v" type="audio/mpeg"/>'],
    ['a picture without a web address', '<itunes:image href="data:image/png;base64,AA"/>'],
    ['nothing', ''],
  ])('is absent if the item has %s', async (_, xml) => {
    expect((await rssItem(`<guid>1</guid>${xml}`)).imageUrl).toBeUndefined();
  });
});
