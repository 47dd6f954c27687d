/** A host's rules for our requests (its robots.txt), and how its pages fail. All functions share both in a store. */

import { compact } from '../core/compact.ts';
import { contentId } from '../core/hash.ts';
import { decodeText } from '../core/web/decode-text.ts';
import type { Fetcher, FetchOutcome } from '../core/web/fetcher.ts';
import type { HostRecord, HostStore } from '../core/web/host-store.ts';
import { MAX_ROBOTS_BYTES, NO_RULES, parseRobots, type RobotsRules, readablePart } from '../core/web/robots.ts';

/** Max age of a robots.txt that is used (RFC 9309 §2.4). */
const ROBOTS_LIFETIME_MS = 24 * 3_600_000;
/** How long a host counts as in trouble after a page was given up: its failing pages are then given up at once. */
const TROUBLE_MS = 3_600_000;
/** How long this process uses its copy of a record. */
const MEMORY_MS = 60_000;
/** Max size of this process's memory of hosts, in bytes. Beyond it the process empties its memory and asks the store again. */
const MAX_MEMORY_BYTES = 32 * 1024 * 1024;
/** About the size of a record without its rules, and of a rule without its text. */
const RECORD_BYTES = 1_024;
const RULE_BYTES = 48;
/** How long a failed request for a page counts: longer than all its attempts take. */
const FAILURE_MS = 3_600_000;
/** Max pages of a host whose failures are counted: the latest. */
const MAX_FAILING_PAGES = 50;

export interface HostPolicy {
  /** Returns the rules of the host's robots.txt for us. If they are `unreachable`, no page may be fetched. */
  rulesOf(origin: string): Promise<RobotsRules | 'unreachable'>;
  /** Whether a page of this host was given up within the last hour. */
  isTroubled(origin: string): Promise<boolean>;
  noteTrouble(origin: string): Promise<void>;
  /** Returns how many requests for a page have failed within the last hour, the one that has failed now included. */
  noteFailure(url: string): Promise<number>;
}

export interface HostPolicyDependencies {
  readonly hosts: HostStore;
  readonly fetch: Fetcher;
  /** Our name in a robots.txt (RFC 9309 §2.2.1). */
  readonly productToken: string;
  readonly now: () => Date;
}

export function hostPolicy({ hosts, fetch, productToken, now }: HostPolicyDependencies): HostPolicy {
  const memory = new Map<string, { readonly record: HostRecord; readonly until: number }>();

  let memoryBytes = 0;

  const remember = (origin: string, record: HostRecord): HostRecord => {
    memoryBytes += sizeOf(record) - sizeOf(memory.get(origin)?.record);
    if (memoryBytes > MAX_MEMORY_BYTES) {
      memory.clear();
      memoryBytes = sizeOf(record);
    }
    memory.set(origin, { record, until: now().getTime() + MEMORY_MS });
    return record;
  };
  const recordOf = async (origin: string): Promise<HostRecord> => {
    const known = memory.get(origin);
    if (known !== undefined && known.until > now().getTime()) return known.record;
    // The store lacks rules that are too large for it.
    const { robots } = known?.record ?? {};
    return remember(origin, compact({ robots, ...(await hosts.get(origin)) }));
  };
  const save = async (origin: string, change: HostRecord): Promise<void> => {
    const record = { ...(await recordOf(origin)), ...change };
    await hosts.put(origin, record, now());
    remember(origin, record);
  };
  const isTroubled = async (origin: string): Promise<boolean> =>
    ((await recordOf(origin)).troubledUntil ?? '') > now().toISOString();

  return {
    isTroubled,
    noteTrouble: (origin) => save(origin, { troubledUntil: later(now(), TROUBLE_MS) }),
    async noteFailure(url) {
      const { origin } = new URL(url);
      const page = contentId(url);
      const { failures = [] } = await recordOf(origin);
      const fresh = failures.filter(({ at }) => at > later(now(), -FAILURE_MS));
      const attempts = (fresh.find((each) => each.page === page)?.attempts ?? 0) + 1;
      const others = fresh.filter((each) => each.page !== page);
      await save(origin, {
        failures: [...others, { page, attempts, at: now().toISOString() }].slice(-MAX_FAILING_PAGES),
      });
      return attempts;
    },
    async rulesOf(origin) {
      const { robots } = await recordOf(origin);
      if (robots !== undefined && robots.validUntil > now().toISOString()) return robots;
      if (await isTroubled(origin)) return 'unreachable';
      const request = { url: `${origin}/robots.txt`, accept: 'text/plain, */*;q=0.5, text/html;q=0.1' };
      const rules = rulesIn(await fetch({ ...request, enoughBytes: MAX_ROBOTS_BYTES + 1 }), productToken);
      if (rules !== 'unreachable') {
        await save(origin, { robots: { ...rules, validUntil: later(now(), ROBOTS_LIFETIME_MS) } });
      }
      return rules;
    },
  };
}

/** A host that answers with a 4xx has no rules. A host that can't be reached forbids everything (RFC 9309 §2.3.1). */
function rulesIn(fetched: FetchOutcome, productToken: string): RobotsRules | 'unreachable' {
  if (fetched.kind === 'failed') return NO_ROBOTS_FAILURES.has(fetched.reason) ? NO_RULES : 'unreachable';
  const { status, body } = fetched;
  if (status === 200) return parseRobots(decodeText(readablePart(body), ['utf-8']), productToken);
  return status >= 500 || status === 429 ? 'unreachable' : NO_RULES;
}

/** Failures that mean "no robots.txt": a redirect that leads nowhere (RFC 9309 §2.3.1.2). */
const NO_ROBOTS_FAILURES: ReadonlySet<string> = new Set(['too-many-redirects', 'bad-redirect']);

/** About how many bytes of memory a record takes. */
const sizeOf = (record: HostRecord | undefined): number =>
  record === undefined
    ? 0
    : [...(record.robots?.rules ?? []), ...(record.robots?.statements ?? [])].reduce(
        (bytes, line) => bytes + RULE_BYTES + line.length,
        RECORD_BYTES,
      );

const later = (now: Date, ms: number): string => new Date(now.getTime() + ms).toISOString();
