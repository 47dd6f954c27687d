/** Recognises answers of a bot wall: a service in front of a site that blocks robots. */
import type { ResponseHeaders } from './fetcher.ts';

/**
 * Headers of guards: Cloudflare (developers.cloudflare.com, "Detect a Challenge Page response"), AWS WAF, Vercel.
 */
const HEADERS: readonly (readonly [name: string, value: RegExp])[] = [
  ['cf-mitigated', /^challenge/i],
  ['x-amzn-waf-action', /^(?:challenge|captcha)/i],
  ['x-vercel-mitigated', /^(?:challenge|deny)/i],
];

/**
 * Scripts, titles and texts of guards' pages: Cloudflare, Imperva, DataDome, HUMAN, DDoS-Guard, Sucuri, SiteGround,
 * Anubis, AWS WAF.
 */
const PAGE_SIGNS = [
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
/**
 * Max length of a guard's page, in characters: longer pages are the publisher's own, and may load a guard's script too.
 */
const MAX_PAGE_LENGTH = 50_000;

/** Whether the headers are those of a guard. */
export const isBotWall = (headers: ResponseHeaders): boolean =>
  HEADERS.some(([name, value]) => value.test(headers[name]?.trim() ?? ''));

/** Whether the page asks its visitor to prove that they are human. */
export function isChallengePage(html: string): boolean {
  if (html.length > MAX_PAGE_LENGTH) return false;
  const page = html.toLowerCase();
  return PAGE_SIGNS.some((sign) => page.includes(sign));
}
