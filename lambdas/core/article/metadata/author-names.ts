/** Splits bylines into persons, news agencies and others. */
import { isAgency } from './news-agencies.ts';

export interface AuthorNames {
  readonly persons: readonly string[];
  readonly agencies: readonly string[];
  /** Desks and organisations, including the site itself. */
  readonly others: readonly string[];
}

/** Max length of a byline that is read, in characters. */
const MAX_BYLINE_LENGTH = 1_000;
export const MAX_BYLINES = 100;
/** Max length of a name, in characters; the longest name on the evaluated pages has 40. */
const MAX_NAME_LENGTH = 60;
/** Max number of words in a name, titles and particles included. A longer one is a sentence or an office. */
const MAX_WORDS = 6;

/** The words before names. Two words must follow the short ones, because those are also parts of names. */
const CREDITS =
  /^(?:(?:(?:article|story|report(?:age)?|text|words|written|posted|published|publié|reported|analysis|opinion|commentary|interview|review|created|compiled|edited|erstellt|veröffentlicht|geschrieben|ein (?:artikel|beitrag|kommentar|interview)|écrit|rédigé|redactado|escrito|publicado|scritto|pubblicato)\s+)?(?:by|von|par|por|door|przez|автор|szerző)(?:\s*:\s*|\s+)|(?:autor(?:in|en|es|a)?|auteurs?|autore|autori|authors?|writers?|reporters?|tekst|texto?|author name|yazar|penulis|redacción|redaktion|text|words|by|von|automne|skrevet av|af|av|foto)\s*:\s*)/iu;
const CREDIT_ALONE = /^(?:by|von|par|por|di|da|de|door|av|af|autor(?:in)?|author|text|foto|und|and|et)$/i;
const SHORT_CREDITS = /^(?:di|da|de|af|av|od|oleh)\s+(?=\S+\s+\S)/iu;

const CONJUNCTION =
  /\s+(?:and|und|et|och|og|ve|ja|și|и|та|sowie|with|mit|avec|con|και|oraz|és|as told to)\s+|\s*&\s*|\s*\+\s*/iu;
/** Conjunctions of one letter or two: only between two whole names, because `Ortega y Gasset` is one name. */
const SHORT_CONJUNCTION = /\s(?:y|e|i|a|en|u)\s/gu;
const SEPARATORS = /\s*[;|•·‧・\n]\s*|\s*\/\s*|\s+[–—-]\s+/u;

const SUFFIX = /^(?:jr|sr|ph\.? ?d|m\.? ?d|m\.? ?a|mba|esq|rn|j\.? ?d|ii|iii)\.?$/i;
/** Words of an office, a desk or an account, which no person's name has. */
const OFFICE =
  /(?:^|[\s-])(?:editors?|editorial|reporters?|correspondents?|journalists?|columnists?|contributors?|producers?|staff|newsroom|news|desk|team|writers?|bureau|agency|agencies|department|office|service|press|media|professor|director|fellow|university|redaktion|redaktions\w*|redakteur(?:in)?|korrespondent(?:in)?|journalist(?:in)?|reporter(?:in)?|autor(?:in)?|chefredakteur(?:in)?|redaktør|rédaction|rédacteur|journaliste|redacción|redacao|redação|redazione|redactie|redactor[ae]?|corresponsal|periodista|jornalista|giornalista|corrispondente|redakcja|redakce|redakcia|toimitus|envoyée? spéciale?|envoyés spéciaux|enviad[oa] especial|inviat[oa]|sonderkorrespondent(?:in)?|redaksjonen|redaksi|haber merkezi|nachrichten|nachrichtenagentur|nyhetsbyrå|online|digital|администратор|admin|administrator|webmaster|root|guest|anonymous|unknown|null|undefined|false|true)(?=[\s-]|$)/iu;
const TITLE_BEHIND = /\s*(?:기자|특파원|記者|특派員|编辑|記者|통신원|논설위원|선임기자)$/u;
const REMARKS = /\([^()]{0,200}\)|<[^<>]{0,200}>/g;
/** The names of newspapers. */
const PAPER =
  /^the\s|\s(?:post|times|herald|tribune|gazette|guardian|telegraph|chronicle|examiner|inquirer|dispatch|sentinel|journal|magazine|zeitung|anzeiger|rundschau|nachrichten|tageblatt)$/iu;
/**
 * A name and the place from which the person writes. `en` is also a conjunction, so names are split at conjunctions
 * before places are cut.
 */
const PLACE = /^(\S+\s.*?\S)\s+(?:in|aus|from|à|en)\s+\p{Lu}.*$/u;
/** `Harbour Post (www.harbour.example)`: the byline of a site. */
const SITE_BYLINE = /\(\s*(?:https?:\/\/|www\.)[^()]*\)/i;
/** E-mail addresses, accounts and links. */
const isAddress = (word: string): boolean => /@|:\/\/|^www\./i.test(word);

/**
 * Splits bylines into clean names, each name once.
 *
 * @param bylines single names, or whole bylines: "By Ada Quay and Bea Mole, Harbour".
 * @param sites names of the site and its publisher, which aren't persons.
 */
export function authorNames(bylines: readonly string[], sites: readonly string[]): AuthorNames {
  const persons = new Map<string, string>();
  const agencies = new Map<string, string>();
  const others = new Map<string, string>();
  const siteKeys = new Set(sites.map(keyOf).filter(Boolean));
  for (const byline of bylines.slice(0, MAX_BYLINES)) {
    for (const name of namesIn(byline)) {
      if (!isName(name)) continue;
      const key = keyOf(name);
      const isSite = siteKeys.has(key) || siteKeys.has(capitalsBefore(name)) || SITE_BYLINE.test(byline);
      const kind = isAgency(name) ? agencies : isPerson(name) && !isSite ? persons : others;
      kind.set(key, kind.get(key) ?? name);
    }
  }
  return { persons: [...persons.values()], agencies: [...agencies.values()], others: [...others.values()] };
}

/** `Mole, Bea`, as library catalogues write it → `Bea Mole`. */
export const uninverted = (name: string): string => name.trim().replace(/^([^\s,]+), ?([^,]+)$/u, '$2 $1');

function namesIn(byline: string): string[] {
  const words = byline
    .slice(0, MAX_BYLINE_LENGTH)
    .replace(REMARKS, agenciesIn)
    .split(/[^\S\n]+/);
  const names = withoutCredits(words.filter((word) => word !== '' && !isAddress(word)).join(' '));
  return names.split(SEPARATORS).flatMap(namesOfList);
}

/** `Ada Quay (AFP)`: a remark is dropped unless it names agencies only. */
function agenciesIn(remark: string): string {
  const names = remark.slice(1, -1).split(/[/,]/);
  return names.every(isAgency) ? `; ${names.join('; ')}` : ' ';
}

/**
 * `A, B and C, Place` → A, B, C. A part after the conjunction, or a single word after whole names, is the place from which
 * the persons write, unless it is an agency.
 */
function namesOfList(list: string): string[] {
  const names: string[] = [];
  let isComplete = false;
  for (const part of list.split(/\s*[,，、]\s*/u)) {
    const [name, ...others] = namesOfPart(part);
    if (name === undefined) continue;
    const isSingle = others.length === 0 && !isAgency(name);
    if (!isSingle || !(isComplete || isWordAfterNames(name, names))) names.push(name, ...others);
    isComplete ||= others.length > 0;
  }
  return names;
}

const namesOfPart = (part: string): string[] =>
  splitAll(part)
    .map(withoutCredits)
    .map(cleaned)
    .filter((name) => name !== '' && !SUFFIX.test(name));

const isWordAfterNames = (word: string, names: readonly string[]): boolean =>
  !/\s/.test(word) && names.some((name) => /[\s.]/.test(name));

const splitAll = (part: string): string[] => ` ${part}`.split(CONJUNCTION).flatMap(splitWholeNames);

/** `Juan Ortega y Gasset y María Pérez` → two names: a single word belongs to the name before it. */
function splitWholeNames(part: string): string[] {
  const names: string[] = [];
  let from = 0;
  for (const { index, 0: sign } of part.matchAll(SHORT_CONJUNCTION)) {
    const before = part.slice(from, index);
    const [after = ''] = part.slice(index + sign.length).split(SHORT_CONJUNCTION);
    if (!isWhole(before) || !isWhole(after)) continue;
    names.push(before);
    from = index + sign.length;
  }
  return [...names, part.slice(from)];
}

const isWhole = (name: string): boolean => /\S\s+\S/.test(name);

function withoutCredits(text: string): string {
  let rest = text;
  for (let times = 0; times < 3; times++) {
    const next = rest.replace(CREDITS, '').replace(SHORT_CREDITS, '');
    if (next === rest) break;
    rest = next;
  }
  return rest;
}

/** A name without the signs around it, and without the title and place after it. */
const cleaned = (name: string): string =>
  name
    .replace(/^[^\p{L}\p{N}"“'’«]+|[^\p{L}\p{M}\p{N}."”'’»)]+$/gu, '')
    .replace(TITLE_BEHIND, '')
    .replace(PLACE, '$1')
    .replace(/(?<=\p{L}{3})\.$/u, '')
    .trim();

function isName(name: string): boolean {
  const isLong = name.length > MAX_NAME_LENGTH || name.split(/\s+/).length > MAX_WORDS;
  return name.length > 1 && !isLong && !/[:?!]|\d{3}/.test(name) && !CREDIT_ALONE.test(name);
}

const isPerson = (name: string): boolean =>
  !OFFICE.test(name) && !PAPER.test(name) && !/\d|^[\w-]+\.(?:com|de|net|org|[a-z]{2})$/i.test(name);

/** `MDR THÜRINGEN` → `mdr`: a department of a site whose name is MDR. */
const capitalsBefore = (name: string): string => keyOf(/^\p{Lu}{2,}(?= )/u.exec(name)?.[0] ?? '');

const keyOf = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
