/** Finds the authors near the visible headline. */
import { type AuthorNames, authorNames } from '../wording/author-names.ts';
import { creditIn, isLabel, isPlainCredit, withoutCredit } from '../wording/byline-credits.ts';
import { withRoleLabels } from '../wording/byline-roles.ts';
import { datesIn } from '../wording/date-in-text.ts';
import { isCaselessName, isFullName, isNickname } from '../wording/person-names.ts';
import type { SearchablePage } from './metadata-lookup.ts';
import type { Byline, Heading } from './page-scan.ts';

/** Max number of nodes between a headline and its byline. */
const MAX_DISTANCE = 200;
/** The same of a name that only the page's markup, or a date before it, tells from other words. */
const MAX_NEAR_DISTANCE = 100;
/** Max number of bylines that are read. Later bylines belong to other articles. */
const MAX_BYLINES = 6;
/** The end of a byline's names: a number, or a sign between two parts. */
const END = /(?:\s(?:on|am|le|il|el|em|den|op|at))?\s*(?:\d|[|•·]|\s[@–—-]\s).*$/su;
/** The words between names and the date behind them. */
const BEFORE_DATE = /\s(?:on|am|vom|le|il|el|em|den|op|at|dated)$/i;

interface ReadByline {
  readonly names: readonly string[];
  readonly found: AuthorNames;
  /** The words that begin the byline: "By". */
  readonly credit: string | undefined;
  readonly mark: Byline['mark'];
  /** The byline stands by the headline, or the page has no headline. */
  readonly isNear: boolean;
  /** The names stand behind a date. */
  readonly isBehindDate: boolean;
}

/** Returns the names of the nearest byline. A byline that says "by", or is marked as the author, comes before all others. */
export function visibleAuthors(page: SearchablePage): readonly string[] | undefined {
  const named = bylinesNear(page).filter(namesPersons);
  return (named.find(isSigned) ?? named[0])?.names;
}

/** Returns the names of the nearest byline that is marked as the author and names no person: a desk, or the site itself. */
export function visibleDesk(page: SearchablePage): readonly string[] | undefined {
  const desk = (byline: ReadByline): boolean =>
    isMarkedNear(byline) && byline.found.others.length + byline.found.agencies.length > 0;
  return bylinesNear(page).find(desk)?.names;
}

/** Returns the visible authors whom the page marks as such, by the headline. */
export function markedAuthors(page: SearchablePage): readonly string[] | undefined {
  return bylinesNear(page).find((byline) => isMarkedNear(byline) && namesPersons(byline))?.names;
}

const isMarkedNear = ({ mark, isNear }: ReadByline): boolean => mark === 'author' && isNear;
const isSigned = ({ credit, mark }: ReadByline): boolean => credit !== undefined || mark === 'author';

function bylinesNear({ bylines, headline, sites }: SearchablePage): ReadByline[] {
  const byDistance = bylines
    .map((byline) => ({ ...byline, distance: distanceOf(byline, headline) }))
    .sort((a, b) => a.distance - b.distance);
  const near = byDistance.filter(({ distance }) => headline === undefined || distance <= MAX_DISTANCE);
  const far = byDistance.filter(({ distance, text }) => distance > MAX_DISTANCE && isLabelled(text));
  return [...near.slice(0, MAX_BYLINES), ...far.slice(0, 1)].map(({ text, links, mark, distance }) => {
    const line = withRoleLabels(withoutHeadline(text, headline));
    const credit = creditIn(line);
    const { names: written, isBehindDate } = withoutDate(withoutCredit(line, credit));
    const names = links.length > 0 ? links : [written];
    return {
      names,
      found: authorNames(names, sites),
      credit,
      mark,
      isNear: headline === undefined || distance <= MAX_NEAR_DISTANCE,
      isBehindDate,
    };
  });
}

const isLabelled = (text: string): boolean => isLabel(creditIn(text) ?? '');

/** Nodes between a headline and a byline; twice as many if the byline is above the headline. */
const distanceOf = (byline: Byline, { at: headline }: Pick<Heading, 'at'> = { at: 0 }): number =>
  byline.at >= headline ? byline.at - headline : 2 * (headline - byline.at);

/** A byline in one line with its headline: "Ferry returns by Ada Quay". */
const withoutHeadline = (text: string, headline: Heading | undefined): string =>
  headline !== undefined && text.length > headline.text.length ? text.replace(headline.text, '').trim() : text;

/** The words before a byline's date; if there are none, those behind the date and a sign. */
function withoutDate(text: string): { readonly names: string; readonly isBehindDate: boolean } {
  const [date] = datesIn(text);
  if (date === undefined) return { names: text.replace(END, ''), isBehindDate: false };
  const at = Math.max(0, text.indexOf(date.slice(0, 5)));
  const before = text.slice(0, at);
  if (!DAY_OF_WEEK.test(before))
    return { names: before.trimEnd().replace(BEFORE_DATE, '').replace(END, ''), isBehindDate: false };
  const [, behind = ''] = BEHIND_DATE.exec(text.slice(at)) ?? [];
  return { names: behind.replace(END, ''), isBehindDate: true };
}

/** What may stand before a date without being a name: nothing, or the day of the week. */
const DAY_OF_WEEK = /^(?:\p{L}{2,12},)?\s*$/u;
const BEHIND_DATE = /^[^|•·–—]{6,40}?\s{0,3}(?:[|•·–—]|\s-)\s{0,3}(\D+)$/u;

/**
 * Whether a byline's words are names. The words near a headline may be anything: each must be a full name with capitals,
 * or a few East Asian letters without blanks. After "by" the name of an agency is enough. Where the page marks an author,
 * or a credit says so, names in scripts without capitals count, and by the headline nicknames.
 */
function namesPersons({ found, credit, mark, isNear, isBehindDate }: ReadByline): boolean {
  const { persons, agencies } = found;
  if (persons.length === 0) return credit !== undefined && agencies.length > 0;
  if (isBehindDate && !isNear) return false;
  if (persons.every(isFullName)) return true;
  if ((credit !== undefined || mark !== 'text') && persons.every((name) => isFullName(name) || isCaselessName(name)))
    return true;
  const isPlain = mark === 'author' || (credit !== undefined && isPlainCredit(credit));
  return isPlain && isNear && persons.length === 1 && persons.every(isNickname);
}
