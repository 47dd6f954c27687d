/** Splits bylines into persons, news agencies and others. */
import { byRole, withRoleLabels } from './byline-roles.ts';
import { isAgency } from './news-agencies.ts';
import { isPerson } from './person-names.ts';

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
  /^(?:(?:(?:article|story|report(?:age)?|text|words|written|posted|published|publié|reported|analysis|opinion|commentary|interview|review|created|compiled|edited|erstellt|veröffentlicht|geschrieben|ein (?:artikel|beitrag|kommentar|interview)|écrit|rédigé|redactado|escrito|publicado|scritto|pubblicato|skrevet|tekst)\s+)?(?:by|von|par|por|door|przez|автор|szerző|oleh|piše|napisao|napisala|napsala?|írta|yazan)(?:\s*:\s*|\s+)|(?:skrevet|tekst|text) a[vf]\s+|teksti\s+|γράφει [οη]\s+|(?:بقلم|كتبت?|إعداد|نوشته|نویسنده|מאת|โดย|लेखक|द्वारा|текст|автор|γράφει|글|tác giả)\s+)/iu;
const CREDIT_ALONE = /^(?:by|von|par|por|di|da|de|door|av|af|autor(?:in)?|author|text|foto|und|and|et|文|글)$/i;
const SHORT_CREDITS = /^(?:di|da|de|af|av|od|του|της)\s+(?=\S+\s+\S)/iu;
/** `本报记者 王小明`: a reporter's title before a name in Han. */
const TITLE_BEFORE =
  /^(?:本[报報]|特[约約]|实习|[实實]習)?(?:记者|記者|通讯员|通訊員|撰文|作者)(?:\s+|(?=\p{sc=Han}{2,4}$))/u;

/** `王小明 李四`: several persons behind a reporter's title. */
const HAN_NAMES = /^\p{sc=Han}{2,4}(?: \p{sc=Han}{2,4})+$/u;

const CONJUNCTION =
  /\s+(?:and|und|et|och|og|ve|ja|și|и|та|sowie|with|mit|avec|con|και|oraz|és|và|و|اور|और|এবং|และ|as told to)\s+|\s*&\s*|\s*\+\s*/iu;
/** Conjunctions of one letter or two: only between two whole names, because `Ortega y Gasset` is one name. */
const SHORT_CONJUNCTION = /\s(?:y|e|i|a|en|u|dan|na|і|й)\s/gu;
/** A middle dot within Katakana belongs to a name: `ジョン・スミス`. */
const SEPARATORS = /\s*(?:[;；؛|｜•·‧\n／/]|(?<![\p{sc=Kana}ー])・|・(?!\p{sc=Kana}))\s*|\s+[–—-]\s+/u;

const SUFFIX = /^(?:jr|sr|ph\.? ?d|m\.? ?d|m\.? ?a|mba|esq|rn|j\.? ?d|ii|iii)\.?$/i;
const TITLE_BEHIND =
  /\s*(?:(?:선임|인턴|객원|수습|전문)?기자|특파원|통신원|논설위원|앵커|記者|特派員|論説委員|編集委員|编辑|记者|さん)$/u;
/** `台北報導`: the place from which somebody reports. */
const PLACE_OF_REPORT = /^\p{sc=Han}{2,6}(?:報導|报道|報道|电|電|讯|訊)$/u;
const REMARKS = /[(（][^()（）]{0,200}[)）]|<[^<>]{0,200}>|\[[^[\]=]{1,40}=[^[\]]{1,40}\]/g;
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
  const words = withRoleLabels(byline.slice(0, MAX_BYLINE_LENGTH))
    .replace(REMARKS, agenciesIn)
    .split(/[^\S\n]+/);
  const { writers, sources } = byRole(words.filter((word) => word !== '' && !isAddress(word)).join(' '));
  return [...writers.flatMap(namesOfRole), ...sources.flatMap(namesOfRole).filter(isAgency)];
}

const namesOfRole = (part: string): string[] =>
  withoutCredits(part)
    .split(SEPARATORS)
    .filter((name) => !PLACE_OF_REPORT.test(name))
    .flatMap((names) => (TITLE_BEFORE.test(part) && HAN_NAMES.test(names) ? names.split(' ') : names))
    .flatMap(namesOfList);

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
  for (const part of list.split(/\s*[,，、،]\s*/u)) {
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
    .map((name) => cleaned(withoutCredits(name.trim())))
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
    const next = rest.replace(CREDITS, '').replace(SHORT_CREDITS, '').replace(TITLE_BEFORE, '');
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
  return name.length > 1 && !isLong && !/[:：?!]|\p{Nd}{3}/u.test(name) && !CREDIT_ALONE.test(name);
}

/** `MDR THÜRINGEN` → `mdr`: a department of a site whose name is MDR. */
const capitalsBefore = (name: string): string => keyOf(/^\p{Lu}{2,}(?= )/u.exec(name)?.[0] ?? '');

const keyOf = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
