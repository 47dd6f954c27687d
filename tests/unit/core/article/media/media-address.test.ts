import { describe, expect, it } from 'vitest';
import { fileKey, isSamePicture } from '../../../../../lambdas/core/article/media/media-address.ts';
import { kindOf } from '../../../../../lambdas/core/article/media/media-kind.ts';

const CDN = 'https://cdn.harbour.example/shows/tides/12.mp3';

describe('two addresses of a file are one', () => {
  it.each([
    ['behind a counter of downloads', 'https://count.example/redirect.mp3/cdn.harbour.example/shows/tides/12.mp3'],
    ['behind several counters', 'https://a.example/e/b.example/track/X1/cdn.harbour.example/shows/tides/12.mp3'],
    ['behind a counter that names the scheme', 'https://a.example/x/https://cdn.harbour.example/shows/tides/12.mp3'],
    ['with the query of another place', 'https://cdn.harbour.example/shows/tides/12.mp3?source=feed'],
    ['over http', 'http://cdn.harbour.example/shows/tides/12.mp3'],
    ['on the same host with www', 'https://www.cdn.harbour.example/shows/tides/12.mp3'],
  ])('%s', (_, address) => {
    expect(fileKey(address, 'audio')).toBe(fileKey(CDN, 'audio'));
  });

  it.each([
    ['under another name', 'https://cdn.harbour.example/shows/tides/13.mp3'],
    ['in another folder', 'https://cdn.harbour.example/shows/ebb/12.mp3'],
    ['on another host', 'https://cdn.valley.example/shows/tides/12.mp3'],
  ])('but not %s', (_, address) => {
    expect(fileKey(address, 'audio')).not.toBe(fileKey(CDN, 'audio'));
  });

  it('but not if a script gives them by a number in the query', () => {
    const [one, other] = ['1', '2'].map((id) => fileKey(`https://cdn.example/download?id=${id}`, 'audio'));
    expect(one).not.toBe(other);
  });
});

describe('two addresses are of one picture', () => {
  it.each([
    ['in another size by its name', '/i/ferry-at-quay-150x80.jpg', '/i/ferry-at-quay.jpg'],
    ['in another size by its folder', '/1200x630/ferry_at_quay.jpg', '/640x360/ferry_at_quay.jpg'],
    ['in another size by the query', '/i/7.jpg?width=140', '/i/7.jpg?width=700'],
    ['in another format', '/i/ferry-at-quay.webp', '/i/ferry-at-quay.jpg'],
    ['with the number of one picture', '/cuts/48151623_wide.jpg', '/cuts/square_48151623.jpg'],
  ])('%s', (_, one, other) => {
    expect(isSamePicture(`https://i.example${one}`, `https://i.example${other}`)).toBe(true);
  });

  it.each([
    ['under a short name in another folder', '/a/1.jpg', '/b/1.jpg'],
    ['under another name', '/i/ferry-at-quay.jpg', '/i/ferry-at-sea-.jpg'],
    ['under another number of the same day', '/i/p1.20261123.77.jpg', '/i/p1.20261123.78.jpg'],
    ['by a number in the query of a script', '/picture?id=1', '/picture?id=2'],
  ])('but not %s', (_, one, other) => {
    expect(isSamePicture(`https://i.example${one}`, `https://i.example${other}`)).toBe(false);
  });
});

describe('the kind of a file', () => {
  it.each([
    ['is the medium that the publisher names', { medium: 'Video', type: 'audio/mpeg' }, 'video'],
    ['is its type if the medium is unknown', { medium: 'executable', type: 'audio/mpeg' }, 'audio'],
    ['may be a list of a stream’s parts', { type: 'application/x-mpegURL' }, 'video'],
    [
      'may be a document',
      { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
      'document',
    ],
    ['may be subtitles', { type: 'text/vtt' }, 'transcript'],
    [
      'is that of its name if the type tells nothing',
      { type: 'application/octet-stream', url: 'https://a.example/a.MP3?x=1' },
      'audio',
    ],
    ['is unknown if nothing tells', { type: 'application/x-bittorrent' }, undefined],
    ['is unknown for a name like a property of objects', { url: 'https://a.example/a.toString' }, undefined],
  ])('%s', (_, file, expected) => {
    expect(kindOf({ url: 'https://a.example/a', ...file })).toBe(expected);
  });
});
