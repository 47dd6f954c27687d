/** What the use cases need from the world. `adapters/` fulfils it with AWS and HTTP, `tests/fakes/` in memory. */

import type { Claim } from './article/identity/fingerprints.ts';
import type { Appearance, Article, ArticleContent } from './article/record/article.ts';
import type { BlockMemory } from './article/text/repeated-blocks.ts';
import type { NextPoll } from './feed/polling/cadence.ts';
import type { Feed, FeedAddress, PollSummary, Subscription } from './feed/record/feed.ts';
import type { ItemMessage, PollMessage, RecheckMessage } from './queues/messages.ts';
import type { RobotsRules } from './web/robots.ts';

/** A feed that is due, as the due index shows it. */
export interface DueFeed {
  readonly feedId: string;
  readonly url: string;
  readonly nextPollAt: string;
  /** The index's sort key: `nextPollAt`, or the end of the lease while the feed is leased. */
  readonly availableAt: string;
}

/** What a poll writes to its Feed. */
export interface PollRecord {
  readonly summary: PollSummary;
  /** Undefined: the feed is gone and leaves the due index. */
  readonly next: NextPoll | undefined;
  /** What is known of the document now; undefined leaves it all as it was. */
  readonly state: FetchedState | undefined;
  /** Where the feed is polled from now on, with its history; undefined leaves it as it was. */
  readonly address?: FeedAddress;
}

/** What a poll may learn of a feed's document. It replaces the earlier state whole: an absent field is forgotten. */
export const fetchedStateKeys = [
  'title',
  'siteUrl',
  'language',
  'etag',
  'lastModified',
  'bodyHash',
  'seen',
  'lastChangedAt',
  'publisherHints',
  'meanGapMinutes',
  'identity',
  'gaps',
  'distrustedUntil',
  'repaired',
  'leftOut',
  'hub',
] as const satisfies readonly (keyof Feed)[];
export type FetchedState = Pick<Feed, (typeof fetchedStateKeys)[number]>;

/** What a poll starts from. */
export interface FeedAtHost {
  /** Undefined: there is no such feed. */
  readonly feed: Feed | undefined;
  /** Until when the feed's host wants to be left alone by all who ask; it may have passed. */
  readonly coolDownUntil: Date | undefined;
}

export interface FeedStore {
  /** One read. @param host whom the poll will visit (`hostOf`) */
  find(feedId: string, host: string | undefined): Promise<FeedAtHost>;
  /** The feeds whose `availableAt` has come, in no particular order. */
  due(now: Date): AsyncIterable<DueFeed>;
  /** Takes the feed out of the due index until `until`. False when somebody else has been quicker. */
  lease(feed: DueFeed, until: Date): Promise<boolean>;
  /** Records a poll. False, and nothing written, when the feed isn't any more at the due time that the poll answers. */
  recordPoll(feed: Feed, poll: PollRecord): Promise<boolean>;
  /** Puts a poll off. False, and nothing written, like `recordPoll`. */
  postpone(feed: Feed, next: Pick<NextPoll, 'at' | 'reason'>): Promise<boolean>;
  /** From now on `find` gives this moment with each feed of the host. An earlier one than is known changes nothing. */
  coolDown(host: string, until: Date): Promise<void>;
}

/** What is agreed with hubs, on the feeds themselves. */
export interface SubscriptionStore {
  get(feedId: string): Promise<Feed | undefined>;
  /** Replaces what the feed holds. False, and nothing written, when it holds something else by now or isn't active. */
  replaceSubscription(feed: Feed, next: Subscription | undefined): Promise<boolean>;
  /**
   * Makes the feed due at `at` by the hub's word. False when its subscription or its due time has changed, or it isn't
   * active.
   */
  announce(feed: Feed, at: Date, availableAt: Date): Promise<boolean>;
}

export interface HubRequest {
  readonly hub: string;
  readonly mode: 'subscribe' | 'unsubscribe';
  readonly topic: string;
  readonly callback: string;
  readonly secret?: string;
  readonly leaseSeconds?: number;
}

/** Asks a hub (WebSub §5.1). It never throws. Undefined: the hub has accepted; else why not, in a sentence. */
export type HubClient = (request: HubRequest) => Promise<string | undefined>;

export interface PollQueue {
  /** @throws {SendError} when some were not accepted after retries. */
  send(messages: readonly { readonly message: PollMessage; readonly url: string }[]): Promise<void>;
}

export interface ItemQueue {
  /** @throws {SendError} when some were not accepted after retries. */
  send(messages: readonly ItemMessage[]): Promise<void>;
}

export interface RecheckQueue {
  /** @throws {SendError} when some were not accepted after retries. */
  send(messages: readonly RecheckMessage[]): Promise<void>;
}

/** An article as the indexes show it. */
export type IndexedArticle = Pick<Article, 'articleId' | 'url'>;

export interface ArticleIndex {
  /** The articles that were first seen within an hour, in their order. @param hour `2026-11-23T08`, in UTC */
  firstSeenIn(hour: string): AsyncIterable<IndexedArticle>;
}

/** Text that fits neither a queue message nor a table item. */
export interface BodyStore {
  put(key: string, text: string): Promise<void>;
  /** @throws when there is no such body. */
  get(key: string): Promise<string>;
}

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

/** What is known of a host whose pages are fetched. */
export interface HostRecord {
  /** @param validUntil ISO 8601 */
  readonly robots?: RobotsRules & { readonly validUntil: string };
  /** Its pages have failed for good lately, and until then (ISO 8601) they are not waited for. */
  readonly troubledUntil?: string;
}

/** One record a host; of two writers the later one wins, for all of it can be learned again. */
export interface HostStore {
  /** @param origin `https://news.example` */
  get(origin: string): Promise<HostRecord | undefined>;
  put(origin: string, record: HostRecord, now: Date): Promise<void>;
}

/** What hosts repeat from article to article: one memory a host; a later writer wins, and what is lost is learned again. */
export interface BlockMemoryStore {
  /** @param origin `https://news.example` @returns what `put` was given; nothing for a host that was long not heard of */
  get(origin: string): Promise<BlockMemory>;
  put(origin: string, memory: BlockMemory, now: Date): Promise<void>;
}

/** Where articles and the claims on their identity live. Each write is one transaction; it never overwrites in silence. */
export interface ArticleStore {
  /** The claims that exist, by fingerprint; forgotten ones are absent. */
  findClaims(fingerprints: readonly string[], now: Date): Promise<ReadonlyMap<string, Claim>>;
  get(articleId: string): Promise<Article | undefined>;
  /** A new article with its claims. False when the article or one of the claims is already there. */
  publish(article: Article, claims: readonly Claim[], now: Date): Promise<boolean>;
  /**
   * The next revision; what the article said before is kept, and it is retracted no longer. False when it isn't at the
   * revision of `previous` any more, or a claim is another article's.
   */
  revise(previous: Article, content: ArticleContent, claims: readonly Claim[], now: Date): Promise<boolean>;
  /**
   * Notes when the article's page was found gone; undefined takes the note back. False when it isn't at the revision of
   * `article` any more, when there is nothing to change, or when a claim is another article's.
   */
  retract(article: Article, retractedAt: Date | undefined, claims: readonly Claim[], now: Date): Promise<boolean>;
  /** One more appearance. False when it is already there, or a claim is another article's. */
  appear(articleId: string, appearance: Appearance, claims: readonly Claim[], now: Date): Promise<boolean>;
  /** Claims alone; the article is left as it is. False when one is another article's. */
  claim(claims: readonly Claim[], now: Date): Promise<boolean>;
}
