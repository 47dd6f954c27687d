/** Second-level names under which a country's registry gives names away, as in `news.example.co.uk`. */
const REGISTRIES = new Set('ac co com edu go gob gov ne net nom or org'.split(' '));

/**
 * The site that an address belongs to: the name that somebody registered, so that `m.` and `sport.` of a paper are one. A
 * rule of thumb that does without the 250 kB of the Public Suffix List: all blogs of one host are a site, too.
 */
export function siteOf(url: string | undefined): string | undefined {
  const host = url === undefined ? undefined : URL.parse(url)?.hostname;
  if (host === undefined || /^[\d.]+$|^\[/.test(host)) return host;
  const labels = host.replace(/\.$/, '').split('.');
  const [second = '', top = ''] = labels.slice(-2);
  return labels.slice(top.length === 2 && REGISTRIES.has(second) ? -3 : -2).join('.');
}
