/** Which validators a poll sends, and when a server's word "not modified" is put to the test. */
import { compact } from '../../compact.ts';
import { digest } from '../../hash.ts';
import type { ResponseHeaders } from '../../web/fetcher.ts';
import type { Feed } from '../record/feed.ts';
import { isSilent } from './silence.ts';

/**
 * One poll in a hundred is unconditional, and each of a feed that is silent for long: a stale cache looks just like
 * that.
 */
const TESTED_SHARE = 0.01;
/** How long a server whose 304 has hidden news is asked without validators. */
const DISTRUST_MS = 7 * 86_400_000;

export type Validators = Pick<Feed, 'etag' | 'lastModified'>;

/** `If-None-Match` and `If-Modified-Since` for this poll, byte for byte as they came (RFC 9110 §13.1). */
export function validatorsToSend(feed: Feed, now: Date): Validators {
  const { etag, lastModified, feedId, nextPollAt } = feed;
  const share = digest(2, 'test', feedId, nextPollAt).readUInt16BE() / 0x10000;
  const isTested = share < TESTED_SHARE || (isSilent(feed, now) && isEveryEighth(feed));
  return isTested || isDistrusted(feed, now) ? {} : compact({ etag, lastModified });
}

/** Of a silent feed each eighth poll is enough: at an interval of a day or less that is about once a week. */
const isEveryEighth = ({ feedId, nextPollAt }: Feed): boolean =>
  digest(1, 'silent', feedId, nextPollAt).readUInt8() % 8 === 0;

const isDistrusted = ({ distrustedUntil = '' }: Feed, now: Date): boolean => distrustedUntil > now.toISOString();

/** The validators of a response with a document: what it doesn't carry is forgotten, for it belonged to another document. */
export const validatorsOf = (headers: ResponseHeaders): Validators =>
  compact({ etag: usable(headers['etag']), lastModified: usable(headers['last-modified']) });

/** Characters; a longer one would make requests that servers refuse. */
const MAX_VALIDATOR_LENGTH = 1_000;
const usable = (value = ''): string | undefined =>
  value.trim() === '' || value.length > MAX_VALIDATOR_LENGTH ? undefined : value;

/**
 * Whether a server that was asked without validators shows news under the validators that we hold: with them it would have
 * said 304. @returns until when they are not used
 */
export function distrustAfter(feed: Feed, sent: Validators, received: Validators, now: Date): string | undefined {
  const wasTested = sent.etag === undefined && sent.lastModified === undefined;
  const same =
    (feed.etag !== undefined && feed.etag === received.etag) ||
    (feed.lastModified !== undefined && feed.lastModified === received.lastModified);
  return wasTested && same ? new Date(now.getTime() + DISTRUST_MS).toISOString() : undefined;
}
