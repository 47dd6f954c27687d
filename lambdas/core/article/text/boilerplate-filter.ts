/** Which blocks of the article's part of a page are its text, and which only stand between. */
import { promoBoxes } from './promo-boxes.ts';
import { endBeforeSignOff } from './sign-off.ts';
import { isLink, isRunning, type Scope, type TextBlock } from './text-blocks.ts';

/** What the page says about its article elsewhere. */
export interface KnownOfArticle {
  readonly title?: string;
  readonly description?: string;
  readonly authors?: readonly string[];
}

export function withoutBoilerplate(blocks: readonly TextBlock[], known: KnownOfArticle): TextBlock[] {
  const boxed = promoBoxes(blocks);
  const lists = Map.groupBy(blocks, ({ scope }) => listAround(scope));
  const title = normalizedText(known.title ?? '');
  const kept = blocks.filter(
    (block) =>
      block.scope.node.nodeName !== 'H1' &&
      !boxed.has(block) &&
      !isLink(block) &&
      !isLabelledLink(block) &&
      !isLinkList(block, lists) &&
      !isCredit(block.text) &&
      !isDateline(block.text) &&
      !isReadingTime(block.text) &&
      !isAdLabel(block.text) &&
      !isByline(block, known.authors ?? []) &&
      !isHeadline(normalizedText(block.text), title),
  );
  const article = kept.slice(0, endOf(kept));
  return article.slice(0, endBeforeSignOff(article.map(({ text }) => text)));
}

/** The headline again, perhaps behind its kicker. */
const isHeadline = (text: string, title: string): boolean =>
  title !== '' &&
  (text === title || (title.length > 20 && text.endsWith(` ${title}`) && text.length < 2 * title.length));

/** Letters and digits in lower case, a space between two words: for comparing what is the same but for its signs. */
export const normalizedText = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** How far above a block its list may be, in elements: an item may hold a paragraph in a box. */
const LIST_DISTANCE = 4;

const listAround = (scope: Scope): Scope | undefined => {
  let at: Scope | undefined = scope;
  for (let up = 0; at !== undefined && up < LIST_DISTANCE; up++, at = at.parent)
    if (at.node.nodeName === 'UL' || at.node.nodeName === 'OL') return at;
  return undefined;
};

/** `Read more: a headline`, in any language: a short label, and a link that is the rest. */
const isLabelledLink = ({ linked, text }: TextBlock): boolean =>
  linked > 0.5 && text.length * (1 - linked) < 35 && /^[^:]{2,30}:/.test(text);

/** A list with a link in each item. */
const isLinkList = ({ scope }: TextBlock, lists: ReadonlyMap<Scope | undefined, readonly TextBlock[]>): boolean => {
  const list = listAround(scope);
  const items = list === undefined ? [] : (lists.get(list) ?? []);
  return items.length > 1 && items.every(({ linked }) => linked > 0.25);
};

const PICTURE_WORD = 'photo|photograph|image|picture|foto|fotografía|bild|crédit|credit|imagen|imatge|quelle|source';
const CREDIT = new RegExp(
  `^\\(?(?:(?:${PICTURE_WORD}|bilder)s?\\b(?:.{0,60}[^.!?]|\\s*[:/©].{0,60})$|©|image \\d+ of\\b)|©[^.]{0,40}$|\\((?:${PICTURE_WORD})[^)]{2,60}\\)$`,
  'iu',
);

/** Who made a picture: `Photo: A. Name / Agency`, `A ferry (Image: AGENCY)`, `© Agency`. */
const isCredit = (text: string): boolean => text.length < 100 && CREDIT.test(text);

/** What stands beside a date, in the languages where most of our feeds come from. Whole words, but for months and days. */
const DATE_WORDS = new RegExp(
  '(?<![\\p{L}])(?:(?:jan|feb|mar|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez|mär|abr|ene|fév|fev|avr|juin|juil|août|déc|out|' +
    'gen|mag|giu|lug|ago|set|ott|dic|mon|tue|wed|thu|fri|sat|sun|die|mit|don|fre|sam|son|lun|mié|jue|vie|sáb|dom|dim|mer|jeu|ven|segunda|terça|quarta|quinta|sexta|feira)\\p{L}*|' +
    'am|pm|a|p|m|at|on|uhr|est|edt|gmt|utc|cet|cest|pst|et|bst|kl|um|à|le|de|del|das|las|às|h|min|' +
    'published|posted|updated|last|first|modified|stand|aktualisiert|veröffentlicht|erstellt|publicado|publicada|actualizado|' +
    'atualizado|publié|mis|jour|pubblicato|aggiornato|publicerad|uppdaterad|publisert|oppdatert)(?![\\p{L}])',
  'gu',
);

/** A date or a time with nothing beside it but words like `Published`. */
const isDateline = (text: string): boolean =>
  text.length <= 110 &&
  text.replace(/\D/g, '').length >= 5 &&
  /(?:19|20)\d\d|\d[:h.]\d\d/.test(text) &&
  text.toLowerCase().replace(DATE_WORDS, '').replace(/\P{L}/gu, '').length <= 3;

/** What stands over an advertisement. */
const isAdLabel = (text: string): boolean => AD_LABEL.test(text);
const AD_LABEL =
  /^\W?(?:advert|advertisement|ad|sponsored|anzeige|werbung|reklam[ae]?|annonse?|annonce|publicidad[e]?|publicité|pubblicità|advertentie|mainos)\W?$/i;

/** How long the article takes: `4 min read`, `Lesedauer: 4 Minuten`. */
const isReadingTime = (text: string): boolean => text.length <= 60 && READING_TIME.test(text);
const READING_TIME =
  /(?:\d ?-?min(?:ute)?s? read|reading time|read time|lesedauer|lesezeit|tempo de leitura|tiempo de lectura|temps de lecture|lecture \d+ ?min|tempo di lettura|leestijd|lästid|lesetid|læsetid|czas czytania)/i;

/** A short line that is little more than the names of the authors. */
const isByline = (block: TextBlock, authors: readonly string[]): boolean => {
  if (block.text.length > 100 || isRunning(block)) return false;
  const names = authors.filter((name) => name.length > 3 && block.text.includes(name));
  const rest = names.reduce((text, name) => text.replace(name, ''), block.text);
  return names.length > 0 && rest.length < 30;
};

/**
 * Where the text ends: what follows the last sentence, item or paragraph are headings without content, tags and calls
 * to action.
 */
function endOf(blocks: readonly TextBlock[]): number {
  const last = blocks.findLastIndex(
    (block) =>
      isRunning(block) ||
      (block.linked < 0.2 && /[.!?…。！？:»”"“)\]’']$/u.test(block.text) && !isHeading(block)) ||
      listAround(block.scope) !== undefined,
  );
  return last + 1;
}

const isHeading = ({ scope }: TextBlock): boolean => /^H[1-6]$/.test(scope.node.nodeName);
