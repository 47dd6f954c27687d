import { absoluteUrl } from '../../web/absolute-url.ts';
import type { ResponseHeaders } from '../../web/fetcher.ts';
import { linksIn } from '../../web/link-header.ts';
import type { FeedHub } from '../document/feed-document.ts';

/**
 * Returns the hub that a feed's HTTP headers name: `Link: <…>; rel="hub"`, with `rel="self"` for the topic. The headers
 * go before the document (WebSub §4).
 * @param url the address that answered
 */
export function hubInHeaders(headers: ResponseHeaders, url: string): FeedHub | undefined {
  const links = linksIn(headers['link']);
  const target = (rel: string): string | undefined =>
    absoluteUrl(links.find((link) => link.rel.includes(rel))?.href, url);
  const hub = target('hub');
  return hub === undefined ? undefined : { url: hub, topic: target('self') ?? url };
}
