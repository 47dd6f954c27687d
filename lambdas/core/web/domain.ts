import { parseUrl } from './absolute-url.ts';

type FindDomain = (host: string) => string | null;
let findDomain: FindDomain | undefined;

/** Kept, because an import that is done already still takes ten times as long as the search. */
async function loadList(): Promise<FindDomain> {
  const { getDomain } = await import('tldts');
  return (host) => getDomain(host, { allowPrivateDomains: true });
}

/**
 * Returns the registrable domain of an address by the Public Suffix List, its private section included, because two blogs of one host
 * are two publishers. Undefined for an IP address, and for a public suffix itself. Loads the list at its first call.
 */
export async function domainOf(url: string | undefined): Promise<string | undefined> {
  const host = url === undefined ? undefined : parseUrl(url)?.hostname;
  if (host === undefined) return undefined;
  findDomain ??= await loadList();
  return findDomain(host) ?? undefined;
}
