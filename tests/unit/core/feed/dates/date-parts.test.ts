import { describe, expect, it } from 'vitest';
import { isoDate, parseFeedDate } from '../../../../../lambdas/core/feed/dates/dates.ts';

const AT_EIGHT = '2026-11-23T08:00:00.000Z';

describe('a clock', () => {
  it.each([
    ['2026-11-23 12:30 AM', '2026-11-23T00:30:00.000Z'],
    ['2026-11-23 12:30 PM', '2026-11-23T12:30:00.000Z'],
    ['2026-11-23 3:04:05pm', '2026-11-23T15:04:05.000Z'],
    ['2026-11-23 3 pm', '2026-11-23T15:00:00.000Z'],
    ['2026-11-23 15:04 PM', '2026-11-23T15:04:00.000Z'],
    ['23.11.2026 kl. 15.04', '2026-11-23T15:04:00.000Z'],
    ['23.11.2026 15.04', '2026-11-23T15:04:00.000Z'],
    ['23.11.2026, 15.04 Uhr', '2026-11-23T15:04:00.000Z'],
    ['23/11/2026 à 15h04', '2026-11-23T15:04:00.000Z'],
    ['2026-11-23T24:00:00Z', '2026-11-24T00:00:00.000Z'],
    ['2016-12-31T23:59:60Z', '2017-01-01T00:00:00.000Z'],
    ['2026-11-23T08:00:00,5Z', '2026-11-23T08:00:00.500Z'],
    ['2026-11-23T08:00:00.123456789Z', '2026-11-23T08:00:00.123Z'],
    ['2026-11-23T08Z', AT_EIGHT],
    ['2026-11-23 15:04 am', undefined],
    ['2026-11-23 25:00', undefined],
    ['2026-11-23 24:01', undefined],
    ['2026-11-23 08:60', undefined],
    ['2026-11-23 08:00:61', undefined],
    ['2026-11-23 08:00:00:00:00', undefined],
  ])('%s', (raw, expected) => {
    expect(isoDate(raw)).toBe(expected);
  });
});

describe('a zone', () => {
  it.each<[string, string, boolean]>([
    ['Z', '12:00', true],
    ['z', '12:00', true],
    [' UT', '12:00', true],
    [' -0000', '12:00', true],
    [' +01:00', '11:00', true],
    [' +0100', '11:00', true],
    [' +100', '11:00', true],
    [' +1', '11:00', true],
    [' -00:20', '12:20', true],
    [' GMT+0200', '10:00', true],
    [' GMT +02:00', '10:00', true],
    [' UTC-5', '17:00', true],
    [' CET', '11:00', true],
    [' MESZ', '10:00', true],
    [' JST', '03:00', true],
    [' PST', '20:00', true],
    [' IST', '06:30', true],
    [' NST', '15:30', true],
    [' МСК', '09:00', true],
    [' ET', '17:00', true],
    ['', '12:00', false],
    [' A', '12:00', false],
    [' XYZ', '12:00', false],
    [' Europe/Berlin', '12:00', false],
    [' +9900', '12:00', false],
    [' +01:00[Europe/Paris]', '11:00', true],
  ])('“%s” puts noon at %s', (zone, time, zoneKnown) => {
    expect(parseFeedDate(`2026-11-23 12:00${zone}`)).toEqual({
      instant: `2026-11-23T${time}:00.000Z`,
      zoneKnown,
      precision: 'time',
    });
  });

  it.each([
    ['2026-03-08 01:59 ET', '06:59'],
    ['2026-03-08 03:00 ET', '07:00'],
    ['2026-07-01 12:00 PT', '19:00'],
    ['2026-10-31 12:00 CT', '17:00'],
    ['2026-11-01 12:00 CT', '18:00'],
  ])('that leaves the season open follows American summer time: %s', (raw, time) => {
    expect(isoDate(raw)?.slice(11, 16)).toBe(time);
  });

  it.each([
    ['2026-11-23+01:00', '2026-11-22T23:00:00.000Z'],
    ['2026-11-23Z', '2026-11-23T00:00:00.000Z'],
    ['Mon, 23 Nov 2026 EST', '2026-11-23T05:00:00.000Z'],
  ])('may stand behind a day alone: %s', (raw, instant) => {
    expect(parseFeedDate(raw)).toEqual({ instant, zoneKnown: true, precision: 'day' });
  });

  it.each([
    ['2026-11-23 12:00', 'time'],
    ['Mon, 23 Nov 2026 12:00:00 GMT', 'time'],
    ['1795435200', 'time'],
    ['23. November 2026', 'day'],
    ['2026-W48', 'period'],
    ['November 2026', 'period'],
    ['2026', 'period'],
  ])('is not asked for the precision: %s is exact to the %s', (raw, precision) => {
    expect(parseFeedDate(raw)?.precision).toBe(precision);
  });

  it('is Korea’s in a Korean date, though not named', () => {
    expect(parseFeedDate('2026-11-23 오후 5:00:00')).toEqual({
      instant: AT_EIGHT,
      zoneKnown: false,
      precision: 'time',
    });
  });
});

describe('a month and a day of the week are read in', () => {
  it.each([
    ['Dutch', 'maandag 23 november 2026 08:00'],
    ['Dutch, shortened', 'ma, 23 nov. 2026 08:00'],
    ['German', 'Montag, 23. November 2026 um 08:00 Uhr'],
    ['German, shortened', 'Mo, 23 Nov 2026 08:00:00 +0000'],
    ['French', 'lundi 23 novembre 2026 à 08h00'],
    ['Spanish', 'lunes, 23 de noviembre de 2026, 8:00 a. m.'],
    ['Catalan', 'dilluns, 23 de novembre de 2026 a les 08:00'],
    ['Italian', 'lunedì 23 novembre 2026 alle ore 08:00'],
    ['Portuguese', 'segunda-feira, 23 de novembro de 2026 às 08:00'],
    ['Romanian', 'luni, 23 noiembrie 2026, 08:00'],
    ['Polish', 'poniedziałek, 23 listopada 2026 08:00'],
    ['Czech', 'pondělí 23. listopadu 2026 08:00'],
    ['Hungarian', '2026. november 23., hétfő 08:00'],
    ['Danish', 'mandag den 23. november 2026 kl. 08.00'],
    ['Swedish', 'måndag 23 november 2026 kl 08:00'],
    ['Norwegian', 'man. 23. nov. 2026 08:00'],
    ['Finnish', 'maanantai 23. marraskuuta 2026 klo 8.00'],
    ['Estonian', 'esmaspäev, 23. november 2026 08:00'],
    ['Turkish', '23 Kasım 2026 Pazartesi 08:00'],
    ['Turkish, where a day begins like a Polish month', 'Paz, 23 Kas 2026 08:00'],
    ['Greek', 'Δευτέρα, 23 Νοεμβρίου 2026 08:00'],
    ['Greek, shortened', 'Δευ, 23 Νοέ 2026 8:00 π.μ.'],
    ['Russian', 'понедельник, 23 ноября 2026 г. в 08:00'],
    ['Russian, shortened', 'Пн, 23 ноя 2026 08:00:00 +0000'],
    ['Ukrainian', '23 листопада 2026 року 08:00'],
    ['Indonesian', 'Senin, 23 November 2026 08:00'],
    ['Chinese', '2026年11月23日 上午8:00'],
    ['Chinese, with the day of the week', '2026年11月23日 星期一 08:00:00'],
    ['Japanese', '2026年11月23日(月) 08時00分'],
    ['Korean', '2026년 11월 23일 월요일 17:00'],
    ['Arabic', 'الاثنين 23 نوفمبر 2026 08:00'],
    ['Arabic of the Maghreb', '23 نونبر 2026 08:00'],
    ['Arabic, with its own digits', '٢٣ نوفمبر ٢٠٢٦ ٠٨:٠٠'],
    ['Hindi', 'सोमवार, 23 नवंबर 2026 08:00'],
    ['Hindi, with its own digits', '२३ नवम्बर २०२६ ०८:००'],
    ['full-width digits', '２０２６－１１－２３ ０８：００'],
  ])('%s', (_, raw) => {
    expect(isoDate(raw)).toBe(AT_EIGHT);
  });

  it.each([
    ['mar, 02 gen 2024', '2024-01-02'],
    ['mar 02 2024', '2024-03-02'],
    ['2. März 2024', '2024-03-02'],
    ['1er août 2024', '2024-08-01'],
    ['15 мая 2024', '2024-05-15'],
    ['15 Mayıs 2024', '2024-05-15'],
    ['2004-július-13T9:15-05:00', '2004-07-13'],
    ['30 paź 2024', '2024-10-30'],
    ['4 cze 2024', '2024-06-04'],
    ['14. března 2024', '2024-03-14'],
    ['Nov 2026', '2026-11-01'],
  ])('%s', (raw, expected) => {
    expect(isoDate(raw)?.slice(0, 10)).toBe(expected);
  });
});
