/** Links within HTML, made absolute. */
import { parseUrl } from '../../web/absolute-url.ts';
import type { DocumentBase } from '../../web/document-base.ts';

/** Attributes whose values are links. */
const NAMES = 'href|src|srcset|poster|cite|action|longdesc|background|data|codebase|classid|usemap|profile';
const LINK_NAMES: ReadonlySet<string> = new Set(NAMES.split('|'));
/** A value with a scheme is no relative link, nor is a fragment alone, which leads to a place in the text. */
const RELATIVE = new RegExp(`\\s(?:${NAMES})\\s*=\\s*(?:["']\\s*)?(?![a-z][a-z\\d+.-]*:|[#"'\\s])`, 'i');
/** Characters before and behind a `=` in which a relative link is looked for. */
const BEFORE = 20;
const BEHIND = 40;
/** Max length of a `srcset`, in characters; real ones have a few thousand. A longer one would take our memory. */
const MAX_SOURCES_LENGTH = 65_536;
const TAG = /<[a-z][^<>]*>/gi;
const ATTRIBUTE = new RegExp(`(\\s(${NAMES})\\s*=\\s*)(?:"([^"]*)"|'([^']*)'|([^\\s"'<>]+))`, 'gi');

/** @param html as feeds have it, well-formed or not; only its links change */
export function absoluteLinks(html: string, base: DocumentBase): string {
  if (!hasRelative(html)) return html;
  return html.replace(TAG, (tag) => (RELATIVE.test(tag) ? absoluteTag(tag, base) : tag));
}

const absoluteTag = (tag: string, base: DocumentBase): string =>
  tag.replace(ATTRIBUTE, (_, before: string, name: string, double?: string, single?: string, bare?: string) => {
    const quote = single === undefined ? '"' : "'";
    return `${before}${quote}${absoluteLink(name, double ?? single ?? bare ?? '', base)}${quote}`;
  });

/** Passes over absolute links, as nearly all are, without a pattern. */
function hasRelative(html: string): boolean {
  for (let at = html.indexOf('='); at !== -1; at = html.indexOf('=', at + 1)) {
    if (html.startsWith('http', at + 2)) continue;
    if (RELATIVE.test(html.slice(Math.max(0, at - BEFORE), at + BEHIND))) return true;
  }
  return false;
}

/**
 * The value of one attribute with its links absolute. A link that can't be resolved stays as it is; a link beyond what
 * resolving may add to the document is empty, and so is a `srcset` that is too long.
 */
export function absoluteLink(attribute: string, value: string, base: DocumentBase): string {
  const name = attribute.toLowerCase();
  if (name === 'srcset') {
    if (value.length > MAX_SOURCES_LENGTH) return '';
    const candidates = value.split(/,(?=\s)/).map((candidate) => candidate.trim().split(/\s+/));
    const absolute = candidates.map(([url = '', ...size]) => [resolve(url, base), ...size]);
    return absolute.flatMap(([url, ...size]) => (url === '' ? [] : [url, ...size].join(' '))).join(', ');
  }
  return LINK_NAMES.has(name) ? resolve(value, base) : value;
}

function resolve(value: string, base: DocumentBase): string {
  const address = value.trim();
  if (address === '' || address.startsWith('#') || parseUrl(address) !== null) return value;
  return base.resolve(address) ?? (base.isSpent ? '' : value);
}
