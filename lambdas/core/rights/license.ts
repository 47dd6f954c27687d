/** Addresses of licences, and their strictness. */
import { absoluteUrl, parseUrl } from '../web/absolute-url.ts';

/** The codes of Creative Commons, from the freest to the strictest. */
const CODES = ['mark', 'zero', 'by', 'by-sa', 'by-nd', 'by-nc', 'by-nc-sa', 'by-nc-nd'];
/** Licences as SPDX names them: `CC-BY-NC-4.0`, `CC0-1.0`. */
const SPDX = /^cc-?(0|by(?:-nc)?(?:-sa|-nd)?)-(\d\.\d)$/i;
/** "Deliberately not stated" (RFC 4946 §2). */
const UNSPECIFIED = 'http://purl.org/atompub/license#unspecified';

/** Returns the address in a link to a licence; undefined if it is none. */
export function licenseAddress(href: string | undefined, base: string): string | undefined {
  const url = absoluteUrl(href, base);
  return url === undefined || url === UNSPECIFIED ? undefined : (commonsOf(url) ?? url);
}

/** Returns the licence that a text names by its address or by its SPDX name; undefined for other texts, such as a copyright notice. */
export function licenseIn(text: string | undefined, base: string): string | undefined {
  const written = text?.trim() ?? '';
  const [, code, version] = SPDX.exec(written) ?? [];
  if (code !== undefined) return licenseAddress(`https://creativecommons.org/${pathOf(code)}/${version}/`, base);
  return /^(?:https?:)?\//i.test(written) ? licenseAddress(written, base) : undefined;
}

const pathOf = (code: string): string => (code === '0' ? 'publicdomain/zero' : `licenses/${code}`);

/** Returns the normal form of an address of Creative Commons: https, lower case, with its jurisdiction, without its language or file. */
export function commonsOf(url: string): string | undefined {
  const parsed = parseUrl(url);
  if (parsed === null || !/^(?:www\.)?creativecommons\.org$/.test(parsed.hostname)) return undefined;
  const [kind = '', code = '', version = '', place = ''] = parsed.pathname.toLowerCase().split('/').slice(1);
  const isKnown = (kind === 'licenses' || kind === 'publicdomain') && CODES.includes(code) && /^\d\.\d$/.test(version);
  if (!isKnown) return undefined;
  const jurisdiction = /^[a-z]{2}$|^(?:igo|scotland)$/.test(place) ? `${place}/` : '';
  return `https://creativecommons.org/${kind}/${code}/${version}/${jurisdiction}`;
}

/** The strictness of a licence: a licence that isn't known may ask for anything, so it is the strictest. */
export function licenseRank(license: string | undefined): number {
  const code = license === undefined ? '' : (commonsOf(license)?.split('/')[4] ?? '');
  const rank = CODES.indexOf(code);
  return rank === -1 ? CODES.length : rank;
}
