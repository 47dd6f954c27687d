/** Which validators a poll sends, and when a server's "not modified" is tested. */
import { compact } from '../../compact.ts';
import { digest } from '../../hash.ts';
import type { ResponseHeaders } from '../../web/fetcher.ts';
import type { Feed } from '../record/feed.ts';
import { isSilent } from './silence.ts';

/** One poll in a hundred is unconditional, because a 304 of a stale cache looks like silence. */
const TESTED_SHARE = 0.01;
/** One poll in so many of a silent feed is unconditional: at an interval of a day or less, about one a week. */
const SILENT_POLLS_PER_TEST = 8;
/** How long a server whose 304 has hidden news is asked without validators. */
const DISTRUST_MS = 7 * 86_400_000;
/** Max length of a validator, in characters; servers refuse requests with longer headers. */
const MAX_VALIDATOR_LENGTH = 1_000;

export type Validators = Pick<Feed, 'etag' | 'lastModified'>;

/**
 * Returns `If-None-Match` and `If-Modified-Since` for this poll, byte for byte as they came (RFC 9110 §13.1). A feed whose seen set
 * is lost sends none: a 304 would not bring it back.
 */
export function validatorsToSend(feed: Feed, now: Date): Validators {
  const { etag, lastModified, seen } = feed;
  return seen === undefined || isTest(feed, now) || isDistrusted(feed, now) ? {} : compact({ etag, lastModified });
}

/** Whether the poll is unconditional as a test: the same for each delivery of a poll. */
function isTest(feed: Feed, now: Date): boolean {
  const { feedId, nextPollAt } = feed;
  const share = digest(2, 'test', feedId, nextPollAt).readUInt16BE() / 0x10000;
  if (share < TESTED_SHARE) return true;
  return isSilent(feed, now) && digest(1, 'silent', feedId, nextPollAt).readUInt8() % SILENT_POLLS_PER_TEST === 0;
}

const isDistrusted = ({ distrustedUntil = '' }: Feed, now: Date): boolean => distrustedUntil > now.toISOString();

/**
 * Returns the validators of a response with a document. Earlier validators are forgotten: they belong to another
 * document.
 */
export const validatorsOf = (headers: ResponseHeaders): Validators =>
  compact({ etag: usable(headers['etag']), lastModified: usable(headers['last-modified']) });

const usable = (value = ''): string | undefined =>
  value.trim() === '' || value.length > MAX_VALIDATOR_LENGTH ? undefined : value;

/**
 * Returns until when a server's validators are not used; undefined if the server is trusted. A server is distrusted if
 * an unconditional poll finds news under the validators that we hold: with them it would have answered 304.
 */
export function distrustAfter(feed: Feed, sent: Validators, received: Validators, now: Date): string | undefined {
  const wasConditional = sent.etag !== undefined || sent.lastModified !== undefined;
  const isHeld =
    (feed.etag !== undefined && feed.etag === received.etag) ||
    (feed.lastModified !== undefined && feed.lastModified === received.lastModified);
  return isHeld && !wasConditional ? new Date(now.getTime() + DISTRUST_MS).toISOString() : undefined;
}
