import { describe, expect, it } from 'vitest';
import { distrustAfter, validatorsOf, validatorsToSend } from '../../../../../lambdas/core/feed/polling/validators.ts';
import { feed } from '../../../../fakes/feed.ts';

const NOW = new Date('2026-11-23T08:00:00.000Z');
const validators = { etag: '"1"', lastModified: 'some day' };
const dueAt = (minute: number): string => new Date(NOW.getTime() + minute * 60_000).toISOString();

/** Which of a thousand polls of a feed are conditional. */
const conditional = (fields: Parameters<typeof feed>[0]): number =>
  Array.from({ length: 1_000 }, (_, minute) =>
    validatorsToSend(feed({ ...validators, ...fields, nextPollAt: dueAt(minute) }), NOW),
  ).filter(({ etag }) => etag !== undefined).length;

describe('a poll is conditional', () => {
  it('but for one in a hundred, for a 304 may be a lie', () => {
    expect(conditional({})).toBeGreaterThan(970);
    expect(conditional({})).toBeLessThan(1_000);
  });

  it('but for one in eight while the feed is silent for far longer than its rhythm', () => {
    const silent = { meanGapMinutes: 60, lastChangedAt: '2026-11-01T00:00:00.000Z' };
    expect(conditional(silent)).toBeGreaterThan(800);
    expect(conditional(silent)).toBeLessThan(930);
  });

  it('with the validators as they came, the same for the same poll', () => {
    const polled = feed({ ...validators, nextPollAt: dueAt(0) });
    expect(validatorsToSend(polled, NOW)).toEqual(validators);
    expect(validatorsToSend(polled, NOW)).toEqual(validatorsToSend(polled, NOW));
  });

  it('never, while the server is not trusted, and again afterwards', () => {
    expect(conditional({ distrustedUntil: '2026-11-23T08:00:00.001Z' })).toBe(0);
    expect(conditional({ distrustedUntil: '2026-11-23T08:00:00.000Z' })).toBeGreaterThan(970);
  });
});

describe('a validator is kept', () => {
  it.each([
    ['as it came', ' W/"é" ', ' W/"é" '],
    ['unless it is empty', '', undefined],
    ['unless requests with it would be refused', `"${'x'.repeat(2_000)}"`, undefined],
  ])('%s', (_, etag, expected) => {
    expect(validatorsOf({ etag }).etag).toBe(expected);
  });
});

describe('a server loses our trust', () => {
  const held = feed(validators);

  it('for a week, when an unconditional poll finds news under a validator that we hold', () => {
    expect(distrustAfter(held, {}, { etag: '"1"' }, NOW)).toBe('2026-11-30T08:00:00.000Z');
    expect(distrustAfter(held, {}, { lastModified: 'some day' }, NOW)).toBe('2026-11-30T08:00:00.000Z');
  });

  it('not when the news has validators of its own, or it was asked with ours', () => {
    expect(distrustAfter(held, {}, { etag: '"2"' }, NOW)).toBeUndefined();
    expect(distrustAfter(held, {}, {}, NOW)).toBeUndefined();
    expect(distrustAfter(held, validators, { etag: '"1"' }, NOW)).toBeUndefined();
  });
});
