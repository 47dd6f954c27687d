/** Chooses the title of a page. */

import { agreedTitle, type VoicedTitle } from '../wording/page-title.ts';
import { withoutSite } from '../wording/site-in-title.ts';
import { type Choice, NO_SOURCE } from './field-choice.ts';
import { everyFound, type Found, type SearchablePage } from './metadata-lookup.ts';
import { TITLE } from './metadata-sources.ts';

type Candidate = Found<string> & VoicedTitle;

/** Each candidate without the site's name, and of these the title that two sources agree on. */
export function chooseTitle(page: SearchablePage, section: string | undefined): Choice<string> {
  const titles = everyFound(page, TITLE);
  const schema = titles.filter(({ source }) => source === 'json-ld').map(({ value }) => value);
  const visible = page.headline?.isConfirmed ? [page.headline.text] : [];
  const context = { sites: section === undefined ? page.sites : [...page.sites, section], url: page.url };
  const candidates = titles.map(({ value, source }, index): Candidate => {
    const voice = voiceOf(source, titles.slice(0, index), page);
    // The site's name is part of the headline if a reader sees it there. Templates write it into all tags alike.
    const tags = titles.filter((title) => title.source === 'opengraph').map((title) => title.value);
    const others =
      voice === 'headline' ? [...schema, ...tags] : [...schema.filter((title) => title !== value), ...visible];
    return { value: withoutSite(value, others, context), source, voice };
  });
  const agreed = agreedTitle(candidates);
  const found = agreed && { value: agreed.title.value, source: agreed.title.source };
  return { found, candidates, why: agreed?.why ?? NO_SOURCE };
}

/** @param before the candidates before this one. */
function voiceOf(
  source: Found<string>['source'],
  before: readonly Found<string>[],
  page: SearchablePage,
): VoicedTitle['voice'] {
  const has = (other: Found<string>['source']): boolean => before.some((title) => title.source === other);
  if (source === 'json-ld' || source === 'microdata') return 'schema';
  if (source === 'page') return page.headline?.isConfirmed && !has('page') ? 'headline' : 'other';
  return source === 'meta' && has('opengraph') ? 'other' : 'tags';
}
