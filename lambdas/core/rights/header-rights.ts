/** What the headers of a response say of the use of what it brought. */

import { absoluteUrl } from '../web/absolute-url.ts';
import type { ResponseHeaders } from '../web/fetcher.ts';
import { linksIn } from '../web/link-header.ts';
import { contentUsage } from './content-usage.ts';
import { licenseAddress } from './license.ts';
import type { ArticleRights, RightsSource } from './rights.ts';
import { robotsRules } from './robots-rules.ts';
import { rightsSaid, strictest } from './strictest.ts';
import { type TdmStatement, tdmRights } from './tdmrep.ts';

/** All but TDMRep, which the page's own tags may override. @param url the address that answered */
export function headerRights(headers: ResponseHeaders, url: string): ArticleRights | undefined {
  const links = linksIn(headers['link']).filter(({ rel }) => rel.includes('license'));
  const [license] = links.filter((link) => !isRsl(link.type)).flatMap(({ href }) => licenseAddress(href, url) ?? []);
  const [terms] = links.filter((link) => isRsl(link.type)).flatMap(({ href }) => absoluteUrl(href, url) ?? []);
  return strictest([
    rightsSaid('header:content-usage', contentUsage(headers['content-usage'] ?? '')),
    robotsRules('header', [headers['x-robots-tag'] ?? '']),
    license === undefined ? undefined : rightsSaid('header:license', { license }),
    terms === undefined ? undefined : rightsSaid('header:rsl', { terms }),
  ]);
}

/** Whether a link to a licence leads to a document of RSL; without this type it leads to an ordinary licence. */
export const isRsl = (type: string | undefined): boolean => /^\s*application\/rsl\+xml\b/i.test(type ?? '');

export const tdmHeaders = (headers: ResponseHeaders, source: RightsSource): TdmStatement => ({
  source,
  reservations: [headers['tdm-reservation'] ?? ''],
  policy: headers['tdm-policy'],
});

/**
 * What the headers of a feed say of the texts in it. Its `X-Robots-Tag` doesn't count, because it keeps the feed out of indexes, not its
 * articles; nor does its `Link`.
 */
export const feedHeaderRights = (headers: ResponseHeaders, url: string): ArticleRights | undefined =>
  strictest([
    rightsSaid('feed:content-usage', contentUsage(headers['content-usage'] ?? '')),
    tdmRights([tdmHeaders(headers, 'feed:tdm')], url),
  ]);
