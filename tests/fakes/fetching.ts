import type { lookup as systemLookup } from 'node:dns';
import type { RequestListener } from 'node:http';
import { createFetcher, type FetcherOptions } from '../../lambdas/adapters/http/http-fetch.ts';
import type { FetchOutcome, FetchRequest } from '../../lambdas/core/web/fetcher.ts';
import { loopbackServer } from './loopback-server.ts';

export const USER_AGENT = 'Wireroom/0.1 (+https://operator.example/contact)';
export const MAX_BYTES = 10_000;

export const fetcher = (origins: readonly string[], options: Partial<FetcherOptions> = {}) =>
  createFetcher({ userAgent: USER_AGENT, timeoutMs: 5_000, maxBytes: MAX_BYTES, allowedOrigins: origins, ...options });

export const ask = (url: string, fields: Partial<FetchRequest> = {}): FetchRequest => ({
  url,
  accept: 'text/xml',
  ...fields,
});

/** Fetches `/` from a server with this answer. */
export async function answered(answer: RequestListener, options: Partial<FetcherOptions> = {}): Promise<FetchOutcome> {
  const { origin } = await loopbackServer(answer);
  return fetcher([origin], options)(ask(`${origin}/`));
}

export const bodyOf = (outcome: FetchOutcome): string | undefined =>
  outcome.kind === 'response' ? Buffer.from(outcome.body).toString() : undefined;

/** A resolver that returns the addresses in turn, then always the last address. */
export const fakeResolve = (...answers: readonly string[]): typeof systemLookup => {
  let call = 0;
  const resolve = (_name: string, _options: unknown, callback: (error: null, all: object[]) => void): void => {
    const address = answers[Math.min(call++, answers.length - 1)] ?? '';
    callback(null, [{ address, family: address.includes(':') ? 6 : 4 }]);
  };
  return resolve as typeof systemLookup;
};
