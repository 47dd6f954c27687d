import { MAX_ADDRESS_LENGTH } from '../limits.ts';

/** Max length of a host's name and of each of its labels, in characters (RFC 1035 §2.3.4: 255 and 63 octets). */
const MAX_HOST_LENGTH = 253;
const MAX_LABEL_LENGTH = 63;

/** Returns a link of a document as an absolute http(s) URL; undefined if it is no such URL. */
export function absoluteUrl(raw: string | undefined, baseUrl: string): string | undefined {
  const url = raw === undefined ? null : parseUrl(raw, baseUrl);
  return url !== null && isWebAddress(url) ? url.href : undefined;
}

/** Whether a URL may be an address of the web: http or https, not too long, with a host that DNS can name. */
export const isWebAddress = ({ protocol, href, hostname }: URL): boolean =>
  (protocol === 'http:' || protocol === 'https:') && href.length <= MAX_ADDRESS_LENGTH && isHostName(hostname);

/** Returns an address as a person wrote it, without the user's name and password. */
export const withoutUserInfo = (address: string): string => address.replace(/^([^/?#]*\/\/)[^/?#]*@/, '$1');

/** Whether an address is on this machine. */
export const isLoopback = ({ hostname }: URL): boolean => /^(?:localhost|127\.[\d.]+|\[::1\])$/.test(hostname);

/** Whether nobody on the way reads a request to this address: it is encrypted, or doesn't leave the machine. */
export const isConfidential = (url: URL): boolean =>
  url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url));

/** Whether DNS can name a host. @param hostname as `URL` spells it, with or without the point at its end */
export function isHostName(hostname: string): boolean {
  const name = hostname.endsWith('.') ? hostname.slice(0, -1) : hostname;
  return name.length <= MAX_HOST_LENGTH && name.split('.').every(({ length }) => length <= MAX_LABEL_LENGTH);
}

/**
 * Parses a stranger's address. Null if it is none, or if a label of its host is longer than any may be: a label beyond
 * ASCII is encoded in a time that grows with the square of its length (RFC 3492 §6.3).
 */
export function parseUrl(raw: string, baseUrl?: string): URL | null {
  const [, authority = ''] = AUTHORITY.exec(raw.replace(/[\t\n\r]/g, '')) ?? [];
  const host = authority.slice(authority.lastIndexOf('@') + 1);
  return host.split(LABEL_END).some(isTooLong) ? null : URL.parse(raw, baseUrl);
}

/** The part of an address that holds the host (WHATWG URL §4.4), in the schemes of the web with any number of slashes. */
const AUTHORITY = /^\s*(?:(?:https?|wss?|ftp):[\\/]*|(?:[a-z][a-z\d+.-]*:)?[\\/]{2,})([^\\/?#]*)/i;
/** The dots of IDNA (UTS #46), and what divides a host from a port. */
const LABEL_END = /[.\u3002\uff0e\uff61:]/;
/** A letter may be written as three bytes of three characters each: `%E6%B8%AF`. */
const isTooLong = (label: string): boolean =>
  label.length > MAX_LABEL_LENGTH &&
  (label.length > 9 * MAX_LABEL_LENGTH || label.replace(/%[\da-f]{2}/gi, '').length > MAX_LABEL_LENGTH);
