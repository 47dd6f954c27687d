/** The hub of a feed, as its HTTP headers name it. */

import { absoluteUrl } from '../../web/absolute-url.ts';
import type { ResponseHeaders } from '../../web/fetcher.ts';
import { linksIn } from '../../web/link-header.ts';
import type { FeedHub } from '../document/feed-document.ts';

/**
 * `Link: <…>; rel="hub"`, with `rel="self"` for the topic; it goes before what the document says (WebSub §4).
 * @param url the address that answered
 */
export function hubInHeaders(headers: ResponseHeaders, url: string): FeedHub | undefined {
  const links = linksIn(headers['link']);
  const target = (rel: string): string | undefined =>
    absoluteUrl(links.find((link) => link.rel.includes(rel))?.href, url);
  const hub = target('hub');
  return hub === undefined ? undefined : { url: hub, topic: target('self') ?? url };
}
