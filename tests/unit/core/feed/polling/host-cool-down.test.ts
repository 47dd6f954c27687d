import { describe, expect, it } from 'vitest';
import { coolDownOf } from '../../../../../lambdas/core/feed/polling/host-cool-down.ts';

const NOW = new Date('2026-11-23T08:00:00.000Z');
const inMinutes = (minutes: number): Date => new Date(NOW.getTime() + minutes * 60_000);

describe('a host is left alone', () => {
  it.each<[string, number, Date | undefined, Date | undefined]>([
    ['as long as it asks with a 429', 429, inMinutes(5), inMinutes(5)],
    ['as long as it asks with a 503', 503, inMinutes(5), inMinutes(5)],
    ['half an hour when it does not say how long', 429, undefined, inMinutes(30)],
    ['a day at most', 429, inMinutes(10_000), inMinutes(24 * 60)],
    ['not at all when it asks for nothing', 429, NOW, undefined],
    ['not for a moment that has passed', 503, inMinutes(-5), undefined],
    ['not for an error that is one feed’s own', 500, inMinutes(5), undefined],
    ['not for a 503 that says nothing more', 503, undefined, undefined],
    ['not for an answer that is none of these', 200, inMinutes(5), undefined],
  ])('%s', (_, status, retryAt, expected) => {
    expect(coolDownOf(status, retryAt, NOW)).toEqual(expected);
  });
});
