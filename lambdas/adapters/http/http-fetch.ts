/**
 * The fetcher: one polite, bounded and guarded GET. Every failure of a publisher is an outcome, never an exception. Its steps:
 * 1. pace (paced-fetcher.ts): waits until the host's pause is over; fetcher-from-environment.ts puts this step first
 * 2. guard (here): the address without its credentials; a failure unless it is http(s), public and has a usual port
 * 3. exchange (http-exchange.ts): a GET on a keep-alive connection → the head of the answer. The attempts to connect
 *    resolve names with the guarded lookup (agents.ts, connect.ts, address-guard.ts); faults of HTTP's grammar are mended
 *    (answer-mender.ts)
 * 4. redirect (here): the next address, with the cookies that its host has set on the way (chain-cookies.ts), and without the secret
 *    of a private feed once it leads to another origin → step 2, five times at most
 * 5. body (response-body.ts): decompresses up to `maxBytes`; discards the body of an error
 * 6. failure (fetch-failure.ts): an error of a step → the outcome `failed` with its reason
 *
 * hub-client.ts is the room's second client: it uses steps 2, 3 and 6 in its own way, for POSTs.
 */
import type { IncomingMessage } from 'node:http';
import type { LookupFunction } from 'node:net';
import { compact } from '../../core/compact.ts';
import { MAX_ADDRESS_LENGTH } from '../../core/limits.ts';
import { isHostName, parseUrl } from '../../core/web/absolute-url.ts';
import { afterRedirect } from '../../core/web/after-redirect.ts';
import type { Fetcher, FetchOutcome, FetchRequest, Redirect, ResponseHeaders } from '../../core/web/fetcher.ts';
import { escapeRaw } from '../../core/web/raw-address.ts';
import { guardedLookup, nonPublicLiteral, notPublic, WEB_PORTS, webUrl } from './address-guard.ts';
import { chainCookies } from './chain-cookies.ts';
import { failed, failureOf } from './fetch-failure.ts';
import { httpExchange } from './http-exchange.ts';
import { ACCEPT_ENCODING, discardBody, readBody } from './response-body.ts';

const MAX_REDIRECTS = 5;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
/** Statuses whose body is read: a document (200), and the news of a document (226 IM Used, RFC 3229). */
const WITH_BODY: ReadonlySet<number> = new Set([200, 226]);
/** A 200 that a proxy on the way has changed (RFC 9110 §15.3.4), which the pipeline reads like a 200. */
const CHANGED_BY_PROXY = 203;

export interface FetcherOptions {
  /** Sent as it is with every request. */
  readonly userAgent: string;
  /** Max time of the whole fetch, with redirects and body. */
  readonly timeoutMs: number;
  /** Max size of the decompressed body. */
  readonly maxBytes: number;
  /** Origins that may be fetched although their address is not public or their port unusual. */
  readonly allowedOrigins: readonly string[];
  /** @default guardedLookup() */
  readonly lookup?: LookupFunction;
}

export function createFetcher(options: FetcherOptions): Fetcher {
  const guarded = httpExchange(options.lookup ?? guardedLookup());
  const unguarded = httpExchange(undefined);
  const allowed = new Set(options.allowedOrigins);

  /** @param redirects is extended by each redirect that is followed */
  const follow = async (request: FetchRequest, signal: AbortSignal, redirects: Redirect[]): Promise<FetchOutcome> => {
    const headers = headersOf(request, options.userAgent);
    const cookies = chainCookies();
    let address = request.url;
    let { secret } = request;
    while (redirects.length <= MAX_REDIRECTS) {
      const url = admit(address, allowed);
      if (!(url instanceof URL)) return url;
      // Another site may lead back to any address of the first one, so the secret isn't sent again.
      if (url.origin !== secret?.origin) secret = undefined;
      const exchange = allowed.has(url.origin) ? unguarded : guarded;
      const sent = { ...headers, ...secret?.headersFor(url), cookie: cookies.headerFor(url) };
      const response = await exchange(url, compact(sent), signal);
      const status = response.statusCode === CHANGED_BY_PROXY ? 200 : (response.statusCode ?? 0);
      const { location } = response.headers;
      if (!REDIRECTS.has(status) || location === undefined) {
        const body = await bodyOf(response, status, options.maxBytes, request.enoughBytes);
        return { kind: 'response', status, url: url.href, redirects, headers: flat(response), body };
      }
      discardBody(response);
      cookies.keep(url, response.headers['set-cookie']);
      const next = await nextAddress(location, url, request);
      if (typeof next !== 'string') return next;
      redirects.push({ status, to: next });
      address = next;
    }
    return failed('too-many-redirects', `more than ${MAX_REDIRECTS} redirects`);
  };

  const outcomeOf = async (request: FetchRequest, redirects: Redirect[]): Promise<FetchOutcome> => {
    const signal = AbortSignal.timeout(options.timeoutMs);
    try {
      return await follow(request, signal, redirects);
    } catch (error) {
      if (error instanceof OwnError) throw error.cause;
      if (signal.aborted) return failed('timeout', `no complete answer within ${options.timeoutMs} ms`);
      return failureOf(error);
    }
  };

  return async (request) => {
    const redirects: Redirect[] = [];
    const outcome = await outcomeOf(request, redirects);
    return outcome.kind === 'response' ? outcome : failed(outcome.reason, afterRedirect(outcome.detail, redirects));
  };
}

const headersOf = (request: FetchRequest, userAgent: string): Record<string, string> => ({
  'user-agent': userAgent,
  accept: request.accept,
  'accept-encoding': ACCEPT_ENCODING,
  ...(request.etag === undefined ? {} : { 'if-none-match': request.etag }),
  ...(request.lastModified === undefined ? {} : { 'if-modified-since': request.lastModified }),
  ...(request.delta ? { 'a-im': 'feed' } : {}),
});

/**
 * Returns the URL without credentials, or why it may not be fetched. An IP address as host never reaches the lookup, so
 * it is checked here; `URL` has made every spelling of it canonical.
 */
function admit(address: string, allowed: ReadonlySet<string>): URL | FetchOutcome {
  const url = webUrl(address);
  if (url === undefined) return failed('invalid-url', `${address} is not an http or https address`);
  url.username = '';
  url.password = '';
  if (allowed.has(url.origin)) return url;
  const literal = nonPublicLiteral(url);
  if (literal !== undefined) return failed('blocked-address', `${literal} is ${notPublic(literal)}`);
  if (!WEB_PORTS.has(url.port)) return failed('blocked-port', `port ${url.port} is not a port of a public web site`);
  return url;
}

/** An error of ours amid an exchange with a publisher, for instance of DynamoDB. It is no outcome of the publisher. */
class OwnError extends Error {}

/** Returns the address of a redirect without its fragment, or why the redirect is not followed. */
async function nextAddress(location: string, base: URL, request: FetchRequest): Promise<string | FetchOutcome> {
  const next = parseUrl(escapeRaw(location), base.href);
  if (next === null || next.href.length > MAX_ADDRESS_LENGTH || !isHostName(next.hostname))
    return failed('bad-redirect', `the redirect to "${location.slice(0, 200)}" can't be followed`);
  next.hash = '';
  const refusal = await request.refuses?.(next.href).catch((cause: unknown) => {
    throw new OwnError('The address of a redirect could not be checked.', { cause });
  });
  if (refusal !== undefined) return failed(refusal, `the redirect leads to ${next.href}, which may not be visited`);
  return next.href;
}

async function bodyOf(
  response: IncomingMessage,
  status: number,
  maxBytes: number,
  enoughBytes?: number,
): Promise<Uint8Array> {
  if (WITH_BODY.has(status)) return readBody(response, maxBytes, enoughBytes);
  discardBody(response);
  return new Uint8Array();
}

function flat(response: IncomingMessage): ResponseHeaders {
  return Object.fromEntries(
    Object.entries(response.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  );
}
