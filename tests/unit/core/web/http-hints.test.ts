import { describe, expect, it } from 'vitest';
import { lifetimeOf, maxAgeOf, retryAtOf } from '../../../../lambdas/core/web/http-hints.ts';

const NOW = new Date('2026-11-23T08:00:00Z');

describe('max-age', () => {
  it.each([
    ['is read', 'max-age=600', 600],
    ['may stand behind others', 'public, max-age=600', 600],
    ['may be in capitals, with spaces and quotes', 'Public,Max-Age = "600"', 600],
    ['may be nothing', 'max-age=0', 0],
    ['is not s-maxage', 's-maxage=600', undefined],
    ['is not part of another word', 'x-max-age=600', undefined],
    ['may be garbage', 'max-age=soon', undefined],
    ['may be absent', 'no-cache', undefined],
    ['may be absent with its header', undefined, undefined],
  ])('%s', (_, header, expected) => {
    expect(maxAgeOf({ 'cache-control': header })).toBe(expected);
  });
});

describe('Retry-After', () => {
  it.each([
    ['in seconds', '120', '2026-11-23T08:02:00.000Z'],
    ['in seconds with white space', ' 120 ', '2026-11-23T08:02:00.000Z'],
    ['as a date', 'Mon, 23 Nov 2026 09:00:00 GMT', '2026-11-23T09:00:00.000Z'],
    ['of nothing', '0', '2026-11-23T08:00:00.000Z'],
    ['that is negative', '-5', undefined],
    ['that is garbage', 'soon', undefined],
    ['that is a fraction', '1.5', undefined],
    ['that is beyond all bounds', '9'.repeat(40), undefined],
    ['that is empty', '', undefined],
    ['that is absent', undefined, undefined],
  ])('%s', (_, header, expected) => {
    expect(retryAtOf({ 'retry-after': header }, NOW)?.toISOString()).toBe(expected);
  });
});

describe('the lifetime of a response', () => {
  it.each<[string, Record<string, string>, number | undefined]>([
    [
      'is its max-age, whatever Expires says',
      { 'cache-control': 'max-age=60', expires: 'Mon, 23 Nov 2026 09:00:00 GMT' },
      60,
    ],
    ['is what Expires leaves from now', { expires: 'Mon, 23 Nov 2026 09:00:00 GMT' }, 3_600],
    [
      'is what Expires leaves by the clock of the server',
      { expires: 'Mon, 23 Nov 2026 09:00:00 GMT', date: 'Mon, 23 Nov 2026 08:50:00 GMT' },
      600,
    ],
    ['is over when Expires has passed', { expires: 'Thu, 01 Jan 1970 00:00:00 GMT' }, 0],
    ['is over with an Expires that is no date', { expires: '0' }, 0],
    ['is shorter by the age that it has in a cache on the way', { 'cache-control': 'max-age=600', age: '500' }, 100],
    ['is over when the cache has kept it too long', { 'cache-control': 'max-age=600', age: '700' }, 0],
    ['is whole with an age that is none', { 'cache-control': 'max-age=600', age: 'old' }, 600],
    [
      'is nothing when it may not be kept',
      { 'cache-control': 'private, no-cache', expires: 'Mon, 23 Nov 2026 09:00:00 GMT' },
      0,
    ],
    ['is nothing when it may not even be stored', { 'cache-control': 'no-store' }, 0],
    [
      'is unknown with directives that are about something else',
      { 'cache-control': 'public, x-no-cache-y' },
      undefined,
    ],
    ['is unknown when nobody says', {}, undefined],
  ])('%s', (_, headers, seconds) => {
    expect(lifetimeOf(headers, NOW)).toBe(seconds);
  });
});
