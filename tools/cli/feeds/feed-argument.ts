import { isIP } from 'node:net';
import { isPublicAddress } from '../../../lambdas/adapters/http/address-guard.ts';
import { normaliseFeedUrl } from '../../../lambdas/core/feed/record/feed-url.ts';
import { CliError, EXIT } from '../cli-error.ts';

/** A feed's address as a person typed it. @throws {CliError} when it could never be polled. */
export function feedAddress(raw: string): string {
  const url = normaliseFeedUrl(raw);
  if (url === undefined)
    throw new CliError(
      `${raw} can't be polled: a feed's address starts with http:// or https://, and has at most 1,000 characters.`,
      EXIT.usage,
    );
  if (/^[^/?#]*\/\/[^/?#]*@/.test(raw))
    throw new CliError(
      `${url} can't be polled with a user's name and password: Wireroom sends none to anybody.`,
      EXIT.usage,
    );
  const problem = addressProblem(url);
  if (problem !== undefined) throw new CliError(`${raw} can't be polled: ${problem}.`, EXIT.usage);
  return url;
}

/** Addresses of which all can be polled. @throws {CliError} when one can't, and says that the others weren't taken either. */
export function feedAddresses(raw: readonly string[]): string[] {
  try {
    return raw.map(feedAddress);
  } catch (error) {
    if (!(error instanceof CliError) || raw.length === 1) throw error;
    throw new CliError(`${error.message} None of the ${raw.length} addresses was taken.`, error.exitCode);
  }
}

/** Why nothing will ever be fetched from there, or undefined. What a name resolves to, the fetcher checks at connect. */
export function addressProblem(url: string): string | undefined {
  const host = hostOf(url);
  const isRefused = isIP(host) !== 0 && !isPublicAddress(host) && !isLoopback(url);
  return isRefused ? `${host} is not an address on the public internet` : undefined;
}

/** An address on this machine. Only a local run polls it, and only because a person typed it. */
export const isLoopback = (url: string): boolean => /^(?:localhost|127\.[\d.]+|::1)$/.test(hostOf(url));

const hostOf = (url: string): string => new URL(url).hostname.replace(/^\[|\]$/g, '');
