import { describe, expect, it } from 'vitest';
import { monthNamed } from '../../../../../lambdas/core/feed/dates/date-names.ts';
import { isoDate } from '../../../../../lambdas/core/feed/dates/dates.ts';

const AT_EIGHT = '2026-11-23T08:00:00.000Z';

describe('the months, as dates name them, are known', () => {
  it.each([
    ['English', 'January February March April May June July August September October November December'],
    ['Dutch', 'januari februari maart april mei juni juli augustus september oktober november december'],
    ['German', 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'],
    ['Austrian German', 'Jänner Feber Maerz April Mai Juni Juli August September Oktober November Dezember'],
    ['French', 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'],
    ['Spanish', 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'],
    ['Catalan', 'gener febrer març abril maig juny juliol agost setembre octubre novembre desembre'],
    ['Italian', 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre'],
    ['Portuguese', 'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro'],
    ['Romanian', 'ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie'],
    ['Danish', 'januar februar marts april maj juni juli august september oktober november december'],
    ['Polish', 'stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia'],
    ['Czech', 'ledna února března dubna května června července srpna září října listopadu prosince'],
    ['Hungarian', 'január február marcius április május június július augusztus szeptember október november december'],
    ['Indonesian', 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'],
    ['Turkish', 'Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık'],
    ['Russian', 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'],
    ['Ukrainian', 'січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня'],
    ['Arabic', 'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر'],
    ['Arabic of the Maghreb', 'جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر'],
    ['Hindi', 'जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर'],
  ])('in %s', (_, names) => {
    const months = names.split(' ').map((name) => isoDate(`23 ${name} 2026`)?.slice(5, 7));
    expect(months.map(Number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });

  it.each([
    ['Finnish', 'tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta'],
    ['Greek', 'Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου'],
  ])('in %s from January to September', (_, names) => {
    const months = names.split(' ').map((name) => isoDate(`23 ${name} 2026`)?.slice(5, 7));
    expect(months.map(Number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});

describe('a name of a month', () => {
  it.each([
    ['sep', 9],
    ['sept', 9],
    ['septemb', 9],
    ['nov', 11],
    ['мар', 3],
    ['mar', 3],
    ['mai', 5],
    ['may', 5],
  ])('may be short: “%s” is month %i', (word, month) => {
    expect(monthNamed(word)).toBe(month);
  });

  it.each([
    ['two letters', 'no'],
    ['the beginning of two months', 'jui'],
    ['the beginning of two months, and short for both', 'cer'],
    ['longer than the month', 'novembers'],
    ['a property of every object', 'constructor'],
    ['empty', ''],
  ])('is not %s: “%s”', (_, word) => {
    expect(monthNamed(word)).toBeUndefined();
  });
});

describe('a date with the day of the week is read', () => {
  it.each([
    ['in Dutch', 'maandag 23 november 2026 08:00'],
    ['in short Dutch', 'ma, 23 nov. 2026 08:00'],
    ['in German', 'Montag, 23. November 2026 um 08:00 Uhr'],
    ['in long German', 'Montag, den 23. November 2026 um 08:00 Uhr'],
    ['in short German', 'Mo, 23 Nov 2026 08:00:00 +0000'],
    ['in French', 'lundi 23 novembre 2026 à 08h00'],
    ['in long French', 'le lundi 23 novembre 2026 08:00'],
    ['in Spanish', 'lunes, 23 de noviembre de 2026, 8:00 a. m.'],
    ['in long Spanish', 'lunes 23 de noviembre del 2026 a las 8:00'],
    ['in Catalan', 'dilluns, 23 de novembre de 2026 a les 08:00'],
    ['in Italian', 'lunedì 23 novembre 2026 alle ore 08:00'],
    ['in Portuguese', 'segunda-feira, 23 de novembro de 2026 às 08:00'],
    ['in Romanian', 'luni, 23 noiembrie 2026, 08:00'],
    ['in Polish', 'poniedziałek, 23 listopada 2026 08:00'],
    ['in Czech', 'pondělí 23. listopadu 2026 08:00'],
    ['in Hungarian', '2026. november 23., hétfő 08:00'],
    ['in Danish', 'mandag den 23. november 2026 kl. 08.00'],
    ['in Swedish', 'måndag 23 november 2026 kl 08:00'],
    ['in Norwegian', 'man. 23. nov. 2026 08:00'],
    ['in Finnish', 'maanantai 23. marraskuuta 2026 klo 8.00'],
    ['in Estonian', 'esmaspäev, 23. november 2026 08:00'],
    ['in Turkish', '23 Kasım 2026 Pazartesi 08:00'],
    ['in short Turkish, where the day begins like a Polish month', 'Paz, 23 Kas 2026 08:00'],
    ['in Greek', 'Δευτέρα, 23 Νοεμβρίου 2026 08:00'],
    ['in short Greek', 'Δευ, 23 Νοέ 2026 8:00 π.μ.'],
    ['in Russian', 'понедельник, 23 ноября 2026 г. в 08:00'],
    ['in short Russian', 'Пн, 23 ноя 2026 08:00:00 +0000'],
    ['in Ukrainian', '23 листопада 2026 року 08:00'],
    ['in Indonesian', 'Senin, 23 November 2026 08:00'],
    ['in Chinese', '2026年11月23日 星期一 08:00:00'],
    ['in Japanese', '2026年11月23日(月) 08時00分'],
    ['in Korean', '2026년 11월 23일 월요일 17:00'],
    ['in Arabic', 'الاثنين 23 نوفمبر 2026 08:00'],
    ['in Arabic of the Maghreb', '23 نونبر 2026 08:00'],
    ['in Arabic digits', '٢٣ نوفمبر ٢٠٢٦ ٠٨:٠٠'],
    ['in Persian digits', '۲۳/۱۱/۲۰۲۶ ۰۸:۰۰'],
    ['in Hindi', 'सोमवार, 23 नवंबर 2026 08:00'],
    ['in Devanagari digits', '२३ नवम्बर २०२६ ०८:००'],
    ['in Bengali digits', '২৩/১১/২০২৬ ০৮:০০'],
    ['in full-width digits', '２０２６－１１－２３ ０８：００'],
  ])('%s', (_, raw) => {
    expect(isoDate(raw)).toBe(AT_EIGHT);
  });
});

describe('a name that differs from language to language', () => {
  it.each([
    ['is no month at the beginning of a whole date', 'mar, 02 gen 2024', '2024-01-02'],
    ['is March before a day and a year', 'mar 02 2024', '2024-03-02'],
    ['is read behind an ordinal of French', '1er août 2024', '2024-08-01'],
    ['is read in capitals', '15 MAYIS 2024', '2024-05-15'],
    ['is read between hyphens', '2004-july-13T9:15-05:00', '2004-07-13'],
    ['is short in Polish for October', '30 paź 2024', '2024-10-30'],
    ['is short in Polish for June', '4 cze 2024', '2024-06-04'],
    ['is read without a day', 'Nov 2026', '2026-11-01'],
  ])('%s: “%s” is %s', (_, raw, expected) => {
    expect(isoDate(raw)?.slice(0, 10)).toBe(expected);
  });
});
