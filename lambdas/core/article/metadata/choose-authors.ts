/** Chooses the authors of a page among its sources. */
import { compact } from '../../compact.ts';
import { pagePlainText } from '../page/page-plain-text.ts';
import type { Source } from '../record/article.ts';
import { type AuthorNames, authorNames, MAX_BYLINES } from '../wording/author-names.ts';
import { titleKey } from '../wording/page-title.ts';
import { type Choice, NO_SOURCE } from './field-choice.ts';
import { everyFound, type Found, type SearchablePage } from './metadata-lookup.ts';
import { AUTHORS } from './metadata-sources.ts';
import { markedAuthors } from './page-byline.ts';

interface Candidate extends AuthorNames {
  readonly source: Source;
}

export interface ChosenAuthors {
  readonly authors: Choice<readonly string[]>;
  readonly agencies: Choice<readonly string[]>;
}

/**
 * The persons of the first source that names a person, and that source's agencies. Without persons: the agencies or desks
 * of the first source that names any; else the site. But an author whom the page marks by the headline comes before
 * another person in a meta tag, who may be the site's webmaster.
 */
export function chooseAuthors(page: SearchablePage, siteName: string | undefined): ChosenAuthors {
  const sites = siteName === undefined ? page.sites : [siteName, ...page.sites];
  const siteKeys = new Set(sites.map(titleKey));
  const isDesk = (name: string): boolean => !siteKeys.has(titleKey(name));
  const named = everyFound(page, AUTHORS);
  const candidates = named.map(({ value, source }) => namesOf(value, source, sites));
  const first = candidates.find(hasPersons);
  const marked = first?.source === 'meta' ? otherMarked(page, first, sites) : undefined;
  const desk = candidates.find(({ agencies, others }) => agencies.length > 0 || others.some(isDesk));
  const chosen = marked ?? first ?? desk ?? candidates.find(({ others }) => others.length > 0);
  const why = reason(chosen, { marked, first, desk });
  const { authors, agencies } = chosen === undefined ? {} : authorsOf(chosen);
  const written = named.filter(({ value }) => value.length > 0);
  return {
    authors: { found: authors, candidates: written, why },
    agencies: { found: agencies, candidates: written, why },
  };
}

interface Contenders {
  readonly marked: Candidate | undefined;
  readonly first: Candidate | undefined;
  readonly desk: Candidate | undefined;
}

function reason(chosen: Candidate | undefined, { marked, first, desk }: Contenders): string {
  if (chosen === undefined) return NO_SOURCE;
  if (chosen === marked) return 'the page marks the author by the headline, and only a meta tag names another person';
  if (chosen === first) return 'the first source that names a person';
  return chosen === desk ? 'no source names a person; the first agency or desk' : 'only the site signs';
}

const hasPersons = ({ persons }: AuthorNames): boolean => persons.length > 0;

const namesOf = (bylines: readonly string[], source: Source, sites: readonly string[]): Candidate => ({
  ...authorNames(
    bylines.slice(0, MAX_BYLINES).map((name) => pagePlainText(name) ?? ''),
    sites,
  ),
  source,
});

/** The persons whom the page marks as its authors by the headline, if a meta tag names none of them. */
function otherMarked(page: SearchablePage, { persons }: Candidate, sites: readonly string[]): Candidate | undefined {
  const marked = namesOf(markedAuthors(page) ?? [], 'page', sites);
  const keys = new Set(persons.map(titleKey));
  return hasPersons(marked) && !marked.persons.some((name) => keys.has(titleKey(name))) ? marked : undefined;
}

/** A desk beside persons is dropped, and so is one beside an agency that only readers see. */
function authorsOf({ source, persons, agencies, others }: Candidate): {
  readonly authors?: Found<readonly string[]>;
  readonly agencies?: Found<readonly string[]>;
} {
  const isAgencyAlone = source === 'page' && agencies.length > 0;
  const authors = persons.length > 0 || isAgencyAlone ? persons : others;
  return compact({
    authors: authors.length > 0 ? { value: authors, source } : undefined,
    agencies: agencies.length > 0 ? { value: agencies, source } : undefined,
  });
}
