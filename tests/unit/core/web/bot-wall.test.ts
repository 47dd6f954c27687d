import { expect, it } from 'vitest';
import { isChallengePage, isGuarded } from '../../../../lambdas/core/web/bot-wall.ts';

it.each<[string, Record<string, string>, boolean]>([
  ['a challenge of Cloudflare', { 'cf-mitigated': 'challenge' }, true],
  ['a captcha of AWS WAF', { 'x-amzn-waf-action': 'captcha' }, true],
  ['a refusal of Vercel', { 'x-vercel-mitigated': 'deny' }, true],
  ['an answer that merely passed through Cloudflare', { server: 'cloudflare', 'cf-ray': '1' }, false],
])('headers tell %s', (_, headers, expected) => {
  expect(isGuarded(headers)).toBe(expected);
});

it.each<[string, string, boolean]>([
  ['a page that waits', '<html><head><title>Just a moment...</title>', true],
  ['a page that asks for a captcha', '<html><script src="https://ct.captcha-delivery.com/c.js"></script>', true],
  ['a page of news', '<html><head><title>Harbour Post</title>', false],
  [
    'a long page of news that loads a guard',
    `<script src="/cdn-cgi/challenge-platform/x.js">${'news '.repeat(20_000)}`,
    false,
  ],
])('a page tells: %s', (_, html, expected) => {
  expect(isChallengePage(html)).toBe(expected);
});
