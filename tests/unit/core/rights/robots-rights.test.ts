import { describe, expect, it } from 'vitest';
import type { ArticleRights } from '../../../../lambdas/core/rights/rights.ts';
import { robotsRights } from '../../../../lambdas/core/rights/robots-rights.ts';
import { isAllowed, parseRobots } from '../../../../lambdas/core/web/robots.ts';

const no = 'disallowed';
const yes = 'allowed';
const PAGE = 'https://harbour.example/news/1';
const LICENSE = 'https://harbour.example/license.xml';

const rightsAt = (robots: string, url = PAGE): ArticleRights | undefined => {
  const { statements = [] } = parseRobots(robots, 'Wireroom');
  return robotsRights({ statements, url });
};
const saidIn = (robots: string, url = PAGE): object => {
  const { source: _, ...said } = rightsAt(robots, url) ?? { source: {} };
  return said;
};

describe('a robots.txt on the use of its pages', () => {
  it.each<[source: string, sentence: string, robots: string, expected: object]>([
    ['attach-05 §5', 'a preference of a group counts', 'User-agent: *\nContent-Usage: train-ai=n', { train: no }],
    [
      'attach-05 §5',
      'a comment is no part of a preference',
      'User-agent: *\nContent-Usage: train-ai=n # please',
      { train: no },
    ],
    [
      'attach-05 §5',
      'a preference with a path counts for pages below it',
      'User-agent: *\nContent-Usage: /news/ train-ai=n',
      { train: no },
    ],
    ['attach-05 §5', 'a tab may end the path', 'User-agent: *\nContent-Usage: /news/\ttrain-ai=n', { train: no }],
    [
      'attach-05 §5',
      'a preference with a path says nothing of other pages',
      'User-agent: *\nContent-Usage: /shop/ train-ai=n',
      {},
    ],
    [
      'attach-05 §5',
      'the longest path counts, though it is less strict',
      'User-agent: *\nContent-Usage: train-ai=n\nContent-Usage: /news/ train-ai=y, ai-use=y',
      { train: yes, ai: yes },
    ],
    [
      'attach-05 §5',
      'identical paths are merged, and the stricter counts',
      'User-agent: *\nContent-Usage: /news train-ai=y\nContent-Usage: /news train-ai=n, search=y',
      { train: no, search: yes },
    ],
    ['attach-05 §5', 'paths may have stars and an end', 'User-agent: *\nContent-Usage: /*/1$ search=n', { search: no }],
    [
      'attach-05 §5',
      'a path is the same however it is escaped',
      'User-agent: *\nContent-Usage: /%6Eews/ search=n',
      { search: no },
    ],
    [
      'attach-05 §5',
      'a preference outside of groups is none',
      'Content-Usage: train-ai=n\nUser-agent: *\nAllow: /',
      {},
    ],
    ['attach-05 §5', 'a preference that doesn’t parse is unknown', 'User-agent: *\nContent-Usage: Train-AI=n', {}],
    ['attach-05 §5', 'a preference beyond ASCII is unknown', 'User-agent: *\nContent-Usage: train-ai=ñ', {}],
    [
      'RFC 9309 §2.2.1',
      'our own group counts alone',
      'User-agent: *\nContent-Usage: train-ai=n\nUser-agent: wireroom\nContent-Usage: search=y',
      { search: yes },
    ],
    [
      'RFC 9309 §2.2.1',
      'another robot’s group says nothing',
      'User-agent: otherbot\nContent-Usage: train-ai=n\nContent-Signal: ai-train=no',
      {},
    ],
    [
      'Content Signals',
      'a signal of a group counts',
      'User-agent: *\nContent-Signal: search=yes,ai-train=no\nAllow: /',
      { search: yes, train: no },
    ],
    [
      'Content Signals',
      'a signal before all groups counts',
      'Content-Signal: ai-train=no\n\nUser-agent: *\nAllow: /',
      { train: no },
    ],
    [
      'Content Signals',
      'a group’s own signal replaces the one before all groups',
      'Content-Signal: ai-train=no\nUser-agent: *\nContent-Signal: ai-train=yes',
      { train: yes },
    ],
    [
      'Content Signals',
      'letter case of the name does not count',
      'user-agent: *\ncontent-signal: AI-Train=No',
      { train: no },
    ],
    [
      'SPECS §1.9',
      'two standards that disagree: the stricter counts',
      'User-agent: *\nContent-Usage: train-ai=y\nContent-Signal: ai-train=no',
      { train: no },
    ],
    [
      'RSL, errata of 16 January 2026',
      'a licence before all groups counts',
      `License: ${LICENSE}\nUser-agent: *\nAllow: /`,
      { terms: LICENSE },
    ],
    [
      'RSL, errata of 16 January 2026',
      'a group’s own licence replaces it',
      `License: https://other.example/l.xml\nUser-agent: *\nLicense: ${LICENSE}`,
      { terms: LICENSE },
    ],
    [
      'RSL, errata of 16 January 2026',
      'another group’s licence says nothing',
      `User-agent: otherbot\nLicense: ${LICENSE}`,
      {},
    ],
    ['RSL', 'a relative address is tolerated', 'License: /license.xml', { terms: LICENSE }],
    ['RSL', 'an address that is none of the web is not named', 'License: ftp://harbour.example/l.xml', {}],
  ])('%s: %s', (_, __, robots, expected) => {
    expect(saidIn(robots)).toEqual(expected);
  });

  it('names its sources', () => {
    const robots = `License: ${LICENSE}\nUser-agent: *\nContent-Usage: ai-use=n\nContent-Signal: ai-train=no`;
    expect(rightsAt(robots)?.source).toEqual({
      ai: 'robots-txt:content-usage',
      train: 'robots-txt:content-signal',
      terms: 'robots-txt:rsl',
    });
  });

  it('grants nothing for a page that it forbids, and refuses as before', () => {
    const { statements = [] } = parseRobots(
      'User-agent: *\nContent-Signal: search=yes, ai-train=no\nDisallow: /',
      'Wireroom',
    );
    expect(robotsRights({ statements, url: PAGE, isRefused: true })).toEqual({
      train: no,
      source: { train: 'robots-txt:content-signal' },
    });
  });
});

describe('the groups of a robots.txt', () => {
  it.each<[sentence: string, robots: string, isAllowedToUs: boolean]>([
    [
      'a preference doesn’t end the names of its group (RFC 9309 §2.2.4)',
      'User-agent: *\nContent-Usage: train-ai=n\nUser-agent: otherbot\nDisallow: /',
      false,
    ],
    [
      'a signal doesn’t end the names of its group',
      'User-agent: *\nContent-Signal: ai-train=no\nUser-agent: otherbot\nDisallow: /',
      false,
    ],
    [
      'a licence doesn’t end the names of its group (RSL 1.0, errata of 2026-01-16)',
      'User-agent: *\nLicense: /l.xml\nUser-agent: otherbot\nDisallow: /',
      false,
    ],
    [
      'a statement doesn’t end a group',
      'User-agent: *\nAllow: /shop\nContent-Signal: ai-train=no\nLicense: /l.xml\nDisallow: /',
      false,
    ],
  ])('%s', (_, robots, expected) => {
    expect(isAllowed(parseRobots(robots, 'Wireroom'), PAGE)).toBe(expected);
  });
});

describe('a hostile robots.txt', () => {
  it('has statements of 16,384 characters at most, the first ones', () => {
    const { statements = [] } = parseRobots(
      `User-agent: *\nContent-Signal: ai-train=no\n${'Content-Usage: /a search=y\n'.repeat(100_000)}`,
      'Wireroom',
    );
    expect(statements[0]).toBe('content-signal:ai-train=no');
    expect(statements.join('').length).toBeLessThanOrEqual(16_384);
  });

  it('has no statement of a megabyte, and none of it stays', () => {
    expect(
      parseRobots(`User-agent: *\nContent-Usage: ${'a=1,'.repeat(250_000)}train-ai=y`, 'Wireroom').statements,
    ).toBeUndefined();
  });

  it.each([
    ['stars', `User-agent: *\n${`Content-Usage: /${'*a'.repeat(60)} train-ai=n\n`.repeat(500)}`],
    ['100,000 groups', 'User-agent: *\nContent-Signal: ai-train=no\n'.repeat(100_000)],
  ])('with %s is read', (_, robots) => {
    const { statements = [] } = parseRobots(robots, 'Wireroom');
    const url = `https://harbour.example/${'a'.repeat(4_000)}b`;
    expect(robotsRights({ statements, url })).toMatchObject({ train: 'disallowed' });
  });

  it('without statements leaves no trace in the host’s record', () => {
    expect(parseRobots('User-agent: *\nDisallow: /x', 'Wireroom')).toEqual({ rules: ['-/x'] });
  });
});
