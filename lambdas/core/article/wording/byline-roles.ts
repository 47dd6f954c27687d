/**
 * The labels in a byline, and what they say of the names behind them: "Words by Ada Quay, photography by Bea Mole",
 * `作者：王小明 来源：港口日报`. A label is a word before a colon, in whatever language.
 */

/** The words of somebody who made a picture. */
const PICTURE =
  /^(?:photo\p{L}*|foto\p{L}*|fot|pictures?|pics?|images?|bild(?:er)?|bildnachweis|visuals?|illustra\p{L}*|illustrazion[ei]|ilustra\p{L}*|grafi[kc]\p{L}*|graphi[ck]\p{L}*|info-?gra\p{L}*|videos?|vidéos?|kamera|camera|cartoons?|zdjęci[ae]|kuvat?|valokuvat?|снимк\p{L}*|фото\p{L}*|світлин\p{L}*|рисун\p{L}*|иллюстрац\p{L}*|φωτο\p{L}*|görsel\p{L}*|fotoğraf\p{L}*|[وال]{0,3}(?:صور[ةه]?|تصوير|عدسة)|عکس|عکاس|צילו\p{L}*|写真|撮影|イラスト|摄影|攝影|图片?|圖片?|攝|摄|사진|그래픽|영상|삽화|ภาพ\p{L}*|ภาพถ่าย|फ़?ोटो|फोटो|तस्वीर|छायाचित्र|ছবি|ảnh|gambar)$/iu;
/** The words of a source that was copied from. */
const SOURCE =
  /^(?:sources?|quellen?|fuentes?|fonti|fonte|bron(?:nen)?|källa|källor|kilde|kilder|lähde|źródło|zdroj|forrás|kaynak|sumber|nguồn|источники?|джерел[оа]|източник|извор|πηγή|المصدر|مصدر|منبع|ماخذ|מקור|来源|來源|稿源|出典|出处|出處|情報源|출처|자료|ที่มา|स्रोत|সূত্র)$/iu;
/** The words of somebody who wrote. */
const WRITING =
  /^(?:text[eo]?|tekst|words?|story|by|von|par|por|door|di|av|af|aut\p{L}*|writ\p{L}*|report\p{L}*|article|yazar|yazan|haber|penulis|oleh|автор\p{L}*|текст|κείμενο|συντάκτης|γράφει|szerző|írta|piše|napisao|napisala|napsala?|بقلم|كتب\p{L}?|الكاتب|كاتب|نویسنده|نوشته|מאת|כתב|作者|撰文|文|记者|記者|取材|执笔|執筆|ライター|글|기자|취재|โดย|เรื่อง|ผู้เขียน|लेखक|লেখক|द्वारा|tác giả)$/iu;
/** One person in two roles: "Text und Fotos: Ada Quay", `文・写真：山田太郎`. */
const BOTH =
  /(?<!\p{L})(text[eo]?s?|tekst|words|story|текст|文|글)\s{0,3}(?:and|und|et|y|e|og|och|en|и|[&+/／・·和と])\s{0,3}(\p{L}{1,20})/giu;
/** `photography by`, `Illustration von`: a label without a colon. */
const PICTURE_BY = /(?<![\p{L}\p{M}])(\p{L}{3,20})\s{1,3}(?:by|von|par|por|di|da|de|door|av|af)\s/giu;
/** `撰文/王小明`, `بقلم/ أحمد`: a sign behind a label in scripts where a slash stands between no two names. */
const SLASH_LABEL = /(?<![^\s|｜,，、])([^\s\p{sc=Latn}/／|｜:：]{1,20})\s?[/／|｜]\s?(?=\p{L})/gu;
/** `Автор — Іван`. */
const DASH_LABEL = /^([^\s:：]{2,20})\s{1,3}[–—-]\s{1,3}(?=\p{L})/u;
/** `Ada Quay (text) & Bea Mole (photos)`. */
const REMARK_ROLE = /[^,，;；&/|()（）]{2,60}[(（]([^()（）]{1,20})[)）]/gu;
const LABEL = /([^\s,，、;；|｜/／·•:：＝()（）]{1,40})\s{0,3}[:：＝]/gu;
const ENDS_WITH_SEPARATOR = /[,，、;；|｜/／·•()（）\n–—-]\s{0,9}$/u;

type Role = 'writing' | 'picture' | 'source' | 'unknown';

interface Segment {
  readonly role: Role;
  readonly names: string;
}

/** Returns a byline in which each label of a known role has a colon, and one person in two roles has one. */
export const withRoleLabels = (byline: string): string =>
  byline
    .replace(REMARK_ROLE, (written, remark: string) => (PICTURE.test(remark.trim()) ? ' ' : written))
    .replace(BOTH, (written, words: string, other: string) => (PICTURE.test(other) ? words : written))
    .replace(PICTURE_BY, (written, word: string) => (PICTURE.test(word) ? `${word}: ` : written))
    .replace(SLASH_LABEL, (written, word: string) => (roleOf(word) === 'unknown' ? written : `${word}: `))
    .replace(DASH_LABEL, (written, word: string) => (roleOf(word) === 'unknown' ? written : `${word}: `));

/** Returns the parts of a byline that name its writers, without their labels, and the parts that name its sources. */
export function byRole(text: string): { readonly writers: readonly string[]; readonly sources: readonly string[] } {
  const labels = [...text.matchAll(LABEL)].filter(({ 1: word = '' }) => /\p{L}/u.test(word));
  const [first] = labels;
  if (first === undefined) return { writers: [text], sources: [] };
  const segments = segmentsOf(text, labels);
  const head = text.slice(0, first.index);
  const isLabel = roleOf(first[1] ?? '') === 'writing' && !ENDS_WITH_SEPARATOR.test(head);
  const writing = segments.filter(({ role }) => role === 'writing').map(({ names }) => names);
  const known = isLabel || head.trim() === '' ? writing : [head, ...writing];
  return {
    // A single unknown word before a colon is a label in a language that isn't listed.
    writers:
      known.length > 0
        ? known
        : segments
            .filter(({ role }) => role === 'unknown')
            .map(({ names }) => names)
            .slice(0, 1),
    sources: segments.filter(({ role }) => role === 'source').map(({ names }) => names),
  };
}

function segmentsOf(text: string, labels: readonly RegExpExecArray[]): Segment[] {
  let empty: Role = 'unknown';
  return labels.flatMap(({ index, 0: label, 1: word = '' }, at) => {
    const names = text.slice(index + label.length, labels[at + 1]?.index).trim();
    const own = roleOf(word);
    const role = own === 'unknown' ? empty : own;
    empty = names === '' ? role : 'unknown';
    return names === '' ? [] : [{ role, names }];
  });
}

function roleOf(word: string): Role {
  if (PICTURE.test(word)) return 'picture';
  if (SOURCE.test(word)) return 'source';
  return WRITING.test(word) ? 'writing' : 'unknown';
}
