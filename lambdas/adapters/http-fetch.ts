/** The fetcher: one polite, bounded and guarded GET. Whatever goes wrong on the way is an outcome, never an exception. */
import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { isIP } from 'node:net';
import type { Fetcher, FetchFailure, FetchOutcome, FetchRequest, ResponseHeaders } from '../core/ports.ts';
import { guardedLookup, isPublicAddress } from './address-guard.ts';
import { failureOf } from './fetch-failure.ts';
import { ACCEPT_ENCODING, readBody } from './response-body.ts';

const MAX_REDIRECTS = 5;
const CONNECT_TIMEOUT_MS = 5_000;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
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
  const lookup = options.lookup ?? guardedLookup();
  const guarded = agents({ lookup });
  const unguarded = agents({});
  const allowed = new Set(options.allowedOrigins);

  const send = (url: URL, request: FetchRequest, signal: AbortSignal): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
      const secure = url.protocol === 'https:';
      const agent = (allowed.has(url.origin) ? unguarded : guarded)[secure ? 'https' : 'http'];
      const sent = (secure ? httpsRequest : httpRequest)(url, {
        agent,
        signal,
        headers: headersOf(request, options.userAgent),
      });
      const connectTimer = setTimeout(() => sent.destroy(timeoutError('connect')), CONNECT_TIMEOUT_MS);
      sent.once('socket', (socket) => {
        if (!socket.connecting) clearTimeout(connectTimer);
        else socket.once(secure ? 'secureConnect' : 'connect', () => clearTimeout(connectTimer));
      });
      sent.once('close', () => {
        clearTimeout(connectTimer);
        reject(new Error('the connection was closed without an answer')); // as after a 101, which Node makes no error
      });
      sent.once('response', resolve);
      sent.once('error', (cause) =>
        reject(sent.reusedSocket ? new StaleConnectionError(cause.message, { cause }) : cause),
      );
      sent.end();
    });

  const get = async (url: URL, request: FetchRequest, signal: AbortSignal): Promise<IncomingMessage> => {
    try {
      return await send(url, request, signal);
    } catch (error) {
      // The server closed a kept connection before it saw the request, as it may, most often while Lambda had us frozen.
      if (error instanceof StaleConnectionError && !signal.aborted) return get(url, request, signal);
      throw error;
    }
  };

  const follow = async (request: FetchRequest, signal: AbortSignal): Promise<FetchOutcome> => {
    let address = request.url;
    for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
      const url = withoutCredentials(address);
      const problem =
        url === undefined ? failed('invalid-url', `${address} is not an http or https address`) : refuse(url, allowed);
      if (url === undefined || problem !== undefined) return problem ?? failed('invalid-url', address);
      const response = await get(url, request, signal);
      const status = response.statusCode ?? 0;
      const location = response.headers.location;
      if (REDIRECTS.has(status) && location !== undefined) {
        response.resume();
        if (!URL.canParse(location, url))
          return failed('bad-redirect', `the redirect to "${location.slice(0, 200)}" can't be followed`);
        address = new URL(location, url).href;
        continue;
      }
      if (status !== 200 && status !== 226) response.resume();
      const body = status === 200 || status === 226 ? await readBody(response, options.maxBytes) : new Uint8Array();
      return { kind: 'response', status, url: url.href, headers: flat(response), body };
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

/** A connection that had served a request before gave way before it answered this one (RFC 9112 §9.3.1: a GET is safe to repeat). */
class StaleConnectionError extends Error {}

const agents = (options: { readonly lookup?: LookupFunction }) => ({
  http: new HttpAgent({ keepAlive: true, maxFreeSockets: 16, timeout: 30_000, ...options }),
  https: new HttpsAgent({ keepAlive: true, maxFreeSockets: 16, timeout: 30_000, ...options }),
});

const headersOf = (request: FetchRequest, userAgent: string): Record<string, string> => ({
  'user-agent': userAgent,
  accept: request.accept,
  'accept-encoding': ACCEPT_ENCODING,
  ...(request.etag === undefined ? {} : { 'if-none-match': request.etag }),
  ...(request.lastModified === undefined ? {} : { 'if-modified-since': request.lastModified }),
});

function withoutCredentials(address: string): URL | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  url.username = '';
  url.password = '';
  return url;
}

/** Addresses written as numbers never reach the lookup, so they are checked here; URL has made every spelling canonical. */
function refuse(url: URL, allowed: ReadonlySet<string>): FetchOutcome | undefined {
  if (allowed.has(url.origin)) return undefined;
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(literal) !== 0 && !isPublicAddress(literal))
    return failed('blocked-address', `${literal} is not a public address`);
  if (!PORTS.has(url.port)) return failed('blocked-port', `port ${url.port} is not a port of a public web site`);
  return undefined;
}

function flat(response: IncomingMessage): ResponseHeaders {
  return Object.fromEntries(
    Object.entries(response.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  );
}

const timeoutError = (phase: string): NodeJS.ErrnoException =>
  Object.assign(new Error(`${phase} timed out`), { code: 'ETIMEDOUT' });

const failed = (reason: FetchFailure, detail: string): FetchOutcome => ({ kind: 'failed', reason, detail });
