import { expect, it } from 'vitest';
import { isElsewhere, isSameSite, siteOf, speakerOf, speaksFor } from '../../../../lambdas/core/web/site.ts';

it.each([
  ['https://www.harbour.example/1', 'harbour.example'],
  ['https://m.sport.harbour.example/1', 'harbour.example'],
  ['https://news.harbour.co.uk/1', 'harbour.co.uk'],
  ['https://harbour.com.au', 'harbour.com.au'],
  ['https://co.uk.example/1', 'uk.example'],
  ['https://harbour.example./1', 'harbour.example'],
  ['https://ferry.substack.com/p/1', 'ferry.substack.com'],
  ['https://www.ferry.wordpress.com/1', 'ferry.wordpress.com'],
  ['https://ferry.blogspot.com/1', 'ferry.blogspot.com'],
  ['https://ferry.blogspot.co.uk/1', 'ferry.blogspot.co.uk'],
  ['https://ferry.github.io/harbour/1', 'ferry.github.io'],
  ['https://a.bearblog.dev/1', 'a.bearblog.dev'],
  ['https://a.tumblr.com/1', 'a.tumblr.com'],
  ['https://a.hatenablog.com/1', 'a.hatenablog.com'],
  ['https://a.weebly.com/1', 'a.weebly.com'],
  ['https://a.neocities.org/1', 'a.neocities.org'],
  ['https://a.gitlab.io/1', 'a.gitlab.io'],
  ['https://a.herokuapp.com/1', 'a.herokuapp.com'],
  ['https://a.uk.com/1', 'a.uk.com'],
  ['https://ferry.notblogspot.com/1', 'notblogspot.com'],
  ['https://blogspot.harbour.example/1', 'harbour.example'],
  ['https://news.harbour.ac.uk/1', 'harbour.ac.uk'],
  ['https://news.harbour.edu.au/1', 'harbour.edu.au'],
  ['https://news.harbour.co.example/1', 'co.example'],
  ['https://news.x9.example/1', 'x9.example'],
  ['https://news.1.example/1', '1.example'],
  ['https://substack.com/home', 'substack.com'],
  ['http://192.0.2.7:8080/1', '192.0.2.7'],
  ['http://[2001:db8::1]/1', '[2001:db8::1]'],
  ['http://localhost/1', 'localhost'],
  ['no address', undefined],
  [undefined, undefined],
])('the site of %s is %s', (url, site) => {
  expect(siteOf(url)).toBe(site);
});

it.each<[string, string | undefined, string | undefined, boolean]>([
  ['one host is one site', 'https://harbour.example/rss', 'https://harbour.example/1', true],
  ['http and https are one site', 'http://harbour.example/rss', 'https://harbour.example/1', true],
  ['a host with and without www. is one site', 'https://www.harbour.co.uk/rss', 'https://harbour.co.uk/1', true],
  [
    'a host with a dot at its end is one site with the host',
    'https://harbour.example./rss',
    'https://harbour.example/1',
    true,
  ],
  ['a host in capitals is one site with the host', 'https://HARBOUR.example/rss', 'https://harbour.example/1', true],
  [
    'a name below a host is one site with the host',
    'https://rss.harbour.example/1',
    'https://www.harbour.example/1',
    true,
  ],
  [
    'a name far below a host is one site with the host',
    'https://a.b.harbour.com.au/1',
    'https://harbour.com.au/1',
    true,
  ],
  [
    'two names below a host may be two registrants',
    'https://evil.harbour.example/1',
    'https://news.harbour.example/1',
    false,
  ],
  ['two names below co.uk are two sites', 'https://evil.co.uk/rss', 'https://harbour.co.uk/1', false],
  ['a name below co.uk is not co.uk', 'https://evil.co.uk/rss', 'https://www.co.uk/1', false],
  ['two names below com.au are two sites', 'https://evil.com.au/rss', 'https://harbour.com.au/1', false],
  ['two users of github.io are two sites', 'https://evil.github.io/rss', 'https://harbour.github.io/1', false],
  ['a user of github.io is not github.io', 'https://evil.github.io/rss', 'https://github.io/1', false],
  ['two blogs at blogspot are two sites', 'https://evil.blogspot.com/rss', 'https://harbour.blogspot.com/1', false],
  [
    'one blog at two blogspots is two sites',
    'https://harbour.blogspot.com/rss',
    'https://harbour.blogspot.de/1',
    false,
  ],
  ['two blogs at substack are two sites', 'https://evil.substack.com/feed', 'https://harbour.substack.com/p/1', false],
  ['a blog at substack is not substack', 'https://evil.substack.com/feed', 'https://substack.com/home/p-1', false],
  [
    'two blogs at wordpress.com are two sites',
    'https://evil.wordpress.com/feed',
    'https://harbour.wordpress.com/1',
    false,
  ],
  ['two hosts with one end are two sites', 'https://evilharbour.example/rss', 'https://harbour.example/1', false],
  ['a top-level name is no site of the names below it', 'https://harbour.example/rss', 'https://example/1', false],
  [
    'a host that strangers share is nobody’s',
    'https://feeds.feedburner.com/a',
    'https://feeds.feedburner.com/b',
    false,
  ],
  ['a host of pages that strangers share is nobody’s', 'https://sites.google.com/a', 'https://google.com/1', false],
  ['two ports are two sites', 'https://harbour.example:8443/rss', 'https://harbour.example/1', false],
  ['the scheme’s own port is no other port', 'https://harbour.example:443/rss', 'http://harbour.example:80/1', true],
  ['one port is one site', 'http://www.harbour.example:81/rss', 'http://harbour.example:81/1', true],
  ['a user in an address is no site', 'https://harbour.example@evil.example/rss', 'https://harbour.example/1', false],
  ['a name that looks alike is another', 'https://hаrbour.example/rss', 'https://harbour.example/1', false],
  ['two names of one IP address range are two sites', 'http://192.0.2.7/rss', 'http://1.192.0.2/1', false],
  ['text that is no address is no site', 'harbour.example', 'harbour.example', false],
  ['a missing address is no site', undefined, undefined, false],
])('%s', (_, one, other, expected) => {
  expect([isSameSite(one, other), isSameSite(other, one)]).toEqual([expected, expected]);
});

it.each([
  ['a feed speaks for its host', 'https://www.feeds.example/rss', 'https://feeds.example/1', true],
  ['a feed of a user speaks for that user', 'https://uni.example/~ada/rss', 'https://uni.example/~ada/1', true],
  [
    'a feed of a user doesn’t speak for another user',
    'https://uni.example/~eve/rss',
    'https://uni.example/~ada/1',
    false,
  ],
  ['a feed of a user doesn’t speak for the host', 'https://uni.example/~eve/rss', 'https://uni.example/news/1', false],
  ...['/%7Eeve/rss', '/%7eeve/rss', '//~eve/rss', '/@eve/rss', '/@eve.rss', '/feed/@eve', '/%40eve/rss'].flatMap(
    (path): [string, string, string, boolean][] => [
      [
        `a feed at ${path} doesn’t speak for the host`,
        `https://uni.example${path}`,
        'https://uni.example/news/1',
        false,
      ],
      [`a feed at ${path} doesn’t speak for ~ada`, `https://uni.example${path}`, 'https://uni.example/~ada/1', false],
      [`a feed at ${path} doesn’t speak for @ada`, `https://uni.example${path}`, 'https://uni.example/@ada/1', false],
    ],
  ),
  ['a feed at /%7Eada speaks for ~ada', 'https://uni.example/%7Eada/rss', 'https://uni.example/~ada/1', true],
  ['a feed at /feed/@ada speaks for @ada', 'https://uni.example/feed/@ada', 'https://uni.example/@ada/1', true],
  ['a feed at /@ada.rss speaks for @ada', 'https://uni.example/@ada.rss', 'https://uni.example/@ada/1', true],
  ['a feed of a host speaks for its users', 'https://uni.example/rss', 'https://uni.example/~ada/1', true],
  ['text that is no address speaks for nobody', '', 'https://uni.example/1', false],
])('%s', (_, feed, address, expected) => {
  expect(speaksFor(feed, address)).toBe(expected);
});

it.each([
  ['https://www.harbour.example/rss', 'harbour.example/'],
  ['http://harbour.example:81/sport/rss', 'harbour.example:81/'],
  ['https://uni.example/~ada/rss', 'uni.example/~ada'],
  ['https://feeds.feedburner.com/harbour', undefined],
  ['', undefined],
])('the name of who speaks in %s is %s', (feed, speaker) => {
  expect(speakerOf(feed)).toBe(speaker);
});

it.each([
  ['an address below the host is not elsewhere', 'https://m.harbour.example/1', false],
  ['an address on another site is elsewhere', 'https://valley.example/1', true],
])('%s', (_, address, expected) => {
  expect(isElsewhere(address, 'https://harbour.example/1')).toBe(expected);
});

it('an address on the same host is not elsewhere, although strangers share the host', () => {
  expect(isElsewhere('https://sites.google.com/a', 'https://sites.google.com/b')).toBe(false);
});
