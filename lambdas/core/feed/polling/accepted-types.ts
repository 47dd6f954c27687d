/**
 * The header `Accept` of a request for a feed: feeds, then other documents. HTML is named last because some servers answer with
 * 406 unless they find its name (RFC 9110 §12.5.1 would have them send what they have).
 */
export const FEED_TYPES =
  'application/atom+xml, application/rss+xml, application/rdf+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5, text/html;q=0.1';
