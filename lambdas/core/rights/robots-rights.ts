/** What a host's robots.txt says of the use of one of its pages. */
import { absoluteUrl } from '../web/absolute-url.ts';
import { type HostStatements, licensesIn, statementsOn } from '../web/host-statements.ts';
import { contentSignal } from './content-signal.ts';
import { contentUsage } from './content-usage.ts';
import type { ArticleRights } from './rights.ts';
import { refusals, rightsSaid, strictest } from './strictest.ts';

/** A page that may not be fetched isn't granted for any use, but what is refused stays refused. */
export function robotsRights(host: HostStatements | undefined): ArticleRights | undefined {
  if (host === undefined) return undefined;
  const usages = statementsOn(host, 'content-usage').map((text) =>
    rightsSaid('robots-txt:content-usage', contentUsage(text)),
  );
  const signals = statementsOn(host, 'content-signal').map((text) =>
    rightsSaid('robots-txt:content-signal', contentSignal(text)),
  );
  const said = strictest([...usages, ...signals]);
  const [terms] = licensesIn(host).flatMap((href) => absoluteUrl(href, host.url) ?? []);
  return strictest([
    host.isRefused ? refusals(said) : said,
    terms === undefined ? undefined : rightsSaid('robots-txt:rsl', { terms }),
  ]);
}
