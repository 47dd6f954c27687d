/** Finds the authors near the visible headline. */
import { type AuthorNames, authorNames } from './author-names.ts';
import { datesIn } from './date-in-text.ts';
import type { SearchablePage } from './metadata-lookup.ts';
import type { Byline, Heading } from './page-scan.ts';

/** Max number of nodes between a headline and its byline. */
const MAX_DISTANCE = 200;
/** Max number of bylines that are read. Later bylines belong to other articles. */
const MAX_BYLINES = 6;
const CREDIT = /^(?:by|von|par|por|door|di|av|af|autor(?:in)?|text)\b/i;
/** A label that makes a byline credible at any distance, for instance in a box below the article. */
const LABEL = /^(?:autor(?:in)?(?:\/autor(?:in)?)?|author|auteur)\b[\s:]*/i;
/** The end of a byline's names: a number, or a sign between two parts. */
const END = /(?:\s(?:on|am|le|il|el|em|den|op|at))?\s*(?:\d|[|•·]|\s[–—-]\s).*$/su;

/** Returns the names of the nearest byline. A byline that says "by" comes before all others. */
export function visibleAuthors({ bylines, headline, sites }: SearchablePage): readonly string[] | undefined {
  const byDistance = bylines
    .map((byline) => ({ ...byline, distance: distanceOf(byline, headline) }))
    .sort((a, b) => a.distance - b.distance);
  const near = byDistance.filter(({ distance }) => headline === undefined || distance <= MAX_DISTANCE);
  const far = byDistance.filter(({ distance, text }) => distance > MAX_DISTANCE && LABEL.test(text));
  const named = [...near.slice(0, MAX_BYLINES), ...far.slice(0, 1)]
    .map(({ text, links }) => ({
      isCredit: CREDIT.test(text),
      names: links.length > 0 ? links : [withoutDate(text.replace(LABEL, ''))],
    }))
    .filter(({ names, isCredit }) => areNames(authorNames(names, sites), isCredit));
  return (named.find(({ isCredit }) => isCredit) ?? named[0])?.names;
}

/** Nodes between a headline and a byline; twice as many if the byline is above the headline. */
const distanceOf = (byline: Byline, { at: headline }: Pick<Heading, 'at'> = { at: 0 }): number =>
  byline.at >= headline ? byline.at - headline : 2 * (headline - byline.at);

function withoutDate(text: string): string {
  const [date] = datesIn(text);
  return (date === undefined ? text : text.slice(0, Math.max(0, text.indexOf(date.slice(0, 5))))).replace(END, '');
}

/**
 * Whether a byline's words are names. The words near a headline may be anything: each must be a full name with capitals,
 * or a few East Asian letters without blanks. After "by" the name of an agency is enough.
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
