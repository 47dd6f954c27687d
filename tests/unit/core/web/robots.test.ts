import { describe, expect, it } from 'vitest';
import { isAllowed, NO_RULES, parseRobots, readablePart } from '../../../../lambdas/core/web/robots.ts';
import { heapKeptBy } from '../../../fakes/heap.ts';

const allows = (robots: string, path: string): boolean =>
  isAllowed(parseRobots(robots, 'Wireroom'), `https://harbour.example${path}`);

describe('a robots.txt', () => {
  it.each<[string, string, string, boolean]>([
    ['an empty robots.txt allows all', '', '/news/1', true],
    ['an HTML page in place of a robots.txt allows all', '<!doctype html>\n<title>Not found</title>', '/news/1', true],
    ['a rule disallows paths that begin with its path', 'User-agent: *\nDisallow: /private', '/private/1', false],
    ['a rule without a group before it is ignored', 'Disallow: /news', '/news/1', true],
    ['a rule says nothing of other paths', 'User-agent: *\nDisallow: /private', '/news/1', true],
    ['an empty rule disallows nothing', 'User-agent: *\nDisallow:', '/news/1', true],
    ['a rule for / disallows all', 'User-agent: *\nDisallow: /', '/news/1', false],
    ['a rule covers queries too', 'User-agent: *\nDisallow: /*?print=', '/news/1?print=1', false],
    ['the longest rule decides', 'User-agent: *\nDisallow: /news\nAllow: /news/open', '/news/open/1', true],
    [
      'the longest rule decides in either order',
      'User-agent: *\nAllow: /news/open\nDisallow: /news',
      '/news/open/1',
      true,
    ],
    ['allow decides if two rules are as long', 'User-agent: *\nDisallow: /news\nAllow: /news', '/news', true],
    ['* stands for any text', 'User-agent: *\nDisallow: /*/print/*.html', '/news/print/1.html', false],
    ['$ stands for the end of the path', 'User-agent: *\nDisallow: /*.pdf$', '/a/b.pdf', false],
    [
      'a rule that ends with $ says nothing of longer paths',
      'User-agent: *\nDisallow: /*.pdf$',
      '/a/b.pdf?download',
      true,
    ],
    ['a rule with $ and without * means the whole path', 'User-agent: *\nDisallow: /news$', '/news/1', true],
    ['a rule with $ finds the last of several endings', 'User-agent: *\nDisallow: /*ab$', '/abab', false],
    [
      'a rule is the same however its letters are escaped',
      'User-agent: *\nDisallow: /%7Ejo/caf%c3%a9',
      '/~jo/café',
      false,
    ],
    ['an escaped slash is no slash', 'User-agent: *\nDisallow: /a%2Fb', '/a/b', true],
    ['lines may end with CR, LF or both', 'User-agent: *\r\nDisallow: /a\rDisallow: /b', '/b', false],
    ['a part between stars is found behind the part before', 'User-agent: *\nDisallow: /*b*a$', '/ab', true],
    ['a star may stand for nothing', 'User-agent: *\nDisallow: /a*b', '/ab', false],
    ['an end that overlaps the part before it does not match', 'User-agent: *\nDisallow: /ab*ba$', '/aba', true],
    ['an end that touches the part before it matches', 'User-agent: *\nDisallow: /ab*ba$', '/abba', false],
    ['the path before a star counts', 'User-agent: *\nDisallow: /a*b', '/xa/b', true],
    [
      'a shorter rule behind a longer rule does not decide',
      'User-agent: *\nDisallow: /news/open\nAllow: /news',
      '/news/open/1',
      false,
    ],
    [
      'a disallow behind an allow of the same length does not decide',
      'User-agent: *\nAllow: /news\nDisallow: /news',
      '/news',
      true,
    ],
    ['percent codes in other letters are the same', 'User-agent: *\nDisallow: /a%c3', '/a%C3/1', false],
    ['unreserved characters may be escaped', 'User-agent: *\nDisallow: /%61%2Eb%5F%2D', '/a.b_-', false],
    ['a line without a colon is ignored', 'User-agent: *\nDisallow /a\nDisallow: /b', '/a', true],
    ['comments and spaces are ignored', ' user-agent : * # all\n DISALLOW : /a # no', '/a', false],
    ['a byte order mark is ignored', '\uFEFFUser-agent: *\nDisallow: /a', '/a', false],
  ])('%s', (_, robots, path, expected) => {
    expect(allows(robots, path)).toBe(expected);
  });
});

describe('the group that counts', () => {
  it.each<[string, string, boolean]>([
    [
      'the group that names us goes before that for all robots',
      'User-agent: *\nDisallow: /\n\nUser-agent: wireroom\nDisallow: /b',
      true,
    ],
    ['a group may name us with a version', 'User-agent: Wireroom/0.1\nDisallow: /a', false],
    ['a group for a robot with a longer name is not ours', 'User-agent: Wireroomish\nDisallow: /a', true],
    [
      'a group for us goes on behind one for all robots with the same rules',
      'User-agent: *\nUser-agent: Wireroom\nDisallow: /a',
      false,
    ],
    ['a group is not ours if its name has ours behind another word', 'User-agent: My-Wireroom\nDisallow: /a', true],
    ['an empty name is not ours', 'User-agent:\nDisallow: /a', true],
    [
      'a crawl delay ends the names of a group',
      'User-agent: Wireroom\nCrawl-delay: 1\nUser-agent: Other\nDisallow: /a',
      true,
    ],
    [
      'an allow rule ends the names of a group',
      'User-agent: Wireroom\nAllow: /b\nUser-agent: Other\nDisallow: /a',
      true,
    ],
    ['a group may have several names, ours first', 'User-agent: Wireroom\nUser-agent: Other\nDisallow: /a', false],
    ['a group may have several names', 'User-agent: Other\nUser-agent: Wireroom\nDisallow: /a', false],
    [
      'our group may stand in two places',
      'User-agent: Wireroom\nDisallow: /b\nUser-agent: x\nDisallow: /\nUser-agent: Wireroom\nDisallow: /a',
      false,
    ],
    ['our group without rules allows all', 'User-agent: *\nDisallow: /\nUser-agent: Wireroom\nDisallow:', true],
    [
      'a group ends where the next group begins',
      'User-agent: Wireroom\nAllow: /\nUser-agent: Other\nDisallow: /a',
      true,
    ],
    ['a group goes on behind unknown lines', 'User-agent: Wireroom\nNoindex: /x\nDisallow: /a', false],
  ])('%s', (_, robots, expected) => {
    expect(allows(robots, '/a')).toBe(expected);
  });
});

describe('the pace', () => {
  it.each<[string, string, number | undefined]>([
    [
      'the crawl delay is read from our group',
      'User-agent: *\nCrawl-delay: 20\nUser-agent: Wireroom\nCrawl-delay: 2.5',
      2.5,
    ],
    [
      'the crawl delay of a group goes before that for all robots',
      'User-agent: Wireroom\nCrawl-delay: 3\nUser-agent: *\nCrawl-delay: 9',
      3,
    ],
    [
      'a crawl delay may have six digits before and behind its point',
      'User-agent: *\nCrawl-delay: 123456.123456',
      123456.123456,
    ],
    ['a crawl delay of seven digits is ignored', 'User-agent: *\nCrawl-delay: 1234567', undefined],
    ['a crawl delay with a unit is ignored', 'User-agent: *\nCrawl-delay: 5 s', undefined],
    ['a crawl delay with a sign is ignored', 'User-agent: *\nCrawl-delay: -5', undefined],
    ['a crawl delay that is no number is ignored', 'User-agent: *\nCrawl-delay: slow', undefined],
  ])('%s', (_, robots, expected) => {
    expect(parseRobots(robots, 'Wireroom').crawlDelaySeconds).toBe(expected);
  });
});

describe('a hostile robots.txt', () => {
  it('a robots.txt of many names and many rules is read in linear time, to its last rule', () => {
    const robots = `${'User-agent: *\n'.repeat(15_000)}${'Disallow: /x\n'.repeat(20_000)}Disallow: /a`;
    expect(parseRobots(robots, 'Wireroom').rules).toHaveLength(20_001);
    expect(allows(robots, '/a')).toBe(false);
  });

  it('the rules of a robot do not keep the rules of other robots in memory', async () => {
    const others = `User-agent: Other\n${'Disallow: /other\n'.repeat(60_000)}`;
    const rulesOf = (host: number) =>
      parseRobots(`${others}User-agent: *\nDisallow: /private/archive/of/${host}\n`, 'Wireroom').rules;
    const kept = await heapKeptBy(() => Array.from({ length: 60 }, (_, host) => rulesOf(host)));
    expect(kept).toBeLessThan(5_000_000);
  });

  it('a rule of stars is matched in linear time', () => {
    const robots = `User-agent: *\nDisallow: /${'*a'.repeat(200_000)}b`;
    expect(allows(robots, `/${'a'.repeat(2_000)}`)).toBe(true);
  });

  it.each([
    ['4,000 rules with stars are matched against a path of 2,000 characters', 4_000, true],
    ['a page is forbidden if 50,000 rules with stars would search a path of 2,000 characters', 50_000, false],
  ])('%s', (_, rules, expected) => {
    const robots = `User-agent: *\n${'Allow:*ab\n'.repeat(rules)}`;
    expect(allows(robots, `/${'a'.repeat(2_000)}`)).toBe(expected);
  });

  it.each([
    ['a robots.txt of 500 KiB is read as a whole', '\n'.repeat(500 * 1024), 500 * 1024],
    ['a robots.txt over 500 KiB is read to its last whole line', `${'12345678\n'.repeat(60_000)}`, 511_992],
    ['a robots.txt over 500 KiB that has no lines is cut', 'x'.repeat(600_000), 500 * 1024],
  ])('%s', (_, robots, expected) => {
    expect(readablePart(Buffer.from(robots))).toHaveLength(expected);
  });
});

it('a missing robots.txt allows all', () => {
  expect(isAllowed(NO_RULES, 'https://harbour.example/a')).toBe(true);
});
