import { describe, expect, it } from 'vitest';
import { feedMedia } from '../../../../../lambdas/core/article/media/feed-media.ts';
import { atomEntry, itemOf, jsonFeed, rssItem } from '../../../../fakes/feed-documents.ts';

const at = (path: string): string => `https://harbour.example/${path}`;
const audio = (path: string, more: object = {}) => ({ url: at(path), kind: 'audio', type: 'audio/mpeg', ...more });
const film = (path: string, more: object = {}) => ({ url: at(path), kind: 'video', type: 'video/mp4', ...more });
const content = (path: string, type: string, more = ''): string =>
  `<media:content url="/${path}" type="${type}" ${more}/>`;

describe('the media of an item of RSS', () => {
  it.each<[string, string, readonly object[]]>([
    [
      'are the episode with its size and its duration',
      '<enclosure url="/1.mp3" type="audio/mpeg" length="9000000"/><itunes:duration>12:34</itunes:duration>',
      [audio('1.mp3', { bytes: 9_000_000, durationSeconds: 754 })],
    ],
    [
      'are every enclosure',
      '<enclosure url="/1.mp3" type="audio/mpeg"/><enclosure url="/1.pdf" type="application/pdf"/><enclosure url="/2.mp3" type="audio/mpeg"/>',
      [audio('1.mp3'), { url: at('1.pdf'), kind: 'document', type: 'application/pdf' }, audio('2.mp3')],
    ],
    [
      'are documents if an enclosure’s kind is unknown',
      '<enclosure url="/1" type="application/x-bittorrent"/>',
      [{ url: at('1'), kind: 'document', type: 'application/x-bittorrent' }],
    ],
    [
      'are an enclosure whose kind only its name tells',
      '<enclosure url="/1.m4a" type="" length="0"/>',
      [{ url: at('1.m4a'), kind: 'audio' }],
    ],
    [
      'have the transcript and the chapters of an episode',
      '<enclosure url="/1.mp3" type="audio/mpeg"/><podcast:transcript url="/1.vtt" type="text/vtt"/><podcast:chapters url="/1.json" type="application/json+chapters"/>',
      [
        audio('1.mp3'),
        { url: at('1.vtt'), kind: 'transcript', type: 'text/vtt' },
        { url: at('1.json'), kind: 'chapters', type: 'application/json+chapters' },
      ],
    ],
    [
      'have the film of an episode, and no second sound of it',
      '<enclosure url="/1.mp3" type="audio/mpeg"/>' +
        '<podcast:alternateEnclosure type="audio/opus"><podcast:source uri="/1.opus"/></podcast:alternateEnclosure>' +
        '<podcast:alternateEnclosure type="video/mp4" length="7"><podcast:source uri="/1.mp4"/></podcast:alternateEnclosure>' +
        '<podcast:alternateEnclosure type="video/webm"><podcast:source uri="/1.webm"/></podcast:alternateEnclosure>',
      [audio('1.mp3'), film('1.mp4', { bytes: 7 })],
    ],
    [
      'have an alternate if there is no enclosure',
      '<podcast:alternateEnclosure type="audio/mpeg"><podcast:source uri="/1.mp3"/></podcast:alternateEnclosure>',
      [audio('1.mp3')],
    ],
    [
      'are films of Media RSS, each with its title and its credit',
      '<media:content url="/1.mp4" type="video/mp4" duration="90" fileSize="7"><media:title>The quay</media:title><media:credit>Ada Quay</media:credit></media:content>',
      [film('1.mp4', { bytes: 7, durationSeconds: 90, title: 'The quay', credit: 'Ada Quay' })],
    ],
    [
      'are one film of a group: the default',
      `<media:group>${content('1.webm', 'video/webm', 'fileSize="9"')}${content('1.mp4', 'video/mp4', 'isDefault="true"')}</media:group>`,
      [film('1.mp4')],
    ],
    [
      'are one film of a group: the largest if none is the default',
      `<media:group>${content('s.mp4', 'video/mp4', 'fileSize="3"')}${content('l.mp4', 'video/mp4', 'fileSize="9"')}${content('p.jpg', 'image/jpeg')}</media:group>`,
      [film('l.mp4', { bytes: 9 })],
    ],
    [
      'are one film of a group: the first if no size is known',
      `<media:group>${content('a.mp4', 'video/mp4')}${content('b.mp4', 'video/mp4')}</media:group>`,
      [film('a.mp4')],
    ],
    [
      'are the page of a player if there is no file',
      '<media:content medium="video"><media:player url="/player/1"/></media:content>',
      [film('player/1', { type: 'text/html' })],
    ],
    ['are no programs', '<media:content url="/1.exe" medium="executable"/>', []],
    ['are not the item’s single picture', content('1.jpg', 'image/jpeg'), []],
    [
      'are not the item’s single picture in several sizes',
      '<media:content url="/ferry-at-quay-150x80.jpg" medium="image"/><media:content url="/ferry-at-quay-640x360.jpg" medium="image"/><enclosure url="/ferry-at-quay.jpg" type="image/jpeg"/>',
      [],
    ],
    [
      'are the pictures of a gallery',
      '<media:content url="/quay.jpg" medium="image"><media:title>The quay</media:title></media:content><media:content url="/pier.jpg" medium="image"/>',
      [
        { url: at('quay.jpg'), kind: 'image', title: 'The quay' },
        { url: at('pier.jpg'), kind: 'image' },
      ],
    ],
    [
      'are not the portrait of the author beside a picture',
      '<media:content url="/avatar/ada" medium="image"/><media:content url="/quay.jpg" medium="image"/>',
      [],
    ],
    ['are no thumbnails', '<media:thumbnail url="/t.jpg"/>', []],
  ])('%s', async (_, xml, expected) => {
    expect(feedMedia(await rssItem(`<guid>1</guid>${xml}`))).toEqual(expected);
  });
});

it('the media of an entry of Atom are its enclosures', async () => {
  const links = '<link rel="enclosure" href="/1.mp3" type="audio/mpeg" length="7" title="Tides"/>';
  const page = '<link rel="alternate" href="/1"/>';
  expect(feedMedia(await atomEntry(`<id>1</id>${page}${links}`))).toEqual([
    audio('1.mp3', { bytes: 7, title: 'Tides' }),
  ]);
});

describe('the media of an item of a JSON Feed', () => {
  const mediaOf = async (...attachments: object[]) =>
    feedMedia(await itemOf(jsonFeed({ items: [{ id: '1', attachments }] })));
  const mp3 = { url: '/1.mp3', mime_type: 'audio/mpeg', size_in_bytes: 7, duration_in_seconds: 754 };

  it('are its attachments', async () => {
    expect(await mediaOf({ ...mp3, title: 'Tides' }, { url: '/1.pdf', mime_type: 'application/pdf' })).toEqual([
      audio('1.mp3', { bytes: 7, durationSeconds: 754, title: 'Tides' }),
      { url: at('1.pdf'), kind: 'document', type: 'application/pdf' },
    ]);
  });

  it('of one title are one in several forms', async () => {
    const ogg = { url: '/1.ogg', mime_type: 'audio/ogg', title: 'Tides' };
    expect(await mediaOf({ ...mp3, title: 'Tides' }, ogg)).toEqual([
      audio('1.mp3', { bytes: 7, durationSeconds: 754, title: 'Tides' }),
    ]);
  });
});
