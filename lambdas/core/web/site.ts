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
