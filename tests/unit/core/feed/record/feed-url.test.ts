import { describe, expect, it } from 'vitest';
import { feedIdOf, normaliseFeedUrl } from '../../../../../lambdas/core/feed/record/feed-url.ts';

describe('the address of a feed', () => {
  it.each([
    ['stays as it is', 'https://harbour.example/rss?a=1', 'https://harbour.example/rss?a=1'],
    ['loses white space around it', '  https://harbour.example/rss\n', 'https://harbour.example/rss'],
    ['gets a path', 'https://harbour.example', 'https://harbour.example/'],
    ['has its host in lower case', 'HTTPS://Harbour.Example/RSS', 'https://harbour.example/RSS'],
    ['loses a port that says nothing', 'http://harbour.example:80/rss', 'http://harbour.example/rss'],
    ['keeps a port that says something', 'http://harbour.example:8080/rss', 'http://harbour.example:8080/rss'],
    ['loses its fragment', 'https://harbour.example/rss#top', 'https://harbour.example/rss'],
    ['loses credentials', 'https://user:secret@harbour.example/rss', 'https://harbour.example/rss'],
    ['may say feed instead of http', 'feed://harbour.example/rss', 'http://harbour.example/rss'],
    ['may say feed before https', 'feed:https://harbour.example/rss', 'https://harbour.example/rss'],
    ['may say feed:// before https', 'feed://https://harbour.example/rss', 'https://harbour.example/rss'],
    ['may be international', 'https://hafenpost.example/über', 'https://hafenpost.example/%C3%BCber'],
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
  ])('is not "%s"', (raw) => {
    expect(normaliseFeedUrl(raw)).toBeUndefined();
  });
});

it('a feed has one id, different from that of every other address', () => {
  const id = feedIdOf('https://harbour.example/rss');
  expect(id).toMatch(/^[\da-f]{32}$/);
  expect(feedIdOf('https://harbour.example/rss')).toBe(id);
  expect(feedIdOf('http://harbour.example/rss')).not.toBe(id);
});
