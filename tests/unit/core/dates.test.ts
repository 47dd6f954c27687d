import { afterEach, describe, expect, it } from 'vitest';
import { isoDate } from '../../../lambdas/core/feed/dates.ts';

const zoneOfThisMachine = process.env['TZ'];
afterEach(() => {
  if (zoneOfThisMachine === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zoneOfThisMachine;
});

const dates: [string, string | undefined, string | undefined][] = [
  ['RFC 822 as RSS has it', 'Mon, 23 Nov 2026 08:00:00 GMT', '2026-11-23T08:00:00.000Z'],
  ['RFC 822 with an offset', 'Mon, 23 Nov 2026 08:00:00 +0100', '2026-11-23T07:00:00.000Z'],
  ['RFC 822 with an American zone', '23 Nov 2026 08:00 EST', '2026-11-23T13:00:00.000Z'],
  ['RFC 822 without a zone is UTC', 'Mon, 23 Nov 2026 08:00:00', '2026-11-23T08:00:00.000Z'],
  ['RFC 3339 as Atom has it', '2026-11-23T08:00:00Z', '2026-11-23T08:00:00.000Z'],
  ['RFC 3339 with fractions and an offset', '2026-11-23T08:00:00.25+05:30', '2026-11-23T02:30:00.250Z'],
  ['ISO 8601 with an offset without colon', '2026-11-23T08:00:00-0500', '2026-11-23T13:00:00.000Z'],
  ['ISO 8601 without a zone is UTC', '2026-11-23T08:00:00', '2026-11-23T08:00:00.000Z'],
  ['a space instead of the T', '2026-11-23 08:00:00', '2026-11-23T08:00:00.000Z'],
  ['a day', '2026-11-23', '2026-11-23T00:00:00.000Z'],
  ['a day in words', 'November 23, 2026', '2026-11-23T00:00:00.000Z'],
  ['an afternoon in words', 'November 23, 2026 8:00 PM', '2026-11-23T20:00:00.000Z'],
  ['white space around it', ' 2026-11-23T08:00:00Z\n', '2026-11-23T08:00:00.000Z'],
  ['how JavaScript prints it', 'Mon Nov 23 2026 08:00:00 GMT+0100 (Central European Time)', '2026-11-23T07:00:00.000Z'],
  ['nothing', undefined, undefined],
  ['an empty string', '', undefined],
  ['words', 'soon', undefined],
  ['a day that no month has', '2026-13-45', undefined],
  ['before the epoch', '1969-12-31T23:59:59Z', undefined],
  ['after the last four-digit year', '+010000-01-01T00:00:00Z', undefined],
];

describe.each(['UTC', 'America/New_York', 'Asia/Kolkata'])('a date, read on a machine in %s', (zone) => {
  it.each(dates)('%s', (_, raw, expected) => {
    process.env['TZ'] = zone;
    expect(isoDate(raw)).toBe(expected);
  });
});

it('the machines above really are in different zones', () => {
  process.env['TZ'] = 'Asia/Kolkata';
  expect(new Date(0).getTimezoneOffset()).toBe(-330);
});
