/** Tells names of persons from names of offices, desks, accounts, papers and sites. */

/** Words of an office, a desk or an account, which no person's name has. */
const OFFICE =
  /(?:^|[\s-])(?:editors?|editorial|reporters?|correspondents?|journalists?|columnists?|contributors?|producers?|staff|newsroom|news|desk|team|writers?|bureau|agency|agencies|department|office|service|press|media|professor|director|fellow|university|redaktion|redaktions\w*|redakteur(?:in)?|korrespondent(?:in)?|journalist(?:in)?|reporter(?:in)?|autor(?:in)?|chefredakteur(?:in)?|redaktør|rédaction|rédacteur|journaliste|redacción|redacao|redação|redazione|redactie|redactor[ae]?|corresponsal|periodista|jornalista|giornalista|corrispondente|redakcja|redakce|redakcia|toimitus|envoyée? spéciale?|envoyés spéciaux|enviad[oa] especial|inviat[oa]|sonderkorrespondent(?:in)?|redaksjonen|redaksi|haber merkezi|nachrichten|nachrichtenagentur|nyhetsbyrå|online|digital|администратор|admin|administrator|super ?user|webmaster|root|guest|anonymous|unknown|null|undefined|false|true)(?=[\s-]|$)/iu;
/** Offices that are family names too: in a name of two words, behind a given name. */
const FAMILY_NAME = /^(\p{Lu}[\p{L}\p{M}'’-]+)(?: \p{Lu}\.?)? (?:Root|Press|Guest|Fellow|Service|Office|Null|True)$/u;
/** Words before an office that are no given names. */
const NO_GIVEN_NAME =
  /^(?:senior|junior|chief|head|lead|managing|executive|associate|assistant|deputy|research|visiting|teaching|policy|art|creative|free|the|our|your|daily|weekly|new|local|world|national|international|foreign|wire|special|home|post|box|front)$/i;
/** The names of newspapers. */
const PAPER =
  /^the\s|\s(?:post|times|herald|tribune|gazette|guardian|telegraph|chronicle|examiner|inquirer|dispatch|sentinel|journal|magazine|zeitung|anzeiger|rundschau|nachrichten|tageblatt)$/iu;

/** Desks and accounts in scripts without blanks or capitals. */
const DESK =
  /(?:編集部|编辑部|編輯部|取材班|報道部|新聞社|新闻社|通讯社|綜合|综合|管理[员員者]|관리자|편집부|취재팀|뉴스팀|데스크)$|^(?:редакци\p{L}+|редакція|редакції|пресс-служба|التحرير|هيئة التحرير|أسرة التحرير|وكالات|تحریریه|מערכת|กองบรรณาธิการ|ทีมข่าว|συντακτική ομάδα)(?:\s|$)|(?:डेस्क|ডেস্ক)$/iu;

/** @param name freed of credits, and with capitals as written. */
export const isPerson = (name: string): boolean =>
  !isOffice(name) && !DESK.test(name) && !PAPER.test(name) && !/\d|^[\w-]+\.(?:com|de|net|org|[a-z]{2})$/i.test(name);

function isOffice(name: string): boolean {
  const givenName = FAMILY_NAME.exec(name)?.[1];
  return OFFICE.test(name) && (givenName === undefined || OFFICE.test(givenName) || NO_GIVEN_NAME.test(givenName));
}

/** Whether a name is a full one with capitals, or a few East Asian letters without blanks. */
export const isFullName = (name: string): boolean => FULL_NAME.test(name) || EAST_ASIAN_NAME.test(name);

const PARTICLES =
  'von|van|vom|zu|zur|de|del|della|der|den|di|da|do|dos|das|du|la|le|el|al|bin|ibn|ben|bint|ter|ten|af|av|y|e|i|und';
const FULL_NAME = new RegExp(
  `^\\p{Lu}[\\p{L}\\p{M}'’.-]*(?: (?:${PARTICLES}|[\\p{Lu}\\p{Lo}][\\p{L}\\p{M}'’.-]*)){1,5}$`,
  'u',
);
const EAST_ASIAN_NAME = /^[\p{sc=Han}\p{sc=Hangul}\p{sc=Hira}\p{sc=Kana}]{2,6}$/u;

/** Whether a name is one to five words in a script without capitals (Arabic, Hebrew, Thai, the scripts of India), or Katakana. */
export const isCaselessName = (name: string): boolean =>
  EAST_ASIAN_PAIR.test(name) ||
  (name.length <= MAX_CASELESS_LENGTH &&
    CASELESS_NAME.test(name) &&
    !/[\p{sc=Han}\p{sc=Hangul}\p{sc=Hira}]/u.test(name));

/** In characters. */
const MAX_CASELESS_LENGTH = 40;
const CASELESS_NAME =
  /^[\p{Lo}\p{sc=Geor}][\p{Lo}\p{sc=Geor}\p{M}\p{Lm}\u200C・.'’-]+(?: [\p{Lo}\p{sc=Geor}\p{M}\p{Lm}\u200C.'’-]+){0,4}$/u;
const EAST_ASIAN_PAIR = /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]{1,4} [\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]{1,5}$/u;

/** Whether a name is one word, and perhaps a second one with a capital: `oz`, `Daniel`, `ada_q`, `ada Quay`. */
export const isNickname = (name: string): boolean => name.length <= MAX_NICKNAME_LENGTH && NICKNAME.test(name);

/** In characters. */
const MAX_NICKNAME_LENGTH = 25;
const NICKNAME = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}_.-]+(?: \p{Lu}[\p{L}.]*)?$/u;
