/** What a page and its headers say of the article's use. */
import { headerRights, isRsl, tdmHeaders } from '../../rights/header-rights.ts';
import { commonsOf, licenseAddress, licenseIn } from '../../rights/license.ts';
import type { ArticleRights } from '../../rights/rights.ts';
import { robotsRules } from '../../rights/robots-rules.ts';
import { rslSays } from '../../rights/rsl.ts';
import { rslContents } from '../../rights/rsl-document.ts';
import { rightsSaid, strictest } from '../../rights/strictest.ts';
import { type TdmStatement, tdmRights } from '../../rights/tdmrep.ts';
import { absoluteUrl } from '../../web/absolute-url.ts';
import type { ResponseHeaders } from '../../web/fetcher.ts';
import { type JsonLdNode, stringOf } from './json-ld.ts';
import type { SearchablePage } from './metadata-lookup.ts';
import type { LicenseLink } from './page-scan.ts';

export function pageRights(page: SearchablePage, headers: ResponseHeaders): ArticleRights | undefined {
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

function licensesOf({ base, licenses, jsonLd, properties }: SearchablePage): (ArticleRights | undefined)[] {
  const license =
    firstOf(jsonLd.nodes, (node) => licenseIn(ofText(node, 'license'), base)) ??
    firstOf(licenses, (link) => licenseOf(link, base)) ??
    licenseIn(properties.get('license')?.[0], base);
  const rsl = firstOf(licenses, ({ href, type }) => (isRsl(type) ? absoluteUrl(href, base) : undefined));
  const usage = firstOf(jsonLd.nodes, (node) => licenseIn(ofText(node, 'usageInfo'), base));
  return [
    rightsSaid('page:license', license === undefined ? {} : { license }),
    rightsSaid('page:rsl', rsl === undefined ? {} : { terms: rsl }),
    rightsSaid('page:usage-info', usage === undefined ? {} : { terms: usage }),
  ];
}

/** A link of the head or of the text counts, and elsewhere only one to Creative Commons: a theme has another licence. */
function licenseOf({ href, type, place }: LicenseLink, base: string): string | undefined {
  const license = isRsl(type) ? undefined : licenseAddress(href, base);
  return license === undefined || place !== 'elsewhere' ? license : commonsOf(license);
}

/** A film or a recording in the page has a licence of its own. */
const ofText = (node: JsonLdNode, property: string): string | undefined =>
  /(?:Video|Audio)Object/.test(String(node['@type'])) ? undefined : stringOf(node[property]);

function firstOf<T>(values: readonly T[], read: (value: T) => string | undefined): string | undefined {
  for (const value of values) {
    const found = read(value);
    if (found !== undefined) return found;
  }
  return undefined;
}
