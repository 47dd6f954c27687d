import { describe, expect, it } from 'vitest';
import { addedUrlOf, feedIdOf, hostOf, normaliseFeedUrl } from '../../../../../lambdas/core/feed/record/feed-url.ts';

describe('the address of a feed', () => {
  it.each([
    ['a normalised address stays as it is', 'https://harbour.example/rss?a=1', 'https://harbour.example/rss?a=1'],
    ['white space around an address is dropped', '  https://harbour.example/rss\n', 'https://harbour.example/rss'],
    ['an address without a path gets /', 'https://harbour.example', 'https://harbour.example/'],
    ['a host is put into lower case', 'HTTPS://Harbour.Example/RSS', 'https://harbour.example/RSS'],
    ['the scheme’s own port is dropped', 'http://harbour.example:80/rss', 'http://harbour.example/rss'],
    ['another port is kept', 'http://harbour.example:8080/rss', 'http://harbour.example:8080/rss'],
    ['white space before feed: is dropped', ' feed:https://harbour.example/rss', 'https://harbour.example/rss'],
    [
      'a no-break space around an address is dropped',
      '\u00a0https://harbour.example/rss\u00a0',
      'https://harbour.example/rss',
    ],
    ['a fragment is dropped', 'https://harbour.example/rss#top', 'https://harbour.example/rss'],
    ['credentials are dropped', 'https://user:secret@harbour.example/rss', 'https://harbour.example/rss'],
    ['feed:// stands for http://', 'feed://harbour.example/rss', 'http://harbour.example/rss'],
    ['feed: before https is dropped', 'feed:https://harbour.example/rss', 'https://harbour.example/rss'],
    ['feed:// before https is dropped', 'feed://https://harbour.example/rss', 'https://harbour.example/rss'],
    ['feed: before http is dropped', 'FEED:http://harbour.example/rss', 'http://harbour.example/rss'],
    ['FEED:// in capitals stands for http://', 'FEED://harbour.example/rss', 'http://harbour.example/rss'],
    [
      'a feed:// inside of an address is kept',
      'https://harbour.example/?u=feed://a',
      'https://harbour.example/?u=feed://a',
    ],
    [
      'a feed:https: inside of an address is kept',
      'https://harbour.example/?feed:https:',
      'https://harbour.example/?feed:https:',
    ],
    [
      'an address of 1,000 characters is kept',
      `https://harbour.example/${'x'.repeat(976)}`,
      `https://harbour.example/${'x'.repeat(976)}`,
    ],
    ['letters beyond ASCII are escaped', 'https://hafenpost.example/über', 'https://hafenpost.example/%C3%BCber'],
  ])('%s', (_, raw, expected) => {
    expect(normaliseFeedUrl(raw)).toBe(expected);
  });

  it.each([
    '',
    'harbour.example/rss',
    '/rss',
    'ftp://harbour.example/rss',
    'file:///etc/passwd',
    'javascript:1',
    'http://',
    `https://harbour.example/${'x'.repeat(977)}`,
    `https://${'a'.repeat(64)}.example/rss`,
    `https://${'a.'.repeat(130)}example/rss`,
  ])('an address that cannot be polled is refused: "%s"', (raw) => {
    expect(normaliseFeedUrl(raw)).toBeUndefined();
  });
});

it.each([
  ['a host is named without the scheme’s own port', 'https://harbour.example:443/rss', 'harbour.example'],
  ['a host is named with another port', 'https://harbour.example:8443/rss', 'harbour.example:8443'],
])('%s', (_, url, host) => {
  expect(hostOf(url)).toBe(host);
});

it('the address that a feed was added under is its own until it moves', () => {
  expect(addedUrlOf({ url: 'https://a.example/' })).toBe('https://a.example/');
  expect(addedUrlOf({ url: 'https://b.example/', addedUrl: 'https://a.example/' })).toBe('https://a.example/');
});

it('an address has the id under which its feed is stored, and other addresses have others', () => {
  const id = feedIdOf('https://harbour.example/rss');
  expect(id).toBe('fc8a6f2bedce145ffc4c7c01c806a00a');
  expect(feedIdOf('https://harbour.example/rss')).toBe(id);
  expect(feedIdOf('http://harbour.example/rss')).not.toBe(id);
});
