import { describe, expect, it } from 'vitest';
import { isoDate, parseFeedDate } from '../../../../../lambdas/core/feed/dates/dates.ts';

describe('a zone', () => {
  it.each([
    ['Z', '12:00'],
    ['z', '12:00'],
    [' UT', '12:00'],
    [' -0000', '12:00'],
    [' +01:00', '11:00'],
    [' +0100', '11:00'],
    ['+0100', '11:00'],
    [' (+0100)', '11:00'],
    [' +100', '11:00'],
    [' +1', '11:00'],
    [' -00:20', '12:20'],
    [' +0059', '11:01'],
    [' GMT+0200', '10:00'],
    [' GMT +02:00', '10:00'],
    [' (GMT+0200)', '10:00'],
    [' UTC-5', '17:00'],
    [' +0100 CET', '11:00'],
    ['+0100CET', '11:00'],
    [' +0100 (CET)', '11:00'],
    [' +0100 XYZ', '11:00'],
    [' +01:00[Europe/Paris]', '11:00'],
    [' CET', '11:00'],
    ['CET', '11:00'],
    [' (CET)', '11:00'],
    [' MESZ', '10:00'],
    [' JST', '03:00'],
    [' PST', '20:00'],
    [' AKST', '21:00'],
    [' IST', '06:30'],
    [' NST', '15:30'],
    [' NDT', '14:30'],
    [' TRT', '09:00'],
    [' ACST', '02:30'],
    [' МСК', '09:00'],
    [' ET', '17:00'],
  ])('“%s” is known, and behind noon means %s in UTC', (zone, time) => {
    expect(parseFeedDate(`2026-11-23 12:00${zone}`)).toEqual({
      instant: `2026-11-23T${time}:00.000Z`,
      zoneKnown: true,
      precision: 'time',
    });
  });

  it.each(['', ' A', ' XYZ', ' abcde', ' Europe/Berlin', ' America/New_York', ' +9900', ' +0160', ' nov'])(
    '“%s” is unknown, and noon is read as noon in UTC',
    (zone) => {
      expect(parseFeedDate(`2026-11-23 12:00${zone}`)).toEqual({
        instant: '2026-11-23T12:00:00.000Z',
        zoneKnown: false,
        precision: 'time',
      });
    },
  );

  it.each([
    ['+47:59', '2026-11-21T12:01:00.000Z', true],
    ['-47:59', '2026-11-25T11:59:00.000Z', true],
    ['+48:00', '2026-11-23T12:00:00.000Z', false],
  ])('%s is known if it is less than two days from UTC', (zone, instant, zoneKnown) => {
    expect(parseFeedDate(`2026-11-23 12:00 ${zone}`)).toMatchObject({ instant, zoneKnown });
  });

  it.each(['+01:00:00:00', '+12345', 'cet2'])('%s is no zone, so the date is not read', (zone) => {
    expect(isoDate(`2026-11-23 12:00 ${zone}`)).toBeUndefined();
  });

  it.each([
    ['2026-03-08 01:59 ET', '06:59'],
    ['2026-03-08 02:00 ET', '06:00'],
    ['2026-03-08 03:00 ET', '07:00'],
    ['2027-03-14 01:59 ET', '06:59'],
    ['2027-03-14 02:00 ET', '06:00'],
    ['2026-07-01 12:00 PT', '19:00'],
    ['2026-07-01 12:00 MT', '18:00'],
    ['2026-07-01 12:00 AT', '15:00'],
    ['2026-10-31 12:00 CT', '17:00'],
    ['2026-11-01 01:59 CT', '06:59'],
    ['2026-11-01 02:00 CT', '08:00'],
  ])('without a season follows American summer time: “%s” is %s in UTC', (raw, time) => {
    expect(isoDate(raw)?.slice(11, 16)).toBe(time);
  });

  it.each([
    ['2026-11-23+01:00', '2026-11-22T23:00:00.000Z'],
    ['2026-11-23 +05:30', '2026-11-22T18:30:00.000Z'],
    ['2026-11-23 -05:30', '2026-11-23T05:30:00.000Z'],
    ['2026-11-23Z', '2026-11-23T00:00:00.000Z'],
    ['2026-11-23 AEST', '2026-11-22T14:00:00.000Z'],
    ['Mon, 23 Nov 2026 EST', '2026-11-23T05:00:00.000Z'],
  ])('may stand behind a day without a clock: “%s”', (raw, instant) => {
    expect(parseFeedDate(raw)).toEqual({ instant, zoneKnown: true, precision: 'day' });
  });

  it.each(['2026-11-23 est5', '2026-11-23 x EST'])('is not looked for anywhere in a day: “%s” is no date', (raw) => {
    expect(isoDate(raw)).toBeUndefined();
  });

  it('is Korea’s zone in a date in Korean, but not a known zone', () => {
    const instant = '2026-11-23T08:00:00.000Z';
    const expected = { instant, zoneKnown: false, precision: 'time' };
    expect(parseFeedDate('2026-11-23 오후 5:00:00')).toEqual(expected);
    expect(parseFeedDate('2026년 11월 23일 17:00')).toEqual(expected);
  });

  it('is not that of Korea in a day in Korean without a clock, which is that day everywhere', () => {
    expect(isoDate('2026년 11월 24일')).toBe('2026-11-24T00:00:00.000Z');
  });
});
