import { expect, it } from 'vitest';
import { isBotWall, isChallengePage } from '../../../../lambdas/core/web/bot-wall.ts';

it.each<[string, Record<string, string>, boolean]>([
  ['headers of a challenge by Cloudflare are those of a guard', { 'cf-mitigated': 'challenge' }, true],
  ['headers of a challenge by AWS WAF are those of a guard', { 'x-amzn-waf-action': 'challenge' }, true],
  ['headers of a captcha by AWS WAF are those of a guard', { 'x-amzn-waf-action': ' Captcha' }, true],
  ['headers of a challenge by Vercel are those of a guard', { 'x-vercel-mitigated': 'challenge' }, true],
  ['headers of a refusal by Vercel are those of a guard', { 'x-vercel-mitigated': 'deny' }, true],
  [
    'headers of an answer that passed through Cloudflare are the publisher’s',
    { server: 'cloudflare', 'cf-ray': '1' },
    false,
  ],
  ['headers that name no challenge at their beginning are the publisher’s', { 'cf-mitigated': 'no challenge' }, false],
  ['headers of an answer that AWS WAF counted are the publisher’s', { 'x-amzn-waf-action': 'count-captcha' }, false],
  ['headers of an answer that Vercel logged are the publisher’s', { 'x-vercel-mitigated': 'log-deny' }, false],
])('%s', (_, headers, expected) => {
  expect(isBotWall(headers)).toBe(expected);
});

it.each([
  ['Cloudflare’s waiting page', '<title>Just a moment...</title>'],
  ['Cloudflare’s refusal', '<title>Attention Required! | Cloudflare</title>'],
  ['Cloudflare’s challenge', '<script src="/cdn-cgi/challenge-platform/h/b.js"></script>'],
  ['Cloudflare’s browser check', '<div class="cf-browser-verification">'],
  ['Imperva', '<iframe src="/_Incapsula_Resource?x=1"></iframe>'],
  ['DataDome', '<script src="https://ct.captcha-delivery.com/c.js"></script>'],
  ['HUMAN', '<div id="px-captcha"></div>'],
  ['DDoS-Guard', '<title>DDoS-Guard</title>'],
  ['Sucuri', '<script>sucuri_cloudproxy_js</script>'],
  ['SiteGround', '<meta http-equiv="refresh" content="0;/.well-known/sgcaptcha/?r=/">'],
  ['Anubis', '<link href="/.within.website/x/cmd/anubis/static/x.css">'],
  ['AWS WAF', '<script>window.awsWafCookieDomainList = [];</script>'],
  ['a browser check in words', '<p>Checking your browser before accessing the site.</p>'],
  ['a question for humans', '<h1>Verify you are human</h1>'],
])('a page of %s is a challenge', (_, html) => {
  expect(isChallengePage(`<html>${html}`)).toBe(true);
});

const guarded = (length: number): string => '<title>just a moment'.padEnd(length, ' news');

it.each<[string, string, boolean]>([
  ['a page of news is no challenge', '<html><head><title>Harbour Post</title>', false],
  ['a page of 50,000 characters may be a challenge', guarded(50_000), true],
  ['a longer page is no challenge, because the publisher may load a guard’s script too', guarded(50_001), false],
])('%s', (_, html, expected) => {
  expect(isChallengePage(html)).toBe(expected);
});
