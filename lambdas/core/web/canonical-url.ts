/** The address of an article without the parts that only track its readers. */
import { isHostName, parseUrl } from './absolute-url.ts';

/**
 * Names that carry campaign or click identifiers and never select content. Sources: the vendors' own documentation
 * (Google, Meta, X, AMP, Microsoft, Mailchimp, HubSpot, Matomo, Piano, Webtrekk, Adobe), and the parameters that the
 * lists "ClearURLs" and Firefox's "Query Parameter Stripping" agree on.
 */
const TRACKING_NAMES = new Set(
  (
    'mtm_source mtm_medium mtm_campaign mtm_keyword mtm_kwd mtm_content mtm_cid mtm_group mtm_placement pk_source pk_medium ' +
    'pk_campaign pk_keyword pk_kwd pk_content pk_cid pk_vid piwik_campaign piwik_kwd srsltid gad_source gad_campaignid epik ' +
    'mibextid __s _openstat action_object_map action_type_map action_ref_map fb_action_ids fb_action_types fb_source fb_ref ' +
    'hmb_campaign hmb_medium hmb_source itm_source itm_medium itm_campaign itm_content wprov trk_contact trk_msg trk_module ' +
    'trk_sid ml_subscriber ml_subscriber_hash mkcid mkevt guce_consent dgcid sc_cid sc_campaign sc_channel sc_content ' +
    'sc_medium sc_outcome sc_geo sc_country maca at_format at_link at_link_id at_link_origin at_link_type at_ptr_name ' +
    'at_bbc_team at_recipient_id at_recipient_list xtref xtnp xts s_campaign ss_campaign_id ss_source ss_email_id ' +
    'fbclid gclid dclid gbraid wbraid gclsrc msclkid yclid ysclid twclid ttclid li_fat_id igshid igsh mc_cid mc_eid mkt_tok ' +
    '_ga _gl _hsenc _hsmi __hssc __hstc hsctatracking vero_id vero_conv oly_anon_id oly_enc_id rb_clickid s_cid s_kwcid ' +
    'wickedid xtor wt_mc wt_zmc wt.mc_id ns_mchannel ns_source ns_campaign ns_linkname ns_fee at_medium at_campaign ' +
    'at_custom1 at_custom2 at_custom3 at_custom4 guccounter guce_referrer guce_referrer_sig cmpid ocid ftag ncid icid ' +
    'smid spm sr_share soc_src soc_trk ito cmp dicbo ref_src ref_url __twitter_impression amp_js_v amp_gsa amp_kit usqp emc'
  ).split(' '),
);

/** Names that may select content, unless their value says that the reader came from a feed. */
const REFERRER_NAMES = new Set(['ref', 'source', 'src', 'from', 'via', 'output', 'partner']);

/** The reader's session, which servlets put behind the path (Jakarta Servlet 6.0, 7.1.3). */
const SESSION = /;jsessionid=[^;/]*/gi;

/** Returns the URL without tracking parameters and fragment; undefined if it isn't an absolute http(s) URL. */
export function canonicalUrl(raw: string): string | undefined {
  const parsed = parseUrl(raw);
  if (parsed === null) return undefined;
  const url = withoutAmpCache(parsed);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  url.username = '';
  url.password = '';
  if (!url.hash.startsWith('#!')) url.hash = '';
  url.pathname = url.pathname.replace(SESSION, '');
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !isTracking(pair));
  // The question mark is given, because the setter drops one question mark at the beginning of a query.
  url.search = kept.length > 0 ? `?${kept.join('&')}` : '';
  return url.href;
}

/**
 * Returns the address of the page that an AMP cache holds:
 * `https://harbour-example.cdn.ampproject.org/c/s/harbour.example/1` and
 * `https://www.google.com/amp/s/harbour.example/1` (AMP, "AMP Cache URL format and request handling"; `s` stands for
 * https).
 */
function withoutAmpCache(url: URL): URL {
  const isCache = url.hostname.endsWith('.cdn.ampproject.org') || /^(?:www\.)?google\.[a-z.]{2,6}$/.test(url.hostname);
  const [, secure, host = '', path = ''] =
    (isCache && /^\/(?:[acv]|amp)\/(s\/)?([^/]+)(\/.*)$/.exec(url.pathname)) || [];
  const address = `${secure === undefined ? 'http' : 'https'}://${host}${path}${url.search}`;
  const inner = host.slice(1, -1).includes('.') ? parseUrl(address) : null;
  return inner !== null && isHostName(inner.hostname) ? withoutAmpCache(inner) : url;
}

/** Whether an address may be that of an article: a site's front page is no article. */
export function namesAnArticle(url: string): boolean {
  const { pathname, search } = new URL(url);
  return search !== '' || !/^\/(?:index\.\w+)?$/.test(pathname);
}

function isTracking(pair: string): boolean {
  const [name = '', value = ''] = pair.toLowerCase().split('=', 2);
  return (
    name.startsWith('utm_') || TRACKING_NAMES.has(name) || (REFERRER_NAMES.has(name) && /^(?:rss|feed)/.test(value))
  );
}
