/** What a page and its headers say of the article's use. */
import { absoluteUrl } from '../web/absolute-url.ts';
import type { ResponseHeaders } from '../web/fetcher.ts';
import { headerRights, isRsl, tdmHeaders } from './header-rights.ts';
import { commonsOf, licenseAddress, licenseIn } from './license.ts';
import type { ArticleRights } from './rights.ts';
import { robotsRules } from './robots-rules.ts';
import { rslSays } from './rsl.ts';
import { rslContents } from './rsl-document.ts';
import { rightsSaid, strictest } from './strictest.ts';
import { type TdmStatement, tdmRights } from './tdmrep.ts';

/** A link with `rel="license"`. */
export interface LicenseLink {
  /** As written. */
  readonly href: string;
  readonly type?: string;
  /** In the head, in the article's text, elsewhere, as in a footer, or apart: about something else than the article. */
  readonly place: 'head' | 'text' | 'elsewhere' | 'apart';
}

/** The parts of a page that speak of its use. */
export interface PageStatements {
  readonly url: string;
  /** The address that relative links are resolved against. */
  readonly base: string;
  /** Contents of `<meta>`, by lower-case name. */
  readonly meta: ReadonlyMap<string, readonly string[]>;
  readonly licenses: readonly LicenseLink[];
  /** The RSL documents in the page, as text. */
  readonly rsl: readonly string[];
  /** `license` and `usageInfo` of the article in JSON-LD and microdata, as text, the most trusted first. */
  readonly works: readonly { readonly license?: string | undefined; readonly usageInfo?: string | undefined }[];
}

export function pageRights(page: PageStatements, headers: ResponseHeaders): ArticleRights | undefined {
  const { meta, rsl, url } = page;
  const [reservations = [], policies = []] = ['tdm-reservation', 'tdm-policy'].map((name) => meta.get(name));
  const tags: TdmStatement = { source: 'page:tdm', reservations, policy: policies[0] };
  return strictest([
    robotsRules('page', meta.get('robots') ?? []),
    rightsSaid('page:rsl', rslSays(rsl.flatMap(rslContents), url)),
    ...licensesOf(page),
    tdmRights([tags, tdmHeaders(headers, 'header:tdm')], url),
    headerRights(headers, url),
  ]);
}

function licensesOf({ base, licenses, works }: PageStatements): (ArticleRights | undefined)[] {
  const license =
    firstOf(works, (work) => licenseIn(work.license, base)) ?? firstOf(licenses, (link) => licenseOf(link, base));
  const rsl = firstOf(licenses, ({ href, type }) => (isRsl(type) ? absoluteUrl(href, base) : undefined));
  const usage = firstOf(works, (work) => licenseIn(work.usageInfo, base));
  return [
    rightsSaid('page:license', license === undefined ? {} : { license }),
    rightsSaid('page:rsl', rsl === undefined ? {} : { terms: rsl }),
    rightsSaid('page:usage-info', usage === undefined ? {} : { terms: usage }),
  ];
}

/** A link of the head or of the text counts, and elsewhere only one to Creative Commons: a theme has another licence. */
function licenseOf({ href, type, place }: LicenseLink, base: string): string | undefined {
  const license = isRsl(type) || place === 'apart' ? undefined : licenseAddress(href, base);
  return license === undefined || place !== 'elsewhere' ? license : commonsOf(license);
}

function firstOf<T>(values: readonly T[], read: (value: T) => string | undefined): string | undefined {
  for (const value of values) {
    const found = read(value);
    if (found !== undefined) return found;
  }
  return undefined;
}
