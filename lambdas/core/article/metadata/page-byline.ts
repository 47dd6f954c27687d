/** The authors that the reader sees by the headline. */
import { type AuthorNames, authorNames } from './author-names.ts';
import { datesIn } from './date-in-text.ts';
import type { SearchablePage } from './metadata-lookup.ts';

/** Nodes between a headline and its byline. */
const MAX_DISTANCE = 200;
/** The bylines of the persons pictured below the article are not looked at. */
const MAX_BYLINES = 6;
const CREDIT = /^(?:by|von|par|por|door|di|av|af|autor(?:in)?|text)\b/i;
/** What says so plainly that it may stand anywhere, such as in a box below the article. */
const LABEL = /^(?:autor(?:in)?(?:\/autor(?:in)?)?|author|auteur)\b[\s:]*/i;
/** Where a byline ends: at a number, or at a sign between its parts. */
const END = /(?:\s(?:on|am|le|il|el|em|den|op|at))?\s*(?:\d|[|•·]|\s[–—-]\s).*$/su;

/** The names of the nearest byline that has any, first of those that say "by"; undefined when there is none. */
export function visibleAuthors({ bylines, headline, sites }: SearchablePage): readonly string[] | undefined {
  const from = headline?.at ?? 0;
  const byDistance = bylines
    .map((byline) => ({ ...byline, distance: byline.at >= from ? byline.at - from : 2 * (from - byline.at) }))
    .sort((a, b) => a.distance - b.distance);
  const near = byDistance.filter(({ distance }) => headline === undefined || distance <= MAX_DISTANCE);
  const far = byDistance.filter(({ distance, text }) => distance > MAX_DISTANCE && LABEL.test(text));
  const named = [...near.slice(0, MAX_BYLINES), ...far.slice(0, 1)]
    .map(({ text, links }) => ({
      isCredit: CREDIT.test(text),
      names: links.length > 0 ? links : [undated(text.replace(LABEL, ''))],
    }))
    .filter(({ names, isCredit }) => areNames(authorNames(names, sites), isCredit));
  return (named.find(({ isCredit }) => isCredit) ?? named[0])?.names;
}

function undated(text: string): string {
  const [date] = datesIn(text);
  return (date === undefined ? text : text.slice(0, Math.max(0, text.indexOf(date.slice(0, 5))))).replace(END, '');
}

/**
 * Words by the headline may be anything: they are names when each is a whole one with capitals, or a few letters
 * without blanks. Behind "by" an agency will do.
 */
const areNames = ({ persons, agencies }: AuthorNames, isCredit: boolean): boolean =>
  persons.length > 0
    ? persons.every((name) => FULL_NAME.test(name) || EAST_ASIAN_NAME.test(name))
    : isCredit && agencies.length > 0;

const PARTICLES =
  'von|van|vom|zu|zur|de|del|della|der|den|di|da|do|dos|das|du|la|le|el|al|bin|ibn|ben|bint|ter|ten|af|av|y|e|i|und';
const FULL_NAME = new RegExp(
  `^\\p{Lu}[\\p{L}\\p{M}'’.-]*(?: (?:${PARTICLES}|[\\p{Lu}\\p{Lo}][\\p{L}\\p{M}'’.-]*)){1,5}$`,
  'u',
);
const EAST_ASIAN_NAME = /^[\p{sc=Han}\p{sc=Hangul}\p{sc=Hira}\p{sc=Kana}]{2,6}$/u;
