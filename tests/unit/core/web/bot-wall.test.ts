import { expect, it } from 'vitest';
import { isChallengePage, isGuarded } from '../../../../lambdas/core/web/bot-wall.ts';

it.each<[string, Record<string, string>, boolean]>([
  ['headers of a challenge by Cloudflare are those of a guard', { 'cf-mitigated': 'challenge' }, true],
  ['headers of a captcha by AWS WAF are those of a guard', { 'x-amzn-waf-action': 'captcha' }, true],
  ['headers of a refusal by Vercel are those of a guard', { 'x-vercel-mitigated': 'deny' }, true],
  [
    'headers of an answer that passed through Cloudflare are the publisher’s',
    { server: 'cloudflare', 'cf-ray': '1' },
    false,
  ],
])('%s', (_, headers, expected) => {
  expect(isGuarded(headers)).toBe(expected);
});

it.each<[string, string, boolean]>([
  ['a page that waits is a challenge', '<html><head><title>Just a moment...</title>', true],
  [
    'a page that asks for a captcha is a challenge',
    '<html><script src="https://ct.captcha-delivery.com/c.js"></script>',
    true,
  ],
  ['a page of news is no challenge', '<html><head><title>Harbour Post</title>', false],
  [
    'a long page of news that loads a guard’s script is no challenge',
    `<script src="/cdn-cgi/challenge-platform/x.js">${'news '.repeat(20_000)}`,
    false,
  ],
])('%s', (_, html, expected) => {
  expect(isChallengePage(html)).toBe(expected);
});
