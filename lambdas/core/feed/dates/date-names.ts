/** The names of months in the languages of the feeds that we know, in lower case and without accents. */

/**
 * Full names, one line a month: English, Dutch, German, French, Spanish, Catalan, Italian, Portuguese, Romanian,
 * Danish and Norwegian, Swedish, Finnish, Estonian, Polish, Czech, Hungarian, Slovene, Indonesian, Turkish, Greek,
 * Russian, Ukrainian, Arabic (from Egypt, the Maghreb and, where it is one word, the Levant), Hindi, Bulgarian, Serbian,
 * Hebrew, Thai (and its abbreviations), Bengali, Urdu, Persian; genitives where they differ. Croatian is left out, because its `listopad` is October, but November in Polish and Czech.
 */
const NAMES = [
  'january januari januar janner janvier enero gener gennaio janeiro ianuarie tammikuuta jaanuar styczen stycznia leden ledna ocak ιανουαριος ιανουαριου января январь січня січень يناير جانفي जनवरी януари јануар ינואר มกราคม มค জানযারি جنوری ژانویه',
  'february februari februar feber fevrier febrero febrer febbraio fevereiro februarie helmikuuta veebruar luty lutego unor unora subat φεβρουαριος φεβρουαριου февраля февраль лютого лютии فبراير فيفري شباط फरवरी февруари фебруар פברואר กมภาพนธ กพ ফেবরযারি فروری فوریه',
  'march maart mrt marz maerz mrz mars marzo marc marco martie marts maaliskuuta marec marzec marca brezen brezna marcius maret mart μαρτιος μαρτιου марта март березня березень مارس اذار मारच מרץ มนาคม มค মারচ مارچ',
  'april avril abril aprile aprilie huhtikuuta aprill kwiecien kwietnia duben dubna aprilis nisan απριλιος απριλιου апреля апрель квітня квітень ابريل افريل نيسان अपरल април אפריל เมษายน เมย এপরিল اپریل اوریل',
  'may mei mai mayo maig maggio maio maj toukokuuta maja kveten kvetna majus mayis μαιος μαιου мая маи травня травень مايو ماي ايار मई мај מאי พฤษภาคม พค মে ميی مه',
  'june juni juin junio juny giugno junho iunie kesakuuta juuni czerwiec czerwca cerven cervna junius junij haziran ιουνιος ιουνιου ιον июня июнь червня червень يونيو جوان حزيران जन юни јун jun יוני มถนายน มย জন جون ژوين',
  'july juli juillet julio juliol luglio julho iulie heinakuuta juuli lipiec lipca cervenec cervence julius julij temmuz ιουλιος ιουλιου ιολ июля июль липня липень يوليو يوليوز جويلية تموز जलाई юли јул jul יולי กรกฎาคม กค জলাই جولايی ژويیه',
  'august augustus aout agosto agost elokuuta sierpien sierpnia srpen srpna augusztus avgust agustus agustos αυγουστος αυγουστου августа август серпня серпень اغسطس غشت اوت اب अगसत augusti אוגוסט สงหาคม สค আগসট اگست',
  'september septembre septiembre setiembre setembre settembre setembro septembrie syyskuuta wrzesien wrzesnia zari szeptember eylul σεπτεμβριος σεπτεμβριου сентября сентябрь вересня вересень سبتمبر شتنبر ايلول सितबर सितमबर септември септембар septembar ספטמבר กนยายน กย সেপটেমবর ستمبر سپتامبر',
  'october oktober octobre octubre ottobre outubro octombrie lokakuuta oktoober pazdziernik pazdziernika rijen rijna ekim οκτωβριος οκτωβριου октября октябрь жовтня жовтень اكتوبر अकटबर अकतबर октомври октобар oktobar אוקטובר ตลาคม ตค অকটোবর اکتوبر اکتبر',
  'november novembre noviembre novembro noiembrie marraskuuta listopad listopada listopadu kasim νοεμβριος νοεμβριου ноября ноябрь листопада листопад نوفمبر نونبر नवबर नवमबर ноември новембар novembar נובמבר พฤศจกายน พย নভেমবর نومبر نوامبر',
  'december dezember decembre diciembre desembre dicembre dezembro decembrie desember joulukuuta detsember grudzien grudnia prosinec prosince aralik δεκεμβριος δεκεμβριου декабря декабрь грудня грудень ديسمبر دجنبر दिसबर दिसमबर декември децембар decembar דצמבר ธนวาคม ธค ডিসেমবর دسمبر دسامبر',
];

/** `Mar` is short for March in all languages except Finnish, where November may be `marras`. */
const SHORT = new Map([
  ['mar', 3],
  ['мар', 3],
]);
/** Min length of an abbreviation, in characters. */
const MIN_LENGTH = 3;

/** Months (1 to 12) by their names and abbreviations; 0 for an abbreviation that two months share. */
const months = withAbbreviations(
  NAMES.flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
);

/** A month (1 to 12) by its name or an abbreviation of it, in lower case and without accents. */
export const monthNamed = (word: string): number | undefined => SHORT.get(word) ?? (months.get(word) || undefined);

function withAbbreviations(names: readonly (readonly [name: string, month: number])[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const [name, month] of names) {
    for (const short of abbreviationsOf(name)) found.set(short, (found.get(short) ?? month) === month ? month : 0);
  }
  for (const [name, month] of names) found.set(name, month); // a whole name wins over an abbreviation
  return found;
}

function abbreviationsOf(name: string): string[] {
  const count = Math.max(0, name.length - MIN_LENGTH);
  return Array.from({ length: count }, (_, n) => name.slice(0, MIN_LENGTH + n));
}

/** Words between the parts of a date, and endings of its numbers: "le 1er janvier", "23rd of May", "23 мая 2026 г.". */
const FILLERS = new Set(
  (
    'st nd rd th er eme o a e an en d de del dei of the den der des le les la el il am at on om um kl klo uhr as las alle ore ora ' +
    'feira г года р року в о od'
  ).split(' '),
);

export const isFiller = (word: string): boolean => FILLERS.has(word);

/** English names by number, because a number alone may be a day. */
const ENGLISH = NAMES.map((names) => names.slice(0, names.indexOf(' ')));
const CHINESE_NUMBERS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];

/**
 * A text in which each month has a name in one word: `5月` (also `五月`, `5월` and the Vietnamese `thg 5`) is a number
 * with a sign, and Thai abbreviations have points within.
 */
export const withMonthNames = (text: string): string =>
  text
    .replace(/(\d{1,2})[月월]|\bth(?:an)?g ?(\d{1,2})\b/g, (written, east, vietnamese) => {
      const name = ENGLISH[Number(east ?? vietnamese) - 1];
      return name === undefined ? written : ` ${name} `;
    })
    .replace(/(十[一二]?|[一二三四五六七八九])月/g, (_, number) => ` ${ENGLISH[CHINESE_NUMBERS.indexOf(number)]} `)
    .replace(/([ก-ฮ])\.([ก-ฮ])\./g, '$1$2');
