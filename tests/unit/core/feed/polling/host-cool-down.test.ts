import { expect, it } from 'vitest';
import { coolDownOf } from '../../../../../lambdas/core/feed/polling/host-cool-down.ts';

const NOW = new Date('2026-11-23T08:00:00.000Z');
const inMinutes = (minutes: number): Date => new Date(NOW.getTime() + minutes * 60_000);

it.each<[string, number, Date | undefined, Date | undefined]>([
  ['a host with a 429 is left alone as long as it asks', 429, inMinutes(5), inMinutes(5)],
  ['a host with a 503 is left alone as long as it asks', 503, inMinutes(5), inMinutes(5)],
  ['a host with a 429 is left alone for half an hour if it does not say how long', 429, undefined, inMinutes(30)],
  ['a host is left alone for a day at most', 429, inMinutes(10_000), inMinutes(24 * 60)],
  ['a host that asks for no time is not left alone', 429, NOW, undefined],
  ['a host that asks for a moment in the past is not left alone', 503, inMinutes(-5), undefined],
  ['a host with a 500 is not left alone, because the error is one feed’s own', 500, inMinutes(5), undefined],
  ['a host with a 503 is not left alone if it does not say how long', 503, undefined, undefined],
  ['a host with a 200 is not left alone', 200, inMinutes(5), undefined],
])('%s', (_, status, retryAt, expected) => {
  expect(coolDownOf(status, retryAt, NOW)).toEqual(expected);
});
