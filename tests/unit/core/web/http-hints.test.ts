import { describe, expect, it } from 'vitest';
import { lifetimeOf, maxAgeOf, retryAtOf, timeOf } from '../../../../lambdas/core/web/http-hints.ts';

const NOW = new Date('2026-11-23T08:00:00Z');

describe('max-age', () => {
  it.each([
    ['max-age is read', 'max-age=600', 600],
    ['max-age is read behind other directives', 'public, max-age=600', 600],
    ['max-age is read in capitals, with spaces and quotes', 'Public,Max-Age = "600"', 600],
    ['max-age may stand directly behind a comma', 'public,max-age=600', 600],
    ['max-age may have nine digits', 'max-age=999999999', 999_999_999],
    ['max-age may be 0', 'max-age=0', 0],
    ['s-maxage is not max-age', 's-maxage=600', undefined],
    ['max-age within another word is ignored', 'x-max-age=600', undefined],
    ['a max-age that is no number is ignored', 'max-age=soon', undefined],
    ['other directives alone make no max-age', 'no-cache', undefined],
    ['a missing header makes no max-age', undefined, undefined],
  ])('%s', (_, header, expected) => {
    expect(maxAgeOf({ 'cache-control': header })).toBe(expected);
  });
});

describe('Retry-After', () => {
  it.each([
    ['Retry-After may be in seconds', '120', '2026-11-23T08:02:00.000Z'],
    ['Retry-After in seconds may have white space around it', ' 120 ', '2026-11-23T08:02:00.000Z'],
    ['Retry-After may be a date', 'Mon, 23 Nov 2026 09:00:00 GMT', '2026-11-23T09:00:00.000Z'],
    ['Retry-After may have nine digits', '100000000', '2030-01-23T17:46:40.000Z'],
    ['Retry-After of 0 seconds is now', '0', '2026-11-23T08:00:00.000Z'],
    ['a negative Retry-After is ignored', '-5', undefined],
    ['a Retry-After that is a word is ignored', 'soon', undefined],
    ['a Retry-After that is a fraction is ignored', '1.5', undefined],
    ['a Retry-After of more than nine digits is ignored', '9'.repeat(40), undefined],
    ['an empty Retry-After is ignored', '', undefined],
    ['a missing Retry-After is ignored', undefined, undefined],
  ])('%s', (_, header, expected) => {
    expect(retryAtOf({ 'retry-after': header }, NOW)?.toISOString()).toBe(expected);
  });
});

describe('an HTTP date', () => {
  it.each<[string, string | undefined, number | undefined]>([
    ['a date is read', 'Mon, 23 Nov 2026 08:00:00 GMT', NOW.getTime()],
    ['a number is no date', '2026', undefined],
    ['a word is no date', 'soon', undefined],
    ['a missing date is none', undefined, undefined],
  ])('%s', (_, raw, expected) => {
    expect(timeOf(raw)).toBe(expected);
  });
});

describe('the lifetime of a response', () => {
  it.each<[string, Record<string, string>, number | undefined]>([
    [
      'the lifetime is max-age, whatever Expires says',
      { 'cache-control': 'max-age=60', expires: 'Mon, 23 Nov 2026 09:00:00 GMT' },
      60,
    ],
    ['the lifetime is the time until Expires from now', { expires: 'Mon, 23 Nov 2026 09:00:00 GMT' }, 3_600],
    [
      'the lifetime is the time until Expires by the server’s clock',
      { expires: 'Mon, 23 Nov 2026 09:00:00 GMT', date: 'Mon, 23 Nov 2026 08:50:00 GMT' },
      600,
    ],
    ['the lifetime is 0 if Expires has passed', { expires: 'Thu, 01 Jan 1970 00:00:00 GMT' }, 0],
    ['the lifetime is 0 if Expires is no date', { expires: '0' }, 0],
    ['the lifetime is max-age less the age in a cache on the way', { 'cache-control': 'max-age=600', age: '500' }, 100],
    ['the lifetime is 0 if the age is over max-age', { 'cache-control': 'max-age=600', age: '700' }, 0],
    [
      'the lifetime is rounded to seconds',
      { expires: 'Mon, 23 Nov 2026 08:00:09 GMT', date: 'Mon, 23 Nov 2026 08:00:00 GMT' },
      9,
    ],
    ['white space around the age is ignored', { 'cache-control': 'max-age=600', age: ' 500 ' }, 100],
    ['an age with other text behind it is ignored', { 'cache-control': 'max-age=600', age: '500 s' }, 600],
    ['an age with other text before it is ignored', { 'cache-control': 'max-age=600', age: 's 500' }, 600],
    ['an age of more than nine digits is ignored', { 'cache-control': 'max-age=600', age: '1'.repeat(10) }, 600],
    [
      'the date of the server is ignored if it cannot be read',
      { expires: 'Mon, 23 Nov 2026 09:00:00 GMT', date: 'now' },
      3_600,
    ],
    ['the lifetime is 0 with no-store behind a comma', { 'cache-control': 'public,no-store,x' }, 0],
    ['the lifetime is 0 with NO-CACHE in capitals', { 'cache-control': 'NO-CACHE' }, 0],
    ['an age that is no number is ignored', { 'cache-control': 'max-age=600', age: 'old' }, 600],
    [
      'the lifetime is 0 with no-cache',
      { 'cache-control': 'private, no-cache', expires: 'Mon, 23 Nov 2026 09:00:00 GMT' },
      0,
    ],
    ['the lifetime is 0 with no-store', { 'cache-control': 'no-store' }, 0],
    ['the lifetime is unknown with other directives', { 'cache-control': 'public, x-no-cache-y' }, undefined],
    ['the lifetime is unknown without headers', {}, undefined],
  ])('%s', (_, headers, seconds) => {
    expect(lifetimeOf(headers, NOW)).toBe(seconds);
  });
});
