/** The words that begin a byline, in the languages that we know. Longer lists of labels: byline-roles.ts. */

/** Words before names: with a colon, or before a capital. */
const BY =
  'autor(?:in)?(?:/autor(?:in)?)?|author|auteur|by|von|par|por|door|di|av|af|od|przez|oleh|piše|napisa[ol]a?|napsala?|yazan|автор';
const LABEL =
  'autor(?:en|es|a)|authors|auteurs|autore|autori|writers?|reporters?|text[eo]?|tekst|teksti|words|yazar|haber|penulis|szerző|írta|автори?|текст|материал подготовил[аи]?|κείμενο|συντάκτης|redaktion|redakteur(?:in)?|redacción|rédaction|redazione';
const WRITTEN =
  '(?:geschrieben|written|posted|published|publié|écrit|escrito|scritto|skrevet|erstellt|veröffentlicht|verfasst|eingestellt|submitted|words|story|report|text|tekst|beitrag|artikel|blog ?beitrag|gastbeitrag|kommentar|bericht|reportage|interview) (?:by|von|par|por|da|di|door|av|af)';
const CREDIT = new RegExp(
  `^(?:(?:${BY}|${LABEL}|${WRITTEN})(?: ?(?:und|and|et|y|e|og|och|[&/+]) ?\\p{L}{1,20})?\\s{0,20}[:：]|(?:${BY}|text|${WRITTEN})(?=\\s{1,20}\\p{Lu})|(?:${BY}|${WRITTEN}|${LABEL})$)`,
  'iu',
);
/** Lower-case names follow only behind two words: "Posted by oz". */
const WRITTEN_BY = new RegExp(`^${WRITTEN}(?=\\s)`, 'i');
/** The credits of languages without capitals. */
const CASELESS =
  /^(?:作者|撰文|本[报報](?:记者|記者)|特[约約](?:记者|記者)|[记記]者|通[讯訊][员員]|文)\s{0,3}(?:[:：/／|｜]|(?=\s\p{sc=Han})|(?<=者|员|員|撰文)(?=\p{sc=Han}))|^(?:取材|執筆|ライター|글|취재|文)\s{0,3}[:：/・=＝]|^(?:بقلم|كتبت?|إعداد|نوشته|نویسنده|מאת|โดย|เรื่อง|ผู้เขียน|लेखक|লেখক|द्वारा)\s{0,3}(?:[:：]|(?=\s))/u;
/** `신현주 기자`: the office stands behind the name. */
const KOREAN_REPORTER =
  /^(?:[([][^()[\]]{1,30}[)\]])?\s{0,3}\p{sc=Hangul}{2,5}\s?(?:기자|특파원|논설위원)(?=[\s,·=(]|$)/u;

/** Returns the credit that a text begins with; undefined if the text is no byline. */
export function creditIn(raw: string): string | undefined {
  const text = raw.trim();
  return (CREDIT.exec(text) ?? WRITTEN_BY.exec(text) ?? CASELESS.exec(text) ?? KOREAN_REPORTER.exec(text))?.[0];
}

/** Returns a byline without its credit. The offices of East Asian reporters stay: author-names.ts knows them. */
export function withoutCredit(byline: string, credit: string | undefined): string {
  const text = byline.trim();
  return credit === undefined || KOREAN_REPORTER.test(text) || /[记記]者$/.test(credit)
    ? text
    : text.slice(credit.length).trim();
}

/** Whether a credit is a label, which is credible at any distance, for instance in a box below the article. */
export const isLabel = (credit: string): boolean => /[:：]$|^aut/i.test(credit);

/** Whether a nickname may follow a credit: "Posted by oz", "Autor: Daniel". */
export const isPlainCredit = (credit: string): boolean => WRITTEN_BY.test(`${credit} `) || /[:：]$/.test(credit);
