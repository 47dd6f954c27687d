/** Answers that are none of the publisher's, but of a guard that took us for an unwelcome robot. */
import type { ResponseHeaders } from './fetcher.ts';

/**
 * What guards say of themselves: Cloudflare (developers.cloudflare.com, "Detect a Challenge Page response"), AWS WAF,
 * Vercel.
 */
const HEADERS: readonly (readonly [name: string, value: RegExp])[] = [
  ['cf-mitigated', /^challenge/i],
  ['x-amzn-waf-action', /^(?:challenge|captcha)/i],
  ['x-vercel-mitigated', /^(?:challenge|deny)/i],
];

/**
 * What their pages load or are called: Cloudflare, Imperva, DataDome, HUMAN, DDoS-Guard, Sucuri, SiteGround, Anubis,
 * AWS WAF.
 */
const PAGES = [
  '<title>just a moment',
  '<title>attention required! | cloudflare',
  '/cdn-cgi/challenge-platform/',
  'cf-browser-verification',
  '/_incapsula_resource',
  'captcha-delivery.com',
  'px-captcha',
  'ddos-guard',
  'sucuri_cloudproxy',
  '/.well-known/sgcaptcha',
  '/.within.website/x/cmd/anubis',
  'awswafcookiedomainlist',
  'checking your browser before accessing',
  'verify you are human',
];
/** Guards' pages are small; a page of the publisher's own may load a guard's script as well, and often does. */
const MAX_LENGTH = 50_000;

export const isGuarded = (headers: ResponseHeaders): boolean =>
  HEADERS.some(([name, value]) => value.test(headers[name]?.trim() ?? ''));

export function isChallengePage(html: string): boolean {
  if (html.length > MAX_LENGTH) return false;
  const page = html.toLowerCase();
  return PAGES.some((sign) => page.includes(sign));
}
