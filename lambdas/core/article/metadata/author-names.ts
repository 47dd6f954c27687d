/** The persons and the news agencies that a byline names. */
import { isAgency } from './news-agencies.ts';

export interface AuthorNames {
  readonly persons: readonly string[];
  readonly agencies: readonly string[];
  /** Desks and organisations, the site itself among them. */
  readonly others: readonly string[];
}

/** Characters of one byline that are read; a person's longest name on the pages that we know had 40. */
const MAX_BYLINE_LENGTH = 1_000;
const MAX_BYLINES = 100;
const MAX_NAME_LENGTH = 60;
/** Words; titles and particles count. A longer one is a sentence or an office. */
const MAX_WORDS = 6;

/** What stands before names. The second ones are also parts of names, so that two words must follow. */
const CREDITS =
  /^(?:(?:(?:article|story|report(?:age)?|text|words|written|posted|published|publié|reported|analysis|opinion|commentary|interview|review|created|compiled|edited|erstellt|veröffentlicht|geschrieben|ein (?:artikel|beitrag|kommentar|interview)|écrit|rédigé|redactado|escrito|publicado|scritto|pubblicato)\s+)?(?:by|von|par|por|door|przez|автор|szerző)(?:\s*:\s*|\s+)|(?:autor(?:in|en|es|a)?|auteurs?|autore|autori|authors?|writers?|reporters?|tekst|texto?|author name|yazar|penulis|redacción|redaktion|text|words|by|von|automne|skrevet av|af|av|foto)\s*:\s*)/iu;
const CREDIT_ALONE = /^(?:by|von|par|por|di|da|de|door|av|af|autor(?:in)?|author|text|foto|und|and|et)$/i;
const SHORT_CREDITS = /^(?:di|da|de|af|av|od|oleh)\s+(?=\S+\s+\S)/iu;

const CONJUNCTION =
  /\s+(?:and|und|et|och|og|ve|ja|și|и|та|sowie|with|mit|avec|con|και|oraz|és|as told to)\s+|\s*&\s*|\s*\+\s*/iu;
/** One letter: between two whole names only, for `Ortega y Gasset` is one. */
const SHORT_CONJUNCTION = /\s(?:y|e|i|a|en|u)\s/gu;
const SEPARATORS = /\s*[;|•·‧・\n]\s*|\s*\/\s*|\s+[–—-]\s+/u;

const SUFFIX = /^(?:jr|sr|ph\.? ?d|m\.? ?d|m\.? ?a|mba|esq|rn|j\.? ?d|ii|iii)\.?$/i;
/** Signs that a part is an office, a desk or an account, and no person. */
const OFFICE =
  /(?:^|[\s-])(?:editors?|editorial|reporters?|correspondents?|journalists?|columnists?|contributors?|producers?|staff|newsroom|news|desk|team|writers?|bureau|agency|agencies|department|office|service|press|media|professor|director|fellow|university|redaktion|redaktions\w*|redakteur(?:in)?|korrespondent(?:in)?|journalist(?:in)?|reporter(?:in)?|autor(?:in)?|chefredakteur(?:in)?|redaktør|rédaction|rédacteur|journaliste|redacción|redacao|redação|redazione|redactie|redactor[ae]?|corresponsal|periodista|jornalista|giornalista|corrispondente|redakcja|redakce|redakcia|toimitus|envoyée? spéciale?|envoyés spéciaux|enviad[oa] especial|inviat[oa]|sonderkorrespondent(?:in)?|redaksjonen|redaksi|haber merkezi|nachrichten|nachrichtenagentur|nyhetsbyrå|online|digital|администратор|admin|administrator|webmaster|root|guest|anonymous|unknown|null|undefined|false|true)(?=[\s-]|$)/iu;
const TITLE_BEHIND = /\s*(?:기자|특파원|記者|특派員|编辑|記者|통신원|논설위원|선임기자)$/u;
const REMARKS = /\([^()]{0,200}\)|<[^<>]{0,200}>/g;
/** What papers are called. */
const PAPER =
  /^the\s|\s(?:post|times|herald|tribune|gazette|guardian|telegraph|chronicle|examiner|inquirer|dispatch|sentinel|journal|magazine|zeitung|anzeiger|rundschau|nachrichten|tageblatt)$/iu;
/**
 * The place from which a person writes, behind the name; "en" stands between two whole names, too, and is looked at
 * there first.
 */
const PLACE = /^(\S+\s.*?\S)\s+(?:in|aus|from|à|en)\s+\p{Lu}.*$/u;
/** `Harbour Post (www.harbour.example)` */
const OF_SITE = /\(\s*(?:https?:\/\/|www\.)[^()]*\)/i;
/** E-mail addresses, accounts and links. */
const isAddress = (word: string): boolean => /@|:\/\/|^www\./i.test(word);

/**
 * Splits and cleans what bylines say.
 *
 * @param bylines one string a name, or a whole byline: "By Ada Quay and Bea Mole, Harbour".
 * @param sites names of the site and its publisher, which are no authors.
 */
export function authorNames(bylines: readonly string[], sites: readonly string[]): AuthorNames {
  const persons = new Map<string, string>();
  const agencies = new Map<string, string>();
  const others = new Map<string, string>();
  const siteKeys = new Set(sites.map(keyOf).filter(Boolean));
  for (const byline of bylines.slice(0, MAX_BYLINES)) {
    for (const name of namesIn(byline)) {
      const key = keyOf(name);
      const ofSite = siteKeys.has(key) || siteKeys.has(capitalsBefore(name));
      const kind = isAgency(name) ? agencies : isPerson(name) && !ofSite && !OF_SITE.test(byline) ? persons : others;
      if (isName(name)) kind.set(key, kind.get(key) ?? name);
    }
  }
  return { persons: [...persons.values()], agencies: [...agencies.values()], others: [...others.values()] };
}

/** `Mole, Bea`, as libraries write it, the right way round. */
export const uninverted = (name: string): string => name.trim().replace(/^([^\s,]+), ?([^,]+)$/u, '$2 $1');

function namesIn(byline: string): string[] {
  const words = byline
    .slice(0, MAX_BYLINE_LENGTH)
    .replace(REMARKS, agenciesIn)
    .split(/[^\S\n]+/);
  const plain = withoutCredits(words.filter((word) => word !== '' && !isAddress(word)).join(' '));
  return plain.split(SEPARATORS).flatMap(namesOfList);
}

/** `Ada Quay (AFP)`: a remark is nobody, but for an agency. */
function agenciesIn(remark: string): string {
  const names = remark.slice(1, -1).split(/[/,]/);
  return names.every(isAgency) ? `; ${names.join('; ')}` : ' ';
}

/**
 * "A, B and C" is a list of names. What follows the one behind the conjunction, and a single word behind whole names, is the
 * place from which they write.
 */
function namesOfList(list: string): string[] {
  const names: string[] = [];
  let isComplete = false;
  for (const [index, part] of list.split(/\s*[,，、]\s*/u).entries()) {
    const several = splitAll(part)
      .map(withoutCredits)
      .map(cleaned)
      .filter((name) => name !== '' && !SUFFIX.test(name));
    const [only] = several;
    if (several.length === 0) continue;
    const isPlace =
      index > 0 && several.length === 1 && !isAgency(only ?? '') && (isComplete || isOneWordBehindNames(only, names));
    if (!isPlace) names.push(...several);
    isComplete ||= several.length > 1;
  }
  return names;
}

const isOneWordBehindNames = (word: string | undefined, names: readonly string[]): boolean =>
  word !== undefined && !/\s/.test(word) && names.some((name) => /[\s.]/.test(name));

const splitAll = (part: string): string[] => ` ${part}`.split(CONJUNCTION).flatMap(splitWholeNames);

/** `Juan Ortega y Gasset y María Pérez`: a single word goes with the name before it. */
function splitWholeNames(part: string): string[] {
  const names: string[] = [];
  let from = 0;
  for (const { index, 0: sign } of part.matchAll(SHORT_CONJUNCTION)) {
    if (
      !isWhole(part.slice(from, index)) ||
      !isWhole(part.slice(index + sign.length).split(SHORT_CONJUNCTION)[0] ?? '')
    )
      continue;
    names.push(part.slice(from, index));
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

/** Without the signs around it and the title behind it. */
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

/** `MDR THÜRINGEN` → `mdr`: a part of the organisation, not a person. */
const capitalsBefore = (name: string): string => keyOf(/^\p{Lu}{2,}(?= )/u.exec(name)?.[0] ?? '');

const keyOf = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
