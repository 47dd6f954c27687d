import { describe, expect, it } from 'vitest';
import { isAllowed, NO_RULES, parseRobots } from '../../../../lambdas/core/web/robots.ts';

const allows = (robots: string, path: string): boolean =>
  isAllowed(parseRobots(robots, 'Wireroom'), `https://harbour.example${path}`);

describe('a robots.txt', () => {
  it.each<[string, string, string, boolean]>([
    ['without a word allows all', '', '/news/1', true],
    ['that is an HTML page allows all', '<!doctype html>\n<title>Not found</title>', '/news/1', true],
    ['disallows what begins with a path', 'User-agent: *\nDisallow: /private', '/private/1', false],
    ['says nothing of other paths', 'User-agent: *\nDisallow: /private', '/news/1', true],
    ['with an empty rule disallows nothing', 'User-agent: *\nDisallow:', '/news/1', true],
    ['that disallows / disallows all', 'User-agent: *\nDisallow: /', '/news/1', false],
    ['speaks of queries too', 'User-agent: *\nDisallow: /*?print=', '/news/1?print=1', false],
    ['decides by the longest rule', 'User-agent: *\nDisallow: /news\nAllow: /news/open', '/news/open/1', true],
    ['decides so in either order', 'User-agent: *\nAllow: /news/open\nDisallow: /news', '/news/open/1', true],
    ['allows where two rules are as long', 'User-agent: *\nDisallow: /news\nAllow: /news', '/news', true],
    ['knows * inside', 'User-agent: *\nDisallow: /*/print/*.html', '/news/print/1.html', false],
    ['knows $ at the end', 'User-agent: *\nDisallow: /*.pdf$', '/a/b.pdf', false],
    ['means the end by $', 'User-agent: *\nDisallow: /*.pdf$', '/a/b.pdf?download', true],
    ['means the whole path by $ without *', 'User-agent: *\nDisallow: /news$', '/news/1', true],
    ['finds the last of several endings', 'User-agent: *\nDisallow: /*ab$', '/abab', false],
    ['is the same however a letter is escaped', 'User-agent: *\nDisallow: /%7Ejo/caf%c3%a9', '/~jo/café', false],
    ['keeps reserved characters escaped', 'User-agent: *\nDisallow: /a%2Fb', '/a/b', true],
    ['may end its lines as it likes', 'User-agent: *\r\nDisallow: /a\rDisallow: /b', '/b', false],
    ['may have comments and odd spaces', ' user-agent : * # all\n DISALLOW : /a # no', '/a', false],
    ['may begin with a byte order mark', '\uFEFFUser-agent: *\nDisallow: /a', '/a', false],
  ])('%s', (_, robots, path, expected) => {
    expect(allows(robots, path)).toBe(expected);
  });
});

describe('the group that counts', () => {
  it.each<[string, string, boolean]>([
    ['is the one that names us', 'User-agent: *\nDisallow: /\n\nUser-agent: wireroom\nDisallow: /b', true],
    ['is the one that names us with a version', 'User-agent: Wireroom/0.1\nDisallow: /a', false],
    ['is not one that names another robot', 'User-agent: Wireroomish\nDisallow: /a', true],
    ['may have several names', 'User-agent: Other\nUser-agent: Wireroom\nDisallow: /a', false],
    [
      'may stand in two places',
      'User-agent: Wireroom\nDisallow: /b\nUser-agent: x\nDisallow: /\nUser-agent: Wireroom\nDisallow: /a',
      false,
    ],
    ['may say nothing, and then all is allowed', 'User-agent: *\nDisallow: /\nUser-agent: Wireroom\nDisallow:', true],
    ['ends where the next one begins', 'User-agent: Wireroom\nAllow: /\nUser-agent: Other\nDisallow: /a', true],
    ['goes on past lines that mean nothing to us', 'User-agent: Wireroom\nNoindex: /x\nDisallow: /a', false],
  ])('%s', (_, robots, expected) => {
    expect(allows(robots, '/a')).toBe(expected);
  });
});

describe('the pace', () => {
  it.each<[string, string, number | undefined]>([
    ['is that of our group', 'User-agent: *\nCrawl-delay: 20\nUser-agent: Wireroom\nCrawl-delay: 2.5', 2.5],
    ['is nothing that is no number', 'User-agent: *\nCrawl-delay: slow', undefined],
  ])('%s', (_, robots, expected) => {
    expect(parseRobots(robots, 'Wireroom').crawlDelaySeconds).toBe(expected);
  });
});

describe('a hostile robots.txt', () => {
  it('of many names and many rules is read once, not once a name', () => {
    const robots = 'User-agent: *\n'.repeat(15_000) + 'Disallow: /x\n'.repeat(15_000);
    expect(parseRobots(robots, 'Wireroom').rules).toHaveLength(5_000);
  });

  it('of nothing but stars is matched in no time', () => {
    const robots = `User-agent: *\nDisallow: /${'*a'.repeat(200_000)}b`;
    expect(allows(robots, `/${'a'.repeat(2_000)}`)).toBe(true);
  });

  it('is read to 500 KiB', () => {
    expect(allows(`User-agent: *\n${'#\n'.repeat(256 * 1024)}Disallow: /a`, '/a')).toBe(true);
  });
});

it('no robots.txt allows all', () => {
  expect(isAllowed(NO_RULES, 'https://harbour.example/a')).toBe(true);
});
