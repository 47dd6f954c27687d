import { MAX_ADDRESS_LENGTH } from '../limits.ts';

/** Max length of a host's name and of each of its labels, in characters (RFC 1035 §2.3.4: 255 and 63 octets). */
const MAX_HOST_LENGTH = 253;
const MAX_LABEL_LENGTH = 63;

/** Returns a link of a document as an absolute http(s) URL; undefined if it is no such URL. */
export function absoluteUrl(raw: string | undefined, baseUrl: string): string | undefined {
  const url = raw === undefined ? null : URL.parse(raw, baseUrl);
  return url !== null && isWebAddress(url) ? url.href : undefined;
}

/** Whether a URL may be an address of the web: http or https, not too long, with a host that DNS can name. */
export const isWebAddress = ({ protocol, href, hostname }: URL): boolean =>
  (protocol === 'http:' || protocol === 'https:') && href.length <= MAX_ADDRESS_LENGTH && isHostName(hostname);

/** Whether DNS can name a host. @param hostname as `URL` spells it, with or without the point at its end */
export function isHostName(hostname: string): boolean {
  const name = hostname.endsWith('.') ? hostname.slice(0, -1) : hostname;
  return name.length <= MAX_HOST_LENGTH && name.split('.').every(({ length }) => length <= MAX_LABEL_LENGTH);
}
