import { isIP } from 'node:net';
import { isPublicAddress } from '../../../lambdas/adapters/http/address-guard.ts';
import { normaliseFeedUrl } from '../../../lambdas/core/feed/record/feed-url.ts';
import { isLoopback as isLoopbackUrl, withoutUserInfo } from '../../../lambdas/core/web/absolute-url.ts';
import { CliError, EXIT } from '../cli-error.ts';

/** Normalises a feed's address that a person typed. @throws {CliError} if the address could never be polled */
export function feedAddress(raw: string): string {
  const shown = withoutUserInfo(raw);
  if (shown !== raw)
    throw new CliError(
      `${shown} can't be polled with a name and password in its address, which would be stored and shown: put them into a secret, and name it with --credentials (docs/polling.md).`,
      EXIT.usage,
    );
  const url = normaliseFeedUrl(raw);
  if (url === undefined)
    throw new CliError(
      `${raw} can't be polled: a feed's address starts with http:// or https://, and has at most 1,000 characters.`,
      EXIT.usage,
    );
  const problem = addressProblem(url);
  if (problem !== undefined) throw new CliError(`${raw} can't be polled: ${problem}.`, EXIT.usage);
  return url;
}

/** Normalises all addresses. @throws {CliError} if one address can't be polled; the message says that none was taken */
export function feedAddresses(raw: readonly string[]): string[] {
  try {
    return raw.map(feedAddress);
  } catch (error) {
    if (!(error instanceof CliError) || raw.length === 1) throw error;
    throw new CliError(`${error.message} None of the ${raw.length} addresses was taken.`, error.exitCode);
  }
}

/**
 * Returns why an address is never fetched, or undefined. The fetcher checks a host name's addresses when it connects.
 */
export function addressProblem(url: string): string | undefined {
  const host = hostOf(url);
  const isRefused = isIP(host) !== 0 && !isPublicAddress(host) && !isLoopback(url);
  return isRefused ? `${host} is not an address on the public internet` : undefined;
}

/** Whether an address is on this machine. Only a local run polls it, and only if a person typed it. */
export const isLoopback = (url: string): boolean => isLoopbackUrl(new URL(url));

const hostOf = (url: string): string => new URL(url).hostname.replace(/^\[|\]$/g, '');
