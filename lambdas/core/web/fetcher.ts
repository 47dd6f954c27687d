/** One HTTP GET as values: the request and its outcomes. `adapters/http/` does it, `tests/fakes/` in memory. */
import type { SecretHeader } from './secret-header.ts';

export interface FetchRequest {
  readonly url: string;
  readonly accept: string;
  /** Asked for each address that a redirect leads to: the reason why that address may not be visited. */
  readonly refuses?: (url: string) => Promise<RobotsRefusal | undefined>;
  /** A pause before this request that the host asks for, in milliseconds; it counts if it is longer than ours. */
  readonly spacingMs?: number;
  /** So many bytes of the body are enough: the rest isn't read, and the body is not too large. */
  readonly enoughBytes?: number;
  readonly etag?: string;
  readonly lastModified?: string;
  /** Whether to accept a 226 with only the items that are new since `etag` (`A-IM: feed`, RFC 3229). */
  readonly delta?: boolean;
  /** Sent to its own origin only, until a redirect has led to another origin. */
  readonly secret?: SecretHeader;
}

export type FetchFailure =
  | 'invalid-url'
  | 'blocked-address'
  | 'blocked-port'
  | 'dns'
  | 'connect'
  | 'tls'
  | 'timeout'
  | 'reset'
  | 'protocol'
  | 'headers-too-large'
  | 'too-large'
  | 'zip-bomb'
  | 'bad-encoding'
  | 'too-many-redirects'
  | 'bad-redirect'
  | RobotsRefusal
  | CredentialsFailure;

/** A feed's credentials can't be used, so no request was made; or the publisher's answer repeats their secret, and wasn't read. */
export type CredentialsFailure =
  | 'credentials-missing'
  | 'credentials-unreadable'
  | 'credentials-invalid'
  | 'credentials-origin'
  | 'credentials-repeated';

/** A robots.txt forbids the address, or could not be read. */
export type RobotsRefusal = 'robots' | 'robots-unreachable';

/** The response headers that the pipeline reads, by lower-case name. */
export type ResponseHeaders = Readonly<Record<string, string | undefined>>;

/** A redirect that was followed. */
export interface Redirect {
  readonly status: number;
  /** Absolute, without fragment. */
  readonly to: string;
}

export interface FetchResponse {
  readonly kind: 'response';
  readonly status: number;
  /** The address that answered, after redirects. */
  readonly url: string;
  /** The redirects that led there; absent, like empty, if there were none. */
  readonly redirects?: readonly Redirect[];
  readonly headers: ResponseHeaders;
  /** Decompressed; empty for a 304 and for errors. */
  readonly body: Uint8Array;
}

export type FetchOutcome =
  | FetchResponse
  | { readonly kind: 'failed'; readonly reason: FetchFailure; readonly detail: string };

/** One HTTP GET, redirects included. Whatever a publisher does is an outcome. Only errors of `refuses` are thrown: they are ours. */
export type Fetcher = (request: FetchRequest) => Promise<FetchOutcome>;
