/**
 * Short lines that a publisher's templates print around a text, told by their words: credits, dates, labels, reading
 * times.
 */

import { asciiDigits } from '../../feed/dates/ascii-digits.ts';

/** Words for a picture or its owner, in many scripts. */
const PICTURE_WORD =
  'photos?|photographs?|images?|pictures?|fotos?|fotografías?|fotografie|bild(?:er)?|crédits?|credits?|imagen|imatge|quelle|source|' +
  'imagem|immagine|beeld|billede|obraz|ፎቶ|illustration|иллюстрация|изображение|grafik|zdjęcie|fot|kuva|kép|fotoğraf|ảnh|фото|снимка|φωτογραφία|φωτό|写真|撮影|图|图片|图片来源|摄影|圖|圖片|攝影|사진|صورة|تصوير|عکس|तस्वीर|फोटो|ภาพ|תמונה|צילום';
const CREDIT = new RegExp(
  // `Photo: A. Name`, `Foto © Agency`, `图片来源：…`
  `^[(（[［【]?(?:${PICTURE_WORD})\\.?\\s*(?:[:：፦/／=©]|by\\b|von\\b|par\\b|courtesy\\b).{0,60}$|` +
    // `Photo A. Name / Agency`: a name follows
    `^[(（]?(?:${PICTURE_WORD})\\.? (?=\\p{Lu}).{0,60}[^.!?]$|` +
    `^©|^image \\d+ of\\b|©[^.]{0,40}$|` +
    `[(（](?:${PICTURE_WORD})[^)）]{2,60}[)）]$`,
  'iu',
);
/** A name begins with a capital: the flag of CREDIT ignores case. */
const CREDIT_OF_NAME = /^[(（]?\p{L}+\.? \p{Lu}/u;
const CREDIT_WITH_SIGN = /[:：፦/／=©()（）]|\b(?:by|von|par|courtesy)\b|image \d/iu;

/** Who made a picture: `Photo: A. Name / Agency`, `A ferry (Image: AGENCY)`, `© Agency`. */
export const isCredit = (text: string): boolean =>
  text.length < 100 && CREDIT.test(text) && (CREDIT_WITH_SIGN.test(text) || CREDIT_OF_NAME.test(text));

/**
 * Words beside a date, in the languages of most of our feeds. Months and days are known by their beginnings, the others
 * whole.
 */
const DATE_WORDS = new RegExp(
  '(?<![\\p{L}])(?:(?:jan|feb|mar|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez|mär|abr|ene|fév|fev|avr|juin|juil|août|déc|out|' +
    'gen|mag|giu|lug|ago|set|ott|dic|mon|tue|wed|thu|fri|sat|sun|die|mit|don|fre|sam|son|lun|mié|jue|vie|sáb|dom|dim|mer|jeu|ven|segunda|terça|quarta|quinta|sexta|feira)\\p{L}*|' +
    'am|pm|a|p|m|at|on|uhr|est|edt|gmt|utc|cet|cest|pst|et|bst|kl|um|à|le|de|del|das|las|às|h|min|' +
    'published|posted|updated|last|first|modified|stand|aktualisiert|veröffentlicht|erstellt|publicado|publicada|actualizado|' +
    'atualizado|publié|mis|jour|pubblicato|aggiornato|publicerad|uppdaterad|publisert|oppdatert)(?![\\p{L}])',
  'gu',
);

/** A date or a time with nothing beside it but words like `Published`. */
export const isDateline = (text: string): boolean =>
  text.length <= 110 &&
  text.replace(/\P{Nd}/gu, '').length >= 5 &&
  /(?:19|20)\d\d|\d[:h.]\d\d/.test(asciiDigits(text)) &&
  text.toLowerCase().replace(DATE_WORDS, '').replace(/\P{L}/gu, '').length <= 3;

const AD_LABEL =
  /^\W?(?:advert|advertisement|ad|sponsored|anzeige|werbung|reklam[ae]?|annonse?|annonce|publicidad[e]?|publicité|pubblicità|advertentie|mainos)\W?$/i;

/** The label over an advertisement. */
export const isAdLabel = (text: string): boolean => AD_LABEL.test(text);

const READING_TIME =
  /(?:\d ?-?min(?:ute)?s? read|reading time|read time|lesedauer|lesezeit|tempo de leitura|tiempo de lectura|temps de lecture|lecture \d+ ?min|tempo di lettura|leestijd|lästid|lesetid|læsetid|czas czytania)/i;

/** How long the article takes: `4 min read`, `Lesedauer: 4 Minuten`. */
export const isReadingTime = (text: string): boolean => text.length <= 60 && READING_TIME.test(text);
