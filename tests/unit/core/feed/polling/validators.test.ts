import { describe, expect, it } from 'vitest';
import { distrustAfter, validatorsOf, validatorsToSend } from '../../../../../lambdas/core/feed/polling/validators.ts';
import { feed } from '../../../../fakes/feed.ts';

const NOW = new Date('2026-11-23T08:00:00.000Z');
const validators = { etag: '"1"', lastModified: 'some day' };
const seen = new Uint8Array();
const dueAt = (minute: number): string => new Date(NOW.getTime() + minute * 60_000).toISOString();

/** How many of a thousand polls of a feed are conditional. */
const conditional = (fields: Parameters<typeof feed>[0]): number =>
  Array.from({ length: 1_000 }, (_, minute) =>
    validatorsToSend(feed({ ...validators, seen, ...fields, nextPollAt: dueAt(minute) }), NOW),
  ).filter(({ etag }) => etag !== undefined).length;

describe('the validators that a poll sends', () => {
  it('an unconditional poll is made about once in a hundred, because a 304 may be wrong', () => {
    expect(conditional({})).toBeGreaterThan(970);
    expect(conditional({})).toBeLessThan(1_000);
  });

  it('an unconditional poll is made about once in eight while the feed is silent', () => {
    const silent = { meanGapMinutes: 60, lastChangedAt: '2026-11-01T00:00:00.000Z' };
    expect(conditional(silent)).toBeGreaterThan(800);
    expect(conditional(silent)).toBeLessThan(930);
  });

  it('a poll of a feed whose seen set is lost sends no validators, because a 304 would not bring it back', () => {
    expect(validatorsToSend(feed({ ...validators, nextPollAt: dueAt(0) }), NOW)).toEqual({});
  });

  it('a poll sends the validators as they came, each time that it is delivered', () => {
    const polled = feed({ ...validators, seen, nextPollAt: dueAt(0) });
    expect(validatorsToSend(polled, NOW)).toEqual(validators);
    expect(validatorsToSend(polled, NOW)).toEqual(validatorsToSend(polled, NOW));
  });

  it('no poll is conditional until the distrust of its server ends', () => {
    expect(conditional({ distrustedUntil: '2026-11-23T08:00:00.001Z' })).toBe(0);
    expect(conditional({ distrustedUntil: '2026-11-23T08:00:00.000Z' })).toBeGreaterThan(970);
  });
});

describe('the validators of a response', () => {
  it.each([
    ['a validator is kept as it came', ' W/"é" ', ' W/"é" '],
    ['an empty validator is not kept', '', undefined],
    ['a blank validator is not kept', ' \t', undefined],
    ['a validator of 1,000 characters is kept', `"${'x'.repeat(998)}"`, `"${'x'.repeat(998)}"`],
    ['a validator of 1,001 characters is not kept', `"${'x'.repeat(999)}"`, undefined],
  ])('%s', (_, etag, expected) => {
    expect(validatorsOf({ etag }).etag).toBe(expected);
  });
});

describe('the trust in a server', () => {
  const held = feed(validators);

  it('a server is distrusted for a week if an unconditional poll finds news under a validator that we hold', () => {
    expect(distrustAfter(held, {}, { etag: '"1"' }, NOW)).toBe('2026-11-30T08:00:00.000Z');
    expect(distrustAfter(held, {}, { lastModified: 'some day' }, NOW)).toBe('2026-11-30T08:00:00.000Z');
  });

  it('a server is trusted if its news has new validators, or if the poll was conditional', () => {
    expect(distrustAfter(held, {}, { etag: '"2"' }, NOW)).toBeUndefined();
    expect(distrustAfter(held, {}, {}, NOW)).toBeUndefined();
    expect(distrustAfter(held, validators, { etag: '"1"' }, NOW)).toBeUndefined();
  });
});
