/** The address of an article without what only measures who reads it. */

/** Names that carry campaign or click identifiers and never select content; sources: the vendors' own documentation. */
const TRACKING_NAMES = new Set(
  (
    'fbclid gclid dclid gbraid wbraid gclsrc msclkid yclid ysclid twclid ttclid li_fat_id igshid igsh mc_cid mc_eid mkt_tok ' +
    '_ga _gl _hsenc _hsmi __hssc __hstc hsctatracking vero_id vero_conv oly_anon_id oly_enc_id rb_clickid s_cid s_kwcid ' +
    'wickedid xtor wt_mc wt_zmc wt.mc_id ns_mchannel ns_source ns_campaign ns_linkname ns_fee at_medium at_campaign ' +
    'at_custom1 at_custom2 at_custom3 at_custom4 guccounter guce_referrer guce_referrer_sig cmpid ocid ftag ncid icid ' +
    'smid spm sr_share soc_src soc_trk ito cmp'
  ).split(' '),
);

/** Names that mean something elsewhere, but not when their value says that the reader came from a feed. */
const REFERRER_NAMES = new Set(['ref', 'source', 'src', 'from', 'via', 'output']);

/** @returns the URL without tracking parameters and fragment; undefined when it isn't an absolute http(s) URL. */
export function canonicalUrl(raw: string): string | undefined {
  if (!URL.canParse(raw)) return undefined;
  const url = new URL(raw);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  url.username = '';
  url.password = '';
  if (!url.hash.startsWith('#!')) url.hash = '';
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !isTracking(pair));
  // With its question mark: the setter would take one that the query begins with for it.
  url.search = kept.length > 0 ? `?${kept.join('&')}` : '';
  return url.href;
}

/** A site's front page is nobody's article, whatever the feed or the page says. */
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
