/** One HTTP GET as a value: what is asked, and what may come of it. `adapters/http/` does it, `tests/fakes/` in memory. */

export interface FetchRequest {
  readonly url: string;
  readonly accept: string;
  /** Asked of each address that a redirect leads to: why it may not be visited, if so. */
  readonly refuses?: (url: string) => Promise<RobotsRefusal | undefined>;
  /** The host wishes for a longer pause before this request than ours, in milliseconds. */
  readonly spacingMs?: number;
  readonly etag?: string;
  readonly lastModified?: string;
  /** A 226 with only what is new since `etag` will do (`A-IM: feed`, RFC 3229). */
  readonly delta?: boolean;
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
  | RobotsRefusal;

/** A robots.txt forbids the address, or nobody knows whether it does. */
export type RobotsRefusal = 'robots' | 'robots-unreachable';

/** The response headers that matter to us, by lower-case name. */
export type ResponseHeaders = Readonly<Record<string, string | undefined>>;

/** A redirect that was followed. */
export interface Redirect {
  readonly status: number;
  /** Absolute, without fragment. */
  readonly to: string;
}

export type FetchOutcome =
  | {
      readonly kind: 'response';
      readonly status: number;
      /** The address that answered, after redirects. */
      readonly url: string;
      /** How it came there; absent like empty: the address that was asked answered itself. */
      readonly redirects?: readonly Redirect[];
      readonly headers: ResponseHeaders;
      /** Decompressed; empty for a 304 and for errors. */
      readonly body: Uint8Array;
    }
  | { readonly kind: 'failed'; readonly reason: FetchFailure; readonly detail: string };

/** One HTTP GET, redirects included. It never throws: whatever a publisher does is an outcome. */
export type Fetcher = (request: FetchRequest) => Promise<FetchOutcome>;
