/** Second-level names under which countries' registries register names, as in `news.example.co.uk`. */
const REGISTRY_NAMES = new Set('ac co com edu go gob gov ne net nom or org'.split(' '));

/**
 * Hosting services: each name below theirs is a site of its own. Sources: the private section of the Public Suffix
 * List, and, for services that are not in this list, the addresses that their documentation gives to new blogs.
 */
const HOSTS_OF_SITES = new Set(
  (
    'substack.com beehiiv.com ghost.io medium.com hashnode.dev bearblog.dev micro.blog mataroa.blog write.as svbtle.com posthaven.com ' +
    'wordpress.com wpcomstaging.com tumblr.com typepad.com livejournal.com dreamwidth.org over-blog.com overblog.com canalblog.com ' +
    'altervista.org hatenablog.com hatenadiary.com hateblo.jp blog.jp livedoor.blog seesaa.net tistory.com twoday.net myblog.de ' +
    'weebly.com weeblysite.com wixsite.com wixstudio.com squarespace.com jimdofree.com jimdosite.com webnode.page strikingly.com ' +
    'carrd.co notion.site framer.website square.site godaddysites.com neocities.org myshopify.com ' +
    'github.io gitlab.io codeberg.page readthedocs.io netlify.app vercel.app pages.dev workers.dev web.app firebaseapp.com ' +
    'appspot.com herokuapp.com onrender.com fly.dev surge.sh repl.co glitch.me pythonanywhere.com azurewebsites.net cloudfront.net ' +
    'uk.com us.com eu.com de.com co.com'
  ).split(' '),
);
/** Blogger's name, under about sixty top-level names. */
const BLOGGER = /^blogspot\./;

/**
 * Names below which strangers' feeds, pages or files lie side by side on one host, told apart by the path alone: mirrors
 * of feeds, hosts of podcasts, makers of feeds, stores of files. Source: their own documentation.
 */
const SHARED_HOSTS = new Set(
  (
    'feedburner.com feedblitz.com feedpress.me feedproxy.google.com rss.app fetchrss.com feed43.com politepol.com rssing.com ' +
    'megaphone.fm buzzsprout.com simplecast.com libsyn.com acast.com transistor.fm art19.com omnycontent.com omny.fm podbean.com ' +
    'anchor.fm spreaker.com soundcloud.com captivate.fm fireside.fm rss.com podomatic.com blubrry.com ivoox.com podtrac.com ' +
    'githubusercontent.com amazonaws.com googleapis.com googleusercontent.com sites.google.com archive.org dropbox.com'
  ).split(' '),
);

/**
 * Returns the site that an address belongs to: the registered name, or the name that a hosting service gave. So `m.`
 * and `sport.` of a paper are one site, and two blogs of one service are two. A rule of thumb, because the Public
 * Suffix List takes 250 kB.
 */
export function siteOf(url: string | undefined): string | undefined {
  const host = url === undefined ? undefined : URL.parse(url)?.hostname;
  if (host === undefined || /^[\d.]+$|^\[/.test(host)) return host;
  const labels = host.replace(/\.$/, '').split('.');
  const [second = '', top = ''] = labels.slice(-2);
  const length = top.length === 2 && REGISTRY_NAMES.has(second) ? 3 : 2;
  const name = labels.slice(-length).join('.');
  return HOSTS_OF_SITES.has(name) || BLOGGER.test(name) ? labels.slice(-length - 1).join('.') : name;
}

/**
 * Whether two addresses are certainly of one registrant, so that one may speak for the other. {@link siteOf} is a guess: it
 * takes two names below an unknown host of sites for one site. Here two addresses are of one site if they have the same host,
 * with or without `www.`, or if one host is a name below the other (`rss.harbour.example`, `harbour.example`).
 */
export function isSameSite(first: string | undefined, second: string | undefined): boolean {
  const [one, two] = [strictSiteOf(first), strictSiteOf(second)];
  if (one === undefined || two === undefined) return false;
  const [shorter = '', longer = ''] = [one, two].sort((a, b) => a.length - b.length);
  return one === two || (longer.endsWith(`.${shorter}`) && siteOf(first) === siteOf(second));
}

/** Whether an address lies on another site and host than another. For a host that strangers share, only the host counts. */
export const isElsewhere = (address: string, other: string): boolean =>
  !isSameSite(address, other) && URL.parse(address)?.host !== URL.parse(other)?.host;

/**
 * Returns the host of an address, without `www.`; undefined for a host that strangers share. A port belongs to the host,
 * because another port may be another user's.
 */
function strictSiteOf(address: string | undefined): string | undefined {
  const url = address === undefined ? null : URL.parse(address);
  if (url === null) return undefined;
  const name = url.hostname.replace(/^www\./, '').replace(/\.$/, '');
  const labels = name.split('.');
  if (labels.some((_, index) => SHARED_HOSTS.has(labels.slice(index).join('.')))) return undefined;
  return url.port === '' ? name : `${name}:${url.port}`;
}

/** Whether a feed speaks for an address: the feed was added under an address of the same site, and of the same user there. */
export function speaksFor(feedUrl: string, address: string): boolean {
  const user = userOf(feedUrl);
  return isSameSite(feedUrl, address) && (user === undefined || user === userOf(address));
}

/** Returns a name for everything that is certainly of one registrant with a feed; undefined if strangers share its host. */
export function speakerOf(feedUrl: string): string | undefined {
  const site = strictSiteOf(feedUrl);
  return site === undefined ? undefined : `${site}/${userOf(feedUrl) ?? ''}`;
}

/**
 * The user of a host whose own files lie there, as web servers and hosts of blogs write it: `/~ada/feed.xml` and
 * `/%7Eada/feed.xml` → `~ada`; `/@ada/1`, `/@ada.rss` and `/feed/@ada` → `@ada`.
 */
const userOf = (address: string): string | undefined =>
  /^\/+(?:feed\/+)?((?:[~@]|%7e|%40)[^/]+)/i
    .exec(URL.parse(address)?.pathname ?? '')?.[1]
    ?.replace(/^%7e/i, '~')
    .replace(/^%40/, '@')
    .replace(/\.(?:rss|atom|xml|json)$/i, '');
