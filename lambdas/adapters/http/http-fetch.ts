/** The fetcher: one polite, bounded and guarded GET. Whatever goes wrong on the way is an outcome, never an exception. */
import type { IncomingMessage } from 'node:http';
import type { LookupFunction } from 'node:net';
import { isIP } from 'node:net';
import type {
  Fetcher,
  FetchFailure,
  FetchOutcome,
  FetchRequest,
  Redirect,
  ResponseHeaders,
} from '../../core/web/fetcher.ts';
import { guardedLookup, isPublicAddress, notPublic } from './address-guard.ts';
import { failureOf } from './fetch-failure.ts';
import { httpExchange } from './http-exchange.ts';
import { ACCEPT_ENCODING, discardBody, readBody } from './response-body.ts';

const MAX_REDIRECTS = 5;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
/** A document, and what is new in one (226 IM Used, RFC 3229). */
const WITH_BODY: ReadonlySet<number> = new Set([200, 226]);
/** Ports that a public web site may use; others are services that no publisher means. */
const PORTS: ReadonlySet<string> = new Set(['', '80', '443']);

export interface FetcherOptions {
  /** Sent as it is with every request. */
  readonly userAgent: string;
  /** For the whole exchange, redirects and body included. */
  readonly timeoutMs: number;
  /** Of the decompressed body. */
  readonly maxBytes: number;
  /** Origins that may be fetched although their address is not public or their port unusual. */
  readonly allowedOrigins: readonly string[];
  readonly lookup?: LookupFunction;
}

export function createFetcher(options: FetcherOptions): Fetcher {
  const guarded = httpExchange(options.lookup ?? guardedLookup());
  const unguarded = httpExchange(undefined);
  const allowed = new Set(options.allowedOrigins);

  const follow = async (request: FetchRequest, signal: AbortSignal): Promise<FetchOutcome> => {
    const headers = headersOf(request, options.userAgent);
    const redirects: Redirect[] = [];
    let address = request.url;
    while (redirects.length <= MAX_REDIRECTS) {
      const url = withoutCredentials(address);
      if (url === undefined) return failed('invalid-url', `${address} is not an http or https address`);
      const problem = refuse(url, allowed);
      if (problem !== undefined) return problem;
      const response = await (allowed.has(url.origin) ? unguarded : guarded)(url, headers, signal);
      const status = response.statusCode ?? 0;
      const { location } = response.headers;
      if (!REDIRECTS.has(status) || location === undefined) {
        const hasBody = WITH_BODY.has(status);
        if (!hasBody) discardBody(response);
        const body = hasBody ? await readBody(response, options.maxBytes) : new Uint8Array();
        return { kind: 'response', status, url: url.href, redirects, headers: flat(response), body };
      }
      discardBody(response);
      const next = withoutFragment(location, url);
      if (next === undefined)
        return failed('bad-redirect', `the redirect to "${location.slice(0, 200)}" can't be followed`);
      const refusal = await request.refuses?.(next);
      if (refusal !== undefined) return failed(refusal, `the redirect leads to ${next}, which may not be visited`);
      redirects.push({ status, to: next });
      address = next;
    }
    return failed('too-many-redirects', `more than ${MAX_REDIRECTS} redirects`);
  };

  return async (request) => {
    const signal = AbortSignal.timeout(options.timeoutMs);
    try {
      return await follow(request, signal);
    } catch (error) {
      if (signal.aborted) return failed('timeout', `no complete answer within ${options.timeoutMs} ms`);
      return failureOf(error);
    }
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

function withoutCredentials(address: string): URL | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  url.username = '';
  url.password = '';
  return url;
}

function withoutFragment(location: string, base: URL): string | undefined {
  if (!URL.canParse(location, base)) return undefined;
  const url = new URL(location, base);
  url.hash = '';
  return url.href;
}

/** Addresses written as numbers never reach the lookup, so they are checked here; URL has made every spelling canonical. */
function refuse(url: URL, allowed: ReadonlySet<string>): FetchOutcome | undefined {
  if (allowed.has(url.origin)) return undefined;
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(literal) !== 0 && !isPublicAddress(literal))
    return failed('blocked-address', `${literal} is ${notPublic(literal)}`);
  if (!PORTS.has(url.port)) return failed('blocked-port', `port ${url.port} is not a port of a public web site`);
  return undefined;
}

function flat(response: IncomingMessage): ResponseHeaders {
  return Object.fromEntries(
    Object.entries(response.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  );
}

const failed = (reason: FetchFailure, detail: string): FetchOutcome => ({ kind: 'failed', reason, detail });
