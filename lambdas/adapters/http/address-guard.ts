/** Prevents requests to addresses that are not on the public internet (server-side request forgery). */
import { lookup as systemLookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { isHostName } from '../../core/web/absolute-url.ts';

/** IANA's IPv4 special-purpose registry (RFC 6890 and its updates), multicast (RFC 5771), reserved 240.0.0.0/4. */
const BLOCKED_V4 =
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 ' +
  '192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4';

/** Not public in 2000::/3: protocol assignments and Teredo, documentation, 6to4 (IANA's IPv6 registry). */
const BLOCKED_V6 = '2001::/23 2001:db8::/32 2002::/16 3fff::/20';
/** Global unicast (RFC 4291 §2.4, IANA's IPv6 address space). */
const PUBLIC_V6 = '2000::/3';

/** Ports of public web sites, as `URL` spells them: '' is the scheme's default. */
export const WEB_PORTS: ReadonlySet<string> = new Set(['', '80', '443']);

const blocked = new BlockList();
for (const range of BLOCKED_V4.split(' ')) addRange(blocked, range, 'ipv4');
for (const range of BLOCKED_V6.split(' ')) addRange(blocked, range, 'ipv6');
const publicV6 = new BlockList();
addRange(publicV6, PUBLIC_V6, 'ipv6');

/** Whether an IP address, in any spelling, is public. IPv4 embedded in IPv6 never is, because no publisher needs it. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !blocked.check(address, 'ipv4');
    case 6:
      return publicV6.check(address, 'ipv6') && !blocked.check(address, 'ipv6');
    default:
      return false;
  }
}

/** Says that an address isn't public. For a loopback address, also says when a local run fetches it. */
export const notPublic = (address: string): string =>
  /^(?:127\.|::1$)/.test(address)
    ? 'not a public address: on this machine, a local run fetches only what was named on its command line'
    : 'not a public address';

/** A name resolves to an address that is not public. */
export class BlockedAddressError extends Error {
  readonly code = 'BLOCKED_ADDRESS';
  constructor(hostname: string, address: string) {
    super(`${hostname} resolves to ${address}, which is ${notPublic(address)}`);
  }
}

/**
 * A `lookup` for sockets: resolves a name, and fails if *any* of its addresses is not public. It checks the same DNS
 * answer that the socket then connects to, so a name that changes its answer (DNS rebinding) gains nothing.
 */
export const guardedLookup =
  (resolve: typeof systemLookup = systemLookup): LookupFunction =>
  (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, []);
      const bad = addresses.find(({ address }) => !isPublicAddress(address));
      if (bad !== undefined) return callback(new BlockedAddressError(hostname, bad.address), []);
      if (options.all) return callback(null, addresses);
      const [first] = addresses;
      return callback(null, first?.address ?? '', first?.family);
    });
  };

/** Returns the URL of an http or https address on a host that DNS can name; undefined for any other text. */
export function webUrl(address: string): URL | undefined {
  const url = URL.parse(address);
  const isWeb = url?.protocol === 'http:' || url?.protocol === 'https:';
  return isWeb && isHostName(url.hostname) ? url : undefined;
}

/** Returns the IP address that a URL has as its host, unless the address is public. Names are checked by the lookup. */
export function nonPublicLiteral(url: URL): string | undefined {
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  return isIP(literal) !== 0 && !isPublicAddress(literal) ? literal : undefined;
}

function addRange(list: BlockList, range: string, family: 'ipv4' | 'ipv6'): void {
  const [network = '', prefix] = range.split('/');
  list.addSubnet(network, Number(prefix), family);
}
